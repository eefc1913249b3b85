import {mkdtemp, mkdir, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {connect} from 'node:net';
import {Agent, request as httpsRequest} from 'node:https';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {faultSource, type Fault, type FaultRule} from './faults.js';
import {startWiki, type Door, type RequestRecord, type TestWiki} from './index.js';
import {Visitor, at, pageText, raw} from './visitor.js';

let wiki: TestWiki;
let pages: string;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'wikilit-pages-'));
  await mkdir(join(pages, 'demo/inner'), {recursive: true});
  await writeFile(join(pages, 'demo/index.html'), '<!DOCTYPE html><title>Demo</title>');
  await writeFile(join(pages, 'demo/inner/a.js'), 'export {};');
  await writeFile(join(pages, 'demo/inner/b.0f3a9c2b.js'), 'export {};');
  await writeFile(join(pages, 'secret.txt'), 'nobody reads this');
  await symlink(join(pages, 'secret.txt'), join(pages, 'demo/link.txt'));
  wiki = await startWiki({serve: {'/demo/': join(pages, 'demo')}});
}, 300_000);
afterAll(async () => {
  await wiki.stop();
  await rm(pages, {recursive: true});
});

const text = (title: string): Promise<unknown> => pageText(wiki.api, title);

const edit = (title: string, more = 'mark'): string =>
  String(new URLSearchParams({action: 'edit', format: 'json', formatversion: '2', title, appendtext: more, token: '+\\'}));

describe('faults', () => {
  async function faulty(fault: Fault): Promise<Door> {
    return wiki.door({faults: {seed: 1, rules: [{fault, action: 'edit'}]}});
  }

  test('dropBefore: no answer, nothing committed', async () => {
    const door = await faulty({type: 'dropBefore'});
    expect(await raw(door.api, edit('Drop before'))).toEqual({bytes: 0, text: '', broken: true});
    expect(await text('Drop before')).toBeUndefined();
    expect(door.requests).toMatchObject([{action: 'edit', fault: {type: 'dropBefore'}}]);
    expect(door.requests[0]?.status).toBeUndefined();
  });

  test('dropAfter: not one byte, but committed', async () => {
    const door = await faulty({type: 'dropAfter'});
    const received = await new Promise<number>((resolve) => {
      const body = edit('Drop after');
      let bytes = 0;
      const socket = connect(Number(new URL(door.origin).port), '127.0.0.1');
      socket.on('data', (chunk) => (bytes += chunk.length));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(bytes));
      socket.write(`POST /w/api.php HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    });
    expect(received).toBe(0);
    expect(await text('Drop after')).toBe('mark');
  });

  test('late: the connection ends before the wiki has the request', async () => {
    const door = await faulty({type: 'late', afterMs: 300});
    expect((await raw(door.api, edit('Late'))).broken).toBe(true);
    expect(await text('Late')).toBeUndefined();
    await expect.poll(() => text('Late'), {timeout: 10_000}).toBe('mark');
  });

  test('late requests do not survive a reset', async () => {
    const door = await faulty({type: 'late', afterMs: 200});
    await raw(door.api, edit('Late and reset'));
    await wiki.reset();
    // The record is finished when the request was cancelled, or sent.
    await expect.poll(() => door.requests[0]?.ms).toBeDefined();
    expect(await text('Late and reset')).toBeUndefined();
  });

  test('delay', async () => {
    const door = await faulty({type: 'delay', ms: 400});
    const start = performance.now();
    expect((await raw(door.api, edit('Delay'))).text).toContain('Success');
    expect(performance.now() - start).toBeGreaterThan(395);
  });

  test('status: instead of executing, or after', async () => {
    const before = await faulty({type: 'status', status: 429, retryAfter: 7});
    const answer = await fetch(before.api, {method: 'POST', body: new URLSearchParams(edit('Status before'))});
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await text('Status before')).toBeUndefined();
    const after = await faulty({type: 'status', status: 504, when: 'after', body: '<p>timeout'});
    expect(await raw(after.api, edit('Status after'))).toMatchObject({status: 504, text: '<p>timeout', broken: false});
    expect(await text('Status after')).toBe('mark');
  });

  test('api: a refusal of the API, in the shape that was asked for', async () => {
    const door = await faulty({type: 'api', code: 'readonly', text: 'Not now.'});
    const old = await fetch(door.api, {method: 'POST', body: new URLSearchParams(edit('Refused'))});
    expect([old.status, old.headers.get('mediawiki-api-error')]).toEqual([200, 'readonly']);
    expect(await old.json()).toEqual({error: {code: 'readonly', info: 'Not now.'}});
    const modern = new URLSearchParams(edit('Refused'));
    modern.set('errorformat', 'html');
    expect(await (await fetch(door.api, {method: 'POST', body: modern})).json()).toEqual({errors: [{code: 'readonly', module: 'edit', html: 'Not now.'}]});
    const form = new FormData();
    for (const [name, value] of modern) form.set(name, value);
    expect(await (await fetch(door.api, {method: 'POST', body: form})).json()).toMatchObject({errors: [{html: 'Not now.'}]});
    expect(await text('Refused')).toBeUndefined();
  });

  test('truncate: against the length, and with a length that fits', async () => {
    const original = await faulty({type: 'truncate', length: 'original', bytes: 20});
    expect(await raw(original.api, edit('Truncated'))).toMatchObject({status: 200, bytes: 20, broken: true});
    const consistent = await faulty({type: 'truncate', length: 'consistent', bytes: 20});
    const cut = await raw(consistent.api, edit('Truncated'));
    expect(cut).toMatchObject({status: 200, bytes: 20, broken: false});
    expect(() => JSON.parse(cut.text) as unknown).toThrow(SyntaxError);
    expect(await text('Truncated')).toBe('markmark');
  });

  test('html200', async () => {
    const door = await faulty({type: 'html200'});
    const answer = await raw(door.api, edit('Portal'));
    expect(answer).toMatchObject({status: 200, broken: false});
    expect(answer.text).toContain('<title>Welcome to the guest network');
    expect(await text('Portal')).toBeUndefined();
  });

  test('resetInUpload: broken off in the body', async () => {
    const door = await faulty({type: 'resetInUpload', bytes: 100_000});
    const answer = await raw(door.api, edit('Reset in upload', 'x'.repeat(3_000_000)));
    expect(answer).toEqual({bytes: 0, text: '', broken: true});
    expect(door.requests[0]?.bytesUp).toBeGreaterThanOrEqual(100_000);
    expect(door.requests[0]?.bytesUp).toBeLessThan(1_000_000);
    expect(await text('Reset in upload')).toBeUndefined();
  });

  test('by a function, and taken away again', async () => {
    const door = await wiki.door();
    door.setFaults((request) => (request.url.includes('siteinfo') ? {type: 'status', status: 503} : undefined));
    const ask = async (): Promise<number> => (await fetch(`${door.api}?action=query&meta=siteinfo&format=json`)).status;
    expect(await ask()).toBe(503);
    expect(await text('Sandbox')).toContain('Try');
    door.setFaults(undefined);
    expect(await ask()).toBe(200);
  });

  test('rules: nth, times, probability and seed', () => {
    const request = (method: string, action?: string): RequestRecord => ({method, url: '/w/api.php', headers: {}, body: '', bytesUp: 0, bytesDown: 0, ...(action !== undefined && {action})});
    const run = (seed: number, rule: Omit<FaultRule, 'fault'>, method = 'POST', action = 'edit'): string => {
      const source = faultSource({seed, rules: [{...rule, fault: {type: 'dropAfter'}}]});
      return Array.from({length: 200}, () => (source(request(method, action)) ? 'x' : '.')).join('');
    };
    expect(run(1, {nth: [2, 4]}).slice(0, 6)).toBe('.x.x..');
    expect(run(1, {times: 3}).slice(0, 6)).toBe('xxx...');
    const third = run(42, {probability: 0.3});
    expect(third).toBe(run(42, {probability: 0.3}));
    expect(third).not.toBe(run(43, {probability: 0.3}));
    expect(third.split('x').length - 1).toBeGreaterThan(40);
    expect(third.split('x').length - 1).toBeLessThan(80);
    expect(run(1, {action: ['move', 'delete']})).not.toContain('x');
    expect(run(1, {}, 'OPTIONS')).not.toContain('x');
    expect(run(1, {method: 'OPTIONS'}, 'OPTIONS')).toContain('x');
    expect(run(1, {path: '/rest.php'})).not.toContain('x');
  });
});

describe('a door', () => {
  test('records what passes', async () => {
    const door = await wiki.door();
    await new Visitor(door.api).post({action: 'edit', title: 'Recorded', text: 'some text', token: '+\\'});
    expect(door.requests).toMatchObject([{method: 'POST', url: '/w/api.php', action: 'edit', status: 200}]);
    const [record] = door.requests;
    expect(record?.body).toContain('text=some+text');
    expect(record?.bytesUp).toBe(Buffer.byteLength(record?.body ?? ''));
    expect(record?.bytesDown).toBeGreaterThan(20);
    expect(record?.ms).toBeGreaterThan(0);
    await new Visitor(door.api).post({action: 'upload', filename: 'A.png', file: new Blob([new Uint8Array(300_000)]), token: '+\\'});
    expect(door.requests[1]).toMatchObject({action: 'upload'});
    expect(door.requests[1]?.bytesUp).toBeGreaterThan(300_000);
    expect(door.requests[1]?.body.length).toBeLessThan(300_000);
  });

  test('is a coherent wiki under its own address', async () => {
    const door = await wiki.door({host: 'localhost'});
    const {body} = await new Visitor(door.api).get({action: 'query', meta: 'siteinfo'});
    expect(at(body, 'query', 'general', 'server')).toBe(door.origin);
    const home = await fetch(`${door.origin}/w/index.php`, {redirect: 'manual'});
    expect(home.headers.get('location')).toBe(`${door.origin}/wiki/Main_Page`);
  });

  test('speaks TLS', async () => {
    const door = await wiki.door({tls: true, scenario: 'samesitenone'});
    const answer = await new Promise<{cookies: string[]; body: string}>((resolve, reject) => {
      const agent = new Agent({rejectUnauthorized: false});
      const request = httpsRequest(`${door.api}?action=query&meta=siteinfo|tokens&type=login&format=json`, {agent}, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({cookies: response.headers['set-cookie'] ?? [], body}));
      });
      request.on('error', reject);
      request.end();
    });
    expect(at(JSON.parse(answer.body), 'query', 'general', 'server')).toBe(door.origin);
    expect(answer.cookies.join()).toMatch(/secure.*SameSite=None/i);
  });

  test('serves folders, and nothing outside them', async () => {
    const {origin} = wiki;
    const page = await fetch(`${origin}/demo/`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('<title>Demo');
    expect((await fetch(`${origin}/demo/inner/a.js`)).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await fetch(`${origin}/demo/inner/b.0f3a9c2b.js`)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${origin}/demo/nothing.js`)).status).toBe(404);
    expect((await raw(`${origin}/demo/%2e%2e/secret.txt`)).text).not.toContain('nobody reads this');
    expect((await raw(`${origin}/demo/..%2fsecret.txt`)).status).toBe(404);
    expect((await raw(`${origin}/demo/link.txt`)).status).toBe(404);
    expect((await raw(`${origin}/.wikilit/forget`)).status).toBe(404);
  });

  test('closes, and can be opened on the same port', async () => {
    const door = await wiki.door();
    await door.close();
    expect((await raw(door.api)).broken).toBe(true);
    const again = await wiki.door({port: Number(new URL(door.origin).port)});
    expect(again.origin).toBe(door.origin);
    await expect(wiki.door({port: Number(new URL(door.origin).port)})).rejects.toThrow('is in use');
  });

  test('a client that leaves in the middle of its body has done nothing', async () => {
    const door = await wiki.door();
    const body = edit('Left early');
    const socket = connect(Number(new URL(door.origin).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`POST /w/api.php?action=edit HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, -3)}`);
    await expect.poll(() => door.requests.length).toBe(1);
    socket.destroy();
    await expect.poll(() => door.requests[0]?.ms).toBeDefined();
    expect(await text('Left early')).toBeUndefined();
  });
});
