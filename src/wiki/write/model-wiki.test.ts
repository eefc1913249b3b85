/** The law of writing, on a model of a wiki and of its network, in whatever order things happen. */
import fc from 'fast-check';
import {afterEach, beforeAll, describe, expect, test, vi} from 'vitest';
import {merged} from './model-merge.fixtures.js';
import {type Run, scenario, type Scenario, story} from './model-story.fixtures.js';

const {setImmediate, process} = globalThis as unknown as {setImmediate: (call: () => void) => void; process: {env: Readonly<Record<string, string | undefined>>}};

const runs = Number(process.env['WIKILIT_RUNS'] ?? 300);

/** What was started has gone as far as it can without the clock. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Runs it to its end: the clock goes on whenever nothing else does. */
async function toTheEnd(what: Scenario): Promise<Run> {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.parse('2026-11-21T12:00:00Z')});
  let over: Run | undefined;
  let failure: unknown;
  story(what).then(
    (run) => (over = run),
    (error: unknown) => (failure = error),
  );
  for (;;) {
    await idle();
    if (failure !== undefined) throw failure;
    if (over) return over;
    // Without one, a part of the program is being loaded.
    vi.advanceTimersToNextTimer();
  }
}

// What is loaded late is loaded now: its time is not the clock's.
beforeAll(async () => {
  await toTheEnd({exists: true, calls: [{device: 0, kind: 'transform', at: 0, shared: false}, {device: 0, kind: 'newSection', at: 1, shared: false}], others: [], edits: [{type: '503 after'}, {type: 'dropAfter'}], reads: []});
});

afterEach(() => void vi.useRealTimers());

test(`every call is applied once, and told as it is (${runs} stories)`, {timeout: 3_600_000}, async () => {
  const counts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(scenario, async (what) => {
      const {problems, endings} = await toTheEnd(what);
      for (const ending of endings) counts.set(ending, (counts.get(ending) ?? 0) + 1);
      if (problems.length > 0) throw new Error(problems.join('\n'));
    }),
    {numRuns: runs, ...(process.env['WIKILIT_SEED'] !== undefined && {seed: Number(process.env['WIKILIT_SEED'])})},
  );
  // The stories are of the kind that is meant.
  for (const ending of ['saved', 'saved, recovered', 'OutcomeUnknownError']) expect(counts.get(ending) ?? 0, ending).toBeGreaterThan(runs / 50);
  console.warn(Array.from(counts, ([ending, count]) => `${count} ${ending}`).join(', '));
});

/** One append, and what has happened to it. */
const append = (more: Partial<Scenario>, abortAt?: number): Scenario => ({exists: true, calls: [{device: 0, kind: 'append', at: 0, shared: false, abortAt}], others: [], edits: [{type: 'twice'}], reads: [], ...more});

describe('stories that once ended otherwise', () => {
  const nothing = Array.from({length: 6}, () => ({type: 'drop'}) as const);

  test.each<[string, Scenario, string]>([
    ['sent twice by the browser, and aborted while it is looked for: unknown, not a conflict', append({}, 41), 'OutcomeUnknownError'],
    ['sent twice by the browser, and the connection is gone for a while: looked for until it is back', append({reads: [{type: 'none'}, ...nothing]}), 'saved, recovered'],
    ['the text of what is there is not to be had yet: nothing is put on top of it', append({reads: [{type: 'none'}, {type: 'none'}, {type: 'lag', ms: 60}]}), 'saved, recovered'],
    ['the base is not known yet where it is looked for: it is not gone', append({others: [{what: 'top', at: 5}], reads: [{type: 'none'}, {type: 'lag', ms: 60}]}), 'saved, recovered'],
    ['a page that was made is not seen yet', append({exists: false, reads: [{type: 'none'}, {type: 'lag', ms: 60}]}), 'saved, recovered'],
  ])('%s', async (_, what, ending) => {
    expect(await toTheEnd(what)).toEqual({problems: [], endings: [ending]});
  });
});

describe('the model merges by lines', () => {
  test.each<[string, string, string, string, string | undefined]>([
    ['other places', 'a b c d', 'A b c d', 'a b c D', 'A b c D'],
    ['the same in both', 'a b c', 'a b c x', 'a b c x', 'a b c x'],
    ['the same place', 'a b c', 'a b c x', 'a b c y', undefined],
    ['places that touch', 'a b c', 'A b c', 'a B c', undefined],
    ['put in above, and below', 'a b c', 'x a b c', 'a b c y', 'x a b c y'],
    ['put in, with what the others put in: a second append', 'a b', 'a b x y', 'a b x', undefined],
    ['taken back meanwhile', 'a b', 'a b x', 'a b', 'a b x'],
  ])('%s', (_, base, mine, theirs, both) => {
    const [from, to, others, all] = [base, mine, theirs, both].map((text) => text?.replaceAll(' ', '\n'));
    expect(merged(String(from), String(to), String(others))).toBe(all);
    expect(merged(String(from), String(others), String(to))).toBe(all);
  });
});
