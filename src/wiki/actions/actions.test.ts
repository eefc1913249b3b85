import {describe, expect, test} from 'vitest';
import {Session} from '../../core/session.js';
import {fakeWiki, type FakeWiki} from '../../testing/fake-wiki.js';
import {ask, type AskItem} from './ask.js';
import {checktoken} from './checktoken.js';
import {compare} from './compare.js';
import {opensearch} from './opensearch.js';
import {help, paraminfo} from './paraminfo.js';
import {expandtemplates, parse} from './parse.js';
import {sitematrix} from './sitematrix.js';

const api = 'https://wiki.example/w/api.php';
const session = (fake: FakeWiki): Session => new Session(api, {fetch: fake.fetch, userAgent: 'Test/1.0', retry: false, user: 'Olga'});

describe('parse', () => {
  test('a long text is posted; of a text alone, the wiki is told that it is wikitext', async () => {
    const text = 'é'.repeat(3000);
    const fake = fakeWiki([[{action: 'parse', text, contentmodel: 'wikitext', prop: 'text|links'}, {parse: {title: 'API', pageid: 0, text: '<p>'}}]]);
    expect(await parse(session(fake), {text, prop: ['text', 'links']})).toMatchObject({text: '<p>'});
    expect(fake.requests[0]?.method).toBe('POST');
    fake.done();
  });

  test('a page, or a text as a page, is what the page is', async () => {
    const fake = fakeWiki([[{page: 'Oslo', section: '2', contentmodel: undefined}, {parse: {}}], [{title: 'A.js', contentmodel: undefined}, {parse: {}}]]);
    await parse(session(fake), {page: 'Oslo', section: 2});
    await parse(session(fake), {text: '1', title: 'A.js'});
    fake.done();
  });

  test('nothing to parse, or an answer of something else', async () => {
    await expect(parse(session(fakeWiki()), {prop: 'text'})).rejects.toThrow(/one of text, page, pageid and oldid expected/);
    await expect(parse(session(fakeWiki([[{}, {}]])), {page: 'A'})).rejects.toMatchObject({name: 'InvalidAnswerError'});
  });

  test('templates: the wikitext alone, or all that was asked for; of nothing, nothing', async () => {
    const tree = {wikitext: 'Oslo', parsetree: '<root/>'};
    const fake = fakeWiki([[{prop: 'wikitext', title: 'Oslo', text: '{{PAGENAME}}'}, {expandtemplates: tree}], [{prop: 'wikitext|parsetree'}, {expandtemplates: tree}]]);
    expect(await expandtemplates(session(fake), '{{PAGENAME}}', {title: 'Oslo'})).toBe('Oslo');
    expect(await expandtemplates(session(fake), '{{PAGENAME}}', {prop: ['wikitext', 'parsetree']})).toEqual(tree);
    expect(await expandtemplates(session(fake), '')).toBe('');
    await expect(expandtemplates(session(fake), 7 as unknown as string)).rejects.toThrow(/^text: 7 given/);
    fake.done();
  });
});

test('compare gives texts in slots, as fromtext is deprecated', async () => {
  const fake = fakeWiki([[{'fromrev': '7', 'toslots': 'main', 'totext-main': 'x', 'totext': undefined, 'fromslots': undefined}, {compare: {fromrevid: 7, body: '<tr>'}}]]);
  expect(await compare(session(fake), {fromrev: 7, totext: 'x'})).toEqual({fromrevid: 7, body: '<tr>'});
  fake.done();
});

test('compare of texts alone is told that they are wikitext, unless it is told something else', async () => {
  const fake = fakeWiki([[{'fromcontentmodel-main': 'wikitext'}, {compare: {body: ''}}], [{'fromcontentmodel-main': 'json'}, {compare: {body: ''}}], [{'fromcontentmodel-main': undefined}, {compare: {body: ''}}]]);
  await compare(session(fake), {fromtext: 'a', totext: 'b'});
  await compare(session(fake), {'fromtext': 'a', 'totext': 'b', 'fromcontentmodel-main': 'json'});
  await compare(session(fake), {fromtext: 'a', totitle: 'A'});
  fake.done();
});

describe('opensearch', () => {
  test('four lists become one', async () => {
    const fake = fakeWiki([[{search: 'O', limit: '2', redirects: 'resolve', namespace: '0|4'}, ['O', ['Oslo', 'Ottawa'], ['', 'capital'], ['https://a', 'https://b']]]]);
    expect(await opensearch(session(fake), 'O', {limit: 2, redirects: 'resolve', namespace: [0, 4]})).toEqual([
      {title: 'Oslo', description: '', url: 'https://a'},
      {title: 'Ottawa', description: 'capital', url: 'https://b'},
    ]);
    fake.done();
  });

  test('nothing to look for; no list', async () => {
    await expect(opensearch(session(fakeWiki()), ' ')).rejects.toThrow(/^search: ' ' given/);
    await expect(opensearch(session(fakeWiki([[{}, {a: 1}]])), 'O')).rejects.toMatchObject({name: 'InvalidAnswerError'});
    await expect(opensearch(session(fakeWiki([[{}, {errors: [{code: 'search-error', text: 'No.'}]}]])), 'O')).rejects.toMatchObject({code: 'search-error'});
  });
});

test('checktoken keeps the token out of the URL, and out of what refuses it', async () => {
  const fake = fakeWiki([[{type: 'csrf', token: 'secret', maxtokenage: '60'}, {checktoken: {result: 'valid', generated: '2024-01-01T00:00:00Z'}}], [{}, {errors: [{code: 'x', text: 'y'}]}]]);
  expect(await checktoken(session(fake), 'csrf', 'secret', {maxtokenage: 60})).toMatchObject({result: 'valid'});
  expect(fake.requests[0]?.url).not.toContain('secret');
  const error = await checktoken(session(fake), 'csrf', 'secret').catch((error: unknown) => error);
  expect(JSON.stringify(error)).not.toContain('secret');
  await expect(checktoken(session(fake), 'csrf', '')).rejects.toBeInstanceOf(TypeError);
});

describe('paraminfo', () => {
  const info = (...paths: string[]): object => ({paraminfo: {modules: paths.map((path) => ({path, name: path.replace(/.*\+/, ''), prefix: '', helpurls: [], parameters: []}))}});
  const paths = (modules: readonly {path: string}[]): string[] => modules.map(({path}) => path);

  test('asks for 50 at once, for each once, and gives them in the order wanted', async () => {
    const all = Array.from({length: 51}, (_, index) => `m${index}`);
    const fake = fakeWiki([[{modules: all.slice(0, 50).join('|')}, info(...all.slice(0, 50).reverse())], [{modules: 'm50'}, info('m50')], [{modules: 'new'}, info('new')]]);
    const wiki = session(fake);
    expect(paths(await paraminfo(wiki, all))).toEqual(all);
    expect(paths(await paraminfo(wiki, ['m50', 'new', 'm3', 'm3']))).toEqual(['m50', 'new', 'm3']);
    fake.done();
  });

  test('stars are for what is below, at one depth or at all', async () => {
    const fake = fakeWiki([[{modules: 'query+*|main|*|**'}, info('query+info', 'query+a+b', 'main', 'parse', 'query')]]);
    const wiki = session(fake);
    await paraminfo(wiki, ['query+*', 'main', '*', '**']);
    expect(paths(await paraminfo(wiki, 'query+*'))).toEqual(['query+info']);
    expect(paths(await paraminfo(wiki, '*'))).toEqual(['parse', 'query']);
    expect(paths(await paraminfo(wiki, '**'))).toEqual(['query+info', 'query+a+b', 'parse', 'query']);
    fake.done();
  });

  test('a failure is not kept, and one who gives up takes nothing from the others', async () => {
    const fake = fakeWiki([[{}, {errors: [{code: 'x', text: 'y'}]}], [{}, info('parse')]]);
    const wiki = session(fake);
    await expect(paraminfo(wiki, 'parse')).rejects.toMatchObject({code: 'x'});
    const controller = new AbortController();
    const [mine, theirs] = [paraminfo(wiki, 'parse', {signal: controller.signal}), paraminfo(wiki, 'parse')];
    controller.abort();
    await expect(mine).rejects.toMatchObject({name: 'AbortError'});
    expect(paths(await theirs)).toEqual(['parse']);
    fake.done();
  });

  test('no paths', async () => {
    for (const wrong of ['', [], [''], 7]) await expect(paraminfo(session(fakeWiki()), wrong as string)).rejects.toThrow(/^modules: /);
  });
});

test('help: the page, and its words without what is around them', async () => {
  const html = '<html><title>T</title><div id="mw-content-text" class="x"><h2>action=parse</h2><p>Parses &lt;text&gt;.</p><div class="printfooter">Retrieved</div><script>no()</script></html>';
  const fake = fakeWiki([[{modules: 'parse|query+info', wrap: '1'}, {help: {mime: 'text/html', help: html}}]]);
  expect(await help(session(fake), ['parse', 'query+info'])).toEqual({html, text: expect.stringMatching(/^action=parse\s*Parses <text>\.$/)});
});

describe('sitematrix', () => {
  const oslo = {url: 'https://no.example', dbname: 'nowiki', code: 'wiki', sitename: 'Wikipedia'};
  const language = {code: 'no', name: 'norsk', localname: 'Norwegian', dir: 'ltr'};

  test('one list, by language, the special ones last; continued', async () => {
    const fake = fakeWiki([
      [{action: 'sitematrix', smcontinue: undefined}, {continue: {smcontinue: 'language|no', continue: '-||'}, sitematrix: {count: 3, 0: {...language, site: [oslo, {...oslo, dbname: 'nowikibooks', code: 'wikibooks', closed: true}]}, specials: [{url: 'https://c.example', dbname: 'commonswiki', code: 'commons', private: ''}]}}],
      [{smcontinue: 'language|no'}, {sitematrix: {count: 3, 1: {...language, code: 'nv', site: []}, 2: {...language, code: 'ny', site: [oslo]}}}],
    ]);
    const sites = await sitematrix(session(fake));
    expect(sites.map(({dbname, code, closed, language}) => [dbname, code, closed, language?.code])).toEqual([['nowiki', 'wiki', false, 'no'], ['nowikibooks', 'wikibooks', true, 'no'], ['nowiki', 'wiki', false, 'ny'], ['commonswiki', 'commons', false, undefined]]);
    expect(sites[3]).toMatchObject({sitename: '', private: true, fishbowl: false});
    fake.done();
  });
});

describe('ask', () => {
  const all = async (fake: FakeWiki, query = 'test'): Promise<AskItem[]> => {
    const items: AskItem[] = [];
    for await (const item of ask(session(fake), query)) items.push(item);
    return items;
  };
  const page = (fulltext: string) => ({fulltext, fullurl: `http://example.com/wiki/${fulltext}`, namespace: 0});

  test('an error is told in its words', async () => {
    const query = 'Certains « <nowiki>[[</nowiki> » dans votre requête n’ont pas été clos par des « ]] » correspondants.';
    for (const said of [query, [query, 'Encore.']]) {
      await expect(all(fakeWiki([[{action: 'ask', query: 'test'}, {error: {query: said}}]]))).rejects.toMatchObject({name: 'ApiError', code: 'query', message: 'Certains « [[ » dans votre requête n’ont pas été clos par des « ]] » correspondants.'});
    }
    await expect(all(fakeWiki([[{}, {errors: [{code: 'badvalue', text: 'Unrecognized'}]}]]))).rejects.toMatchObject({code: 'badvalue'});
  });

  test('the list of version 0.5', async () => {
    const results = ['Indeks (bibliotekfag)', 'Serendipitet'].map((title, index) => Object.assign(page(title), {exists: '', printouts: [{0: `150861132${index}`, label: 'Endringsdato'}]}));
    expect(await all(fakeWiki([[{}, {query: {results, serializer: 'SMW\\Serializers\\QueryResultSerializer', version: 0.5}}]]))).toEqual([
      {...page('Indeks (bibliotekfag)'), exists: true, displaytitle: undefined, printouts: {Endringsdato: ['1508611320']}},
      {...page('Serendipitet'), exists: true, displaytitle: undefined, printouts: {Endringsdato: ['1508611321']}},
    ]);
  });

  const values = {Endringsdato: [{timestamp: '1508611329', raw: '1/2017/10/21/18/42/9/0'}], fulltext: ['odd']};
  test.each([
    ['2', {'Indeks (bibliotekfag)': {...page('Indeks (bibliotekfag)'), exists: '1', displaytitle: '', printouts: values}}],
    ['3', [{'Indeks (bibliotekfag)': {...page('Indeks (bibliotekfag)'), exists: '1', displaytitle: '', printouts: values}}]],
  ])('version %s', async (_, results) => {
    expect(await all(fakeWiki([[{}, {query: {results}}]]))).toEqual([{...page('Indeks (bibliotekfag)'), exists: true, displaytitle: undefined, printouts: values}]);
  });

  test('goes on by the offset, in order, when more is wanted', async () => {
    const fake = fakeWiki([[{query: 'q|?A', api_version: '3'}, {'query-continue-offset': 2, 'query': {results: [{2024: page('2024')}, {A: page('A')}]}}], [{query: 'q|?A|offset=2'}, {query: {results: [{1: {...page('1'), exists: '0'}}]}}]]);
    const items = ask(session(fake), 'q|?A');
    expect((await items.next()).value).toMatchObject({fulltext: '2024'});
    expect((await items.next()).value).toMatchObject({fulltext: 'A', exists: false});
    expect(fake.requests).toHaveLength(1);
    expect((await items.next()).value).toMatchObject({fulltext: '1', exists: false});
    expect((await items.next()).done).toBe(true);
    fake.done();
  });

  test('nothing found; an offset that does not move; no query', async () => {
    expect(await all(fakeWiki([[{}, {query: {results: []}}]]))).toEqual([]);
    await expect(all(fakeWiki([[{}, {'query-continue-offset': 0, 'query': {results: []}}]]))).rejects.toMatchObject({name: 'InvalidAnswerError'});
    await expect(all(fakeWiki(), '')).rejects.toThrow(/^query: '' given/);
  });
});
