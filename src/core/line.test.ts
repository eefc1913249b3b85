/** The line over several tabs, which hear each other some milliseconds later. */
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {type Asker, Line, type Message} from './line.js';

/** So many tabs, told of each other after at most so many milliseconds. */
function tabs(count: number, latency = 10): Line[] {
  const all: Line[] = [];
  for (let mine = 0; mine < count; mine++) {
    const tell = (message: Message): void => {
      const copy = structuredClone(message);
      setTimeout(() => all.forEach((line, index) => index !== mine && line.hear(copy)), Math.random() * latency);
    };
    all.push(new Line(false, tell));
  }
  return all;
}

let order = 0;
const asker = (perMinute = Infinity, more: Partial<Asker> = {}): Asker => ({order: order++, perMinute, signal: undefined, onHold: () => {}, onPace: () => {}, ...more});
const hold = (seconds: number): Parameters<Line['hold']>[0] => ({until: Date.now() + seconds * 1000, why: {status: 429, text: 'slow down'}, spacing: 0});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('requests a minute', () => {
  test('whenever they are asked, in whichever tab: never more in any minute, all in the end, and each tab’s in order', async () => {
    const asked = fc.array(fc.record({tab: fc.nat({max: 2}), afterMs: fc.oneof(fc.constant(0), fc.nat({max: 20_000}))}), {minLength: 1, maxLength: 60});
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({min: 1, max: 40}), async (requests, perMinute) => {
        const lines = tabs(3);
        await vi.advanceTimersByTimeAsync(100);
        const gone: {at: number; tab: number; nth: number}[] = [];
        for (const [nth, {tab, afterMs}] of requests.entries()) {
          await vi.advanceTimersByTimeAsync(afterMs);
          void (lines[tab] as Line).enter(asker(perMinute)).then(() => gone.push({at: Date.now(), tab, nth}));
        }
        await vi.advanceTimersByTimeAsync(61_000 * (1 + Math.ceil(requests.length / perMinute)));
        expect(gone).toHaveLength(requests.length);
        // Two tabs that have not heard yet what the third takes may each take a share at once. What waits for others to be heard goes a little after it is counted.
        const most = perMinute + 2 * Math.floor(perMinute / 16);
        for (const {at} of gone) expect(gone.filter((other) => other.at > at - 59_900 && other.at <= at).length).toBeLessThanOrEqual(most);
        for (const tab of [0, 1, 2]) {
          const own = gone.filter((each) => each.tab === tab).map(({nth}) => nth);
          expect(own).toEqual([...own].sort((one, other) => one - other));
        }
      }),
      {numRuns: 60},
    );
  });

  test('a burst of three tabs at once: as many as allowed, not one more', async () => {
    const lines = tabs(3);
    await vi.advanceTimersByTimeAsync(100);
    let gone = 0;
    for (const line of lines) for (let nth = 0; nth < 20; nth++) void line.enter(asker(30)).then(() => gone++);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(gone).toBe(30);
    await vi.advanceTimersByTimeAsync(80_000);
    expect(gone).toBe(60);
  });
});

describe('after a hold', () => {
  test('one of all tabs goes first; when it is lost with its tab, another does; when it is answered well, all follow', async () => {
    const lines = tabs(3);
    await vi.advanceTimersByTimeAsync(100);
    (lines[0] as Line).hold(hold(5));
    await vi.advanceTimersByTimeAsync(100);
    const gone: {line: Line; first: Awaited<ReturnType<Line['enter']>>}[] = [];
    for (const line of lines) for (let nth = 0; nth < 5; nth++) void line.enter(asker()).then((first) => gone.push({line, first}));
    await vi.advanceTimersByTimeAsync(4800);
    expect(gone).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(5000);
    expect(gone).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(6000);
    expect(gone).toHaveLength(2);
    const [, second] = gone;
    second?.line.leave(second.first, true);
    await vi.advanceTimersByTimeAsync(10);
    expect(gone.length).toBeLessThan(5);
    await vi.advanceTimersByTimeAsync(3000);
    expect(gone).toHaveLength(15);
    // From now on nobody stands in line.
    void Promise.all(lines.map(async (line) => gone.push({line, first: await line.enter(asker())})));
    await vi.advanceTimersByTimeAsync(0);
    expect(gone).toHaveLength(18);
  });

  test('a tab that opens meanwhile is told', async () => {
    const all: Line[] = [];
    const tellOthers = (mine: number) => (message: Message) => void setTimeout(() => all.forEach((line, index) => index !== mine && line.hear(message)), 5);
    all.push(new Line(false, tellOthers(0)));
    (all[0] as Line).hold(hold(5));
    const late = new Line(false, tellOthers(1));
    all.push(late);
    await vi.advanceTimersByTimeAsync(20);
    const told = vi.fn();
    let gone = false;
    void late.enter(asker(Infinity, {onHold: told})).then(() => (gone = true));
    await vi.advanceTimersByTimeAsync(4900);
    expect(told).toHaveBeenCalledTimes(1);
    expect(gone).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(gone).toBe(true);
  });
});
