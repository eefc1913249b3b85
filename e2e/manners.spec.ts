/** One budget of requests for each wiki: three tabs of one origin, and a client in Node, against the real wiki. */
import type {BrowserContext, Page} from '@playwright/test';
import type {RetryWait, Wiki} from 'wikilit';
import {cookieFetch} from 'wikilit/node';
import {refusal} from './asking.js';
import {expect, test, wikiFromNode} from './fixtures.js';
import type {Door, Fault, TestWiki} from './wiki/index.js';

/** What the pages of these tests keep. */
declare global {
  interface Window {
    client: Wiki;
    waits: {seconds: number; reason: string}[];
    first: Promise<unknown>;
  }
}

/** When each request to the API came, in milliseconds; what goes wrong with it is said by its number, from 1. */
function timed(door: Door, faults: (nth: number) => Fault | undefined = () => undefined): number[] {
  const times: number[] = [];
  door.setFaults(({url}) => {
    if (!url.includes('api.php')) return undefined;
    times.push(performance.now());
    return faults(times.length);
  });
  return times;
}

/** A tab with a client that has asked once, and listens. */
async function openTab(context: BrowserContext, door: Door, options: {requestsPerMinute?: number} = {}): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`${door.origin}/pages/bare.html`);
  await tab.evaluate(
    async ([api, options]) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      window.waits = [];
      const onWait = ({seconds, reason}: RetryWait): void => void window.waits.push({seconds, reason: reason.name});
      window.client = new Wiki(api, {retry: {onWait}, ...options});
    },
    [door.api, options] as const,
  );
  return tab;
}

const askOnce = (tab: Page): Promise<unknown> => tab.evaluate(() => window.client.session.get({action: 'query', meta: 'siteinfo'}));

/** So many questions at once, none of which may join another; how many were answered. */
const askMany = (tab: Page, count: number): Promise<number> =>
  tab.evaluate(async (count) => (await Promise.all(Array.from({length: count}, (_, index) => window.client.session.get({action: 'query', titles: [`Page ${index}`]})))).length, count);

/** Resolves when the wiki has asked this tab to wait. */
const toldToWait = (tab: Page): Promise<unknown> =>
  tab.evaluate(() => {
    window.first = window.client.session.get({action: 'query', meta: 'userinfo'});
    return new Promise<void>((resolve) => {
      const look = (): unknown => (window.waits.length > 0 ? resolve() : requestAnimationFrame(look));
      look();
    });
  });

test.describe('three tabs', () => {
  test('one is told to wait: nobody asks meanwhile, one goes to see, then all are answered', async ({wiki, context}) => {
    const door = await wiki.door({serve: {'/dist/': new URL('../dist', import.meta.url).pathname}});
    const tabs = await Promise.all([1, 2, 3].map(() => openTab(context, door)));
    for (const tab of tabs) await askOnce(tab);
    // The one that goes to see takes its time.
    const times = timed(door, (nth) => (nth === 1 ? {type: 'status', status: 429, retryAfter: 1} : nth === 2 ? {type: 'delay', ms: 400} : undefined));
    await toldToWait(tabs[0] as Page);
    expect(await Promise.all(tabs.map((tab) => askMany(tab, 7)))).toEqual([7, 7, 7]);
    await tabs[0]?.evaluate(() => window.first);
    const [refused = 0, toSee = 0, ...others] = times;
    expect(others).toHaveLength(21);
    expect(toSee - refused).toBeGreaterThanOrEqual(990);
    expect(Math.min(...others) - toSee).toBeGreaterThanOrEqual(400);
    // Each was told, also those who had heard of it from another.
    for (const tab of tabs) expect((await tab.evaluate(() => window.waits))[0]?.reason).toBe('HttpError');
    await door.close();
  });

  test('one that opens during the wait learns of it', async ({wiki, context}) => {
    const door = await wiki.door();
    const first = await openTab(context, door);
    await askOnce(first);
    const times = timed(door, (nth) => (nth === 1 ? {type: 'status', status: 429, retryAfter: 4} : undefined));
    await toldToWait(first);
    const late = await openTab(context, door);
    expect(await askMany(late, 25)).toBe(25);
    await first.evaluate(() => window.first);
    const [refused = 0, ...others] = times;
    expect(others).toHaveLength(26);
    // Those that go before the other tab has answered.
    expect(others.filter((time) => time - refused < 3990).length).toBeLessThanOrEqual(10);
    await door.close();
  });

  test('thirty a minute, of all together', async ({wiki, context}) => {
    await context.clock.install();
    const door = await wiki.door();
    const tabs = await Promise.all([1, 2, 3].map(() => openTab(context, door, {requestsPerMinute: 30})));
    const times = timed(door);
    const asked = tabs.map((tab) => askMany(tab, 12));
    // All who have to wait have been told.
    await expect.poll(async () => (await Promise.all(tabs.map((tab) => tab.evaluate(() => window.waits.length)))).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(6);
    await expect.poll(() => times.length).toBe(30);
    await context.clock.fastForward(30_000);
    await askingStillWaits(tabs[0] as Page);
    expect(times).toHaveLength(30);
    await context.clock.fastForward(31_000);
    expect(await Promise.all(asked)).toEqual([12, 12, 12]);
    expect(times).toHaveLength(36);
    await door.close();
  });
});

/** A question that is given up; by then all that could have gone has gone. */
async function askingStillWaits(tab: Page): Promise<void> {
  const name = await tab.evaluate(async () => {
    const signal = AbortSignal.timeout(300);
    return window.client.session.get({action: 'query'}, {signal}).then(() => 'answered', (error: unknown) => (error as Error).name);
  });
  expect(name).toBe('TimeoutError');
}

test.describe('one edit a minute', () => {
  /** Olga, logged in, where users may edit once a minute. */
  async function olga(wiki: TestWiki, options: {maxlag?: number; onWait?: (wait: RetryWait) => void} = {}): Promise<{client: Wiki; door: Door}> {
    const fetch = cookieFetch();
    const {name: username, password} = wiki.users.Olga;
    await wikiFromNode(wiki.api, fetch).clientlogin({username, password});
    const door = await wiki.door({scenario: 'ratelimit=1'});
    const {Wiki} = await import('wikilit');
    const {onWait = () => {}, maxlag} = options;
    return {door, client: new Wiki(door.api, {userAgent: 'wikilit-tests/1.0 (https://wiki.example)', fetch, user: username, ...(maxlag !== undefined && {maxlag}), retry: {onWait}})};
  }

  const edits = (door: Door): number => door.requests.filter(({action, method}) => action === 'edit' && method === 'POST').length;

  test('the second is refused at once, with the seconds to wait; the next without asking', async ({wiki}) => {
    const {client, door} = await olga(wiki);
    await client.page('Sandbox').edit({text: 'one'});
    for (const text of ['two', 'three']) {
      const {name, code, retryAfterSeconds} = await refusal(client.page('Sandbox').edit({text}));
      expect([name, code]).toEqual(['RateLimitError', 'ratelimited']);
      expect(Number(retryAfterSeconds)).toBeGreaterThan(50);
      expect(Number(retryAfterSeconds)).toBeLessThanOrEqual(60);
    }
    expect(edits(door)).toBe(2);
    expect(await client.page('Sandbox').text()).toBe('one');
    await door.close();
  });

  test('batch work waits for the limit; an abort ends that at once', async ({wiki}) => {
    const controller = new AbortController();
    const waits: number[] = [];
    const {client, door} = await olga(wiki, {
      maxlag: 5,
      onWait({seconds}) {
        waits.push(seconds);
        controller.abort();
      },
    });
    await client.page('Sandbox').edit({text: 'one'});
    const from = performance.now();
    expect(await refusal(client.post({action: 'edit', title: 'Sandbox', text: 'two'}, {token: 'csrf', signal: controller.signal}))).toMatchObject({name: 'AbortError'});
    expect(performance.now() - from).toBeLessThan(5000);
    expect(waits).toEqual([60]);
    expect(edits(door)).toBe(2);
    await door.close();
  });
});
