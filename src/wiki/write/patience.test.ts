import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {type FakeWiki, fakeWiki} from '../../testing/fake-wiki.js';
import {Wiki} from '../wiki.js';

const lost = new TypeError('Failed to fetch');

const device = new EventTarget();
/** Somebody waits for a word of the device. */
let listening: Promise<void>;

beforeEach(() => {
  vi.stubGlobal('navigator', {onLine: false});
  listening = new Promise((resolve) => {
    vi.stubGlobal('addEventListener', (...given: Parameters<EventTarget['addEventListener']>) => {
      device.addEventListener(...given);
      resolve();
    });
  });
});
afterEach(() => void vi.unstubAllGlobals());

const create = (fake: FakeWiki, signal?: AbortSignal): Promise<unknown> =>
  new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0', user: 'Olga', tokens: {csrf: 'abc+\\'}}).page('Oslo').create('Fjord.', {}, {signal}).catch((error: unknown) => error);

test('a write whose answer was lost as the device went offline is looked for, and sent again, when it is online', async () => {
  const fake = fakeWiki([
    [{action: 'edit'}, lost],
    [{prop: 'revisions'}, {query: {pages: [{ns: 0, title: 'Oslo', missing: true}]}}],
    [{list: 'logevents'}, {query: {logevents: []}}],
    [{action: 'edit'}, {edit: {result: 'Success', pageid: 7, title: 'Oslo', newrevid: 71}}],
  ]);
  const creating = create(fake);
  await Promise.race([listening, creating]);
  expect(fake.requests).toHaveLength(1);
  device.dispatchEvent(new Event('online'));
  expect(await creating).toMatchObject({outcome: 'saved', newrevid: 71});
  fake.done();
});

test('who gives up meanwhile is told at once that it is not known', async () => {
  const fake = fakeWiki([[{action: 'edit'}, lost]]);
  const controller = new AbortController();
  const creating = create(fake, controller.signal);
  await Promise.race([listening, creating]);
  controller.abort();
  expect(await creating).toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'AbortError'}});
  fake.done();
});
