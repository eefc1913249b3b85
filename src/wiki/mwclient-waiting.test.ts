/** What mwclient promises of errors and of waiting (its test_client.py and test_sleep.py), by the names of its tests, as behaviours of ours. */
import {afterEach, describe, expect, test, vi} from 'vitest';
import {type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Wiki, type WikiOptions} from './wiki.js';

const wikiOf = (fake: Pick<FakeWiki, 'fetch'>, options: WikiOptions = {}): Wiki => new Wiki('test.wikipedia.org', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', ...options});

const lagging = (seconds: string): FakeAnswer => () => Response.json({errors: [{code: 'maxlag', text: 'Waiting for a server: 8 seconds lagged.'}]}, {headers: {'MediaWiki-API-Error': 'maxlag', 'Retry-After': seconds}});

/** What comes of it, and the seconds of each wait, on a clock that runs as fast as it can. */
async function waiting(run: (options: WikiOptions) => Promise<unknown>): Promise<{readonly came: unknown; readonly waits: readonly number[]}> {
  vi.useFakeTimers();
  const waits: number[] = [];
  const state = {over: false};
  const came = run({retry: {onWait: ({seconds}) => waits.push(seconds)}}).catch((error: unknown) => error).finally(() => (state.over = true));
  while (!state.over) await vi.advanceTimersByTimeAsync(1000);
  return {came: await came, waits};
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('what goes wrong', () => {
  test('mwclient: test_http_error — a request that is refused by its status is sent once', async () => {
    const fake = fakeWiki([[{}, new Response('Uh oh', {status: 400})]]);
    await expect(wikiOf(fake).get({action: 'query'})).rejects.toMatchObject({name: 'HttpError', status: 400, bodyStart: 'Uh oh'});
    expect(fake.requests).toHaveLength(1);
  });

  test('mwclient: test_api_disabled — an answer that is no JSON is told with its beginning', async () => {
    const body = 'MediaWiki API is not enabled for this site.';
    await expect(wikiOf(fakeWiki([[{}, new Response(body)]]), {retry: false}).get({action: 'query'})).rejects.toMatchObject({name: 'InvalidAnswerError', bodyStart: body, message: expect.stringContaining('Is this the address of a wiki’s api.php?')});
  });

  test('mwclient: test_api_error_response — a refusal comes with the wiki’s code and words, once', async () => {
    const text = 'You are no longer logged in, so the action could not be completed.';
    const fake = fakeWiki([[{action: 'edit'}, {errors: [{code: 'assertuserfailed', text, module: 'main'}]}]]);
    const wiki = wikiOf(fake, {user: 'Olga', tokens: {csrf: 't'}});
    await expect(wiki.post({action: 'edit', title: 'Sandbox', text: 'x'}, {token: 'csrf'})).rejects.toMatchObject({name: 'LoginError', code: 'assertuserfailed', message: text, errors: [{code: 'assertuserfailed', module: 'main'}]});
    expect(fake.requests).toHaveLength(1);
  });

  describe('mwclient: test_api_http_error', () => {
    const always = (answer: () => Response | Error) => {
      const asked: string[] = [];
      const fetch = (url: string): Promise<Response> => {
        asked.push(url);
        const given = answer();
        return given instanceof Error ? Promise.reject(given) : Promise.resolve(given);
      };
      return {asked, fetch};
    };

    test.each<[string, () => Response | Error, number, string]>([
      ['401 — sent once', () => new Response('foo', {status: 401}), 0, 'HttpError'],
      ['503 — sent again, four times at most, and then told', () => new Response('foo', {status: 503}), 4, 'HttpError'],
      ['a lost connection — the same', () => new TypeError('Failed to fetch'), 4, 'NetworkError'],
    ])('%s', async (_, answer, again, name) => {
      const server = always(answer);
      const {came, waits} = await waiting((options) => wikiOf(server, options).session.get({action: 'query'}));
      expect(came).toMatchObject({name});
      expect([server.asked.length, waits.length]).toEqual([again + 1, again]);
    });

    test.each<[string, () => Response | Error]>([['503', () => new Response('foo', {status: 503})], ['a lost connection', () => new TypeError('Failed to fetch')]])('%s, with retry: false — sent once', async (_, answer) => {
      const server = always(answer);
      await expect(wikiOf(server).session.get({action: 'query'}, {retry: false})).rejects.toThrow();
      expect(server.asked).toHaveLength(1);
    });
  });
});

describe('waiting', () => {
  test('mwclient: test_max_lag — a wiki that lags is asked again', async () => {
    const fake = fakeWiki([[{maxlag: '3'}, lagging('0')], [{maxlag: '3'}, {query: {}}]]);
    const {came, waits} = await waiting((options) => wikiOf(fake, {...options, maxlag: 3}).session.get({action: 'query'}));
    expect(came).toEqual({query: {}});
    // Not at once, whatever it says: others would do the same.
    expect(waits).toEqual([5]);
    fake.done();
  });

  test('mwclient: test_api_dblag — a wiki that goes on lagging is told in the end, in its own words', async () => {
    const fake = fakeWiki(Array.from({length: 6}, () => [{}, lagging('7')]));
    const {came, waits} = await waiting((options) => wikiOf(fake, {...options, maxlag: 3}).session.get({action: 'query'}));
    expect(came).toMatchObject({name: 'ApiError', code: 'maxlag', message: 'Waiting for a server: 8 seconds lagged.', retryAfterSeconds: 7});
    expect(waits).toEqual([7, 7, 7, 7, 7]);
    fake.done();
  });

  test('mwclient: test_api_dblag — with retry: false, at once', async () => {
    const fake = fakeWiki([[{}, lagging('7')]]);
    await expect(wikiOf(fake).session.get({action: 'query'}, {retry: false})).rejects.toMatchObject({code: 'maxlag'});
  });

  const slow = (more: Record<string, string> = {}): Response => new Response('slow down', {status: 429, headers: more});

  test('mwclient: test_make — each call counts its own waits', async () => {
    const fake = fakeWiki([[{}, slow({'Retry-After': '1'})], [{}, {}], [{}, slow({'Retry-After': '1'})], [{}, {}]]);
    const attempts: number[] = [];
    const {came} = await waiting(async () => {
      const {session} = wikiOf(fake, {retry: {onWait: ({attempt}) => attempts.push(attempt)}});
      await session.get({action: 'query'});
      return session.get({action: 'query'});
    });
    expect(came).toEqual({});
    expect(attempts).toEqual([1, 1]);
  });

  test('mwclient: test_sleep — waits may grow, and those in all end', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const server = {fetch: () => Promise.resolve(new Response('', {status: 502}))};
    expect((await waiting((options) => wikiOf(server, options).session.get({action: 'query'}))).waits).toEqual([1, 2, 4, 8]);
    const limited = await waiting(({retry}) => wikiOf(server, {retry: {...(retry as object), maxRetrySeconds: 4}}).session.get({action: 'query'}));
    expect(limited.waits).toEqual([1, 2]);
  });

  test('mwclient: test_min_time — as long as the server says', async () => {
    const fake = fakeWiki([[{}, slow({'Retry-After': '42'})], [{}, {}]]);
    expect((await waiting((options) => wikiOf(fake, options).session.get({action: 'query'}))).waits).toEqual([42]);
  });

  test('mwclient: test_retries_count — who waits is told which wait it is, how long, and why', async () => {
    const told: unknown[] = [];
    const fake = fakeWiki([[{}, slow({'Retry-After': '1'})], [{}, lagging('6')], [{}, {}]]);
    await waiting(() => wikiOf(fake, {retry: {onWait: ({attempt, seconds, reason}) => told.push([attempt, seconds, reason.name])}}).session.get({action: 'query'}));
    expect(told).toEqual([[1, 1, 'HttpError'], [2, 6, 'ApiError']]);
  });

  test('mwclient: test_max_retries — no more often than one says', async () => {
    const fake = fakeWiki(Array.from({length: 3}, () => [{}, slow({'Retry-After': '1'})]));
    const {came} = await waiting(() => wikiOf(fake, {retry: {maxRetries: 2}}).session.get({action: 'query'}));
    expect(came).toMatchObject({name: 'HttpError', status: 429});
    fake.done();
  });
});
