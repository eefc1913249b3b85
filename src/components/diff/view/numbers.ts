/** Times and numbers in the language of the interface; MediaWiki has languages that browsers do not know. */

export function dateTime(timestamp: string, lang: string | undefined): string {
  const options = {dateStyle: 'medium', timeStyle: 'short'} as const;
  try {
    return new Date(timestamp).toLocaleString(lang, options);
  } catch {
    return new Date(timestamp).toLocaleString(undefined, options);
  }
}

export function formatted(value: number, lang: string | undefined): string {
  try {
    return value.toLocaleString(lang);
  } catch {
    return String(value);
  }
}
