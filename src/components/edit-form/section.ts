/** The section that is not there yet, as the API calls it. */
export const newSection = 'new';
