/** Lists, from Node against the real wiki: whole, in order, each once, and no more asked for than is wanted. */
import {make, nobody, refusal, requests, titles} from './asking.js';
import {expect, test, wikiFromNode} from './fixtures.js';

test.describe('lists', () => {
  test('to the end, so many, from the middle, forwards: a history', async ({wiki}) => {
    const page = nobody(wiki).page('Harbour log');
    const all = (await page.revisions({prop: ['ids']}).toArray()).map(({revid}) => revid);
    expect(all).toHaveLength(240);
    const some = async (params: {dir?: 'newer'; startid?: number; limit?: number}, count: number): Promise<number[]> => (await page.revisions({prop: ['ids'], ...params}).take(count).toArray()).map(({revid}) => revid);
    expect(await some({}, 3)).toEqual(all.slice(0, 3));
    expect(await some({startid: all[100] ?? 0}, 3)).toEqual(all.slice(100, 103));
    expect(await some({dir: 'newer', limit: 2}, 5)).toEqual(all.slice(-5).reverse());
    // With texts an answer holds fifty.
    const texts = await page.revisions({prop: ['ids', 'content'], slots: 'main'}).toArray();
    expect(texts.map(({revid}) => revid)).toEqual(all);
    expect(texts.every(({slots}) => slots?.['main']?.content)).toBe(true);
  });

  test('what a page leads to, and what leads to it', async ({wiki}) => {
    const client = nobody(wiki);
    expect(await client.page('Many links').links().toArray()).toHaveLength(700);
    expect(await client.page('Many categories').categories().toArray()).toHaveLength(60);
    expect(titles(await client.page('Mercury').templates().toArray())).toEqual(['Template:Disambiguation']);
    expect((await client.page('External links').extlinks().toArray()).map(({url}) => url)).toContain('https://example.org/');
    expect((await client.page('Interlanguage').langlinks().toArray()).map(({lang}) => lang)).toEqual(['de', 'fr', 'he']);
    expect(await client.page('Interlanguage').iwlinks().toArray()).toEqual([{prefix: 'wikt', title: 'lighthouse'}]);
    const back = titles(await client.page('Sandbox').backlinks().toArray());
    expect(back).toContain('Redirect to sandbox');
    expect(titles(await client.page('Sandbox').backlinks({limit: 1}).toArray())).toEqual(back);
    expect(titles(await client.page('Template:Disambiguation').embeddedin().toArray())).toContain('Mercury');
    expect(await client.page('No such page').links().toArray()).toEqual([]);
    expect((await client.page('Harbour log').contributors().toArray()).map(({name}) => name).sort()).toEqual(['Admin', 'Henrik', 'Iris', 'Olga', 'Sol', 'Tove']);
  });

  test('of what a list names, pages with what is asked of them, each once and whole', async ({wiki}) => {
    const client = nobody(wiki);
    const all = titles(await client.allpages({namespace: 0}).toArray());
    const linked = await client.generator('allpages', {namespace: 0, limit: 50}, {prop: 'links'}).toArray();
    expect([linked.length, new Set(titles(linked))]).toEqual([all.length, new Set(all)]);
    expect(linked.find(({title}) => title === 'Many links')?.links).toHaveLength(700);
    const led = await client.generator('links', {}, {titles: ['Many links'], prop: 'info'}).toArray();
    expect([led.length, new Set(titles(led)).size]).toEqual([700, 700]);
    const search = titles(await client.prefixsearch({search: 'M'}).take(9).toArray());
    expect(titles(await client.generator('prefixsearch', {search: 'M'}).take(9).toArray())).toEqual(search);
    expect(search.length).toBeGreaterThan(5);
    expect(await client.generator('categories', {}, {titles: ['Many categories'], prop: 'info'}).take(3).toArray()).toHaveLength(3);
    expect(await refusal(client.generator('info').toArray())).toMatchObject({name: 'TypeError'});
    expect(await refusal(client.generator('nosuch').toArray())).toMatchObject({name: 'ApiError', code: 'badvalue'});
  });

  test('a break, or an abort, in the middle: not one item or answer more', async ({wiki}) => {
    const client = nobody(wiki);
    const got: (string | undefined)[] = [];
    const asked = await requests(wiki, async () => {
      for await (const {title} of client.allpages({limit: 5})) {
        got.push(title);
        if (got.length === 7) break;
      }
    });
    expect(got).toEqual(titles(await client.allpages().take(7).toArray()));
    expect(asked).toBeLessThanOrEqual(3); // two, and the one ahead
    const controller = new AbortController();
    let count = 0;
    const aborted = (async () => {
      for await (const {title} of client.allpages({limit: 50}, {signal: controller.signal})) if (title && ++count === 7) controller.abort();
    })();
    expect(await refusal(aborted)).toMatchObject({name: 'AbortError'});
    expect(count).toBe(7);
  });

  test('a connection lost on the way is found again, one lost for good is told after what came before', async ({wiki}) => {
    const door = await wiki.door({faults: {seed: 1, rules: [{nth: 2, fault: {type: 'dropAfter'}}]}});
    expect(await wikiFromNode(door.api).allpages({limit: 50}).toArray()).toEqual(await nobody(wiki).allpages().toArray());
    await door.close();
    const lost = await wiki.door({faults: {seed: 1, rules: [{nth: [3, 4, 5, 6, 7, 8], fault: {type: 'status', status: 500}}]}});
    let count = 0;
    const reading = (async () => {
      for await (const {title} of wikiFromNode(lost.api).allpages({limit: 50})) if (title) count++;
    })();
    expect(await refusal(reading)).toMatchObject({name: 'HttpError', status: 500});
    expect(count).toBe(100);
    await lost.close();
  });

  test('parameters the wiki does not know are refused, not passed over', async ({wiki}) => {
    const client = nobody(wiki);
    expect(await refusal(client.allpages({nosuch: 1} as object).toArray())).toMatchObject({name: 'ApiError', code: 'unrecognizedparams'});
    expect(await refusal(client.recentchanges({prop: ['nosuch'] as unknown as ['ids']}).toArray())).toMatchObject({name: 'ApiError', code: 'unrecognizedvalues'});
    expect(await refusal(client.watchlist().toArray())).toMatchObject({name: 'LoginError', code: 'notloggedin'});
  });
});

test.describe('many pages by their titles', () => {
  test('more than an answer holds: all, in the order of the titles, texts included', async ({wiki}) => {
    const client = nobody(wiki);
    const wanted = titles(await client.allpages({namespace: 0}).toArray()).reverse() as string[];
    expect(wanted.length).toBeGreaterThan(100);
    const pages = client.pages(wanted, {prop: 'revisions', rvprop: ['content'], rvslots: 'main'});
    expect(await requests(wiki, async () => expect(titles(await pages.toArray())).toEqual(wanted))).toBeLessThanOrEqual(Math.ceil(wanted.length / 50) + 1);
    for await (const page of pages) expect(page.revisions?.[0]?.slots?.['main']?.content, page.title).toEqual(expect.any(String));
  });

  test('each whole, in as few requests as that takes', async ({wiki}) => {
    const asked = await requests(wiki, async () => {
      const [many, main] = await nobody(wiki).pages(['Many links', 'Main Page'], {prop: 'links'}).toArray();
      expect(many?.links).toHaveLength(700);
      expect(main?.links?.length).toBeGreaterThan(0);
    });
    expect(asked).toBe(2);
  });

  test('what is missing, refused, elsewhere, twice or a redirect', async ({wiki}) => {
    const client = nobody(wiki);
    const given = ['Sandbox', 'no such page', 'sandbox', 'de:Oslo', 'Talk:File:x', 'Redirect to sandbox', 'Special:Version'];
    const pages = await client.pages(given, {prop: 'info'}).toArray();
    expect(pages).toMatchObject([{title: 'Sandbox'}, {title: 'No such page', missing: true}, {title: 'Talk:File:x', invalid: true}, {title: 'Redirect to sandbox'}, {title: 'Special:Version', special: true}]);
    expect(titles(await client.pages(['Redirect to sandbox', 'Mercury', 'Sandbox'], {redirects: true}).toArray())).toEqual(['Sandbox', 'Mercury']);
    expect(titles(await client.pages(given).take(2).toArray())).toEqual(['Sandbox', 'No such page']);
    expect(await client.pages([]).toArray()).toEqual([]);
    expect(await requests(wiki, () => refusal(client.pages(['A[b']).toArray()))).toBe(0);
  });

  test('no more are asked for after a break', async ({wiki}) => {
    const client = nobody(wiki);
    const many = Array.from({length: 220}, (_, index) => `Nothing ${index}`);
    expect(await requests(wiki, async () => {
      for await (const page of client.pages(many)) if (page.missing) break;
    })).toBeLessThanOrEqual(2);
  });
});

test.describe('a category and those in it', () => {
  const ring = {'Category:Ring A': '[[Category:Ring C]]', 'Category:Ring B': '[[Category:Ring A]]', 'Category:Ring C': '[[Category:Ring B]]', 'In the ring': '[[Category:Ring A]][[Category:Ring C]]', 'Category:In itself': '[[Category:In itself]]'};
  const found = (rows: readonly {readonly title?: string; readonly depth: number}[]): [string | undefined, number][] => rows.map(({title, depth}) => [title, depth]);

  test('each once, with its depth, also in a circle', async ({wiki}) => {
    await make(wiki, ring);
    const client = nobody(wiki);
    const whole = [['In the ring', 0], ['Category:Ring B', 0], ['Category:Ring C', 1], ['Category:Ring A', 2]];
    expect(found(await client.page('Category:Ring A').deepmembers().toArray())).toEqual(whole);
    expect(found(await client.page('category:ring_A').deepmembers().toArray())).toEqual(whole);
    expect(found(await client.page('Category:Ring A').deepmembers({depth: 0}).toArray())).toEqual(whole.slice(0, 2));
    expect(found(await client.page('Category:Ring A').deepmembers({depth: 1}).toArray())).toEqual(whole.slice(0, 3));
    expect(found(await client.page('Category:In itself').deepmembers().toArray())).toEqual([['Category:In itself', 0]]);
  });

  test('of one kind, of one namespace, so many: the categories on the way are gone through all the same', async ({wiki}) => {
    await make(wiki, ring);
    const client = nobody(wiki);
    expect(found(await client.page('Category:Ring B').deepmembers({type: 'page'}).toArray())).toEqual([['In the ring', 1]]);
    const buildings = client.page('Category:Buildings');
    const below = (await Promise.all(['Category:Bridges', 'Category:Lighthouses'].map((title) => client.page(title).categorymembers({namespace: 0}).toArray()))).flat();
    expect(titles(await buildings.deepmembers({namespace: 0}).toArray())).toEqual(titles(below));
    expect(titles(await buildings.deepmembers({limit: 7, namespace: 0}).toArray())).toEqual(titles(below));
    expect(await buildings.deepmembers({namespace: 0}).take(5).toArray()).toHaveLength(5);
    expect(await requests(wiki, () => refusal(buildings.deepmembers({depth: -1}).toArray()))).toBe(0);
    expect(await refusal(client.page('Sandbox').deepmembers().toArray())).toMatchObject({name: 'ApiError', code: 'invalidcategory'});
  });
});
