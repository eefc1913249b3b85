/** The table of states in docs/edit-form.md, between two comments: held by the spec that sees each state. */
import {readFileSync, writeFileSync} from 'node:fs';
import {expect} from './fixtures.js';

export interface Row {
  readonly name: string;
  /** What leads there. */
  readonly by: string;
  /** What the form says. */
  readonly said: string;
  /** The way out. */
  readonly out: string;
}

const file = new URL('../docs/edit-form.md', import.meta.url);
const begin = '<!-- states -->\n';
const end = '<!-- /states -->\n';
const head = '| state | what leads there | what the form says | the way out |\n|---|---|---|---|\n';

/** The row is in the table as it was seen now; `npm run states` puts it there, in the order of the names. */
export function expectRow(names: readonly string[], row: Row, version: string): void {
  // Other versions of MediaWiki say some of it in other words.
  if (!version.startsWith('1.43')) return;
  const line = lineOf(row);
  if (process.env['WIKILIT_STATES'] === undefined) expect(rows().get(row.name), 'docs/edit-form.md: npm run states writes its table again').toBe(line);
  else write(names, rows().set(row.name, line));
}

export const rowNames = (): string[] => [...rows().keys()];

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

const lineOf = ({name, by, said, out}: Row): string => `| ${[`\`${name.replace(/ .*/, '')}\`${name.replace(/^\S+/, '')}`, by, told(said), out].map(cell).join(' | ')} |`;

/** Numbers and times are others at each run; what a wiki says of a block is long. */
function told(said: string): string {
  const same = said
    .replace(/\d\d:\d\d, \d+ \w+ \d{4}/g, '…')
    .replace(/\b\d:\d\d\b/g, '0:30')
    .replace(/(revision|ID) \d+/g, '$1 1234')
    .replace(/(no JSON: ).*(?=Your text)/, '$1… ')
    .replace(/[\u202A\u202C]/g, '')
    .replace(/\d+\s*[+−-]\s*\d+/g, '30 + 12');
  return same.length <= most ? same : `${same.slice(0, same.lastIndexOf(' ', most))} …`;
}

/** Characters of what is said. */
const most = 240;

function rows(): Map<string, string> {
  const lines = part()[1].split('\n').slice(2, -1);
  return new Map(lines.map((line) => [line.split(' | ')[0]?.replace(/[|`]/g, '').trim() ?? '', line]));
}

function write(names: readonly string[], rows: ReadonlyMap<string, string>): void {
  const [before, , after] = part();
  const lines = names.flatMap((name) => (rows.has(name) ? [`${rows.get(name)}\n`] : []));
  writeFileSync(file, `${before}${begin}${head}${lines.join('')}${end}${after}`);
}

/** Before the table, the table, after it. */
function part(): readonly [string, string, string] {
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split(begin);
  const [table = '', after = ''] = rest.split(end);
  return [before, table, after];
}
