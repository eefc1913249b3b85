/** A list in an attribute, as MediaWiki writes lists: `one|two`. An empty attribute is as none. */
export const listConverter = (value: string | null): readonly string[] | undefined => (value ? value.split('|') : undefined);
