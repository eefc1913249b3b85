/** What mwclient promises of its `Site` (its test_client.py and test_sleep.py), by the names of its tests, as behaviours of ours. */
import {afterEach, describe, expect, test, vi} from 'vitest';
import {type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {siteAnswer} from './site.fixtures.js';
import {parseVersion} from './site-version.js';
import {Wiki, type WikiOptions} from './wiki.js';

const userAgent = 'Test/1.0 (User:Me)';
const wikiOf = (fake: Pick<FakeWiki, 'fetch'>, options: WikiOptions = {}): Wiki => new Wiki('test.wikipedia.org', {fetch: fake.fetch, userAgent, ...options});

/** A wiki that says it runs this. */
const running = (generator: string): object => ({query: {...siteAnswer.query, general: {...siteAnswer.query.general, generator}}});

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

afterEach(() => void vi.useRealTimers());

describe('where and how it asks', () => {
  test('mwclient: test_https_as_default — of a host name alone, by https and below /w/', () => {
    expect(wikiOf(fakeWiki()).apiUrl).toBe('https://test.wikipedia.org/w/api.php');
  });

  test('mwclient: test_force_http — an address by http is asked by http', async () => {
    const fake = fakeWiki([[{}, {}]]);
    await new Wiki('http://test.wikipedia.org/w/api.php', {fetch: fake.fetch, userAgent}).session.get({action: 'query'});
    expect(fake.requests[0]?.url).toMatch(/^http:\/\/test\.wikipedia\.org\/w\/api\.php\?/);
  });

  test('mwclient: test_user_agent_is_sent — the tool’s name comes first', async () => {
    const fake = fakeWiki([[{}, {}]]);
    await wikiOf(fake, {userAgent: 'MyFabulousClient/1.0'}).get({action: 'query'});
    expect(fake.requests[0]?.headers['user-agent']).toMatch(/^MyFabulousClient\/1\.0 wikilit\//);
  });

  test('mwclient: test_custom_headers_are_sent — with each request', async () => {
    const fake = fakeWiki([[{}, {}], [{}, {}]]);
    const wiki = wikiOf(fake, {headers: {'X-Wikimedia-Debug': 'backend=k8s-mwdebug; log'}});
    await wiki.get({action: 'query'});
    await wiki.post({action: 'purge', titles: ['Main Page']});
    expect(fake.requests.map(({headers}) => headers['x-wikimedia-debug'])).toEqual(['backend=k8s-mwdebug; log', 'backend=k8s-mwdebug; log']);
  });

  test('mwclient: test_basic_request — nothing is asked at the start; the wiki’s facts and who one is are then one request', async () => {
    const fake = fakeWiki([[{action: 'query', meta: 'siteinfo|userinfo', siprop: 'general|namespaces', uiprop: 'groups|rights'}, {query: {...siteAnswer.query, userinfo: {id: 0, name: '127.0.0.1', anon: true, groups: ['*'], rights: ['read']}}}]]);
    const wiki = wikiOf(fake);
    expect(fake.requests).toHaveLength(0);
    const [site, user] = await Promise.all([wiki.siteinfo({prop: ['general', 'namespaces']}), wiki.userinfo()]);
    expect([site.general.sitename, user.name, user.groups]).toEqual(['Wikilit', '127.0.0.1', ['*']]);
    fake.done();
  });

  test('mwclient: test_oauth — a token of OAuth 2 goes with each request, in its header and nowhere else', async () => {
    const fake = fakeWiki([[{}, {}]]);
    await wikiOf(fake, {auth: {accessToken: 'abc'}}).get({action: 'query'});
    expect(fake.requests[0]).toMatchObject({headers: {authorization: 'Bearer abc'}, url: expect.not.stringContaining('abc')});
  });

  test('mwclient: test_headers — a short post is urlencoded', async () => {
    const fake = fakeWiki([[{action: 'purge', titles: 'Main Page'}, {}]]);
    await wikiOf(fake).post({action: 'purge', titles: ['Main Page']});
    expect(fake.requests[0]).toMatchObject({method: 'POST', headers: {'content-type': expect.stringMatching(/^application\/x-www-form-urlencoded/)}});
  });

  test('mwclient: test_raw_index — index.php is one request, and its text as it is', async () => {
    const fake = fakeWiki([[{title: 'Main Page', action: 'raw'}, new Response('Some data')]]);
    expect(await wikiOf(fake).rawIndex({title: 'Main Page', action: 'raw'})).toBe('Some data');
    expect(fake.requests).toMatchObject([{method: 'GET', url: expect.stringMatching(/^https:\/\/test\.wikipedia\.org\/w\/index\.php\?/)}]);
  });

  test('mwclient: test_connection_options — the connection is one’s own, and ends in the time one gives', async () => {
    const asked: string[] = [];
    const own = {fetch: (url: string) => (asked.push(url), new Promise<Response>(() => {}))};
    const {came} = await waiting(() => wikiOf(own, {timeoutSeconds: 5, retry: false}).post({action: 'parse'}));
    expect(came).toMatchObject({name: 'NetworkError', message: expect.stringContaining('within 5 seconds')});
    expect(asked).toHaveLength(1);
  });
});

describe('what the wiki is', () => {
  test('mwclient: test_version — its version is read from what it calls itself', async () => {
    expect((await wikiOf(fakeWiki([[{meta: 'siteinfo'}, running('MediaWiki 1.39')]])).site()).version).toEqual([1, 39, 0]);
  });

  test('mwclient: test_min_version — one that is too old is refused, by both versions', async () => {
    const wiki = wikiOf(fakeWiki([[{meta: 'siteinfo'}, running('MediaWiki 1.38.2')]]));
    await expect(wiki.require('1.39')).rejects.toMatchObject({name: 'VersionError', needed: '1.39', found: 'MediaWiki 1.38.2'});
    await wiki.require('1.38');
  });

  test('mwclient: test_private_wiki — one that only users may read can be logged in to, and is then read', async () => {
    const fake = fakeWiki([
      [{meta: 'siteinfo', assertuser: undefined}, {errors: [{code: 'readapidenied', text: 'You need read permission to use this module.'}]}],
      [{meta: 'tokens', type: 'login'}, {query: {tokens: {logintoken: 'l+\\'}}}],
      [{action: 'login'}, {login: {result: 'Success', lgusername: 'Olga'}}],
      [{meta: 'siteinfo', assertuser: 'Olga'}, siteAnswer],
    ]);
    const wiki = wikiOf(fake);
    await expect(wiki.site()).rejects.toMatchObject({name: 'ApiError', code: 'readapidenied'});
    await wiki.login({username: 'Olga@app', password: 'secret'});
    expect((await wiki.site()).sitename).toBe('Wikilit');
    fake.done();
  });

  describe('mwclient: test_version_tuple_from_generator', () => {
    test.each([
      ['MediaWiki 1.24', [1, 24, 0]],
      ['MediaWiki 1.24.0', [1, 24, 0]],
      ['MediaWiki 1.24.0-wmf.1', [1, 24, 0]],
      ['MediaWiki 1.24.1alpha', [1, 24, 1]],
      ['MediaWiki 1.24.1alpha1', [1, 24, 1]],
      ['MediaWiki 1.24.1-rc.3', [1, 24, 1]],
    ])('%s — its numbers alone', (generator, version) => {
      expect(parseVersion(generator)).toEqual(version);
    });

    test.each([
      ['empty', ''],
      ['invalid_prefix', 'Foo 1.24.1'],
      ['no_minor', 'MediaWiki 1'],
      ['major_is_not_number', 'MediaWiki foo.24.1'],
      ['minor_is_not_number', 'MediaWiki 1.foo.1'],
      ['major_and_minor_are_not_numbers', 'MediaWiki foo.bar.1'],
    ])('_%s — no version is made up of it', (_, generator) => {
      expect(() => parseVersion(generator)).toThrow(/no version of MediaWiki/);
    });

    test('_patch_is_not_number — such a patch counts as none', () => {
      expect(parseVersion('MediaWiki 1.24.foo')).toEqual([1, 24, 0]);
    });
  });
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
    vi.restoreAllMocks();
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

describe('answers', () => {
  test('mwclient: test_revisions — revisions by their numbers, each with its page', async () => {
    const revisions = [{revid: 689697696, timestamp: '2015-11-08T21:52:46Z', comment: 'Test comment 1'}, {revid: 689816909, comment: 'Test comment 2'}];
    const fake = fakeWiki([[{prop: 'revisions', revids: '689697696|689816909', rvprop: 'ids|timestamp|comment'}, {query: {pages: [{pageid: 1, ns: 0, title: 'Test page', revisions}]}}]]);
    const {query} = await wikiOf(fake).get({action: 'query', prop: 'revisions', revids: [689697696, 689816909], rvprop: ['ids', 'timestamp', 'comment']});
    expect(query.pages).toMatchObject([{pageid: 1, title: 'Test page', revisions}]);
  });

  test('mwclient: test_expandtemplates_1_24 — templates of a text', async () => {
    const fake = fakeWiki([[{action: 'expandtemplates', prop: 'wikitext', text: '{{CURRENTYEAR}}'}, {expandtemplates: {wikitext: '2024'}}]]);
    expect(await wikiOf(fake).expandtemplates('{{CURRENTYEAR}}')).toBe('2024');
    fake.done();
  });

  test('mwclient: test_expandtemplates_1_24_generatexml — the tree beside the text', async () => {
    const told = {wikitext: '2024', parsetree: '<root><template><title>CURRENTYEAR</title></template></root>'};
    const fake = fakeWiki([[{prop: 'wikitext|parsetree'}, {expandtemplates: told}]]);
    expect(await wikiOf(fake).expandtemplates('{{CURRENTYEAR}}', {prop: ['wikitext', 'parsetree']})).toEqual(told);
    fake.done();
  });

  // mwclient makes tuples of numbers of them; here they are what the wiki says, and what `Date` reads.
  test.each([
    ['test_parse_missing_timestamp', undefined],
    ['test_parse_empty_timestamp', '0000-00-00T00:00:00Z'],
    ['test_parse_nonempty_timestamp', '2015-01-02T20:18:36Z'],
  ])('mwclient: %s — a time is given as the wiki tells it: %s', async (_, timestamp) => {
    const fake = fakeWiki([[{list: 'recentchanges'}, {query: {recentchanges: [{title: 'A', timestamp}]}}]]);
    const [change] = await wikiOf(fake).recentchanges({prop: ['title', 'timestamp']}).toArray();
    expect(change?.timestamp).toBe(timestamp);
  });
});
