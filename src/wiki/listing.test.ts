/** Long answers: what is asked, when, and what comes of it when something goes wrong on the way. */
import fc from 'fast-check';
import {describe, expect, test, vi} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import type {Progress} from './listing.js';
import {Wiki} from './wiki.js';

const wikiOf = (fake: Pick<FakeWiki, 'fetch'>): Wiki => new Wiki('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', retry: false, onWarning: () => {}});

/** An answer with these pages, and where it goes on. */
const part = (titles: readonly string[], next?: string): object => ({...(next !== undefined && {continue: {apcontinue: next, continue: '-||'}}), query: {allpages: titles.map((title) => ({ns: 0, title}))}});

/** Three answers: A B, nothing, C. */
const three = (): [Expected, FakeAnswer][] => [
  [{list: 'allpages', apcontinue: undefined}, part(['A', 'B'], 'b')],
  [{apcontinue: 'b'}, part([], 'c')],
  [{apcontinue: 'c'}, part(['C'])],
];

const titles = (rows: readonly {readonly title: string}[]): string[] => rows.map(({title}) => title);

describe('what is asked', () => {
  test('nothing, before the first item is wanted; and again, when it is gone through again', async () => {
    const fake = fakeWiki([...three(), ...three()]);
    const pages = wikiOf(fake).allpages();
    expect(fake.requests).toHaveLength(0);
    expect(titles(await pages.toArray())).toEqual(['A', 'B', 'C']);
    expect(titles(await pages.toArray())).toEqual(['A', 'B', 'C']);
    fake.done();
  });

  test('as much as the wiki gives at once; no more than is taken', async () => {
    const fake = fakeWiki([[{aplimit: 'max'}, part(['A'])], [{aplimit: '1'}, part(['A'], 'b')], [{aplimit: 'max'}, part(['A', 'B'])], [{aplimit: '5'}, part(['A', 'B'], 'c')]]);
    const wiki = wikiOf(fake);
    await wiki.allpages().toArray();
    expect(titles(await wiki.allpages().take(1).toArray())).toEqual(['A']);
    expect(titles(await wiki.allpages().take(501).toArray())).toEqual(['A', 'B']);
    expect(titles(await wiki.allpages({limit: 5}).take(1).toArray())).toEqual(['A']);
    fake.done();
  });

  test('of texts, of which an answer holds fifty, not so many that the wiki would warn', async () => {
    const history = (...revids: number[]): object => ({query: {pages: [{pageid: 7, ns: 0, title: 'Oslo', revisions: revids.map((revid) => ({revid}))}]}});
    const fake = fakeWiki([[{rvprop: 'ids|content', rvlimit: 'max'}, history(2, 1)], [{rvprop: 'ids|content', rvlimit: '50'}, history(2, 1)], [{rvprop: 'ids', rvlimit: '51'}, history(2, 1)]]);
    const page = wikiOf(fake).page('Oslo');
    await page.revisions({prop: ['ids', 'content'], slots: 'main'}).take(51).toArray();
    await page.revisions({prop: ['ids', 'content'], slots: 'main'}).take(50).toArray();
    await page.revisions({prop: ['ids']}).take(51).toArray();
    fake.done();
  });

  test('of two takes, the smaller holds', async () => {
    const fake = fakeWiki([[{aplimit: '1'}, part(['A'], 'b')]]);
    expect(titles(await wikiOf(fake).allpages().take(1).take(9).toArray())).toEqual(['A']);
    fake.done();
  });

  test('one answer ahead and no more, however long the work on one takes', async () => {
    const fake = fakeWiki([[{}, part(['A'], 'b')], [{}, part(['B'], 'c')], [{}, part(['C'])]]);
    const answers = wikiOf(fake).allpages().byAnswer();
    await answers.next();
    await vi.waitFor(() => expect(fake.requests).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve));
    expect(fake.requests).toHaveLength(2);
    await answers.next();
    await answers.next();
    expect((await answers.next()).done).toBe(true);
    fake.done();
  });

  test('nothing more, after a break', async () => {
    let aborted = false;
    const fake = fakeWiki([[{}, part(['A', 'B'], 'b')], [{}, (_, {signal}) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => {
      aborted = true;
      reject(signal.reason as Error);
    }))]]);
    const got: string[] = [];
    for await (const {title} of wikiOf(fake).allpages()) {
      got.push(title);
      await vi.waitFor(() => expect(fake.requests).toHaveLength(2)); // the next answer is on its way
      break;
    }
    expect([got, fake.requests.length, aborted]).toEqual([['A'], 2, true]);
  });

  test.each<[unknown, unknown, RegExp]>([
    [0, {}, /^take: 0 given, a whole number above 0 expected/],
    [1.5, {}, /^take: 1\.5 given/],
    ['3', {}, /^take: '3' given/],
    [1, {signl: 1}, /^signl: no such option; did you mean signal\?/],
    [1, {onProgress: true}, /^onProgress: true given, a function expected/],
  ])('take %j with options %j is refused', (count, options, message) => {
    expect(() => wikiOf(fakeWiki()).allpages({}, options as object).take(count as number)).toThrow(message);
  });

  test.each([[{limit: 0}, /^limit: 0 given/], [{limit: 'all'}, /^limit: 'all' given/], [{prefix: {}}, /^apprefix: an object given/]])('%j is refused where items are waited for, and nothing is sent', async (params, message) => {
    const fake = fakeWiki();
    await expect(wikiOf(fake).allpages(params as object).toArray()).rejects.toThrow(message);
    expect(fake.requests).toEqual([]);
  });
});

describe('what comes', () => {
  test('however the wiki cuts a list into answers: all items in order, the first of them, or those before a break; never more than one answer ahead', async () => {
    const cut = fc.array(fc.integer({min: 0, max: 3}), {minLength: 1, maxLength: 8});
    await fc.assert(
      fc.asyncProperty(cut, fc.integer({min: 1, max: 20}), async (sizes, count) => {
        let next = 0;
        const parts = sizes.map((size) => Array.from({length: size}, () => String(next++)));
        const all = parts.flat();
        const asked: number[] = [];
        const server = {fetch: (url: string) => {
          const place = Number(new URL(url).searchParams.get('apcontinue') ?? 0);
          asked.push(place);
          return Promise.resolve(Response.json(part(parts[place] ?? [], place + 1 < parts.length ? String(place + 1) : undefined)));
        }};
        const pages = wikiOf(server).allpages({limit: 3});
        expect(titles(await pages.toArray())).toEqual(all);
        expect(asked).toEqual(parts.map((_, place) => place));
        expect(titles(await pages.take(count).toArray())).toEqual(all.slice(0, count));
        asked.length = 0;
        const before: string[] = [];
        for await (const {title} of pages) {
          before.push(title);
          if (before.length === count) break;
        }
        expect(before).toEqual(all.slice(0, count));
        let needed = parts.findIndex((_, place) => parts.slice(0, place + 1).flat().length >= count);
        if (needed < 0) needed = parts.length - 1;
        expect(asked.length).toBeLessThanOrEqual(needed + 2);
      }),
      {numRuns: 60},
    );
  });

  test('of answers without an item, which a wiki may give on the way, nothing is noticed', async () => {
    const got: Progress[] = [];
    const fake = fakeWiki(three());
    const sizes: number[] = [];
    for await (const rows of wikiOf(fake).allpages({}, {onProgress: (progress) => got.push(progress)}).byAnswer()) sizes.push(rows.length);
    expect(sizes).toEqual([2, 1]);
    expect(got).toEqual([{items: 2, answers: 1}, {items: 2, answers: 2}, {items: 3, answers: 3}]);
    fake.done();
  });

  test('a wiki that goes on for ever without an item is stopped', async () => {
    let asked = 0;
    const endless = {fetch: () => Promise.resolve(Response.json(part([], String(asked++))))};
    await expect(wikiOf(endless).allpages().toArray()).rejects.toMatchObject({name: 'ApiError', code: 'toomanyemptyanswers'});
    expect(asked).toBeGreaterThan(500);
  });

  test('pages of which the wiki tells in very many parts are waited for', async () => {
    let asked = 0;
    const slow = {fetch: () => Promise.resolve(Response.json({query: {pages: [{ns: 0, title: 'A', extract: 'x'}]}, ...(asked++ < 600 ? {continue: {excontinue: asked, continue: '||'}} : {batchcomplete: true})}))};
    expect(await wikiOf(slow).generator('allpages', {}, {prop: 'info'}).toArray()).toMatchObject([{title: 'A'}]);
    expect(asked).toBe(601);
  });

  test('an error on the way comes after the items before it', async () => {
    const fake = fakeWiki([[{}, part(['A', 'B'], 'b')], [{}, {errors: [{code: 'readapidenied', text: 'You need read permission.'}]}]]);
    const got: string[] = [];
    const reading = (async () => {
      for await (const {title} of wikiOf(fake).allpages()) got.push(title);
    })();
    await expect(reading).rejects.toMatchObject({name: 'ApiError', code: 'readapidenied'});
    expect(got).toEqual(['A', 'B']);
  });

  test('pages of a generator come whole, each once, in whatever parts the wiki tells of them', async () => {
    const pages = (...rows: [string, string[]][]): object => ({query: {pages: rows.map(([title, links]) => ({ns: 0, title, links: links.map((title) => ({ns: 0, title}))}))}});
    const fake = fakeWiki([
      [{generator: 'allpages', gaplimit: 'max', prop: 'links', pllimit: 'max', plcontinue: undefined}, {...pages(['A', ['x']], ['B', []]), continue: {plcontinue: '1', continue: '||'}}],
      [{plcontinue: '1'}, {...pages(['A', []], ['B', ['y']]), batchcomplete: true, continue: {gapcontinue: 'C', continue: 'gapcontinue||'}}],
      [{gapcontinue: 'C', plcontinue: undefined}, {...pages(['C', ['z']]), batchcomplete: true}],
    ]);
    const got = await wikiOf(fake).generator('allpages', {}, {prop: 'links'}).toArray();
    expect(got.map((page) => [page.title, (page as unknown as {links: {title: string}[]}).links.map(({title}) => title)])).toEqual([['A', ['x']], ['B', ['y']], ['C', ['z']]]);
    fake.done();
  });

  test('pages that others lead to, by links, categories or templates: asked without asking what these are', async () => {
    const fake = fakeWiki([[{generator: 'links', gpllimit: 'max', gplnamespace: '0', titles: 'A|B', prop: 'info'}, {query: {pages: [{ns: 0, title: 'C', length: 3}]}, batchcomplete: true}]]);
    expect(await wikiOf(fake).generator('links', {namespace: 0}, {titles: ['A', 'B'], prop: 'info'}).toArray()).toMatchObject([{title: 'C', length: 3}]);
    fake.done();
  });

  test('pages of what has an order come in that order', async () => {
    const pages = [{ns: 0, title: 'B', pageid: 1, index: 2}, {ns: 0, title: 'A', pageid: 2, index: 1}];
    expect(titles(await wikiOf(fakeWiki([[{generator: 'search'}, {query: {pages}}]])).generator('search', {search: 'x'}).toArray())).toEqual(['A', 'B']);
  });

  test('of more pages than a request takes, what they lead to is refused rather than mixed', async () => {
    const titles = Array.from({length: 51}, (_, index) => `Page ${index}`);
    const fake = fakeWiki();
    await expect(wikiOf(fake).generator('links', {}, {titles}).toArray()).rejects.toThrow(/^titles: 51 given, 50 at most expected beside a generator/);
    expect(fake.requests).toEqual([]);
  });

  test.each(['results', 'entries'])('rows that stand one deeper, under %s', async (name) => {
    const fake = fakeWiki([[{list: 'querypage', qppage: 'Longpages'}, {query: {querypage: {name: 'x', [name]: [{title: 'A'}, {title: 'B'}]}}}]]);
    expect(await wikiOf(fake).list('querypage', {page: 'Longpages'}).toArray()).toEqual([{title: 'A'}, {title: 'B'}]);
  });

  test('rows of a page that is not there are none', async () => {
    expect(await wikiOf(fakeWiki([[{titles: 'Nowhere'}, {query: {pages: [{ns: 0, title: 'Nowhere', missing: true}]}}]])).page('Nowhere').links().toArray()).toEqual([]);
  });

  test.each<[string, object, string, RegExp]>([
    ['a title the wiki refuses', {query: {pages: [{title: 'Talk:File:x', invalid: true, invalidreason: {text: 'A talk page that cannot exist.'}}]}}, 'invalidtitle', /cannot exist/],
    ['a page of another wiki', {query: {interwiki: [{title: 'de:Oslo', iw: 'de'}]}}, 'invalidtitle', /“de:Oslo” is a page of another wiki/],
    ['a special page', {query: {pages: [{ns: -1, title: 'Special:Version', special: true}]}}, 'pagecannotexist', /is a special page/],
  ])('of %s there are no rows, and that is told', async (_, answer, code, message) => {
    await expect(wikiOf(fakeWiki([[{prop: 'links'}, answer]])).page('X').links().toArray()).rejects.toMatchObject({name: 'ApiError', code, message: expect.stringMatching(message)});
  });
});

describe('after an abort', () => {
  test('no item is given, also of those that have come', async () => {
    const controller = new AbortController();
    const fake = fakeWiki([[{}, part(['A', 'B', 'C'], 'd')], [{}, part(['D'])]]);
    const got: string[] = [];
    const reading = (async () => {
      for await (const {title} of wikiOf(fake).allpages({}, {signal: controller.signal}).take(9)) {
        got.push(title);
        controller.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({name: 'AbortError'});
    expect(got).toEqual(['A']);
  });

  test('it is not taken for the end, in the last answer either', async () => {
    const controller = new AbortController();
    const rows = wikiOf(fakeWiki([[{}, part(['A', 'B'])]])).allpages({}, {signal: controller.signal})[Symbol.asyncIterator]();
    expect((await rows.next()).value).toMatchObject({title: 'A'});
    controller.abort();
    await expect(rows.next()).rejects.toMatchObject({name: 'AbortError'});
  });

  test('who waits for an item is told at once, and with the reason', async () => {
    const controller = new AbortController();
    const never = (): Promise<Response> => (controller.abort(new Error('seen enough')), new Promise(() => {}));
    const waiting = wikiOf({fetch: never}).allpages({}, {signal: controller.signal}).toArray();
    await expect(waiting).rejects.toThrow('seen enough');
  });

  test('nothing is asked', async () => {
    const fake = fakeWiki();
    await expect(wikiOf(fake).allpages({}, {signal: AbortSignal.abort()}).toArray()).rejects.toMatchObject({name: 'AbortError'});
    expect(fake.requests).toEqual([]);
  });
});
