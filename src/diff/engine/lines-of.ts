/** What stands between line feeds; an empty text has no lines. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));
