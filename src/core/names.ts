/** A misspelt name would be ignored in silence: it is refused, with the name that was probably meant. */

/**
 * @param what - what the names are, e.g. `option`
 * @throws {TypeError} a name of `given` that is not among `known`
 */
export function checkNames(given: object, known: readonly string[], what: string): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = known.find((name) => bare(name) === bare(unknown)) ?? known.find((name) => alike(bare(unknown), bare(name)));
  throw new TypeError(`${unknown}: no such ${what}; ${near ? `did you mean ${near}?` : `there are ${known.join(', ')}`}`);
}

/** Without what differs between habits: `user_agent`, `userAgent`; `retries`, `retry`. */
const bare = (name: string): string => name.toLowerCase().replace(/[_-]/g, '').replace(/ies$/, 'y');

/** Whether one is the other but for a letter or two in one place, its beginning, or its end after a word more. */
function alike(given: string, known: string): boolean {
  const length = Math.min(given.length, known.length);
  let start = 0;
  while (start < length && given[start] === known[start]) start++;
  let end = 0;
  while (start + end < length && given.at(-1 - end) === known.at(-1 - end)) end++;
  if (start === length) return length > 2;
  return start + end >= Math.max(given.length, known.length) - 2 ? start + end > 2 : known.length > 4 && given.endsWith(known);
}
