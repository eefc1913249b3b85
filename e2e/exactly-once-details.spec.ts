/** What a write sends, and what becomes of it when it is aborted, asked a captcha, or spoilt on the way. */
import {createHash} from 'node:crypto';
import type {OutcomeUnknownError, SavedEdit} from 'wikilit';
import {cookieFetch} from 'wikilit/node';
import {refusal} from './asking.js';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import {signIn} from './signed-in.js';
import {history, loggedIn} from './write-proof.js';

const title = 'Sandbox';

test('aborted after it was sent: the outcome is unknown, and can be looked up', async ({wiki}) => {
  const cookies = cookieFetch();
  const {name: username, password} = wiki.users.Olga;
  await wikiFromNode(wiki.api, cookies).clientlogin({username, password});
  const controller = new AbortController();
  /** The wiki has saved when the user gives up: the answer comes a moment too late. */
  const client = wikiFromNode(wiki.api, async (url, {signal: _signal, ...init}) => {
    const response = await cookies(url, init);
    if (url.includes('action=edit')) controller.abort();
    return response;
  });
  client.session.changeUser(username);
  const before = wiki.front.requests.length;
  const error = (await refusal(client.page(title).append('\nSent, then aborted.', {summary: 's'}, {signal: controller.signal}))) as unknown as OutcomeUnknownError<SavedEdit>;
  expect(error).toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'AbortError'}});
  const revision = await newestRevision(wiki.api, title);
  expect(await error.check()).toMatchObject({outcome: 'saved', recovered: true, newrevid: revision.revid});
  expect(revision.text.match(/Sent, then aborted/g)).toHaveLength(1);
  expect(wiki.front.requests.slice(before).filter(({action}) => action === 'edit')).toHaveLength(1);
});

test('aborted before it was sent: nothing is saved, and nothing is unknown', async ({wiki}) => {
  const door = await wiki.door({faults: {seed: 1, rules: [{action: 'query', fault: {type: 'delay', ms: 300}}]}});
  const client = await loggedIn(wiki, 'Olga', door.api);
  const controller = new AbortController();
  const saving = refusal(client.page(title).append('\nNever sent.', {}, {signal: controller.signal}));
  await expect.poll(() => door.requests.length).toBeGreaterThan(0);
  controller.abort();
  expect(await saving).toMatchObject({name: 'AbortError'});
  expect(door.requests.filter(({action}) => action === 'edit')).toEqual([]);
  await door.close();
});

for (const type of ['dropBefore', 'dropAfter'] as const) {
  test(`a captcha in the middle is a captcha, and its answer is spent once (${type})`, async ({wiki}) => {
    const door = await wiki.door({scenario: 'questycaptcha'});
    const page = (await loggedIn(wiki, 'Nils', door.api)).page(title);
    const lose = (): void => door.setFaults({seed: 1, rules: [{action: 'edit', nth: 1, fault: {type}}]});
    lose();
    const asked = (await refusal(page.append('\nAsked first.'))) as {name: string; captcha: {id: string}};
    expect(asked).toMatchObject({name: 'CaptchaNeededError', captcha: {id: expect.any(String)}});
    lose();
    expect(await page.append('\nAsked first.', {captchaid: asked.captcha.id, captchaword: 'a'})).toMatchObject({outcome: 'saved'});
    door.setFaults(undefined);
    expect((await history(wiki, title)).filter(({lines}) => lines.includes('Asked first.'))).toHaveLength(1);
    await door.close();
  });
}

test('a megabyte of Chinese goes out as it is, with its hash, and comes back as it went', async ({wiki}) => {
  const door = await wiki.door();
  const cookies = cookieFetch();
  const {name: username, password} = wiki.users.Olga;
  await wikiFromNode(wiki.api, cookies).clientlogin({username, password});
  let body = '';
  const client = wikiFromNode(door.api, async (url, init) => {
    if (init.method === 'POST') body = await new Response(init.body ?? null).text();
    return cookies(url, init);
  });
  const text = '漢字かな交じり文。\n'.repeat(35_000).trim();
  const bytes = Buffer.byteLength(text);
  expect(bytes).toBeGreaterThan(950_000);
  await client.page(title).edit({text});
  const edit = door.requests.find(({action}) => action === 'edit');
  expect(edit?.bytesUp).toBeLessThanOrEqual(bytes * 1.01);
  expect(/name="md5"\r\n\r\n([0-9a-f]{32})\r\n/.exec(body)?.[1]).toBe(createHash('md5').update(text).digest('hex'));
  expect((await newestRevision(wiki.api, title)).text).toBe(text);
  await door.close();
});

test('a text that was spoilt on the way is refused', async ({wiki}) => {
  const before = await newestRevision(wiki.api, title);
  const cookies = cookieFetch();
  const {name: username, password} = wiki.users.Olga;
  const client = wikiFromNode(wiki.api, (url, init) => cookies(url, typeof init.body === 'string' ? {...init, body: init.body.replace('genuine', 'altered')} : init));
  await client.clientlogin({username, password});
  expect(await refusal(client.page(title).edit({text: 'This is genuine.'}))).toMatchObject({name: 'ApiError', code: 'badmd5'});
  expect(await newestRevision(wiki.api, title)).toEqual(before);
});

test('on the wiki’s own page, an edit of the text at hand is one request', async ({page, wiki}) => {
  await signIn(page, wiki);
  await page.goto(`${wiki.origin}/wiki/${title}`, {waitUntil: 'networkidle'});
  await page.evaluate(async (title) => {
    const path = '/dist/wikilit.js';
    const {wikiHere} = (await import(path)) as typeof import('wikilit');
    const place = wikiHere().page(title);
    Object.assign(globalThis, {place, text: await place.text()});
  }, title);
  const before = wiki.front.requests.length;
  const saved = await page.evaluate(() => {
    const {place, text} = globalThis as unknown as {place: import('wikilit').Page; text: string};
    return place.edit({text: `${text}\nFrom here.`, summary: 'one request'});
  });
  expect(wiki.front.requests.slice(before).map(({method, action}) => `${method} ${action}`)).toEqual(['POST edit']);
  expect(await newestRevision(wiki.api, title)).toMatchObject({revid: saved.newrevid, user: 'Olga', comment: 'one request'});
});
