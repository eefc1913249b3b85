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

/** Whether one is the other but for a word more before it, or a slip between the first letter and the last. */
const alike = (given: string, known: string): boolean =>
  (known.length > 4 && given.endsWith(known)) || (given[0] === known[0] && given.at(-1) === known.at(-1) && Math.abs(given.length - known.length) < 3);
