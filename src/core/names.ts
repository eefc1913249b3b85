/** A misspelt name would be ignored in silence: it is refused, with the name that was probably meant. */

/**
 * @param what - what the names are, e.g. `option`
 * @throws {TypeError} a name of `given` that is not among `known`
 */
export function checkNames(given: object, known: readonly string[], what: string): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = known.find((name) => alike(unknown.toLowerCase(), name.toLowerCase()));
  throw new TypeError(`${unknown}: no such ${what}; ${near ? `did you mean ${near}?` : `there are ${known.join(', ')}`}`);
}

/** Whether one is the other but for a letter or two in one place, or its beginning. */
function alike(given: string, known: string): boolean {
  const length = Math.min(given.length, known.length);
  let start = 0;
  while (start < length && given[start] === known[start]) start++;
  let end = 0;
  while (start + end < length && given.at(-1 - end) === known.at(-1 - end)) end++;
  return start === length ? length > 2 : start + end >= Math.max(given.length, known.length) - 2 && start + end > 2;
}
