/**
 * Every action that writes meets every fault: it is applied once at most, and what is told is true. A part of the matrix
 * at each change, all of it by `npm run test:long`.
 */
import {refusal} from './asking.js';
import {expect, test} from './fixtures.js';
import {type Fault, prng, type TestWiki} from './wiki/index.js';
import {writeActions} from './write-actions.js';
import {editRows, type WriteRow} from './write-edits.js';
import {howMany, loggedIn} from './write-proof.js';

const upload: WriteRow = {
  name: 'upload',
  action: 'upload',
  as: 'Olga',
  act: (client, options) => client.upload({file: new Blob(['Words of a coast.']), filename: 'Matrix.txt', comment: 'matrix'}, options),
  count: async (admin) => (await admin.logevents({type: 'upload', title: 'File:Matrix.txt'}).toArray()).length,
};

const rows: readonly WriteRow[] = [...editRows, ...writeActions, upload];

/** The first request of the action meets it, and no other. */
const faults: Readonly<Record<string, Fault>> = {
  'drop before': {type: 'dropBefore'},
  'drop after': {type: 'dropAfter'},
  late: {type: 'late', afterMs: 700},
  '502': {type: 'status', status: 502, when: 'after'},
  '503, Retry-After': {type: 'status', status: 503, retryAfter: 1, when: 'before'},
  '503 after': {type: 'status', status: 503, retryAfter: 1, when: 'after'},
  '429, Retry-After': {type: 'status', status: 429, retryAfter: 1, when: 'before'},
  truncated: {type: 'truncate', length: 'consistent'},
  HTML: {type: 'html200', when: 'after'},
  badtoken: {type: 'api', code: 'badtoken'},
  readonly: {type: 'api', code: 'readonly'},
  ratelimited: {type: 'api', code: 'ratelimited'},
};

/** After these nobody knows, unless the wiki tells. */
const lost = new Set(['drop before', 'drop after', 'late', '502', '503, Retry-After', '503 after', 'truncated', 'HTML']);

/** A seeded choice, a fresh one with a new row only. */
const random = prng(7);
const share = howMany(40 / (rows.length * Object.keys(faults).length), 1);
const cells = rows.map((row) => ({row, names: Object.keys(faults).filter(() => random() < share)})).filter(({names}) => names.length > 0);

const matrix = new Map<string, string[]>();

for (const {row, names} of cells) {
  test(`${row.name}: ${names.join('; ')}`, async ({wiki}) => {
    test.setTimeout(names.length * 30_000);
    for (const name of names) {
      await wiki.reset();
      const {told, count, withToken} = await met(wiki, row, faults[name] as Fault);
      matrix.set(row.name, [...(matrix.get(row.name) ?? []), `${name}: ${told} (${count})`]);
      expect.soft(counts(row, name, told, withToken), `${row.name}, ${name}: told “${told}”, applied ${count} times`).toContain(count);
    }
  });
}

/** How often it may be there, when that was told; never, when it must not be told. */
function counts(row: WriteRow, name: string, told: string, withToken: boolean): readonly number[] {
  if (told === 'done') return [1];
  if (told === 'unknown') return lost.has(name) && (row.traceless || row.sentOnce) ? [0, 1] : [];
  // A token that is refused is fetched anew; the others stand, as nobody knows for how long they are.
  return told === `refused: ${name}` && (name !== 'badtoken' || !withToken) ? [0] : [];
}

test.afterAll(() => {
  for (const [row, told] of matrix) process.stdout.write(`    ${row.padEnd(24)} ${told.join('; ')}\n`);
  matrix.clear();
});

/** What it was told, and how often it is there when everything is over. */
async function met(wiki: TestWiki, row: WriteRow, fault: Fault): Promise<{told: string; count: number; withToken: boolean}> {
  const admin = await loggedIn(wiki, 'Admin');
  await row.setUp?.(admin);
  const door = await wiki.door();
  const client = await loggedIn(wiki, row.as, door.api);
  door.setFaults({seed: 1, rules: [{action: row.action, nth: 1, fault}]});
  const done = row.act(client);
  const told = await done.then(
    () => 'done',
    async (error: Error & {code?: string}) => {
      if (error.name !== 'OutcomeUnknownError') return `refused: ${error.code ?? error.name}`;
      return 'unknown';
    },
  );
  // What is late comes, too.
  await expect.poll(() => door.requests.every(({ms}) => ms !== undefined)).toBe(true);
  expect(door.requests.some((request) => request.fault), 'the fault was met').toBe(true);
  if (told === 'unknown') {
    const error = await refusal(done);
    const found = await (error['check'] as () => Promise<unknown>)();
    if (found !== undefined) expect(await row.count(admin, wiki), 'what check() finds is there').toBe(1);
  }
  const struck = door.requests.find((request) => request.fault);
  await door.close();
  return {told, count: await row.count(admin, wiki), withToken: /\btoken\b/.test(struck?.body ?? '')};
}
