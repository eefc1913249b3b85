/** What callers give: read when it is given, checked before anything is sent, and harmful to nobody else. */
import {describe, expect, test} from 'vitest';
import {fakeWiki, type FakeAnswer, type FakeWiki} from '../testing/fake-wiki.js';
import type {SessionOptions} from '../core/settings.js';
import {Wiki} from './wiki.js';

const wikiOf = (fake: Pick<FakeWiki, 'fetch'>, options: SessionOptions = {}): Wiki => new Wiki('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', onWarning: () => {}, user: 'Olga', tokens: {csrf: 't+\\'}, ...options});
const allThere: FakeAnswer = ({params}) => ({batchcomplete: true, query: {pages: (params['titles'] ?? '').split('|').map((title, index) => ({pageid: index + 1, ns: 0, title, lastrevid: 7}))}});
const titles = (count: number): string[] => Array.from({length: count}, (_, index) => `Page ${index}`);
const refusal = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'no error', (error: unknown) => error);

describe('one object for many calls: each is what it was when it was called', () => {
  test('questions', async () => {
    const wiki = wikiOf(fakeWiki([[{}, allThere]]));
    const params: {action: 'query'; titles: string[]} = {action: 'query', titles: []};
    const asked = ['A', 'B', 'C'].map((title) => {
      params.titles[0] = title;
      return wiki.get(params);
    });
    params.titles.length = 0;
    expect((await Promise.all(asked)).map(({query}) => query.pages[0]?.title)).toEqual(['A', 'B', 'C']);
  });

  test('posts that wait for a token', async () => {
    const fake = fakeWiki([[{meta: 'tokens|userinfo'}, {query: {tokens: {csrftoken: 't+\\'}, userinfo: {id: 1, name: 'Olga'}}}], [{titles: 'A'}, {}], [{titles: 'B'}, {}]]);
    const wiki = wikiOf(fake, {tokens: {}});
    const params = {action: 'purge', titles: ''};
    const posts = ['A', 'B'].map((title) => {
      params.titles = title;
      return wiki.post(params, {token: 'csrf'});
    });
    await Promise.all(posts);
    fake.done();
  });

  test('edits', async () => {
    const saved = {edit: {result: 'Success', pageid: 1, title: 'A', newrevid: 8, oldrevid: 7}};
    const fake = fakeWiki([[{titles: 'A'}, allThere], [{titles: 'B'}, allThere], [{action: 'edit', text: 'of A'}, saved], [{action: 'edit', text: 'of B'}, saved]]);
    const wiki = wikiOf(fake);
    const change = {text: '', summary: 's'};
    await Promise.all(['A', 'B'].map((title) => {
      change.text = `of ${title}`;
      return wiki.page(title).edit(change);
    }));
    fake.done();
  });

  test('lists, many pages, and what is loaded when it is called', async () => {
    const any: FakeAnswer = (request, init) => (request.params['action'] === 'parse' ? {parse: {title: request.params['page']}} : request.params['list'] ? {query: {allpages: [{title: request.params['apprefix']}]}} : (allThere as (...given: unknown[]) => object)(request, init));
    const wiki = wikiOf(fakeWiki([[{}, any], [{}, any], [{}, any]]));
    const params = {prefix: 'A', page: 'P'};
    const list = ['A', 'B'];
    const asked = [wiki.pages(list).toArray(), wiki.allpages(params).toArray(), wiki.parse(params)] as const;
    list.push('C');
    Object.assign(params, {prefix: 'Z', page: 'Q'});
    const [pages, listed, parsed] = await Promise.all(asked);
    expect(pages.map(({title}) => title)).toEqual(['A', 'B']);
    expect(listed.map(({title}) => title)).toEqual(['A']);
    expect(parsed.title).toBe('P');
  });
});

test('answers one after another: to what was asked when they were asked for', async () => {
  const fake = fakeWiki([[{titles: 'A'}, {...(allThere as (request: object) => object)({params: {titles: 'A'}}), continue: {x: '1'}}], [{titles: 'A', x: '1'}, allThere]]);
  const params = {action: 'query', titles: ['A']};
  const answers = wikiOf(fake).answers(params);
  params.titles.push('B');
  await answers.next();
  params.titles.push('C');
  await answers.next();
  fake.done();
});

describe('more than may be asked for at once', () => {
  test('revisions of one page, asked in several requests, are all there', async () => {
    const revisions: FakeAnswer = ({params}) => ({batchcomplete: true, query: {pages: [{pageid: 1, ns: 0, title: 'A', revisions: (params['revids'] ?? '').split('|').map((revid) => ({revid: Number(revid)}))}]}});
    const {query} = await wikiOf(fakeWiki([[{}, revisions], [{}, revisions]]), {auth: 'anonymous'}).get({action: 'query', prop: 'revisions', rvprop: 'ids', revids: Array.from({length: 70}, (_, index) => index + 1)});
    expect(query.pages?.[0]?.revisions).toHaveLength(70);
  });

  test('what comes in parts is asked for as much at once as the wiki gives', async () => {
    const fake = fakeWiki([[{pllimit: 'max'}, allThere], [{pllimit: 'max'}, allThere]]);
    await wikiOf(fake, {auth: 'anonymous'}).get({action: 'query', prop: 'links', titles: titles(60)});
    fake.done();
  });

  test.each([{export: true}, {rawcontinue: true}, {formatversion: 1 as const}, {indexpageids: true}])('with %j it goes as it stands, for the wiki to refuse', async (beside) => {
    const fake = fakeWiki([[{titles: titles(60).join('|')}, {errors: [{code: 'toomanyvalues', text: 'Too many.', data: {limit: 50}}]}]]);
    expect(await refusal(wikiOf(fake, {auth: 'anonymous'}).get({action: 'query', prop: 'info', titles: titles(60), ...beside}))).toMatchObject({code: 'toomanyvalues'});
    fake.done();
  });

  test('answers of an older shape share no request', async () => {
    const old: FakeAnswer = ({params}) => ({query: {pages: {1: {pageid: 1, title: params['titles']}}}});
    const wiki = wikiOf(fakeWiki([[{titles: 'A'}, old], [{titles: 'B'}, old]]));
    const both = await Promise.all(['A', 'B'].map((title) => wiki.get({action: 'query', titles: title, formatversion: 1})));
    expect(both).toEqual([{query: {pages: {1: {pageid: 1, title: 'A'}}}}, {query: {pages: {1: {pageid: 1, title: 'B'}}}}]);
  });
});

describe('mistakes', () => {
  test('in the options of one harm no other', async () => {
    const wiki = wikiOf(fakeWiki([[{titles: 'A|B'}, allThere]]));
    const mistaken = ['exists', 'info'].map((name) => refusal(wiki.page('C')[name as 'exists']({signal: new AbortController()} as unknown as {signal: AbortSignal})));
    const results = await Promise.all([wiki.page('A').exists(), ...mistaken, refusal(wiki.page('C').exists({sginal: 1} as object)), refusal(wiki.siteinfo({}, 'x' as unknown as object)), wiki.page('B').exists()]);
    expect(results.map((result) => (result instanceof TypeError ? result.message : result))).toEqual([
      true,
      'signal: AbortController given, an AbortSignal expected',
      'signal: AbortController given, an AbortSignal expected',
      expect.stringMatching(/^sginal: no such option; did you mean signal\?/),
      expect.stringMatching(/^options: 'x' given/),
      true,
    ]);
  });

  test.each<[string, (wiki: Wiki) => Promise<unknown>, RegExp]>([
    ['two lists', (wiki) => wiki.list('allpages|allusers').toArray(), /^name: 'allpages\|allusers' given, one module’s name/],
    ['no list', (wiki) => wiki.list(undefined as unknown as string).toArray(), /^name: undefined given/],
    ['options among the parameters', (wiki) => wiki.allpages({signal: new AbortController().signal} as object).toArray(), /^signal: given among the parameters/],
    ['pages that are named twice', (wiki) => wiki.pages(['A'], {generator: 'links'}).toArray(), /^params: generator given, but these pages are named by their titles/],
    ['a title for raw text', (wiki) => wiki.rawIndex('Sandbox' as unknown as {title: string}), /^params: 'Sandbox' given/],
    ['nothing to compare', (wiki) => wiki.compare(undefined as unknown as {fromrev: number}), /^params: undefined given/],
    ['nobody’s contributions', (wiki) => wiki.feedcontributions(undefined as unknown as {user: string}), /^user: undefined given/],
  ])('%s', async (_, ask, message) => {
    const fake = fakeWiki();
    const error = await refusal(ask(wikiOf(fake)));
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toMatch(message);
    expect(fake.requests).toEqual([]);
  });

  test.each(['#x', ':', ':#x', '_'])('%j is no title', (title) => {
    expect(() => wikiOf(fakeWiki()).page(title)).toThrow(/^title: .* given, a page’s title expected/);
  });

  test('an empty title among others is the wiki’s to judge', async () => {
    const judged = {query: {pages: [{title: '', invalid: true}, {ns: 0, title: 'A', missing: true}]}};
    const wiki = wikiOf(fakeWiki([[{titles: 'B'}, allThere], [{titles: '|A'}, judged]]));
    const [, both] = await Promise.all([wiki.page('B').exists(), wiki.get({action: 'query', titles: ['', 'A']})]);
    expect(both.query.pages).toHaveLength(2);
  });

  test('what the wiki took no notice of, in a question that is no list', async () => {
    const warned = (code: string, text: string, module: string): FakeAnswer => ({batchcomplete: true, warnings: [{code, text, module}], query: {general: {}, pages: [{ns: 0, title: 'A', missing: true}]}});
    const wiki = wikiOf(fakeWiki([[{siprop: 'general|nope'}, warned('unrecognizedvalues', 'Unrecognized value for parameter "siprop": nope', 'query+siteinfo')], [{porp: 'info'}, warned('unrecognizedparams', 'Unrecognized parameter: porp.', 'main')]]));
    expect(await refusal(wiki.siteinfo({prop: ['general', 'nope'] as unknown as ['general']}))).toMatchObject({name: 'ApiError', code: 'unrecognizedvalues'});
    const misspelt: object = {porp: 'info'};
    expect(await refusal(wiki.pages(['A'], misspelt).toArray())).toMatchObject({name: 'ApiError', code: 'unrecognizedparams'});
  });
});

test('a wiki that continues for ever with the same is left', async () => {
  const again: FakeAnswer = {continue: {apcontinue: 'A', continue: '-||'}, query: {allpages: [{pageid: 1, ns: 0, title: 'A'}]}};
  const fake = fakeWiki([[{}, again], [{}, again], [{}, again]]);
  expect(await refusal(wikiOf(fake).allpages().toArray())).toMatchObject({name: 'InvalidAnswerError', message: expect.stringContaining('for ever')});
});

test('a signal that lives long is left alone, also after failures', async () => {
  const {signal} = new AbortController();
  let listeners = 0;
  signal.addEventListener = () => void listeners++;
  signal.removeEventListener = () => void listeners--;
  const wiki = wikiOf(fakeWiki([[{}, allThere], [{}, new Response('', {status: 404})]]), {retry: false});
  for (let round = 0; round < 2; round++) await Promise.all(['A', 'B'].map((title) => refusal(wiki.page(title).exists({signal}))));
  expect(listeners).toBe(0);
});
