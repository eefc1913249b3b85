/** `apiFor` and `api.wiki`. */
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {wikiHere} from '../wiki/here.js';
import {Wiki} from '../wiki/wiki.js';
import {Api} from './api.js';
import {apiFor} from './api-for.js';
import {ForeignApi} from './foreign.js';
import {apiUrl, onWiki, server} from './server.fixtures.js';
import {resetTokens} from './tokens.js';

beforeEach(resetTokens);
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('apiFor', () => {
  it('speaks as the wiki does: address, access token, headers, language, user', async () => {
    const asked = server({query: {}});
    const wiki = new Wiki(apiUrl, {auth: {accessToken: () => 'at'}, userAgent: 'T/1 (User:X)', uselang: 'nb', maxlag: 5, user: 'Olga', headers: {'X-A': '1'}, origin: 'https://page.example'});
    const api = apiFor(wiki);
    await api.get({titles: 'A'}, {headers: {'X-B': '2'}});
    expect(asked[0]?.url).toBe(`${apiUrl}?action=query&format=json&uselang=nb&maxlag=5&assertuser=Olga&titles=A&origin=${encodeURIComponent('https://page.example')}`);
    expect(asked[0]?.headers).toMatchObject({authorization: 'Bearer at', 'x-a': '1', 'x-b': '2'});
    expect(asked[0]?.headers['api-user-agent']).toMatch(/^T\/1 \(User:X\) wikilit\//);
    expect(asked[0]?.init.credentials).toBe('omit');
  });

  it('names the user who is there now', async () => {
    const asked = server({});
    const wiki = new Wiki(apiUrl, {auth: {accessToken: 'at'}, userAgent: 'T/1', user: 'Olga', origin: 'https://page.example'});
    const api = apiFor(wiki);
    wiki.session.changeUser('Henrik');
    await api.get({});
    wiki.session.changeUser(undefined);
    await api.get({});
    expect(asked.map(({url}) => new URL(url).searchParams.get('assertuser'))).toEqual(['Henrik', null]);
  });

  it('has the wiki’s tokens, and the wiki has its', async () => {
    const asked = server({query: {tokens: {watchtoken: 'w'}}}, {});
    const wiki = new Wiki(apiUrl, {userAgent: 'T/1', tokens: {csrf: 'c'}, forceLogin: false});
    expect(await apiFor(wiki).getToken('csrf')).toBe('c');
    expect(await apiFor(wiki).getToken('watch')).toBe('w');
    await wiki.post({action: 'watch'}, {token: 'watch'});
    expect(asked).toHaveLength(2);
    wiki.session.changeUser(undefined);
    void apiFor(wiki).getToken('csrf');
    await vi.waitFor(() => expect(asked).toHaveLength(3));
  });

  it('uploads as the wiki does, too', async () => {
    const asked = server({upload: {result: 'Success'}});
    const wiki = new Wiki(apiUrl, {auth: {accessToken: 'at'}, userAgent: 'T/1', tokens: {csrf: 'c'}, origin: 'https://page.example'});
    const progress = vi.fn();
    await apiFor(wiki).upload(new Blob(['x']), {filename: 'A.txt'}).progress(progress);
    expect(asked[0]).toMatchObject({method: 'POST', headers: {authorization: 'Bearer at'}, url: `${apiUrl}?origin=${encodeURIComponent('https://page.example')}`});
    expect(progress.mock.calls).toEqual([[1]]);
  });

  it('takes the access token to no other address', async () => {
    const asked = server({});
    const wiki = new Wiki(apiUrl, {auth: {accessToken: 'at'}, userAgent: 'T/1', headers: {'X-Secret': 's'}});
    await apiFor(wiki).get({}, {url: 'https://evil.example/w/api.php'});
    expect(asked[0]).toMatchObject({headers: {}, init: {credentials: 'omit'}});
  });

  it('names the tool as the wiki does, on the wiki’s own pages as well', async () => {
    onWiki();
    const asked = server({});
    await apiFor(new Wiki(apiUrl, {userAgent: 'T/1 (User:X)'})).get({});
    expect(asked[0]?.headers['api-user-agent']).toMatch(/^T\/1 \(User:X\) wikilit/);
  });

  it('is a bridge that leads back', async () => {
    const wiki = new Wiki(apiUrl, {userAgent: 'T/1'});
    expect(await apiFor(wiki).wiki).toBe(wiki);
  });
});

describe('api.wiki', () => {
  it('on the wiki is the wiki of the page, with the page’s tokens', async () => {
    onWiki();
    const asked = server({});
    const api = new Api();
    const wiki = await api.wiki;
    expect(wiki.apiUrl).toBe('https://wiki.example/w/api.php');
    expect(wiki.user).toBe('Olga');
    expect(await new Api().wiki).toBe(wiki);
    await wiki.session.tokens.get('csrf');
    expect(asked).toEqual([]);
    api.badToken('csrf');
    expect(wiki.session.tokens.known.get('csrf')).toBe(undefined);
  });

  it('with headers of one’s own has the page’s user all the same', async () => {
    onWiki();
    const asked = server({});
    const wiki = await new Api({ajax: {headers: {'Api-User-Agent': 'Mine/1', 'X-Num': 5, 'X-None': undefined}}}).wiki;
    expect(wiki.user).toBe('Olga');
    await wiki.get({action: 'query'});
    expect(asked[0]?.headers['api-user-agent']).toBe('Mine/1');
  });

  it('all objects of one address share the tokens, whoever asked for it', async () => {
    server({query: {tokens: {csrftoken: 'new'}}});
    const [one, two] = [new Api({ajax: {url: apiUrl}, userAgent: 'T/1'}), new Api({ajax: {url: apiUrl}, userAgent: 'T/1'})];
    const wikis = await Promise.all([one.wiki, two.wiki]);
    wikis[1].session.tokens.known.set('csrf', 'old');
    expect(await one.getToken('csrf')).toBe('old');
    wikis[0].session.tokens.clear();
    expect(await two.getToken('csrf')).toBe('new');
  });

  it('has its fetch, its limits, and whom it must be', async () => {
    const fetch = vi.fn(async () => Response.json({}));
    const wiki = await new Api({ajax: {url: apiUrl, fetch, timeout: 5000}, parameters: {assertuser: 'Olga', maxlag: 5}, userAgent: 'T/1'}).wiki;
    await wiki.get({action: 'query'});
    expect(fetch).toHaveBeenCalledWith(expect.stringContaining('assertuser=Olga'), expect.anything());
    expect(fetch).toHaveBeenCalledWith(expect.stringContaining('maxlag=5'), expect.anything());
    expect(wiki.session.settings.timeoutSeconds).toBe(5);
    const patient = await new Api({ajax: {url: apiUrl, timeout: 0}, parameters: {maxlag: '5'}, userAgent: 'T/1'}).wiki;
    expect(patient.session.settings).toMatchObject({timeoutSeconds: 86_400, maxlag: 5});
  });

  it('and apiFor of the wiki of this page, before and after, have one set of tokens', async () => {
    onWiki();
    server({});
    const before = apiFor(wikiHere());
    const wiki = await new Api().wiki;
    wiki.session.tokens.known.set('csrf', 'new');
    expect(await Promise.all([before, new Api(), apiFor(wiki)].map((api) => api.getToken('csrf')))).toEqual(['new', 'new', 'new']);
  });

  it('may be another thing in a subclass', () => {
    class Named extends Api {
      constructor() {
        super({ajax: {url: apiUrl}});
        Object.assign(this, {wiki: 'nowiki'});
      }
    }
    expect(new Named().wiki).toBe('nowiki');
  });

  it('elsewhere has the same address, cookies, headers, language and tokens', async () => {
    onWiki();
    const asked = server({query: {tokens: {csrftoken: 'c'}, userinfo: {id: 1, name: 'Olga'}}});
    const api = new ForeignApi('https://other.example/w/api.php', {parameters: {uselang: 'nb'}, ajax: {headers: {'X-A': '1'}}});
    const wiki = await api.wiki;
    await wiki.session.tokens.get('csrf');
    expect(await api.getToken('csrf')).toBe('c');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toContain(`origin=${encodeURIComponent('https://wiki.example')}`);
    expect(asked[0]?.url).toContain('uselang=nb');
    expect(asked[0]?.init.credentials).toBe('include');
    expect(asked[0]?.headers['x-a']).toBe('1');
    const here = await new ForeignApi('https://wiki.example/w/api.php', {anonymous: true}).wiki;
    expect(here.session.origin.anonymous).toBe(true);
    const nobody = await new ForeignApi('https://other.example/w/api.php', {anonymous: true}).wiki;
    expect(nobody.session.origin.anonymous).toBe(true);
  });
});
