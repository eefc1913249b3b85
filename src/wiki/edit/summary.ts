/** A summary as it was sent, known again as the wiki stores it. */

/** `/* History *\/ `: the name of the section, before the summary. */
const sectionName = /^\/\*\s*(.*?)\s*\*\/ ?/;

/** The wiki tidies a summary, puts the section's name before it, cuts it at 500 characters, and fills in an empty one. */
export function hasSummary(comment: string | undefined, summary = ''): boolean {
  if (comment === undefined) return false;
  const wanted = tidy(summary);
  const stored = tidy(comment);
  // The name of a section may be what was cut.
  return wanted === '' || isStart(stored, wanted) || isStart(stored.replace(sectionName, ''), wanted.replace(sectionName, ''));
}

function isStart(stored: string, wanted: string): boolean {
  const cut = stored.replace(/(\.\.\.|…)$/, '');
  return stored === wanted || (cut !== stored && stored.length >= 400 && wanted.startsWith(cut));
}

/** Some versions make line breaks spaces, others keep them. */
const tidy = (summary: string): string => summary.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A heading as a section's name: links by their words, no bold or italics. */
export const withoutMarkup = (heading: string): string => heading.replace(/\[\[(?:[^[\]]*\|)?([^[\]]*)\]\]/g, '$1').replace(/'{2,}|<[^>]*>/g, '');
