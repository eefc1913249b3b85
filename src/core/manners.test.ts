/** How a wiki’s wish to be left alone is kept, by all who ask, on a clock of our own. */
import {afterEach, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest';
import {fakeWiki, type FakeAnswer, type FakeRequest} from '../testing/fake-wiki.js';
import {Session} from './session.js';
import type {SessionOptions} from './settings.js';
import type {RetryWait} from './retry.js';

const api = 'https://wiki.example/w/api.php';
const slow = (seconds?: number, status = 429): Response => new Response('slow down', {status, headers: seconds === undefined ? {} : {'Retry-After': String(seconds)}});
const refuses = (code: string): object => ({errors: [{code, text: `The wiki says ${code}.`, module: 'main'}]});
const limits = (ratelimits: object): object => ({query: {userinfo: {id: 3, name: 'Olga', ratelimits}}});

/** A wiki that answers by this, and the seconds at which it was asked. */
function wikiThat(answer: (request: FakeRequest, nth: number) => FakeAnswer) {
  const start = Date.now();
  const asked: {seconds: number; request: FakeRequest}[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const fake = fakeWiki([[{}, (request) => {
      asked.push({seconds: (Date.now() - start) / 1000, request});
      return answer(request, asked.length);
    }]]);
    return fake.fetch(url, init);
  };
  const session = (options: SessionOptions = {}): Session => new Session(api, {fetch, userAgent: 'Test/1.0 (User:Me)', user: 'Olga', tokens: {csrf: 't'}, ...options});
  return {session, asked, times: () => asked.map(({seconds}) => seconds)};
}

/** What a promise has come to by now. */
function watched<T>(promise: Promise<T>): {came?: T; failed?: Record<string, unknown>} {
  const state: {came?: T; failed?: Record<string, unknown>} = {};
  promise.then((came) => (state.came = came), (error: unknown) => (state.failed = error as Record<string, unknown>));
  return state;
}

/** What sessions load on their way is there. */
beforeAll(async () => {
  const session = wikiThat(() => ({})).session();
  await session.post({action: 'watch'}, {token: 'csrf'});
  await vi.dynamicImportSettled();
});

const ask = (session: Session, nth: number | string, options = {}): Promise<object> => session.get({action: 'query', titles: [`Page ${nth}`]}, options);
const edit = (session: Session, nth = 1, more: object = {}, options: object = {}): Promise<object> => session.post({action: 'edit', title: `Page ${nth}`, text: 'x', ...more}, {token: 'csrf', ...options});
const titles = (asked: readonly {request: FakeRequest}[]): (string | undefined)[] => asked.map(({request: {params}}) => params['titles']);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('while the wiki asks to wait', () => {
  test('nobody asks it; then one goes to see, and the others follow apart from each other, in order of asking', async () => {
    const wiki = wikiThat((_, nth) => (nth === 1 ? slow(10) : {}));
    const [one, other] = [wiki.session(), wiki.session()];
    const first = watched(ask(one, 0));
    await vi.advanceTimersByTimeAsync(500);
    const later = Array.from({length: 12}, (_, index) => watched(ask(index % 2 ? one : other, index + 1)));
    await vi.advanceTimersByTimeAsync(9499);
    expect(wiki.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(8000);
    expect(first.came).toEqual({});
    expect(later.every(({came}) => came)).toBe(true);
    expect(titles(wiki.asked.slice(1))).toEqual(Array.from({length: 13}, (_, index) => `Page ${index}`));
    const back = wiki.times().slice(1);
    expect(Math.min(...back)).toBeGreaterThanOrEqual(10);
    // All of them within a few seconds, and no two together.
    expect(Math.max(...back)).toBeLessThan(10 + 13 * 0.26);
    expect(new Set(back).size).toBe(13);
  });

  test('one that goes to see is alone until it is answered, and what it is told holds for all', async () => {
    let answer: (response: Response) => void = () => {};
    const wiki = wikiThat((_, nth) => (nth === 1 ? slow(1) : nth === 2 ? () => new Promise<Response>((resolve) => (answer = resolve)) : {}));
    const session = wiki.session();
    const all = Array.from({length: 20}, (_, index) => watched(ask(session, index)));
    await vi.advanceTimersByTimeAsync(5000);
    const before = wiki.asked.length;
    answer(slow(3));
    await vi.advanceTimersByTimeAsync(2900);
    expect(wiki.asked).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(all.every(({came}) => came)).toBe(true);
  });

  test.each<[string, () => FakeAnswer, number]>([
    ['429 with a date', () => new Response('', {status: 429, headers: {'Retry-After': new Date(Date.now() + 30_000).toUTCString()}}), 29],
    ['429 with an hour: two minutes', () => slow(3600), 120],
    ['503 with Retry-After', () => slow(7, 503), 7],
    ['maxlag', () => Response.json(refuses('maxlag'), {headers: {'Retry-After': '6', 'MediaWiki-API-Error': 'maxlag'}}), 6],
  ])('%s: so long', async (_, answer, seconds) => {
    const wiki = wikiThat((_request, nth) => (nth === 1 ? answer() : {}));
    const session = wiki.session({maxlag: 5});
    const states = [watched(ask(session, 1))];
    await vi.advanceTimersByTimeAsync(1);
    states.push(watched(ask(session, 2)));
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 10);
    expect(wiki.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3000);
    expect(states.map(({came}) => came)).toEqual([{}, {}]);
  });

  test('lag holds who asks with maxlag, and nobody who does not', async () => {
    const lagging = (): Response => Response.json(refuses('maxlag'), {headers: {'Retry-After': '6', 'MediaWiki-API-Error': 'maxlag'}});
    const wiki = wikiThat((_, nth) => (nth === 1 ? lagging() : {}));
    const [list, session] = [wiki.session({maxlag: 5}), wiki.session()];
    const batch = watched(ask(list, 1));
    await vi.advanceTimersByTimeAsync(1);
    const reader = watched(ask(session, 2));
    await vi.advanceTimersByTimeAsync(1);
    expect(reader.came).toEqual({});
    expect(batch.came).toBeUndefined();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(batch.came).toEqual({});
  });

  test('a 503 of a write, which is not sent again, holds others all the same', async () => {
    const wiki = wikiThat((_, nth) => (nth === 1 ? slow(5, 503) : {}));
    const session = wiki.session();
    const write = watched(edit(session));
    await vi.advanceTimersByTimeAsync(1);
    expect(write.failed).toMatchObject({name: 'HttpError', status: 503});
    const read = watched(ask(session, 1));
    await vi.advanceTimersByTimeAsync(4900);
    expect(wiki.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(read.came).toEqual({});
  });

  test('a 502 and a lost connection hold nobody', async () => {
    const wiki = wikiThat((_, nth) => (nth === 1 ? new Response('', {status: 502}) : nth === 2 ? new TypeError('Failed to fetch') : {}));
    const session = wiki.session();
    for (const nth of [1, 2]) void ask(session, nth, {retry: false}).catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    const third = watched(ask(session, 3));
    await vi.advanceTimersByTimeAsync(0);
    expect(third.came).toEqual({});
  });

  test('who waits is told each wait, once, and why; who would wait too long is told at once', async () => {
    const wiki = wikiThat((_, nth) => (nth === 1 ? slow(20) : {}));
    const waits: [string, RetryWait][] = [];
    const session = wiki.session();
    const onWait = (who: string) => ({retry: {onWait: (wait: RetryWait) => waits.push([who, wait])}});
    void ask(session, 1, onWait('first'));
    await vi.advanceTimersByTimeAsync(5000);
    const second = watched(ask(session, 2, onWait('second')));
    const hasty = watched(ask(session, 3, {retry: {maxRetrySeconds: 10}}));
    const never = watched(ask(session, 4, {retry: false}));
    await vi.advanceTimersByTimeAsync(0);
    const told = {name: 'HttpError', status: 429, retryAfterSeconds: 15, request: {params: {titles: 'Page 3'}}};
    expect(hasty.failed).toMatchObject(told);
    expect(never.failed).toMatchObject({name: 'HttpError', status: 429});
    await vi.advanceTimersByTimeAsync(20_000);
    expect(second.came).toEqual({});
    expect(waits).toMatchObject([
      ['first', {attempt: 1, seconds: 20, reason: {status: 429}}],
      ['second', {attempt: 1, seconds: 15, reason: {name: 'HttpError', status: 429}}],
    ]);
    expect(wiki.asked).toHaveLength(3);
  });

  test('an abort ends the wait at once, and leaves no timer behind', async () => {
    const wiki = wikiThat((_, nth) => (nth === 1 ? slow(60) : {}));
    const session = wiki.session();
    const controller = new AbortController();
    const states = [1, 2].map((nth) => watched(ask(session, nth, {signal: controller.signal})));
    await vi.advanceTimersByTimeAsync(1000);
    states.push(watched(ask(session, 3, {signal: controller.signal})));
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    for (const {failed} of [states[0], states[2]] as typeof states) expect(failed).toMatchObject({name: 'AbortError'});
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(wiki.asked.length).toBeLessThanOrEqual(3);
  });

  test('so does one by who is told of the wait', async () => {
    const wiki = wikiThat((_, nth) => (nth === 1 ? slow(60) : {}));
    const session = wiki.session();
    const controller = new AbortController();
    void ask(session, 1);
    await vi.advanceTimersByTimeAsync(0);
    const second = watched(ask(session, 2, {signal: controller.signal, retry: {onWait: () => controller.abort()}}));
    await vi.advanceTimersByTimeAsync(0);
    expect(second.failed).toMatchObject({name: 'AbortError'});
  });

  test('another fetch, and another wiki, are asked as ever', async () => {
    const wiki = wikiThat((_, nth) => (nth === 1 ? slow(60) : {}));
    const session = wiki.session();
    void ask(session, 1).catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    const elsewhere = new Session('https://other.example/w/api.php', {fetch: session.settings.fetch, userAgent: 'Test/1.0'});
    const states = [watched(elsewhere.get({action: 'query'})), watched(wikiThat(() => ({})).session().get({action: 'query'}))];
    await vi.advanceTimersByTimeAsync(0);
    expect(states.map(({came}) => came)).toEqual([{}, {}]);
  });
});

describe('requestsPerMinute', () => {
  test('what is more waits its turn, in order, as earlier ones are a minute old', async () => {
    const wiki = wikiThat(() => ({}));
    const waits: RetryWait[] = [];
    const session = wiki.session({requestsPerMinute: 4, retry: {onWait: (wait) => waits.push(wait)}});
    for (const nth of [1, 2, 3]) {
      void ask(session, nth);
      await vi.advanceTimersByTimeAsync(10_000);
    }
    for (const nth of [4, 5, 6, 7, 8, 9]) void ask(session, nth);
    await vi.advanceTimersByTimeAsync(0);
    expect(wiki.asked).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(200_000);
    expect(titles(wiki.asked)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((nth) => `Page ${nth}`));
    const times = wiki.times();
    times.forEach((time, nth) => nth >= 4 && expect(time - (times[nth - 4] as number)).toBeGreaterThanOrEqual(60));
    expect(times[8]).toBeLessThan(122);
    expect(waits.map(({seconds}) => Math.round(seconds))).toEqual([30, 40, 50, 60, 90]);
    expect(waits[0]).toMatchObject({attempt: 1, reason: {name: 'RateLimitError', message: 'There are 4 requests a minute at most: this one waits for its turn.'}});
  });

  test('one that is aborted leaves its turn to the next, at once', async () => {
    const wiki = wikiThat(() => ({}));
    const session = wiki.session({requestsPerMinute: 1});
    const controller = new AbortController();
    void ask(session, 1);
    const second = watched(ask(session, 2, {signal: controller.signal}));
    const third = watched(ask(session, 3));
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(second.failed).toMatchObject({name: 'AbortError'});
    await vi.advanceTimersByTimeAsync(60_000);
    expect(third.came).toEqual({});
    expect(titles(wiki.asked)).toEqual(['Page 1', 'Page 3']);
  });

  test('holds nobody who has no such limit', async () => {
    const wiki = wikiThat(() => ({}));
    const careful = wiki.session({requestsPerMinute: 1});
    for (const nth of [1, 2, 3]) void ask(careful, nth);
    await vi.advanceTimersByTimeAsync(1);
    const other = watched(ask(wiki.session(), 4));
    await vi.advanceTimersByTimeAsync(0);
    expect(other.came).toEqual({});
    await vi.advanceTimersByTimeAsync(200_000);
  });

  test('is 180 for a page of another site that asks as nobody, and else no limit', () => {
    const limit = (options: SessionOptions): number => new Session(api, {userAgent: 'Test/1.0', ...options}).settings.requestsPerMinute;
    expect(limit({origin: 'https://page.example'})).toBe(180);
    expect(limit({origin: 'https://page.example', requestsPerMinute: Infinity})).toBe(Infinity);
    expect(limit({origin: 'https://page.example', auth: 'cookies'})).toBe(Infinity);
    expect(limit({origin: 'https://wiki.example', auth: 'anonymous'})).toBe(Infinity);
    expect(limit({})).toBe(Infinity);
  });
});

describe('ratelimited', () => {
  /** A wiki that refuses the first edits, and tells these limits. */
  const limited = (ratelimits: object, times = 1) => {
    let left = times;
    return wikiThat(({params}) => (params['uiprop'] === 'ratelimits' ? limits(ratelimits) : params['action'] === 'edit' && left-- > 0 ? refuses('ratelimited') : {}));
  };
  const edits = (wiki: ReturnType<typeof limited>): number[] => wiki.asked.filter(({request: {params}}) => params['action'] === 'edit').map(({seconds}) => seconds);

  test('a short wait is waited: the limit of the most generous group, twice as long each time', async () => {
    const wiki = limited({edit: {user: {hits: 8, seconds: 60}, sysop: {hits: 30, seconds: 60}}}, 2);
    const waits: number[] = [];
    const session = wiki.session({retry: {onWait: ({seconds}) => waits.push(seconds)}});
    const state = watched(edit(session));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(state.came).toEqual({});
    expect(waits).toEqual([2, 4]);
    // The limits were asked for once.
    expect(wiki.asked).toHaveLength(4);
  });

  test('a new user’s limit goes before those of groups', async () => {
    const wiki = limited({edit: {newbie: {hits: 10, seconds: 60}, user: {hits: 90, seconds: 60}}});
    const waits: number[] = [];
    void edit(wiki.session({retry: {onWait: ({seconds}) => waits.push(seconds)}}));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(waits).toEqual([6]);
  });

  test('a longer one is told at once to somebody who waits, and the next is told without asking; others are not held', async () => {
    const wiki = limited({edit: {user: {hits: 1, seconds: 60}}});
    const session = wiki.session();
    const first = watched(edit(session));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(first.failed).toMatchObject({name: 'RateLimitError', code: 'ratelimited', message: 'The wiki says ratelimited.', retryAfterSeconds: 60});
    const second = watched(edit(session, 2));
    const move = watched(session.post({action: 'move', from: 'A', to: 'B'}, {token: 'csrf'}));
    await vi.advanceTimersByTimeAsync(0);
    expect(second.failed).toMatchObject({name: 'RateLimitError', code: 'ratelimited', retryAfterSeconds: expect.closeTo(50, 0)});
    expect(move.came).toEqual({});
    expect(edits(wiki)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    const third = watched(edit(session, 3));
    await vi.advanceTimersByTimeAsync(1000);
    expect(third.came).toEqual({});
  });

  test('batch work waits, up to its policy, and those in line follow at the pace of the limit', async () => {
    const wiki = limited({edit: {user: {hits: 4, seconds: 60}}});
    const session = wiki.session({maxlag: 5});
    const first = watched(edit(session));
    await vi.advanceTimersByTimeAsync(1);
    const others = [2, 3].map((nth) => watched(edit(session, nth)));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([first, ...others].map(({came}) => came)).toEqual([{}, {}, {}]);
    const [, again = 0, second = 0, third = 0] = edits(wiki);
    expect(again).toBeGreaterThanOrEqual(15);
    for (const gap of [second - again, third - second]) expect(gap).toBeGreaterThanOrEqual(14.9);
  });

  test('three waits at most', async () => {
    const wiki = limited({edit: {user: {hits: 6, seconds: 60}}}, 99);
    const state = watched(edit(wiki.session({maxlag: 5, retry: {maxRetrySeconds: 999}})));
    await vi.advanceTimersByTimeAsync(300_000);
    expect(state.failed).toMatchObject({code: 'ratelimited'});
    expect(edits(wiki)).toHaveLength(4);
  });

  test('where nothing at all is allowed, nobody waits, not even batch work', async () => {
    const wiki = limited({edit: {user: {hits: 0, seconds: 60}}}, 99);
    const session = wiki.session({maxlag: 5, retry: {maxRetrySeconds: Infinity}});
    const states = [watched(edit(session)), watched(edit(session, 2))];
    await vi.advanceTimersByTimeAsync(1000);
    for (const {failed} of states) expect(failed).toMatchObject({name: 'RateLimitError', code: 'ratelimited'});
    expect(edits(wiki)).toHaveLength(2);
  });

  test('limits that cannot be asked for: told at once to somebody who waits, and waited by rule of thumb in batch work', async () => {
    let left = 2;
    const wiki = wikiThat(({params}) => (params['uiprop'] ? new Response('', {status: 500}) : left-- > 0 ? refuses('ratelimited') : {}));
    const somebody = watched(edit(wiki.session()));
    await vi.advanceTimersByTimeAsync(10);
    expect(somebody.failed).toMatchObject({code: 'ratelimited'});
    expect(somebody.failed?.['retryAfterSeconds']).toBeUndefined();
    const batch = watched(edit(wiki.session({maxlag: 5})));
    await vi.advanceTimersByTimeAsync(4900);
    expect(batch).toEqual({});
    await vi.advanceTimersByTimeAsync(10_000);
    expect(batch.came).toEqual({});
  });
});
