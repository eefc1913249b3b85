/** Many titles: what the real wiki cannot be brought to. */
import {describe, expect, test} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../../testing/fake-wiki.js';
import type {Progress} from '../listing.js';
import {Wiki, type WikiOptions} from '../wiki.js';

const wikiOf = (fake: FakeWiki, options: WikiOptions = {}): Wiki => new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0', retry: false, ...options});
const many = (count: number): string[] => Array.from({length: count}, (_, index) => `Page ${index}`);

/** Tells of each title that was asked; of the user, where that was asked, these rights. */
const telling = (rights: readonly string[] = []): FakeAnswer => ({params}) => ({
  query: {
    pages: (params['titles'] ?? '').split('|').filter(Boolean).map((title) => ({ns: 0, title})),
    ...(params['meta']?.includes('userinfo') && {userinfo: {id: 1, name: 'Admin', rights}}),
  },
});
const asked = (fake: FakeWiki): number[] => fake.requests.map(({params}) => (params['titles'] ?? '').split('|').length);

describe('how many at once', () => {
  test('fifty, and one answer ahead', async () => {
    const fake = fakeWiki([[{}, telling()], [{}, telling()], [{}, telling()]]);
    expect(await wikiOf(fake).pages(many(120)).toArray()).toHaveLength(120);
    expect(asked(fake)).toEqual([50, 50, 20]);
    fake.done();
  });

  test('five hundred, once the first answer has told that this user may', async () => {
    const fake = fakeWiki([[{meta: 'userinfo', uiprop: 'rights'}, telling(['apihighlimits'])], [{meta: undefined}, telling()]]);
    expect(await wikiOf(fake, {user: 'Admin'}).pages(many(400)).toArray()).toHaveLength(400);
    expect(asked(fake)).toEqual([50, 350]);
    fake.done();
  });

  test('also where the question has a frame of its own, which the question about the user then has, too', async () => {
    const fake = fakeWiki([[{meta: 'userinfo', redirects: '1', uselang: 'de'}, telling(['apihighlimits'])], [{meta: undefined, redirects: '1'}, telling()]]);
    await wikiOf(fake, {user: 'Admin'}).pages(many(400), {prop: 'info', redirects: true, uselang: 'de'}).toArray();
    expect(asked(fake)).toEqual([50, 350]);
    fake.done();
  });

  test('no more than are taken', async () => {
    const fake = fakeWiki([[{titles: 'Page 0|Page 1'}, telling()]]);
    expect(await wikiOf(fake).pages(many(120)).take(2).toArray()).toHaveLength(2);
    fake.done();
  });
});

test('pages come whole: of links and their kin, as many rows at once as the wiki gives; of what one page has one of, one', async () => {
  const fake = fakeWiki([
    [{prop: 'links|info|categories|imageinfo', pllimit: 'max', cllimit: '5', iilimit: undefined, inlimit: undefined}, telling()],
    [{prop: 'revisions|deletedrevisions', rvlimit: undefined, drvlimit: undefined}, telling()],
  ]);
  const wiki = wikiOf(fake);
  await wiki.pages(['A'], {prop: ['links', 'info', 'categories', 'imageinfo'], pllimit: undefined, cllimit: 5}).toArray();
  await wiki.pages(['A'], {prop: 'revisions|deletedrevisions'}).toArray();
  fake.done();
});

test('a page that titles of two requests lead to is given once', async () => {
  const hop = (from: string): FakeAnswer => ({params}) => ({query: {redirects: [{from, to: 'Target'}], pages: [...(params['titles'] ?? '').split('|').filter((title) => title !== from), 'Target'].map((title) => ({ns: 0, title}))}});
  const fake = fakeWiki([[{redirects: '1'}, hop('Page 0')], [{redirects: '1'}, hop('Page 50')]]);
  const pages = await wikiOf(fake).pages(many(52), {redirects: true}).toArray();
  expect(pages.map(({title}) => title)).toEqual(['Target', ...many(50).slice(1), 'Page 51']);
});

test('progress, and a failure after what came before it', async () => {
  const told: Progress[] = [];
  const exchanges: [Expected, FakeAnswer][] = [[{}, telling()], [{}, {errors: [{code: 'readapidenied', text: 'No.'}]}]];
  const reading = wikiOf(fakeWiki(exchanges)).pages(many(60), {}, {onProgress: (progress) => told.push(progress)}).byAnswer();
  expect((await reading.next()).value).toHaveLength(50);
  await expect(reading.next()).rejects.toMatchObject({name: 'ApiError', code: 'readapidenied'});
  expect(told).toEqual([{items: 50, answers: 1}]);
});

test('an abort ends it, before the first request and after', async () => {
  const fake = fakeWiki([[{}, telling()], [{}, () => new Promise<never>(() => {})]]);
  const controller = new AbortController();
  const wiki = wikiOf(fake);
  await expect(wiki.pages(many(60), {}, {signal: AbortSignal.abort()}).toArray()).rejects.toMatchObject({name: 'AbortError'});
  expect(fake.requests).toEqual([]);
  const reading = wiki.pages(many(60), {}, {signal: controller.signal}).byAnswer();
  await reading.next();
  const next = reading.next();
  controller.abort(new Error('seen enough'));
  await expect(next).rejects.toThrow('seen enough');
});

test.each<[unknown, RegExp]>([
  ['Oslo', /^titles: 'Oslo' given, an array of titles expected/],
  [[7], /^titles\[0\]: 7 given/],
  [['Oslo', ''], /^titles\[1\]: '' given/],
  [['A[b'], /^titles\[0\]: 'A\[b' given, a page’s title expected: illegal character "\["/],
])('%j is refused, and nothing is sent', async (titles, message) => {
  const fake = fakeWiki();
  await expect(wikiOf(fake).pages(titles as string[]).toArray()).rejects.toThrow(message);
  expect(fake.requests).toEqual([]);
});
