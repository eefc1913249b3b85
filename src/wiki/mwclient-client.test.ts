/** What mwclient promises of its `Site` (its test_client.py and test_util.py), by the names of its tests, as behaviours of ours. */
import {describe, expect, test} from 'vitest';
import {fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {siteAnswer} from './site.fixtures.js';
import {parseVersion} from './site-version.js';
import {Wiki, type WikiOptions} from './wiki.js';

const userAgent = 'Test/1.0 (User:Me)';
const wikiOf = (fake: Pick<FakeWiki, 'fetch'>, options: WikiOptions = {}): Wiki => new Wiki('test.wikipedia.org', {fetch: fake.fetch, userAgent, ...options});

/** A wiki that says it runs this. */
const running = (generator: string): object => ({query: {...siteAnswer.query, general: {...siteAnswer.query.general, generator}}});

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

  test.each([
    ['test_httpauth_defaults_to_basic_auth', 'me:verysecret'],
    ['test_basic_auth_non_latin', '我:非常秘密'],
  ])('mwclient: %s — a server that asks for a password itself gets it as a header', async (_, pair) => {
    const fake = fakeWiki([[{}, {}]]);
    const basic = `Basic ${btoa(String.fromCodePoint(...new TextEncoder().encode(pair)))}`;
    await wikiOf(fake, {headers: {Authorization: basic}}).get({action: 'query'});
    expect(fake.requests[0]?.headers['authorization']).toBe(basic);
  });

  test('mwclient: test_httpauth_raise_error_on_invalid_type — what is no header is refused at once', () => {
    expect(() => wikiOf(fakeWiki(), {headers: {Authorization: 1} as object as Record<string, string>})).toThrow(/^headers: an object given/);
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
    await expect(wikiOf(own, {timeoutSeconds: 0.1, retry: false}).post({action: 'parse'})).rejects.toMatchObject({name: 'NetworkError', message: expect.stringContaining('within 0.1 seconds')});
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
