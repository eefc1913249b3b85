/** A number, or a word that may stand for one; what is neither is refused by name when it is used. An empty attribute is as none. */
export const numberConverter = (value: string | null): number | string | undefined => (value ? (/^(\d+|Infinity)$/.test(value) ? Number(value) : value) : undefined);
