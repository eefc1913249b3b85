/** The tables of docs/edit-errors.md, as tests read them. */

/** One code of the manual of API:Edit, or one that came later. */
export interface EditError {
  readonly code: string;
  /** What MediaWiki 1.43 says in the same case; empty where nothing in it does. */
  readonly today: readonly string[];
  /** The argument that is told to be wrong before anything is sent. */
  readonly before: string | undefined;
  /** The name of the error. */
  readonly thrown: string;
  /** What `<wiki-edit-form>` shows then. */
  readonly state: string;
}

export interface EditErrors {
  /** Those of the manual. */
  readonly codes: readonly EditError[];
  /** Those since then, and those of extensions. */
  readonly later: readonly EditError[];
}

/** @param guide - the text of docs/edit-errors.md */
export const editErrors = (guide: string): EditErrors => ({
  codes: rows(guide, 'codes').map(([code, today, before, thrown, state]) => ({code: one(code), today: names(today), before: names(before)[0], thrown: one(thrown), state: one(state)})),
  later: rows(guide, 'later codes').map(([code, , thrown, state]) => ({code: one(code), today: names(code), before: undefined, thrown: one(thrown), state: one(state)})),
});

/** What a wiki may answer in this case, today's first: an older one has its own code. */
export const answered = ({code, today}: EditError): readonly string[] => [...new Set([...today, code])];

/** The rows of the table between two comments, as cells. */
function rows(guide: string, name: string): string[][] {
  const [, table = ''] = guide.split(new RegExp(`<!-- /?${name} -->\n`));
  return table.trim().split('\n').slice(2).map((line) => line.split('|').slice(1, -1));
}

/** What stands between backticks. */
const names = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

function one(cell = ''): string {
  const [name, ...others] = names(cell);
  if (name === undefined || others.length > 0) throw new Error(`docs/edit-errors.md: one name in backticks expected, not "${cell.trim()}"`);
  return name;
}
