/** Uploads on the real wiki, and on bad lines. */
import {createHash} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from '@playwright/test';
import {build} from 'vite';
import {Wiki} from 'wikilit';
import type {UploadWarningError} from '../src/core/write-errors.js';
import {uploadTo} from '../src/wiki/upload/page-upload.js';
import {type PublishedFile, upload} from '../src/wiki/upload/upload.js';
import {as, refusal} from './asking.js';
import {expect, test, wikiFromNode} from './fixtures.js';
import {type Door, type FaultPlan, prng, type TestWiki, type UserName} from './wiki/index.js';


/** A text like no other, of so many bytes. */
function textFile(bytes: number, seed = 1): Blob {
  const random = prng(seed);
  const words: string[] = [`File ${seed}.`];
  for (let length = 0; length < bytes; ) {
    const word = Math.floor(random() * 1e12).toString(36);
    words.push(word);
    length += word.length + 1;
  }
  return new Blob([words.join(' ').slice(0, bytes)], {type: 'text/plain'});
}

const sha1 = async (file: Blob): Promise<string> => createHash('sha1').update(new Uint8Array(await file.arrayBuffer())).digest('hex');

/** Olga, through a door of one's own. */
async function through(door: Door, wiki: TestWiki, user: UserName = 'Olga'): Promise<Wiki> {
  const client = wikiFromNode(door.api);
  const {name: username, password} = wiki.users[user];
  await client.clientlogin({username, password});
  return client;
}

interface Version {
  readonly sha1: string;
  readonly user: string;
  readonly comment: string;
}

/** What anybody sees under that name, newest first, and how often the log tells of it. */
async function onWiki(wiki: TestWiki, filename: string): Promise<{readonly versions: readonly Version[]; readonly logged: number}> {
  const title = `File:${filename}`;
  const {query} = await wikiFromNode(wiki.api).get<{query: {pages: [{imageinfo?: Version[]}]; logevents: unknown[]}}>({
    action: 'query', titles: [title], prop: 'imageinfo', iiprop: ['sha1', 'user', 'comment'], iilimit: 'max', list: 'logevents', letype: 'upload', letitle: title,
  });
  return {versions: query.pages[0].imageinfo ?? [], logged: query.logevents.length};
}

test('a small file: two requests, then it is there', async ({wiki}) => {
  const olga = await as(wiki, 'Olga');
  const file = textFile(5000);
  const before = wiki.front.requests.length;
  const saved = await upload(olga.session, {file, filename: 'Tide table.txt', comment: 'Tides', text: '== Tides ==', tags: []});
  expect(saved).toMatchObject({outcome: 'saved', filename: 'Tide_table.txt', imageinfo: {sha1: await sha1(file), user: 'Olga', comment: 'Tides'}});
  expect(wiki.front.requests.slice(before).map(({method}) => method)).toEqual(['GET', 'POST', 'POST']);
  expect(await onWiki(wiki, 'Tide table.txt')).toEqual({versions: [{sha1: await sha1(file), user: 'Olga', comment: 'Tides'}], logged: 1});
});


/** 60 MB take their time. */
const manyBytes = process.env['WIKILIT_RUNS'] ? 60_000_000 : 12_000_000;

const badLines: Readonly<Record<string, FaultPlan>> = {
  'a fifth of the answers are dropped, and a tenth of the requests': {seed: 1, rules: [{action: 'upload', probability: 0.2, fault: {type: 'dropAfter'}}, {action: 'upload', probability: 0.1, fault: {type: 'dropBefore'}}]},
  'connections break in the middle of a chunk, answers are cut, portals and gateways answer': {
    seed: 7,
    rules: [
      {action: 'upload', nth: [2, 9], fault: {type: 'resetInUpload', bytes: 200_000}},
      {action: 'upload', nth: [4, 12], fault: {type: 'truncate', length: 'consistent'}},
      {action: 'upload', nth: 5, fault: {type: 'truncate', length: 'original'}},
      {action: 'upload', nth: 6, fault: {type: 'html200'}},
      {action: 'upload', nth: 7, fault: {type: 'html200', when: 'after'}},
      {action: 'upload', nth: 8, fault: {type: 'status', status: 503, retryAfter: 1}},
      {action: 'upload', nth: 10, fault: {type: 'status', status: 504, when: 'after'}},
      {action: 'upload', nth: 11, fault: {type: 'late'}},
    ],
  },
};

for (const [line, faults] of Object.entries(badLines)) {
  test(`a large file where ${line}: it is there once, whole`, async ({wiki}) => {
    test.setTimeout(500_000);
    const door = await wiki.door();
    const olga = await through(door, wiki);
    const file = textFile(manyBytes);
    const told: number[] = [];
    door.setFaults(faults);
    const saved = await upload(olga.session, {file, filename: 'Large tide table.txt', comment: 'Tides'}, {chunkBytes: 1_000_000, onProgress: ({bytes}) => told.push(bytes)});
    door.setFaults(undefined);
    expect(saved).toMatchObject({outcome: 'saved', filename: 'Large_tide_table.txt', imageinfo: {sha1: await sha1(file)}});
    expect(await onWiki(wiki, 'Large tide table.txt')).toEqual({versions: [{sha1: await sha1(file), user: 'Olga', comment: 'Tides'}], logged: 1});
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect([told[0], told.at(-1)]).toEqual([0, file.size]);
    expect(new Set(told).size).toBeGreaterThanOrEqual(manyBytes / 1_000_000);
    expect(door.requests.filter(({fault}) => fault).length).toBeGreaterThan(3);
    // What arrived is not sent again: only what was lost on the way is.
    const sent = door.requests.filter(({body}) => body.includes('name="chunk"')).length;
    test.info().annotations.push({type: 'figures', description: `${door.requests.length} requests, ${sent} chunks sent of ${manyBytes / 1_000_000}, ${door.requests.filter(({fault}) => fault).length} faults`});
    await door.close();
  });
}

test('the answer to the last chunk is lost: the wiki is asked for the key, nothing is sent again', async ({wiki}) => {
  const door = await wiki.door();
  const olga = await through(door, wiki);
  const file = textFile(300_000);
  door.setFaults({seed: 1, rules: [{action: 'upload', nth: 3, fault: {type: 'dropAfter'}}]});
  expect(await upload(olga.session, {file, filename: 'Last.txt'}, {chunkBytes: 100_000})).toMatchObject({outcome: 'saved', imageinfo: {sha1: await sha1(file)}});
  expect(door.requests.filter(({body}) => body.includes('name="chunk"'))).toHaveLength(3);
  await door.close();
});

for (const fault of [{type: 'dropAfter'}, {type: 'truncate', length: 'consistent'}, {type: 'status', status: 502, when: 'after'}, {type: 'html200', when: 'after'}] as const) {
  test(`the answer to the publication is lost (${fault.type}): saved, recovered, once`, async ({wiki}) => {
    const door = await wiki.door();
    const olga = await through(door, wiki);
    const file = textFile(5000);
    door.setFaults({seed: 1, rules: [{action: 'upload', nth: 2, fault}]});
    const saved = await upload(olga.session, {file, filename: 'Tide table.txt', comment: 'Tides'});
    expect(saved).toMatchObject({outcome: 'saved', recovered: true, filename: 'Tide_table.txt', imageinfo: {sha1: await sha1(file), user: 'Olga'}});
    expect(await onWiki(wiki, 'Tide table.txt')).toMatchObject({versions: [{sha1: await sha1(file)}], logged: 1});
    await door.close();
  });
}

test('the publication comes late, after it was looked for: once all the same', async ({wiki}) => {
  const door = await wiki.door();
  const olga = await through(door, wiki);
  const file = textFile(5000);
  door.setFaults({seed: 1, rules: [{action: 'upload', nth: 2, fault: {type: 'late', afterMs: 300}}]});
  expect(await upload(olga.session, {file, filename: 'Tide table.txt'})).toMatchObject({outcome: 'saved', filename: 'Tide_table.txt'});
  await expect.poll(() => door.requests.filter(({ms}) => ms === undefined).length).toBe(0);
  expect(await onWiki(wiki, 'Tide table.txt')).toMatchObject({versions: [{sha1: await sha1(file)}], logged: 1});
  await door.close();
});

test('a dead line after it was to be published: not known, and check() tells later', async ({wiki}) => {
  const door = await wiki.door();
  const olga = await through(door, wiki);
  const file = textFile(5000);
  let uploads = 0;
  let dead = false;
  door.setFaults((request) => {
    const {action} = request;
    if (dead) return {type: 'dropBefore'};
    dead = action === 'upload' && ++uploads === 2;
    return dead ? {type: 'dropAfter'} : undefined;
  });
  const client = wikiFromNode(door.api, olga.session.settings.fetch);
  const impatient = Object.create(client.session, {settings: {value: {...client.session.settings, retry: {maxRetries: 1}}}}) as typeof client.session;
  const error = await refusal(upload(impatient, {file, filename: 'Tide table.txt'}));
  expect(error).toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'NetworkError'}});
  door.setFaults(undefined);
  expect(await (error['check'] as () => Promise<unknown>)()).toMatchObject({outcome: 'saved', recovered: true, filename: 'Tide_table.txt'});
  await door.close();
});

test('warnings are told, and the file is not sent again for them', async ({wiki}) => {
  const door = await wiki.door();
  const olga = await through(door, wiki);
  const [first, second] = [textFile(50_000, 1), textFile(50_000, 2)];
  await upload(olga.session, {file: first, filename: 'Tide table.txt'});
  const error = await refusal(upload(olga.session, {file: second, filename: 'Tide table.txt', comment: 'newer'}));
  expect(error).toMatchObject({name: 'UploadWarningError', code: 'exists', warnings: {exists: 'Tide_table.txt'}, filekey: expect.stringContaining('.txt')});
  const before = door.requests.length;
  expect(await (error as unknown as UploadWarningError<PublishedFile>).publish()).toMatchObject({outcome: 'saved', filename: 'Tide_table.txt', warnings: {exists: 'Tide_table.txt'}});
  expect(door.requests.slice(before).reduce((sum, {bytesUp}) => sum + bytesUp, 0)).toBeLessThan(2000);
  expect((await onWiki(wiki, 'Tide table.txt')).versions.map((version) => version.sha1)).toEqual([await sha1(second), await sha1(first)]);

  const same = await refusal(upload(olga.session, {file: second, filename: 'Sm[a]ll copy.txt'}));
  expect(same).toMatchObject({name: 'UploadWarningError', code: 'badfilename', warnings: {badfilename: 'Sm-a-ll_copy.txt', duplicate: ['Tide_table.txt']}});
  expect(await upload(olga.session, {filekey: String(same['filekey']), filename: 'Small copy.txt', ignorewarnings: true})).toMatchObject({filename: 'Small_copy.txt'});
  await door.close();
});

test('to the stash, and from there; nobody sees it before', async ({wiki}) => {
  const olga = await as(wiki, 'Olga');
  const file = new File([textFile(5000)], 'notes.txt');
  const stashed = await upload(olga.session, {file, stash: true});
  expect(stashed).toMatchObject({outcome: 'saved', sha1: await sha1(file), filekey: expect.stringContaining('.txt')});
  expect(await onWiki(wiki, 'Notes.txt')).toEqual({versions: [], logged: 0});
  expect(await upload(olga.session, {filekey: stashed.filekey, filename: 'File:notes.txt'})).toMatchObject({filename: 'Notes.txt'});
  // The key worked once.
  expect(await refusal(upload(olga.session, {filekey: stashed.filekey, filename: 'Notes.txt'}))).toMatchObject({name: 'ApiError', code: 'uploadstash-file-not-found'});
});

test('by the title of its page, in the wiki’s own spellings', async ({wiki}) => {
  const olga = await as(wiki, 'Olga');
  const file = textFile(5000);
  expect(await uploadTo(olga.session, 'image:tide_table.txt', file, {comment: 'Tides'})).toMatchObject({outcome: 'saved', filename: 'Tide_table.txt'});
  const before = wiki.front.requests.length;
  expect(await refusal(uploadTo(olga.session, 'Talk:Tides.txt', file))).toMatchObject({name: 'TypeError', message: "title: 'Talk:Tides.txt' given, a file’s such as 'File:Oslo.jpg' expected"});
  expect(await refusal(uploadTo(olga.session, 'File:Tides.txt', new Blob([])))).toMatchObject({name: 'TypeError'});
  expect(wiki.front.requests.slice(before).filter(({method}) => method === 'POST')).toEqual([]);
});

test('aborted in the middle: nothing is published, and nothing but the abort is told', async ({wiki}) => {
  const door = await wiki.door();
  const olga = await through(door, wiki);
  const stop = new AbortController();
  const uploading = upload(olga.session, {file: textFile(1_000_000), filename: 'Tide table.txt'}, {chunkBytes: 100_000, signal: stop.signal, onProgress: ({bytes}) => void (bytes >= 300_000 && stop.abort())});
  expect(await refusal(uploading)).toMatchObject({name: 'AbortError'});
  expect(await onWiki(wiki, 'Tide table.txt')).toEqual({versions: [], logged: 0});
  await door.close();
});

test('aborted while it is published: not known, with the abort as its cause', async ({wiki}) => {
  const door = await wiki.door();
  const olga = await through(door, wiki);
  const stop = new AbortController();
  let uploads = 0;
  door.setFaults(({action}) => {
    if (action !== 'upload' || ++uploads < 2) return undefined;
    stop.abort();
    return {type: 'delay', ms: 100};
  });
  const error = await refusal(upload(olga.session, {file: textFile(5000), filename: 'Tide table.txt'}, {signal: stop.signal}));
  expect(error).toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'AbortError'}});
  await door.close();
});

test('what the wiki refuses is told in its words', async ({wiki}) => {
  const olga = await as(wiki, 'Olga');
  const file = textFile(5000);
  expect(await refusal(upload(olga.session, {url: 'https://wiki.example/a.txt', filename: 'A.txt'}))).toMatchObject({name: 'ApiError', code: 'copyuploaddisabled'});
  expect(await refusal(upload(olga.session, {file, filename: 'A.png'}))).toMatchObject({name: 'ApiError', code: 'verification-error'});
  expect(await refusal(upload(olga.session, {file: new Blob(['MZ\x90']), filename: 'A.exe'}))).toMatchObject({name: 'ApiError'});
  expect(await refusal(upload((await as(wiki, 'Blair')).session, {file, filename: 'A.txt'}))).toMatchObject({name: 'BlockedError'});
  expect(await refusal(upload(wikiFromNode(wiki.api).session, {file, filename: 'A.txt'}))).toMatchObject({name: 'LoginError', code: 'assertuserfailed'});
  const nobody = new Wiki(wiki.api, {userAgent: 'Test/1.0', forceLogin: false, onWarning: () => {}});
  expect(await refusal(upload(nobody.session, {file, filename: 'A.txt'}))).toMatchObject({name: 'ApiError', code: 'mustbeloggedin'});
  const limited = await wiki.door({scenario: 'ratelimit'});
  expect(await refusal(upload((await through(limited, wiki)).session, {file, filename: 'A.txt'}))).toMatchObject({name: 'RateLimitError'});
  const closed = await wiki.door({scenario: 'nouploads'});
  expect(await refusal(upload((await through(closed, wiki)).session, {file, filename: 'A.txt'}))).toMatchObject({name: 'ApiError', code: 'uploaddisabled'});
  await limited.close();
  await closed.close();
});

test('the wiki fetches it by its URL, and publishes it once', async ({wiki}) => {
  const door = await wiki.door({scenario: 'copyuploads'});
  const admin = await through(door, wiki, 'Admin');
  const {url} = (await admin.page('File:Small flag.png').imageinfo({prop: ['url']})) as {readonly url: string};
  expect(await refusal(upload(admin.session, {url, filename: 'Flag.png'}))).toMatchObject({name: 'UploadWarningError', code: 'duplicate', filekey: expect.stringContaining('.png')});
  door.setFaults({seed: 1, rules: [{action: 'upload', nth: [1, 3], fault: {type: 'dropAfter'}}]});
  expect(await upload(admin.session, {url, filename: 'Flag.png', comment: 'A flag', ignorewarnings: true})).toMatchObject({outcome: 'saved', filename: 'Flag.png'});
  expect(await onWiki(wiki, 'Flag.png')).toMatchObject({versions: [{user: 'Admin', comment: 'A flag'}], logged: 1});
  await door.close();
});

test.describe('in a page', () => {
  /** The library, as a bundler makes files of it. */
  let parts: string;

  test.beforeAll(async () => {
    parts = await mkdtemp(join(tmpdir(), 'wikilit-upload-'));
    const source = (path: string): string => new URL(`../src/${path}.ts`, import.meta.url).pathname;
    const entry = {index: source('index'), upload: source('wiki/upload/upload')};
    await build({configFile: false, logLevel: 'warn', build: {outDir: parts, emptyOutDir: true, target: 'es2022', lib: {entry, formats: ['es']}}});
  });

  test.afterAll(() => rm(parts, {recursive: true}));

  const door = (wiki: TestWiki): Promise<Door> => wiki.door({serve: {'/parts/': parts}});

  async function signIn(page: Page, {origin, api}: Door, wiki: TestWiki): Promise<void> {
    await page.goto(`${origin}/pages/bare.html`);
    const {name: username, password} = wiki.users.Olga;
    await page.evaluate(async ([api, login]) => {
      const path = '/parts/index.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      await new Wiki(api).clientlogin(login);
    }, [api, {username, password}] as const);
  }

  interface Uploading {
    readonly api: string;
    readonly filename: string;
    readonly text: string;
  }

  /** Uploads a text in chunks of 100,000 bytes; what came of it, and what was told on the way. */
  const uploadIn = (page: Page, uploading: Uploading): Promise<{readonly saved: unknown; readonly told: readonly number[]}> =>
    page.evaluate(async ({api, filename, text}) => {
      const load = <Part>(name: string): Promise<Part> => import(`/parts/${name}.js`) as Promise<Part>;
      const {Wiki} = await load<typeof import('wikilit')>('index');
      const {upload} = await load<typeof import('../src/wiki/upload/upload.js')>('upload');
      const told: number[] = [];
      const file = new File([text], 'chosen.txt', {type: 'text/plain'});
      const saved = await upload(new Wiki(api).session, {file, filename, ignorewarnings: true}, {chunkBytes: 100_000, onProgress: ({bytes}) => told.push(bytes)}).catch(({name, message}: Error) => ({name, message}));
      return {saved, told};
    }, uploading);

  test('the page is left in the middle: the same file goes on where it was, and another does not', async ({page, wiki}) => {
    const at = await door(wiki);
    await signIn(page, at, wiki);
    const text = await textFile(1_000_000).text();
    let uploads = 0;
    at.setFaults(({action}) => (action === 'upload' && ++uploads > 5 ? {type: 'delay', ms: 10_000} : undefined));
    void uploadIn(page, {api: at.api, filename: 'Tide table.txt', text}).catch(() => {});
    await expect.poll(() => uploads).toBe(6);
    await page.reload();
    at.setFaults(undefined);
    const before = at.requests.length;
    const {saved, told} = await uploadIn(page, {api: at.api, filename: 'Tide table.txt', text});
    expect(saved).toMatchObject({outcome: 'saved', imageinfo: {sha1: await sha1(textFile(1_000_000))}});
    expect(told.slice(0, 2)).toEqual([0, 500_000]);
    expect(at.requests.slice(before).reduce((sum, {bytesUp}) => sum + bytesUp, 0)).toBeLessThan(600_000);
    // What was noted of it is gone, and never was a secret.
    expect(await noted(page)).toEqual([]);
    const other = await uploadIn(page, {api: at.api, filename: 'Other.txt', text: `${text.slice(0, -1)}!`});
    expect(other.told.slice(0, 2)).toEqual([0, 100_000]);
    expect(await onWiki(wiki, 'Tide table.txt')).toMatchObject({logged: 1});
    await at.close();
  });

  test('the page is left while the file is published: uploaded again, it is found, and not a byte of it is sent', async ({page, wiki}) => {
    const at = await door(wiki);
    await signIn(page, at, wiki);
    const text = await textFile(250_000).text();
    let uploads = 0;
    at.setFaults(({action}) => (action === 'upload' && ++uploads === 4 ? {type: 'status', status: 504, when: 'after'} : uploads > 3 ? {type: 'delay', ms: 10_000} : undefined));
    void uploadIn(page, {api: at.api, filename: 'Tide table.txt', text}).catch(() => {});
    await expect.poll(async () => (await onWiki(wiki, 'Tide table.txt')).logged).toBe(1);
    await page.reload();
    at.setFaults(undefined);
    const before = at.requests.length;
    expect(await uploadIn(page, {api: at.api, filename: 'Tide table.txt', text})).toMatchObject({saved: {outcome: 'saved', recovered: true, filename: 'Tide_table.txt'}});
    expect(at.requests.slice(before).filter(({action}) => action === 'upload')).toEqual([]);
    expect(await onWiki(wiki, 'Tide table.txt')).toMatchObject({logged: 1});
    expect(await noted(page)).toEqual([]);
    await at.close();
  });

  /** What lies in the database of uploads. */
  const noted = (page: Page): Promise<unknown> =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('wikilit-uploads');
          opening.onsuccess = (): void => {
            const reading = opening.result.transaction('uploads').objectStore('uploads').getAll();
            reading.onsuccess = (): void => (opening.result.close(), resolve(reading.result));
          };
        }),
    );

  test('answers are dropped, the browser sends chunks and publications again by itself: once', async ({page, wiki}) => {
    const at = await door(wiki);
    await signIn(page, at, wiki);
    const text = await textFile(500_000).text();
    at.setFaults({seed: 3, rules: [{action: 'upload', nth: [1, 3, 7, 9, 10, 11], fault: {type: 'dropAfter'}}]});
    const {saved} = await uploadIn(page, {api: at.api, filename: 'Tide table.txt', text});
    expect(saved).toMatchObject({outcome: 'saved', imageinfo: {sha1: await sha1(textFile(500_000))}});
    expect(await onWiki(wiki, 'Tide table.txt')).toMatchObject({versions: [{sha1: await sha1(textFile(500_000))}], logged: 1});
    await at.close();
  });

  for (const [what, block] of Object.entries({
    'is not there': () => Object.defineProperty(globalThis, 'indexedDB', {value: undefined}),
    'never answers': () => Object.defineProperty(IDBFactory.prototype, 'open', {value: () => new EventTarget()}),
  })) {
    test(`where the browser’s database ${what}, files are uploaded all the same`, async ({page, wiki}) => {
      const at = await door(wiki);
      await page.addInitScript(block);
      await signIn(page, at, wiki);
      expect(await uploadIn(page, {api: at.api, filename: 'Tide table.txt', text: await textFile(250_000).text()})).toMatchObject({saved: {outcome: 'saved'}, told: [0, 100_000, 200_000, 250_000]});
      await at.close();
    });
  }
});
