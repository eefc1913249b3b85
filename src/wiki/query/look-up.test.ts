import {describe, expect, test} from 'vitest';
import {fakeWiki, type FakeAnswer, type FakeRequest, type FakeWiki} from '../../testing/fake-wiki.js';
import type {SessionOptions} from '../../core/settings.js';
import {Wiki} from '../wiki.js';

const wikiOf = (fake: Pick<FakeWiki, 'fetch'>, options: SessionOptions = {}): Wiki => new Wiki('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', onWarning: () => {}, ...options});
const titles = (count: number): string[] => Array.from({length: count}, (_, index) => `Page ${index}`);
const asked = ({params}: FakeRequest): string[] => (params['titles'] ?? '').split('|');
/** A wiki on which there is every page. */
const allThere: FakeAnswer = (request) => ({batchcomplete: true, query: {pages: asked(request).map((title, index) => ({pageid: index + 1, ns: 0, title}))}});
const refusal = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'no error', (error: unknown) => error);

describe('how many at once', () => {
  test('what the wiki refuses as too many is asked again in its own measure, and remembered', async () => {
    const tooMany = {errors: [{code: 'toomanyvalues', text: 'Too many.', data: {limit: 20, lowlimit: 20, highlimit: 200}}]};
    const fake = fakeWiki([[{}, tooMany], [{}, allThere], [{}, allThere], [{}, allThere], [{}, allThere], [{}, allThere]]);
    const wiki = wikiOf(fake);
    expect(await Promise.all(titles(45).map((title) => wiki.page(title).exists()))).toEqual(titles(45).map(() => true));
    expect(await Promise.all(titles(21).map((title) => wiki.page(title).exists()))).toHaveLength(21);
    expect(fake.requests.map((request) => asked(request).length)).toEqual([45, 20, 20, 5, 20, 1]);
    fake.done();
  });

  test('a user who may ask for more is known by a right that is asked on the way, once', async () => {
    const told = (rights: string[]): FakeAnswer => (request) => ({batchcomplete: true, query: {userinfo: {id: 1, name: 'Olga', rights}, pages: asked(request).map((title, index) => ({pageid: index + 1, ns: 0, title}))}});
    const fake = fakeWiki([[{meta: 'userinfo', uiprop: 'rights'}, told(['apihighlimits'])], [{meta: undefined}, allThere], [{meta: undefined}, allThere], [{meta: 'userinfo'}, told(['read'])], [{meta: undefined}, allThere]]);
    const wiki = wikiOf(fake);
    const all = await Promise.all(titles(300).map((title) => wiki.get({action: 'query', titles: [title]})));
    expect(all[299]).toEqual({batchcomplete: true, query: {pages: [{pageid: 250, ns: 0, title: 'Page 299'}]}});
    await Promise.all(titles(300).map((title) => wiki.page(title).exists()));
    expect(fake.requests.map((request) => asked(request).length)).toEqual([50, 250, 300]);
    wiki.session.changeUser('Nils'); // somebody else: nothing is known
    await Promise.all(titles(51).map((title) => wiki.page(title).exists()));
    fake.done();
  });

  test('one question about many pages is split, and its answer is one', async () => {
    const fake = fakeWiki([[{}, allThere], [{}, allThere], [{}, allThere]]);
    const answer = await wikiOf(fake, {auth: 'anonymous'}).get({action: 'query', prop: 'info', titles: titles(120)});
    expect(answer.query.pages.map(({title}) => title)).toEqual(titles(120));
    expect(fake.requests.map((request) => asked(request).length)).toEqual([50, 50, 20]);
  });

  test('so are the users that are asked about', async () => {
    const users: FakeAnswer = ({params}) => ({batchcomplete: true, query: {users: (params['ususers'] ?? '').split('|').map((name) => ({userid: 1, name}))}});
    const fake = fakeWiki([[{list: 'users'}, users], [{list: 'users'}, users], [{list: 'users'}, users], [{titles: 'Oslo'}, allThere]]);
    const wiki = wikiOf(fake);
    const [all, there] = await Promise.all([wiki.users({users: titles(120), prop: ['groups']}).toArray(), wiki.page('Oslo').exists()]);
    expect(all.map(({name}) => name)).toEqual(titles(120));
    expect(there).toBe(true);
    fake.done();
  });
});

describe('who gets what', () => {
  test('the same page for two is a copy for each', async () => {
    const fake = fakeWiki([[{titles: 'Oslo'}, {batchcomplete: true, query: {pages: [{pageid: 1, ns: 0, title: 'Oslo', protection: []}]}}]]);
    const wiki = wikiOf(fake);
    const [mine, yours] = await Promise.all([wiki.page('Oslo').info(), wiki.page('Oslo').info()]);
    expect(mine).toEqual(yours);
    (mine.protection as unknown[]).push('changed');
    expect(yours.protection).toEqual([]);
    fake.done();
  });

  test('a title that the wiki writes in a way nobody expects is asked by itself', async () => {
    const oslo = {batchcomplete: true, query: {pages: [{pageid: 1, ns: 0, title: 'Bergen'}, {pageid: 2, ns: 0, title: 'OSLO!'}]}};
    const fake = fakeWiki([[{titles: 'Bergen|Oslo|Osló'}, oslo], [{titles: 'Oslo'}, {query: {pages: [{pageid: 2, ns: 0, title: 'OSLO!'}]}}], [{titles: 'Osló'}, {query: {pages: [{pageid: 2, ns: 0, title: 'OSLO!'}]}}]]);
    const wiki = wikiOf(fake);
    const infos = await Promise.all(['Bergen', 'Oslo', 'Osló'].map((title) => wiki.page(title).info()));
    expect(infos.map(({title}) => title)).toEqual(['Bergen', 'OSLO!', 'OSLO!']);
    fake.done();
  });

  test('redirects that lead in a circle lead nowhere, and end', async () => {
    const circle = {batchcomplete: true, query: {redirects: [{from: 'A', to: 'B'}, {from: 'B', to: 'A'}], pages: [{pageid: 3, ns: 0, title: 'C'}]}};
    const fake = fakeWiki([[{redirects: '1'}, circle], [{titles: 'A'}, {batchcomplete: true, query: {redirects: [{from: 'A', to: 'B'}, {from: 'B', to: 'A'}]}}]]);
    const wiki = wikiOf(fake);
    const [a, c] = await Promise.all(['A', 'C'].map((title) => wiki.get({action: 'query', titles: [title], redirects: true})));
    expect(a?.query.pages).toBe(undefined);
    expect(c?.query.pages).toHaveLength(1);
  });

  test('what parts the values of a list is no danger to others', async () => {
    const fake = fakeWiki([[{titles: 'Oslo|Bergen'}, allThere], [{titles: '\u001Fa|b'}, {query: {pages: [{title: 'a|b', invalid: true}]}}], [{}, {query: {pages: [{title: 'c\u001Fd', invalid: true}]}}]]);
    const wiki = wikiOf(fake);
    const of = (title: string): Promise<unknown> => wiki.get({action: 'query', titles: [title]}).then(({query}) => query.pages[0]?.title);
    expect(await Promise.all([of('Oslo'), of('a|b'), of('c\u001Fd'), of('Bergen')])).toEqual(['Oslo', 'a|b', 'c\u001Fd', 'Bergen']);
  });

  test('titles named like members of objects are titles', async () => {
    const fake = fakeWiki([[{}, allThere]]);
    const wiki = wikiOf(fake);
    const infos = await Promise.all(['__proto__', 'constructor', 'toString'].map((title) => wiki.page(title).info()));
    expect(infos.map(({title}) => title)).toEqual(['__proto__', 'constructor', 'toString']);
  });

  test('revisions by their numbers, wherever they are; a number of none is told to who asked for it', async () => {
    const answer = {batchcomplete: true, query: {badrevids: {9: {revid: 9, missing: true}}, pages: [{pageid: 1, ns: 0, title: 'A', revisions: [{revid: 1}, {revid: 3}]}, {pageid: 2, ns: 0, title: 'B', revisions: [{revid: 2}]}]}};
    const fake = fakeWiki([[{revids: '1|2|3|9'}, answer]]);
    const wiki = wikiOf(fake);
    const [both, third, none] = await Promise.all([[1, 2], [3], [9]].map((revids) => wiki.get({action: 'query', prop: 'revisions', rvprop: 'ids', revids})));
    expect(both?.query.pages).toEqual([{pageid: 1, ns: 0, title: 'A', revisions: [{revid: 1}]}, {pageid: 2, ns: 0, title: 'B', revisions: [{revid: 2}]}]);
    expect(third?.query.pages).toEqual([{pageid: 1, ns: 0, title: 'A', revisions: [{revid: 3}]}]);
    expect(none?.query).toEqual({pages: [], badrevids: {9: {revid: 9, missing: true}}});
  });

  test('a warning is for who asked the module it is about', async () => {
    const warned = {batchcomplete: true, warnings: [{code: 'w', module: 'query+siteinfo', text: 'Careful.'}], query: {general: {sitename: 'X'}, allmessages: [{name: 'edit', content: 'Edit'}]}};
    const wiki = wikiOf(fakeWiki([[{meta: 'siteinfo|allmessages'}, warned]]));
    const [site, messages] = await Promise.all([wiki.get({action: 'query', meta: 'siteinfo'}), wiki.get({action: 'query', meta: 'allmessages', ammessages: 'edit'})]);
    expect(site.warnings).toHaveLength(1);
    expect(messages).toEqual({batchcomplete: true, query: {allmessages: [{name: 'edit', content: 'Edit'}]}});
  });
});

describe('an answer cut short', () => {
  const links = (page: number, title: string, more?: object): object => ({...(more && {continue: {plcontinue: 'x', continue: '||', ...more}}), ...(!more && {batchcomplete: true}), query: {pages: [{pageid: 1, ns: 0, title: 'A', ...(page === 1 && {links: [{ns: 0, title}]})}, {pageid: 2, ns: 0, title: 'B', ...(page === 2 && {links: [{ns: 0, title}]})}]}});

  test('is followed for all who share it, and each has all of its own', async () => {
    const fake = fakeWiki([[{titles: 'A|B', plcontinue: undefined}, links(1, 'a1', {})], [{plcontinue: 'x'}, links(1, 'a2', {plcontinue: 'y'})], [{plcontinue: 'y'}, links(2, 'b1')]]);
    const wiki = wikiOf(fake);
    const [a, b] = await Promise.all(['A', 'B'].map((title) => wiki.page(title).links().toArray()));
    expect(a?.map(({title}) => title)).toEqual(['a1', 'a2']);
    expect(b?.map(({title}) => title)).toEqual(['b1']);
    fake.done();
  });

  test('is not followed for who wants no more', async () => {
    const both = [1, 2].map((pageid) => ({pageid, ns: 0, title: 'AB'.charAt(pageid - 1), links: [{ns: 0, title: `link ${pageid}`}]}));
    const fake = fakeWiki([[{titles: 'A|B'}, {continue: {plcontinue: 'x', continue: '||'}, query: {pages: both}}]]);
    const wiki = wikiOf(fake);
    expect(await Promise.all(['A', 'B'].map((title) => wiki.page(title).links({limit: 2}).take(1).toArray()))).toEqual([[{ns: 0, title: 'link 1'}], [{ns: 0, title: 'link 2'}]]);
    fake.done();
  });

  test('a failure on the way is told to all who wait', async () => {
    const fake = fakeWiki([[{}, links(1, 'a1', {})], [{}, {errors: [{code: 'internal', text: 'Broken.'}]}]]);
    const wiki = wikiOf(fake);
    const results = await Promise.all(['A', 'B'].map((title) => refusal(wiki.page(title).links().toArray())));
    expect(results).toMatchObject([{code: 'internal'}, {code: 'internal'}]);
  });

  test('that goes on for long waits when the wiki lags', async () => {
    const fake = fakeWiki(Array.from({length: 12}, (_, index) => [{maxlag: index < 10 ? undefined : '5'}, {...(index < 11 && {continue: {apcontinue: String(index), continue: '-||'}}), query: {allpages: [{pageid: index, ns: 0, title: `P${index}`}]}}] as const));
    expect(await wikiOf(fake).allpages().toArray()).toHaveLength(12);
    fake.done();
  });
});

describe('giving up', () => {
  test('when all have given up, the request is aborted', async () => {
    let signal: AbortSignal | null | undefined;
    const fake = fakeWiki([[{}, (_, init) => new Promise((_resolve, reject) => {
      ({signal} = init);
      signal?.addEventListener('abort', () => reject(signal?.reason as Error));
    })]]);
    const wiki = wikiOf(fake);
    const stop = new AbortController();
    const both = ['A', 'B'].map((title) => refusal(wiki.page(title).exists({signal: stop.signal})));
    await expect.poll(() => signal).toBeDefined();
    stop.abort();
    expect(await Promise.all(both)).toMatchObject([{name: 'AbortError'}, {name: 'AbortError'}]);
    expect(signal?.aborted).toBe(true);
  });

  test('before anything was sent, nothing is', async () => {
    const fake = fakeWiki();
    const wiki = wikiOf(fake);
    const stop = new AbortController();
    const asked = ['A', 'B'].map((title) => refusal(wiki.page(title).exists({signal: stop.signal})));
    stop.abort();
    expect(await Promise.all(asked)).toMatchObject([{name: 'AbortError'}, {name: 'AbortError'}]);
    await wiki.session.get({action: 'query'}).catch(() => {});
    expect(fake.requests).toHaveLength(1);
  });
});

describe('lists', () => {
  test.each([
    [{code: 'unrecognizedvalues', module: 'query+allusers', text: 'Unrecognized value for parameter "auprop": x'}],
    [{code: 'unrecognizedparams', module: 'main', text: 'Unrecognized parameter: auprefiks.'}],
  ])('what the wiki took no notice of is an error: %j', async (warning) => {
    const fake = fakeWiki([[{}, {batchcomplete: true, warnings: [warning], query: {allusers: [{userid: 1, name: 'A'}]}}]]);
    expect(await refusal(wikiOf(fake).list('allusers', {prefiks: 'A', prop: ['x']} as object).toArray())).toMatchObject({name: 'ApiError', code: warning.code});
  });

  test.each([0, -1, 1.5, 'many', Number.NaN])('a limit of %j is refused before anything is sent', async (limit) => {
    const fake = fakeWiki();
    await expect(wikiOf(fake).list('allpages', {limit} as object).toArray()).rejects.toThrow(/^limit: .* given, a whole number above 0 or 'max' expected/);
    expect(fake.requests).toEqual([]);
  });

  test.each([0, -1, 1.5, '3'])('take(%j) is refused at once', (count) => {
    expect(() => wikiOf(fakeWiki()).allpages().take(count as number)).toThrow(/^take: /);
  });

  test('of an extension nobody knows here: its prefix is asked once', async () => {
    const module = {paraminfo: {modules: [{name: 'mine', group: 'list', prefix: 'my', parameters: [{name: 'limit'}]}]}};
    const fake = fakeWiki([[{action: 'paraminfo', modules: 'query+mine'}, module], [{list: 'mine', mylimit: '2', myfoo: 'x'}, {query: {mine: [{a: 1}, {a: 2}]}}], [{list: 'mine', mylimit: 'max'}, {query: {mine: [{a: 3}]}}]]);
    const wiki = wikiOf(fake);
    expect(await wiki.list('mine', {foo: 'x'}).take(2).toArray()).toEqual([{a: 1}, {a: 2}]);
    expect(await wiki.list('mine').toArray()).toEqual([{a: 3}]);
    fake.done();
  });
});
