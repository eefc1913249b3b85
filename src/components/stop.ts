/** For what happens in an element inside another, and is none of that one's concern. */
export const stop = (event: Event): void => event.stopPropagation();
