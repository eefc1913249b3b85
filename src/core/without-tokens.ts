/** The text of an answer, which may be cut JSON with tokens in it. */
export const withoutTokens = (text: string): string => text.replace(/(token"\s*:\s*")[^"]*/g, '$1***');
