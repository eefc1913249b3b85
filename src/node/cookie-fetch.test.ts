import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {CookieJar} from 'tough-cookie';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {cookieFetch} from './cookie-fetch.js';

/** Sets a cookie at `/in`, redirects there from `/redirect`, away from `/away?URL`, and says what cookies came. */
const server: Server = createServer((request, response) => {
  if (request.url === '/redirect') response.writeHead(302, {Location: '/in', 'Set-Cookie': 'on_the_way=1; Path=/'}).end();
  else if (request.url?.startsWith('/away?')) response.writeHead(302, {Location: request.url.slice('/away?'.length)}).end();
  else response.writeHead(200, request.url === '/in' ? {'Set-Cookie': ['session=abc; Path=/; HttpOnly', 'user=Olga; Path=/']} : {}).end(request.headers.cookie ?? '');
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test('cookies come back, also those set on the way to a redirect', async () => {
  const fetch = cookieFetch();
  await fetch(`${origin}/redirect`, {});
  expect(await (await fetch(`${origin}/`, {})).text()).toBe('on_the_way=1; session=abc; user=Olga');
});

test('each has a jar of its own, unless one is given', async () => {
  const jar = new CookieJar();
  await cookieFetch({jar})(`${origin}/in`, {});
  expect(await (await cookieFetch()(`${origin}/`, {})).text()).toBe('');
  expect(await (await cookieFetch({jar})(`${origin}/`, {})).text()).toContain('session=abc');
});

test('another fetch sends them', async () => {
  const asked: string[] = [];
  const fetch = cookieFetch({fetch: (url, init) => (asked.push(url), globalThis.fetch(url, init))});
  await fetch(`${origin}/in`, {});
  expect(asked).toEqual([`${origin}/in`]);
});

test('an Authorization goes along with a redirect on the same origin, and to no other', async () => {
  const seen: (string | undefined)[] = [];
  const elsewhere = createServer((request, response) => (seen.push(request.headers.authorization), response.end()));
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  const asked: (string | null)[] = [];
  const fetch = cookieFetch({fetch: (url, init) => (asked.push(new Headers(init.headers).get('Authorization')), globalThis.fetch(url, init))});
  await fetch(`${origin}/redirect`, {headers: {authorization: 'Basic c2VjcmV0'}});
  expect(asked).toEqual(['Basic c2VjcmV0', 'Basic c2VjcmV0']);
  await fetch(`${origin}/away?${other}`, {headers: {authorization: 'Basic c2VjcmV0'}});
  expect(seen).toEqual([undefined]);
  elsewhere.close();
});

test('a request that asks to go without cookies goes without', async () => {
  const fetch = cookieFetch();
  await fetch(`${origin}/in`, {});
  expect(await (await fetch(`${origin}/`, {credentials: 'omit'})).text()).toBe('');
});
