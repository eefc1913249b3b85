/** What is asked in one task goes out in few requests, and each gets what it would get alone. Against the real wiki. */
import fc from 'fast-check';
import type {Wiki} from 'wikilit';
import {cookieFetch} from 'wikilit/node';
import {expect, test, wikiFromNode} from './fixtures.js';
import type {TestWiki, UserName} from './wiki/index.js';

async function as(wiki: TestWiki, name: UserName): Promise<Wiki> {
  const client = wikiFromNode(wiki.api, cookieFetch());
  const {name: username, password} = wiki.users[name];
  await client.clientlogin({username, password});
  await client.userinfo(); // an open session: what this user may do is known
  return client;
}

/** What comes of it, and how many requests it takes. */
async function counting<T>(wiki: TestWiki, run: () => Promise<T>): Promise<{requests: number; result: T}> {
  const before = wiki.front.requests.length;
  const result = await run();
  return {requests: wiki.front.requests.length - before, result};
}

const titlesOf = async (client: Wiki, namespace = 0): Promise<string[]> => (await client.allpages({namespace}).toArray()).map(({title}) => title);

test.describe('how many requests', () => {
  test('200 pages: one for a sysop, four for an ordinary user, four for nobody; 501 for a sysop: two', async ({wiki}) => {
    const titles = Array.from({length: 501}, (_, index) => (index % 2 ? `Nothing ${index}` : `Sandbox/${index}`));
    const exist = (client: Wiki, count: number): Promise<boolean[]> => Promise.all(titles.slice(0, count).map((title) => client.page(title).exists()));
    const sysop = await as(wiki, 'Admin');
    expect(await counting(wiki, () => exist(sysop, 200))).toEqual({requests: 1, result: titles.slice(0, 200).map(() => false)});
    expect((await counting(wiki, () => exist(sysop, 501))).requests).toBe(2);
    const ordinary = await as(wiki, 'Olga');
    expect((await counting(wiki, () => exist(ordinary, 200))).requests).toBe(4);
    expect((await counting(wiki, () => exist(wikiFromNode(wiki.api), 200))).requests).toBe(4);
  });

  test('what the user may do is learnt on the way: the first request asks for 50, the next for all the rest', async ({wiki}) => {
    const fresh = wikiFromNode(wiki.api, cookieFetch());
    const {name: username, password} = wiki.users.Admin;
    await fresh.clientlogin({username, password});
    expect((await counting(wiki, () => Promise.all(Array.from({length: 200}, (_, index) => fresh.page(`Nothing ${index}`).exists())))).requests).toBe(2);
  });

  test('eight mixed questions of a start-up, written plainly: one', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    const {requests, result} = await counting(wiki, () =>
      Promise.all([
        client.userinfo(),
        client.siteinfo({prop: ['general']}),
        client.get({action: 'query', meta: 'siteinfo', siprop: ['namespaces']}),
        client.allmessages({messages: ['edit', 'save']}),
        client.page('sandbox').exists(),
        client.page('Main_Page').info(),
        client.page('Main Page').links().toArray(),
        client.recentchanges().take(3).toArray(),
        client.random({namespace: 0}).take(1).toArray(),
      ]),
    );
    expect(requests).toBe(1);
    const [user, site, namespaces, messages, exists, info, links, changes, random] = result;
    expect(user).toMatchObject({anon: true});
    expect(Object.keys(site as object)).toEqual(['general']);
    expect(Object.keys((namespaces as {query: object}).query)).toEqual(['namespaces']);
    expect(messages).toMatchObject([{name: 'edit', content: 'Edit'}, {name: 'save'}]);
    expect(exists).toBe(true);
    expect(info).toMatchObject({title: 'Main Page', ns: 0, protection: []});
    expect(links.map(({title}) => title)).toContain('Sandbox');
    expect(changes).toHaveLength(3);
    expect(random).toHaveLength(1);
  });

  test('what must not share a request does not: other sections, languages, error formats, histories', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    const page = client.page('Sandbox');
    const {requests, result} = await counting(wiki, () =>
      Promise.all([
        page.text({section: 0}),
        page.text(),
        page.revisions({prop: ['ids']}).take(1).toArray(),
        client.get({action: 'query', meta: 'allmessages', ammessages: ['edit'], uselang: 'de', amlang: 'de'}),
        client.get({action: 'query', meta: 'allmessages', ammessages: ['edit'], amlang: 'en'}),
      ]),
    );
    expect(requests).toBe(4); // the English message goes with the whole text
    expect(result[1].startsWith(result[0])).toBe(true);
    expect(result[3]).toMatchObject({query: {allmessages: [{content: 'Bearbeiten'}]}});
    expect(result[4]).toMatchObject({query: {allmessages: [{content: 'Edit'}]}});
  });

  test('one request at a time', async ({wiki}) => {
    const door = await wiki.door();
    let open = 0;
    let peak = 0;
    const client = wikiFromNode(door.api, async (url, init) => {
      peak = Math.max(peak, ++open);
      try {
        return await fetch(url, init);
      } finally {
        open--;
      }
    });
    await Promise.all(Array.from({length: 200}, (_, index) => client.page(`Nothing ${index}`).exists()));
    for await (const page of client.allpages({limit: 20})) expect(page).toHaveProperty('title');
    expect(peak).toBe(1);
    await door.close();
  });
});

test.describe('nothing is lost', () => {
  test('the links of all pages, asked one by one in one task, are as many as plain continuation gives', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    const titles = await titlesOf(client);
    let plain = 0;
    for await (const answer of client.answers<{query?: {pages: {links?: object[]}[]}}>({action: 'query', generator: 'allpages', gapnamespace: 0, gaplimit: 50, prop: 'links', pllimit: 500})) {
      for (const page of answer.query?.pages ?? []) plain += page.links?.length ?? 0;
    }
    const {requests, result} = await counting(wiki, () => Promise.all(titles.map((title) => client.page(title).links().toArray())));
    expect(result.flat()).toHaveLength(plain);
    expect(plain).toBeGreaterThan(500); // more than an answer holds
    expect(requests).toBeLessThan(8);
  });

  test('one bad title, one bad parameter, one unknown module: only their callers fail', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    const results = await Promise.allSettled([
      client.page('Sandbox').exists(),
      client.page('Talk:File:x').info(),
      client.page('wikipedia:Foo').info(),
      client.page('Main Page').info(),
      client.list('allpages', {namespace: 0, limit: 3, filterredir: 'nonsense' as 'all'}).toArray(),
      client.list('nosuchmodule').toArray(),
      client.allusers().take(2).toArray(),
      client.get({action: 'query', titles: ['Sandbox'], prop: 'info', inprop: Number.NaN as unknown as 'url'}),
    ]);
    expect(results.map((result) => (result.status === 'rejected' ? ((result.reason as {code?: string}).code ?? (result.reason as Error).name) : 'ok'))).toEqual(['ok', 'invalidtitle', 'invalidtitle', 'ok', 'badvalue', 'badvalue', 'ok', 'TypeError']);
  });

  test('a caller that gives up does not stop the others', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    const stop = new AbortController();
    const stopped = client.page('Sandbox').exists({signal: stop.signal});
    const others = [client.page('Main Page').exists(), client.page('Nothing').exists()];
    stop.abort();
    await expect(stopped).rejects.toThrow(/abort/i);
    expect(await Promise.all(others)).toEqual([true, false]);
  });
});

/** Spellings of pages, and of what is none. */
const titles = [
  'Sandbox', 'sandbox', ' Sandbox ', 'Sandbox#Top', 'Main_Page', 'main Page', 'Redirect to sandbox', 'Redirect to section', 'Broken redirect', 'Hostile markup',
  'User:Olga', 'user:olga', 'Template:Infobox', 'Special:Version', 'wikipedia:Foo', 'Wikipedia:foo bar', 'A<b', 'A[b', 'E\u0301', 'É', '日本', 'Nothing at all',
  'Category:Towns', 'Talk:Sandbox', '%41', 'Talk:File:x', '__proto__', 'constructor',
];

type Asked = (client: Wiki) => Promise<unknown>;
type Question = readonly [name: string, asked: Asked];

const title = fc.constantFrom(...titles);
const someTitles = fc.uniqueArray(title, {minLength: 1, maxLength: 6});
const question: fc.Arbitrary<Question> = fc.oneof(
  fc.tuple(title, fc.constantFrom('exists', 'info', 'protection', 'redirectTarget', 'categoryinfo', 'pageprops')).map(([title, method]): Question => [`${method}(${title})`, (client) => client.page(title)[method as 'exists']()]),
  fc.tuple(title, fc.constantFrom(undefined, 0, 1)).map(([title, section]): Question => [`text(${title}, ${section})`, (client) => client.page(title).text({section})]),
  fc.tuple(title, fc.constantFrom('links', 'categories', 'templates', 'langlinks', 'redirects', 'backlinks', 'images')).map(([title, list]): Question => [`${list}(${title})`, (client) => client.page(title)[list as 'links']().toArray()]),
  fc.tuple(someTitles, fc.constantFrom('info', 'pageprops', 'info|revisions', 'categoryinfo', 'imageinfo'), fc.boolean()).map(([titles, prop, redirects]): Question => [`get(${prop}: ${titles.join()}${redirects ? ' redirects' : ''})`, (client) => client.get({action: 'query', prop, titles, redirects})]),
  fc.uniqueArray(fc.constantFrom('namespaces', 'namespacealiases', 'fileextensions', 'rightsinfo', 'protocols', 'specialpagealiases'), {minLength: 1, maxLength: 3}).map((prop): Question => [`siteinfo(${prop.join()})`, (client) => client.siteinfo({prop})]),
  fc.uniqueArray(fc.constantFrom('edit', 'delete', 'nosuchmessage', 'block', 'about'), {minLength: 1, maxLength: 3}).map((messages): Question => [`messages(${messages.join()})`, (client) => client.allmessages({messages})]),
  fc.tuple(fc.constantFrom('A', 'B', 'S'), fc.integer({min: 1, max: 4})).map(([prefix, limit]): Question => [`allpages(${prefix}, ${limit})`, (client) => client.allpages({prefix, limit}).take(9).toArray()]),
  fc.uniqueArray(fc.constantFrom('groups', 'rights', 'blockinfo', 'hasmsg', 'editcount', 'options'), {maxLength: 3}).map((prop): Question => [`userinfo(${prop.join()})`, (client) => client.userinfo({prop})]),
  // As the API gives it: what there is more of is left to the caller.
  fc.tuple(fc.constantFrom({list: 'allpages', aplimit: 3}, {list: 'allusers', aulimit: 2}, {list: 'allpages|allcategories', aplimit: 2, aclimit: 1}), fc.constantFrom({}, {meta: 'siteinfo'}, {titles: ['Sandbox'], prop: 'info'})).map(([list, beside]): Question => [`get(${JSON.stringify({...list, ...beside})})`, (client) => client.get<object>({action: 'query', ...list, ...beside}).then((answer) => JSON.parse(JSON.stringify(answer).replace(/"time":"[^"]*",?/, '')) as unknown)]),
  fc.constantFrom('Olga', 'olga', 'Nobody at all', 'Admin').map((user): Question => [`user(${user})`, (client) => client.users({users: [user], prop: ['groups']}).toArray()]),
  fc.uniqueArray(fc.constantFrom('csrf', 'watch', 'patrol'), {minLength: 1}).map((type): Question => [`tokens(${type.join()})`, (client) => client.tokens({type})]),
);

/** What came of it. Where a title leads, and pages that do not exist, stand in the order of all titles in the request. */
const settled = (asked: Asked, client: Wiki): Promise<unknown> =>
  new Promise((resolve) => resolve(asked(client))).then(
    (answer) => {
      const {query = {}} = (answer ?? {}) as {query?: Readonly<Record<string, unknown[]>>};
      for (const key of ['pages', 'normalized', 'redirects', 'interwiki']) query[key]?.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      return answer;
    },
    (error: unknown) => ({failed: (error as Error).message}),
  );

test('asked together, each gets what it gets alone', async ({wiki}) => {
  test.slow();
  const runs = Number(process.env['WIKILIT_RUNS'] ?? 25);
  const alone = new Map<string, {readonly requests: number; readonly result: unknown}>();
  await fc.assert(
    fc.asyncProperty(fc.array(question, {minLength: 2, maxLength: 16}), async (questions) => {
      for (const [name, asked] of questions) if (!alone.has(name)) alone.set(name, await counting(wiki, () => settled(asked, wikiFromNode(wiki.api))));
      const together = wikiFromNode(wiki.api);
      const {requests, result} = await counting(wiki, () => Promise.all(questions.map(([, asked]) => settled(asked, together))));
      const single = questions.map(([name]) => alone.get(name));
      expect(result).toEqual(single.map((one) => one?.result));
      // Who is refused may cost the others another request.
      const refused = result.filter((one) => JSON.stringify(one)?.startsWith('{"failed"')).length;
      expect(requests).toBeLessThanOrEqual(single.reduce((sum, one) => sum + (one?.requests ?? 0), refused));
    }),
    {numRuns: runs},
  );
});

test('from another site, as nobody: no preflight, and what may be of some age is asked once', async ({page, wiki}) => {
  const elsewhere = await wiki.door({host: 'localhost'});
  await page.goto(`${elsewhere.origin}/pages/bare.html`);
  const before = wiki.front.requests.length;
  const sames = await page.evaluate(async (api) => {
    const library = '/dist/wikilit.js';
    const {Wiki} = (await import(library)) as typeof import('wikilit');
    const aged = {maxage: 300, smaxage: 300} as const;
    const first = await new Wiki(api).get({action: 'query', meta: 'siteinfo', siprop: 'general|namespaces', ...aged});
    // Written in another order, on another visit.
    const second = await new Wiki(api).get({...aged, siprop: 'general|namespaces', meta: 'siteinfo', action: 'query'});
    return JSON.stringify(first) === JSON.stringify(second);
  }, wiki.api);
  expect(sames).toBe(true);
  expect(wiki.front.requests.slice(before).map(({method}) => method)).toEqual(['GET']);
  await elsewhere.close();
});
