/** The actions that answer one question, and raw answers, on the real wiki. */
import {Wiki} from 'wikilit';
import {cookieFetch} from 'wikilit/node';
import {rawApi, rawIndex} from '../src/core/raw.js';
import {ask} from '../src/wiki/actions/ask.js';
import {checktoken} from '../src/wiki/actions/checktoken.js';
import {compare} from '../src/wiki/actions/compare.js';
import {type FeedEntry, feedcontributions, feedrecentchanges, feedwatchlist} from '../src/wiki/actions/feeds.js';
import {opensearch} from '../src/wiki/actions/opensearch.js';
import {help, paraminfo} from '../src/wiki/actions/paraminfo.js';
import {expandtemplates, parse} from '../src/wiki/actions/parse.js';
import {rsd} from '../src/wiki/actions/rsd.js';
import {sitematrix} from '../src/wiki/actions/sitematrix.js';
import {refusal} from './asking.js';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import type {TestWiki} from './wiki/index.js';

/** Anything the wiki warns of, or nothing. */
let warnings: string[] = [];
test.beforeEach(() => void (warnings = []));
const onWarning = ({text}: {readonly text: string}): void => void warnings.push(text);

const nobody = (wiki: TestWiki): Wiki => new Wiki(wiki.api, {userAgent: 'Test/1.0', onWarning});

async function olga(wiki: TestWiki): Promise<Wiki> {
  const client = new Wiki(wiki.api, {userAgent: 'Test/1.0', fetch: cookieFetch(), onWarning});
  const {name: username, password} = wiki.users.Olga;
  await client.clientlogin({username, password});
  return client;
}

test('parse: a text, a long text, a page, a section, a revision; without a warning', async ({wiki}) => {
  const {session} = nobody(wiki);
  expect((await parse(session, {text: "'''Bold''' {{PAGENAME}}", title: 'Oslo é', prop: ['text']})).text).toContain('<b>Bold</b> Oslo é');
  const before = wiki.front.requests.length;
  expect((await parse(session, {text: `<!-- ${'é'.repeat(20_000)} -->[[Sandbox]]`, prop: ['links']})).links).toMatchObject([{title: 'Sandbox', exists: true}]);
  expect(wiki.front.requests.slice(before).map(({method}) => method)).toEqual(['POST']);
  expect(await parse(session, {page: 'Sandbox', prop: ['sections', 'wikitext']})).toMatchObject({title: 'Sandbox', wikitext: expect.stringContaining('Try things'), sections: [{line: 'First'}, {line: 'Second'}, {line: 'Deeper'}, {line: 'First'}]});
  expect((await parse(session, {page: 'Sandbox', section: 2, prop: ['wikitext']})).wikitext).toMatch(/^== Second ==/);
  const {revid} = await newestRevision(wiki.api, 'Sandbox');
  expect(await parse(session, {oldid: revid, prop: ['revid']})).toMatchObject({revid});
  expect(await refusal(parse(session, {page: 'No such page'}))).toMatchObject({name: 'ApiError', code: 'missingtitle'});
  expect(warnings).toEqual([]);
});

test('expandtemplates: wikitext, and the tree', async ({wiki}) => {
  const {session} = nobody(wiki);
  expect(await expandtemplates(session, '{{PAGENAME}} {{#invoke}} {{lc:ÆØ}}', {title: 'Talk:Oslo'})).toMatch(/^Oslo .* æø$/);
  expect(await expandtemplates(session, '{{PAGENAME}}', {title: 'Oslo', prop: ['wikitext', 'parsetree']})).toMatchObject({wikitext: 'Oslo', parsetree: expect.stringContaining('<title>PAGENAME</title>')});
});

test('compare: revisions, a page with a text, two texts; without a warning', async ({wiki}) => {
  const client = await olga(wiki);
  const {newrevid: torev = 0, oldrevid: fromrev = 0} = await client.page('Sandbox').edit({text: 'Try other things out here.'});
  const {session} = client;
  expect(await compare(session, {fromrev, torev})).toMatchObject({fromrevid: fromrev, torevid: torev, fromtitle: 'Sandbox', body: expect.stringContaining('diff-')});
  expect(await compare(session, {fromrev: torev, torelative: 'prev'})).toMatchObject({fromrevid: fromrev, torevid: torev});
  expect((await compare(session, {fromtitle: 'Sandbox', totext: 'Try other things.'})).body).toContain('Try other things.');
  expect((await compare(session, {fromtitle: 'Sandbox', totext: 'Try other things out here.'})).body).toBe('');
  expect((await compare(session, {fromtext: 'one', totext: `two ${'é'.repeat(9000)}`})).body).toContain('two');
  expect(await refusal(compare(session, {fromtitle: 'Sandbox'}))).toMatchObject({name: 'ApiError', code: 'missingparam'});
  expect(warnings).toEqual([]);
});

test('opensearch: titles and addresses', async ({wiki}) => {
  const found = await opensearch(nobody(wiki).session, 'sandb', {limit: 5, namespace: [0, 4], redirects: 'resolve'});
  expect(found).toContainEqual({title: 'Sandbox', description: '', url: `${wiki.origin}/wiki/Sandbox`});
});

test('checktoken: a good one, a bad one, an old one', async ({wiki}) => {
  const {session} = await olga(wiki);
  const token = await session.tokens.get('csrf');
  expect(await checktoken(session, 'csrf', token)).toMatchObject({result: 'valid', generated: expect.stringMatching(/^20/)});
  expect(await checktoken(session, 'csrf', 'x')).toEqual({result: 'invalid'});
  expect(wiki.front.requests.map(({url}) => url).join(' ')).not.toContain(encodeURIComponent(token));
});

test('paraminfo and help: more than 50 modules, stars, one that is not there', async ({wiki}) => {
  const {session} = nobody(wiki);
  const below = await paraminfo(session, 'query+*');
  expect(below.length).toBeGreaterThan(50);
  const before = wiki.front.requests.length;
  const paths = below.map(({path}) => path);
  expect((await paraminfo(session, ['main', ...paths])).map(({path}) => path)).toEqual(['main', ...paths]);
  expect(wiki.front.requests.length - before).toBe(Math.ceil((1 + paths.length) / 50));
  const [info] = await paraminfo(session, 'query+info');
  expect(info).toMatchObject({name: 'info', prefix: 'in', group: 'prop'});
  expect(info?.parameters.map(({name}) => name)).toContain('prop');
  expect(warnings).toEqual([]);
  expect(await paraminfo(session, 'nosuch')).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining('nosuch')]);
  const {html, text} = await help(session, ['parse', 'query+info']);
  expect(html).toContain('<!DOCTYPE html>');
  expect(text).toMatch(/action=parse[^]*Parses content and returns parser output\.[^]*prop=info/);
  expect(text).not.toMatch(/RLCONF|Retrieved from/);
});

test('feeds: RSS and Atom give the same entries; refusals are errors', async ({wiki}) => {
  const client = await olga(wiki);
  const {session} = client;
  await client.page('Watched & "A"').edit({text: 'x', summary: '<b> ]]> "new" é', createonly: true});
  const newest = {title: 'Watched & "A"', author: 'Olga', description: expect.stringContaining('<b> ]]> "new" é'), link: expect.stringMatching(/^http:.*diff=\d+/), date: expect.stringMatching(/^20.*Z$/)};
  const compared = async (asked: (feedformat: 'atom' | 'rss') => Promise<FeedEntry[]>): Promise<FeedEntry[]> => {
    const [rss, atom] = [await asked('rss'), await asked('atom')];
    const bare = (entries: readonly FeedEntry[]): unknown[] => entries.map(({title, link, author, description, date}) => ({title, link, author, description, date}));
    expect(bare(atom)).toEqual(bare(rss));
    return rss;
  };
  expect((await compared((feedformat) => feedcontributions(session, {user: 'Olga', feedformat})))[0]).toMatchObject(newest);
  expect((await compared((feedformat) => feedrecentchanges(session, {limit: 1, feedformat}))).at(0)).toMatchObject(newest);
  await client.post({action: 'watch', titles: ['Sandbox']}, {token: 'watch'});
  await client.page('Sandbox').edit({text: 'New here.', summary: 'seen'});
  expect((await compared((feedformat) => feedwatchlist(session, {feedformat, hours: 72, allrev: true}))).map(({title}) => title)).toContain('Sandbox');
  expect(await refusal(feedcontributions(session, {user: 'A#b'}))).toMatchObject({name: 'ApiError', request: {params: {user: 'A#b'}}});
  expect(await refusal(feedrecentchanges(session, {limit: 0}))).toMatchObject({name: 'no error'});
});

test('a watchlist of nobody is refused, also where the wiki says so in an entry', async ({wiki}) => {
  const {session} = nobody(wiki);
  expect(await refusal(feedwatchlist(session))).toMatchObject({name: 'LoginError', code: 'assertuserfailed'});
  for (const feedformat of ['rss', 'atom'] as const) {
    expect(await refusal(feedwatchlist(session, {feedformat, assert: 'anon'}))).toMatchObject({name: 'LoginError', code: 'notloggedin', message: expect.stringContaining('log in')});
    expect(await refusal(feedwatchlist(session, {feedformat, wlowner: 'Olga', wltoken: 'wrong', uselang: 'ja'}))).toMatchObject({name: 'ApiError', code: 'bad_wltoken'});
  }
});

test('rsd: this API', async ({wiki}) => {
  expect(await rsd(nobody(wiki).session)).toMatchObject({engineName: 'MediaWiki', apis: [{name: 'MediaWiki', preferred: true, apiLink: wiki.api, settings: {OAuth: 'false'}}]});
});

test('what the wiki does not have, it says', async ({wiki}) => {
  const {session} = nobody(wiki);
  expect(await refusal(sitematrix(session))).toMatchObject({name: 'ApiError', code: 'badvalue'});
  expect(await refusal(ask(session, '[[Category:City]]').next())).toMatchObject({name: 'ApiError', code: 'badvalue'});
});

test('raw answers: a page’s text, one that is not there, a form that is posted, an API’s text', async ({wiki}) => {
  const client = await olga(wiki);
  const {session} = client;
  expect(await rawIndex(session, {title: 'Sandbox', action: 'raw'})).toBe((await newestRevision(wiki.api, 'Sandbox')).text);
  expect(await refusal(rawIndex(session, {title: 'No such page', action: 'raw'}))).toMatchObject({name: 'HttpError', status: 404});
  expect(await rawIndex(session, {title: 'Special:MyPage'})).toContain('"wgUserName":"Olga"');
  const token = await session.tokens.get('csrf');
  const before = await newestRevision(wiki.api, 'Sandbox');
  const preview = await rawIndex(session, {title: 'Sandbox', action: 'submit', wpTextbox1: 'Seen before.', wpPreview: true, wpEditToken: token}, {method: 'POST'});
  expect(preview).toContain('Seen before.');
  expect(await newestRevision(wiki.api, 'Sandbox')).toEqual(before);
  expect(JSON.parse(await rawApi(session, {action: 'query', meta: 'userinfo'}))).toMatchObject({query: {userinfo: {name: 'Olga'}}});
  expect(await refusal(rawApi(wikiFromNode(wiki.api).session, {action: 'query', assert: 'user'}))).toMatchObject({name: 'LoginError', code: 'assertuserfailed'});
});

test('a page of another site reads feeds as nobody; index.php no such page can read, and the error says so', async ({page, wiki}) => {
  const home = await wiki.door({host: 'localhost'});
  const listed = await wiki.door({scenario: 'crossoriginrest', crossSite: [new URL(home.origin).host]});
  await (await olga(wiki)).page('Sandbox').edit({text: 'New here.'});
  await page.goto(`${home.origin}/pages/bare.html`);
  const seen = await page.evaluate(async (api) => {
    const library = '/dist/wikilit.js';
    const {Wiki} = (await import(library)) as typeof import('wikilit');
    const read = (auth: 'anonymous' | 'cookies'): Promise<unknown> => new Wiki(api, {auth, retry: false}).rawIndex({title: 'Sandbox', action: 'raw'}).catch(({name, hint}: Error & {hint: string}) => ({name, hint}));
    const wiki = new Wiki(api, {onWarning: () => {}});
    const refused = await wiki.feedrecentchanges({feedformat: 'none' as 'rss'}).catch(({name, code}: Error & {code: string}) => ({name, code}));
    const [entry] = await wiki.feedrecentchanges({limit: 1});
    return {entry, refused, raw: [await read('anonymous'), await read('cookies')]};
  }, listed.api);
  const unreadable = {name: 'NetworkError', hint: expect.stringContaining('No page of another site can read index.php')};
  expect(seen).toMatchObject({entry: {title: 'Sandbox', author: 'Olga'}, refused: {name: 'ApiError', code: 'badvalue'}, raw: [unreadable, unreadable]});
  await Promise.all([home.close(), listed.close()]);
});
