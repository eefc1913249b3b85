/** Questions about a page that are asked now and then. */
import {afterEach, describe, expect, test, vi} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Wiki, type WikiOptions} from './wiki.js';

const wikiOf = (fake: Pick<FakeWiki, 'fetch'>, options: WikiOptions = {}): Wiki => new Wiki('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', retry: false, ...options});
const about = (page: object, more: object = {}): object => ({query: {pages: [{ns: 0, title: 'Oslo', ...page}], ...more}});

afterEach(() => void vi.unstubAllGlobals());

describe('whether the user may', () => {
  test.each([[{edit: true}, true], [{edit: false}, false], [{}, false]])('the wiki says %j', async (actions, expected) => {
    const fake = fakeWiki([[{prop: 'info', intestactions: 'edit', titles: 'Oslo'}, about({actions})]]);
    expect(await wikiOf(fake).page('Oslo').can('edit')).toBe(expected);
    fake.done();
  });

  test.each([[undefined], [''], ['edit|move'], [['edit']]])('%j is no action', async (action) => {
    const fake = fakeWiki();
    await expect(wikiOf(fake).page('Oslo').can(action as string)).rejects.toThrow(/^action: .* given, an action such as 'edit' expected/);
    expect(fake.requests).toEqual([]);
  });
});

test('protection is told by action, with what it comes from', async () => {
  const given = [{type: 'edit', level: 'sysop', expiry: 'infinity', source: 'Cascade root'}, {type: 'move', level: 'sysop', expiry: '2099-12-31T23:59:59Z', cascade: true}];
  expect(await wikiOf(fakeWiki([[{inprop: 'protection'}, about({protection: given})]])).page('Oslo').protection()).toEqual({
    edit: {level: 'sysop', expiry: 'infinity', source: 'Cascade root'},
    move: {level: 'sysop', expiry: '2099-12-31T23:59:59Z', cascade: true},
  });
});

test('properties of a page: all, some, none', async () => {
  const fake = fakeWiki([[{prop: 'pageprops', ppprop: undefined}, about({pageprops: {noindex: '', defaultsort: 'x'}})], [{ppprop: 'noindex'}, about({pageprops: {noindex: ''}})], [{}, about({missing: true})]]);
  const page = wikiOf(fake).page('Oslo');
  expect(await page.pageprops()).toEqual({noindex: '', defaultsort: 'x'});
  expect(await page.pageprops({prop: 'noindex'})).toEqual({noindex: ''});
  expect(await page.pageprops()).toEqual({});
  fake.done();
});

describe('a redirect', () => {
  const leads = (...hops: readonly object[]): object => ({query: {redirects: hops, pages: [{ns: 0, title: 'Oslo'}]}});

  test('leads where its last step leads, with the place on the page', async () => {
    const fake = fakeWiki([[{titles: 'A', redirects: '1'}, leads({from: 'A', to: 'B'}, {from: 'B', to: 'Oslo', tofragment: 'History'})]]);
    expect(await wikiOf(fake).page('A').redirectTarget()).toEqual({title: 'Oslo', fragment: 'History'});
    fake.done();
  });

  test('what is none leads nowhere, and is itself the page', async () => {
    const page = wikiOf(fakeWiki([[{}, about({})], [{}, about({})]])).page('Oslo');
    expect(await page.redirectTarget()).toBeUndefined();
    expect(await page.resolveRedirect()).toBe(page);
  });

  test('to another wiki is told by its prefix, and leads to no page here', async () => {
    const there = {query: {redirects: [{from: 'A', to: 'de:Oslo', tointerwiki: 'de'}], interwiki: [{title: 'de:Oslo', iw: 'de'}]}};
    const page = wikiOf(fakeWiki([[{}, there], [{}, there]])).page('A');
    expect(await page.redirectTarget()).toEqual({title: 'de:Oslo', interwiki: 'de'});
    await expect(page.resolveRedirect()).rejects.toMatchObject({name: 'ApiError', code: 'invalidtitle', message: '“A” leads to “de:Oslo” on another wiki (de).'});
  });

  test('a title the wiki refuses is not taken for a page that is none', async () => {
    const page = wikiOf(fakeWiki([[{}, about({invalid: true, invalidreason: {text: 'No such title.'}})], [{}, {query: {interwiki: [{title: 'de:Oslo', iw: 'de'}]}}]])).page('Talk:File:x');
    await expect(page.redirectTarget()).rejects.toMatchObject({code: 'invalidtitle', message: 'No such title.'});
    await expect(page.resolveRedirect()).rejects.toMatchObject({code: 'invalidtitle'});
  });
});

describe('the HTML', () => {
  test('of the page, of a section, of an old revision, which needs no title', async () => {
    const fake = fakeWiki([[{action: 'parse', page: 'Oslo', prop: 'text', oldid: undefined}, {parse: {text: '<p>'}}], [{page: 'Oslo', section: '2'}, {parse: {text: '<h2>'}}], [{oldid: '12', page: undefined}, {parse: {text: '<i>'}}]]);
    const page = wikiOf(fake).page('Oslo');
    expect([await page.html(), await page.html({section: 2}), await page.html({revid: 12})]).toEqual(['<p>', '<h2>', '<i>']);
    fake.done();
  });

  test.each<[object, RegExp]>([[{revid: '12'}, /^revid: '12' given/], [{section: 'First'}, /^section: 'First' given/], [{oldid: 12}, /^oldid: no such option/]])('%j is refused before anything is sent', async (options, message) => {
    const fake = fakeWiki();
    await expect(wikiOf(fake).page('Oslo').html(options)).rejects.toThrow(message);
    expect(fake.requests).toEqual([]);
  });
});

describe('a file', () => {
  const bytes = new Uint8Array([1, 2, 3, 4]);
  const info = (more: object = {}): [Expected, FakeAnswer] => [{prop: 'imageinfo', iiprop: 'url|size|mime', iilimit: '1'}, about({imageinfo: [{url: 'https://files.example/a.png', size: 4, mime: 'image/png', ...more}]})];
  /** The file in two parts; `end` says how it ends. */
  const inParts = (end: (stream: ReadableStreamDefaultController<Uint8Array>) => void): Response =>
    new Response(
      new ReadableStream({
        start(stream) {
          stream.enqueue(bytes.slice(0, 1));
          stream.enqueue(bytes.slice(1));
          end(stream);
        },
      }),
    );

  test('comes whole, with its type; who it is for, another host is not told', async () => {
    const seen: object[] = [];
    const fake = fakeWiki([info(), [{}, inParts((stream) => stream.close())]]);
    const file = await wikiOf(fake).page('File:A.png').download({onProgress: (progress) => seen.push(progress)});
    expect([file.type, new Uint8Array(await file.arrayBuffer())]).toEqual(['image/png', bytes]);
    expect(seen).toEqual([{bytes: 1, ofBytes: 4}, {bytes: 4, ofBytes: 4}]);
    expect(fake.requests[1]).toMatchObject({url: 'https://files.example/a.png', credentials: 'omit'});
    fake.done();
  });

  test('outside browsers another host is told the tool, as Wikimedia’s demands, and no header that is for the wiki; a page sends none', async () => {
    const headers = {'x-key': 'secret'};
    const asked = async (options: WikiOptions, url: string): Promise<unknown> => {
      const fake = fakeWiki([info({url}), [{}, inParts((stream) => stream.close())]]);
      await wikiOf(fake, {headers, ...options}).page('File:A.png').download();
      return fake.requests[1]?.headers;
    };
    const tool = {'user-agent': expect.stringMatching(/^Test\/1\.0 wikilit/)};
    expect(await asked({}, 'https://files.example/a.png')).toEqual(tool);
    expect(await asked({}, '/a.png')).toEqual({...tool, ...headers});
    expect(await asked({origin: 'https://page.example'}, 'https://files.example/a.png')).toEqual({});
  });

  test('on the wiki’s own host comes with the cookies that a private wiki asks for', async () => {
    const fake = fakeWiki([info({url: '/images/a.png'}), [{}, inParts((stream) => stream.close())]]);
    await wikiOf(fake).page('File:A.png').download();
    expect(fake.requests[1]).toMatchObject({url: 'https://wiki.example/images/a.png', credentials: 'same-origin'});
  });

  test.each<[string, object]>([
    ['a page without a file', about({})],
    ['a page that is not there', about({missing: true})],
    ['an address that is no address', about({imageinfo: [{url: 'javascript:alert(1)'}]})],
    ['no address', about({imageinfo: [{}]})],
  ])('%s: there is no such file, and nothing is fetched', async (_, answer) => {
    const fake = fakeWiki([[{prop: 'imageinfo'}, answer]]);
    await expect(wikiOf(fake).page('File:A.png').download()).rejects.toMatchObject({name: 'ApiError', code: 'nofile', message: 'There is no file “File:A.png”.'});
    expect(fake.requests).toHaveLength(1);
  });

  test('of which only a part came is no file', async () => {
    const cut = fakeWiki([info({size: 9}), [{}, inParts((stream) => stream.close())]]);
    await expect(wikiOf(cut).page('File:A.png').download()).rejects.toMatchObject({name: 'NetworkError', message: 'https://files.example/a.png ended after 4 of 9 bytes.'});
    let parts = 0;
    const lost = new ReadableStream({pull: (stream) => (parts++ ? stream.error(new Error('reset')) : stream.enqueue(bytes))});
    await expect(wikiOf(fakeWiki([info(), [{}, new Response(lost)]])).page('File:A.png').download()).rejects.toMatchObject({name: 'NetworkError', message: expect.stringContaining('lost after 4 bytes'), cause: {message: 'reset'}});
  });

  test('that the server does not give, or that cannot be reached', async () => {
    await expect(wikiOf(fakeWiki([info(), [{}, new Response('no', {status: 404})]])).page('File:A.png').download()).rejects.toMatchObject({name: 'HttpError', status: 404, message: expect.stringContaining('the file of “File:A.png”')});
    await expect(wikiOf(fakeWiki([info(), [{}, new TypeError('Failed to fetch')]])).page('File:A.png').download()).rejects.toMatchObject({name: 'NetworkError'});
  });

  test('an abort ends it at once, also where the platform falls silent', async () => {
    const controller = new AbortController();
    let cancelled = false;
    const silent = new ReadableStream({start: (stream) => stream.enqueue(bytes.slice(0, 1)), cancel: () => void (cancelled = true)});
    const fake = fakeWiki([info(), [{}, new Response(silent)]]);
    await expect(wikiOf(fake).page('File:A.png').download({signal: controller.signal, onProgress: () => controller.abort()})).rejects.toMatchObject({name: 'AbortError'});
    expect(cancelled).toBe(true);
  });

  test('that stalls is given up', async () => {
    const fake = fakeWiki([info(), [{}, new Response(new ReadableStream({start: (stream) => stream.enqueue(bytes)}))]]);
    await expect(wikiOf(fake, {timeoutSeconds: 0.2}).page('File:A.png').download()).rejects.toMatchObject({name: 'NetworkError', message: expect.stringContaining('lost after 4 bytes'), cause: {name: 'TimeoutError'}});
  });

  test('a progress function that fails does not lose the file', async () => {
    vi.stubGlobal('reportError', () => {});
    const fake = fakeWiki([info(), [{}, inParts((stream) => stream.close())]]);
    const onProgress = (): never => {
      throw new Error('a bug');
    };
    expect((await wikiOf(fake).page('File:A.png').download({onProgress})).size).toBe(4);
  });
});
