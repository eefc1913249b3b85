/** Facts and messages between visits, in a real browser's IndexedDB; and where there is none. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {BrowserContext, Page} from '@playwright/test';
import {build} from 'vite';
import {siteFacts} from '../src/wiki/site.js';
import {expect, test, wikiFromNode} from './fixtures.js';
import {hostileTitles} from './hostile-titles.js';
import {signIn} from './signed-in.js';
import type {Door, DoorOptions, TestWiki} from './wiki/index.js';

const source = (path: string): string => new URL(`../src/${path}.ts`, import.meta.url).pathname;

/** The parts, as a bundler makes files of them. */
let parts: string;

test.beforeAll(async () => {
  parts = await mkdtemp(join(tmpdir(), 'wikilit-kept-'));
  const entry = {index: source('index'), site: source('wiki/site'), title: source('wiki/title'), messages: source('i18n/ask-messages')};
  await build({configFile: false, logLevel: 'warn', build: {outDir: parts, emptyOutDir: true, target: 'es2022', lib: {entry, formats: ['es']}}});
});

test.afterAll(() => rm(parts, {recursive: true}));

const door = (wiki: TestWiki, options: DoorOptions = {}): Promise<Door> => wiki.door({...options, serve: {'/parts/': parts}});

/** What a page learned of a wiki, and how. */
interface Visit {
  readonly titles: readonly string[];
  readonly sitename: string;
  readonly messages: Readonly<Record<string, string>>;
  readonly requests: readonly string[];
}

/** A page that needs facts and messages; on `api`'s own wiki when that is undefined. */
async function visit(page: Page, at: Door, api?: string, wikiOf: Door = at): Promise<Visit> {
  const before = wikiOf.requests.length;
  await page.goto(`${at.origin}${api === undefined ? '/wiki/Sandbox' : '/pages/bare.html'}`);
  const learned = await page.evaluate(async (api) => {
    const load = <Part>(name: string): Promise<Part> => import(`/parts/${name}.js`) as Promise<Part>;
    const {Wiki, wikiHere} = await load<typeof import('wikilit')>('index');
    const {askTitle} = await load<typeof import('../src/wiki/title.js')>('title');
    const {siteFacts} = await load<typeof import('../src/wiki/site.js')>('site');
    const {askMessages} = await load<typeof import('../src/i18n/ask-messages.js')>('messages');
    const {session} = api === undefined ? wikiHere() : new Wiki(api, {uselang: 'de'});
    const [{sitename}, ...titles] = await Promise.all([siteFacts(session), askTitle(session, 'user_talk:olga'), askTitle(session, 'Image:x.png'), askTitle(session, 'mw:x')]);
    const lists = await Promise.all([askMessages(session, ['cancel', 'summary']), askMessages(session, ['summary', 'no-such-message'])]);
    return {titles: titles.map(String), sitename, messages: {...lists[0], ...lists[1]}};
  }, api);
  const asked = wikiOf.requests.slice(before).map(({url}) => new URL(url, at.origin).searchParams).filter((params) => params.has('action') && params.get('format') === 'json');
  return {...learned, requests: asked.map((params) => `${params.get('meta')} ${params.get('siprop') ?? ''}`.trim())};
}

const titles = ['User talk:Olga', 'File:X.png', 'mw:x'];
const german = {cancel: 'Abbrechen', summary: 'Zusammenfassung:'};
const facts = 'siteinfo general|namespaces|namespacealiases';

/** The record of a wiki, as it lies there. */
const record = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('wikilit');
        opening.onsuccess = (): void => {
          const {result: database} = opening;
          if (!database.objectStoreNames.contains('wikis')) return resolve(undefined);
          const reading = database.transaction('wikis').objectStore('wikis').getAll();
          reading.onsuccess = (): void => (database.close(), resolve(reading.result));
        };
      }),
  );

const newPage = async (context: BrowserContext, blocked: () => void = () => {}): Promise<Page> => {
  const page = await context.newPage();
  await page.addInitScript(blocked);
  return page;
};

test('the second visit asks for nothing, on another site', async ({context, wiki}) => {
  const site = await door(wiki, {host: 'localhost'});
  const first = await visit(await newPage(context), site, wiki.api, wiki.front);
  expect(first).toMatchObject({titles, sitename: 'Wikilit', messages: german});
  expect(first.requests.toSorted()).toEqual(['allmessages', facts, 'siteinfo interwikimap']);
  expect(await visit(await newPage(context), site, wiki.api, wiki.front)).toEqual({...first, requests: []});
  await site.close();
});

test('on the wiki its facts cost nothing; what stands nowhere on the page is kept', async ({context, wiki}) => {
  const own = await door(wiki);
  const page = await newPage(context);
  await signIn(page, wiki);
  const first = await visit(page, own);
  expect(first).toMatchObject({titles, sitename: 'Wikilit', messages: {cancel: 'Cancel', summary: 'Summary:'}});
  expect(first.requests.toSorted()).toEqual(['allmessages', 'siteinfo interwikimap|usergroups']);
  expect(await visit(await newPage(context), own)).toEqual({...first, requests: []});
  // And nothing of who asked.
  const kept = JSON.stringify(await record(page));
  expect(kept).toContain('Summary:');
  expect(kept).not.toMatch(/Olga|token|\+\\/);
  await own.close();
});

test('the wiki’s own page and the wiki itself say the same of titles', async ({page, wiki}) => {
  const own = await door(wiki);
  const asked = await siteFacts(wikiFromNode(wiki.api).session, {interwiki: true});
  await page.goto(`${own.origin}/wiki/Sandbox`);
  const different = await page.evaluate(
    async ([texts, asked]) => {
      const load = <Part>(name: string): Promise<Part> => import(`/parts/${name}.js`) as Promise<Part>;
      const {wikiHere} = await load<typeof import('wikilit')>('index');
      const {parseTitle} = await load<typeof import('../src/wiki/title.js')>('title');
      const {siteFacts} = await load<typeof import('../src/wiki/site.js')>('site');
      const here = {...(await siteFacts(wikiHere().session)), interwiki: asked.interwiki};
      const made = (text: string, facts: typeof here): string => {
        try {
          const title = parseTitle(text, facts);
          return [title, title.ns, title.talk, title.base].join(' ');
        } catch (error) {
          return String(error);
        }
      };
      return texts.filter((text) => made(text, here) !== made(text, asked)).map((text) => `${made(text, here)}, not ${made(text, asked)}`);
    },
    [hostileTitles.filter((text) => !text.includes('/')), asked] as const,
  );
  expect(different).toEqual([]);
  await own.close();
});

const blockades: Readonly<Record<string, () => void>> = {
  'there is no IndexedDB': () => Object.defineProperty(window, 'indexedDB', {value: undefined}),
  'looking at it is refused': () =>
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    }),
  'opening it is refused': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  },
  'opening it never ends': () => {
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
  },
  'it is full': () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};

for (const [name, blocked] of Object.entries(blockades)) {
  test(`${name}: all works, and is asked for each time`, async ({context, wiki}) => {
    const site = await door(wiki, {host: 'localhost'});
    for (let time = 0; time < 2; time++) {
      const page = await newPage(context, blocked);
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      const seen = await visit(page, site, wiki.api, wiki.front);
      expect(seen).toMatchObject({titles, sitename: 'Wikilit', messages: german});
      expect(seen.requests).toHaveLength(3);
      expect(errors).toEqual([]);
    }
    await site.close();
  });
}

type Parts = Record<string, {readonly at: number; readonly value: unknown}>;

/** Replaces what is kept of each wiki. */
async function spoil(page: Page, change: (parts: Parts) => unknown): Promise<void> {
  const [kept] = (await record(page)) as [Parts];
  await page.evaluate(
    (spoiled) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('wikilit');
        opening.onsuccess = (): void => {
          const {result: database} = opening;
          const cursor = database.transaction('wikis', 'readwrite').objectStore('wikis').openCursor();
          cursor.onsuccess = (): void => {
            if (!cursor.result) return (database.close(), resolve());
            cursor.result.update(spoiled);
            cursor.result.continue();
          };
        };
      }),
    change(kept),
  );
}

const later = (milliseconds: number) => (parts: Parts): Parts => Object.fromEntries(Object.entries(parts).map(([name, {at, value}]) => [name, {at: at + milliseconds, value}]));

const spoiled: Readonly<Record<string, (parts: Parts) => unknown>> = {
  'another version’s': (parts) => ({...parts, version: {at: Date.now(), value: 'MediaWiki 1.20.0'}}),
  'a day old': later(-86_400_001),
  'of the future': later(86_400_000),
  'no record': () => 'junk',
  'a record of junk': (parts) => Object.fromEntries(Object.entries(parts).map(([name, {at}]) => [name, {at, value: {namespaces: [null], interwiki: 1, found: 7, a: null}}])),
};

for (const [name, change] of Object.entries(spoiled)) {
  test(`what is kept is ${name}: it is asked for anew, and then kept`, async ({context, wiki}) => {
    const own = await door(wiki);
    const first = await visit(await newPage(context), own);
    expect(first.requests).toHaveLength(2);
    const page = await newPage(context);
    await page.goto(`${own.origin}/pages/bare.html`);
    await spoil(page, change);
    expect(await visit(page, own)).toEqual(first);
    expect(await visit(await newPage(context), own)).toEqual({...first, requests: []});
    await own.close();
  });
}

test('when the wiki says that it runs another version, its messages go, too', async ({context, wiki}) => {
  const site = await door(wiki, {host: 'localhost'});
  const page = await newPage(context);
  const first = await visit(page, site, wiki.api, wiki.front);
  await spoil(page, (parts) => ({...parts, site: 'gone', version: {at: Date.now(), value: 'MediaWiki 1.20.0'}}));
  const second = await visit(page, site, wiki.api, wiki.front);
  expect(second.requests.toSorted()).toEqual(first.requests.toSorted());
  expect((await visit(page, site, wiki.api, wiki.front)).requests).toEqual([]);
  await site.close();
});

test('of a wiki that only users may read, nothing is kept', async ({page, wiki}) => {
  await signIn(page, wiki);
  const closed = await door(wiki, {scenario: 'private'});
  const first = await visit(page, closed);
  expect(first).toMatchObject({titles, messages: {summary: 'Summary:'}});
  expect(await record(page)).toEqual([]);
  expect((await visit(page, closed)).requests).toEqual(first.requests);
  await closed.close();
});

test('two pages at once: neither loses what the other keeps', async ({context, wiki}) => {
  const site = await door(wiki, {host: 'localhost'});
  await Promise.all([visit(await newPage(context), site, wiki.api, wiki.front), visit(await newPage(context), site, wiki.api, wiki.front)]);
  const page = await newPage(context);
  expect((await visit(page, site, wiki.api, wiki.front)).requests).toEqual([]);
  expect(await record(page)).toEqual([expect.objectContaining({site: expect.anything(), interwiki: expect.anything(), 'messages de': expect.anything()})]);
  await site.close();
});
