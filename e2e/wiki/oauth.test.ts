import {createHmac, createSign, randomBytes} from 'node:crypto';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {startWiki, type Door, type TestWiki} from './index.js';
import {Visitor, at, code, pageText} from './visitor.js';

let wiki: TestWiki;
let door: Door;
beforeAll(async () => {
  wiki = await startWiki();
  door = await wiki.door({scenario: 'oauth'});
}, 300_000);
afterAll(() => wiki.stop());
beforeEach(() => wiki.reset());

const reason = (why: string): string => `The authorization headers in your request are not valid: ${why}`;

describe('a bearer token', () => {
  const bearer = (token: string, api = door.api): Visitor => new Visitor(api, {Authorization: `Bearer ${token}`});
  const olga = (): Visitor => bearer(wiki.consumers.bearer.Olga.accessToken);

  test('makes one its user, without cookies', async () => {
    for (const {accessToken, user} of Object.values(wiki.consumers.bearer)) {
      const answer = await bearer(accessToken).get({action: 'query', meta: 'userinfo'});
      expect(at(answer.body, 'query', 'userinfo', 'name')).toBe(user);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  test('writes with a CSRF token, which another request has fetched', async () => {
    const token = await olga().token();
    const answer = await olga().post({action: 'edit', title: 'By token', text: 'x', token});
    expect(at(answer.body, 'edit', 'result')).toBe('Success');
    expect(code(await olga().post({action: 'edit', title: 'By token', text: 'y', token: '+\\'}))).toBe('badtoken');
    const history = await new Visitor(wiki.api).get({action: 'query', titles: 'By token', prop: 'revisions', rvprop: 'user'});
    expect(at(history.body, 'query', 'pages', 0, 'revisions', 0, 'user')).toBe('Olga');
  });

  test('writes through rest.php, where it needs no CSRF token', async () => {
    const answer = await fetch(`${door.rest}/v1/page`, {
      method: 'POST',
      headers: {'Authorization': `Bearer ${wiki.consumers.bearer.Olga.accessToken}`, 'Content-Type': 'application/json'},
      body: JSON.stringify({title: 'By rest', source: 'x', comment: ''}),
    });
    expect(answer.status).toBe(201);
    expect(await pageText(wiki.api, 'By rest')).toBe('x');
  });

  test('is refused where it is not known', async () => {
    const answer = await bearer('nobodys').get({action: 'query', meta: 'userinfo'});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('mediawiki-api-error')).toBe('mwoauth-invalid-authorization');
    expect(at(answer.body, 'errors')).toMatchObject([{code: 'mwoauth-invalid-authorization', text: reason('Invalid access token')}]);
    const classic = await bearer('nobodys').get({action: 'query', errorformat: 'bc'});
    expect(at(classic.body, 'error')).toMatchObject({code: 'mwoauth-invalid-authorization', info: reason('Invalid access token')});
  });

  test('is for the API alone', async () => {
    const page = await fetch(`${door.origin}/wiki/Sandbox`, {headers: {Authorization: `Bearer ${wiki.consumers.bearer.Olga.accessToken}`}});
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('OAuth can only be used with the API');
  });

  test('unknown, is nobody to rest.php of 1.43, and forbidden to that of later versions', async () => {
    const page = `${door.rest}/v1/page/Sandbox/bare`;
    expect((await fetch(page, {headers: {Authorization: 'Bearer nobodys'}})).status).toBe(200);
    const later = await wiki.door({scenario: ['oauth', 'crossorigin', 'crossoriginrest']});
    const answer = await fetch(`${later.rest}/v1/page/Sandbox/bare`, {headers: {Authorization: 'Bearer nobodys'}});
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toEqual({
      errorKey: 'mwoauth-invalid-authorization', messageTranslations: {en: reason('Invalid access token')}, httpCode: 403, httpReason: 'Forbidden',
    });
  });

  test('counts for nothing on a wiki without OAuth', async () => {
    const answer = await bearer(wiki.consumers.bearer.Olga.accessToken, wiki.api).get({action: 'query', meta: 'userinfo'});
    expect(at(answer.body, 'query', 'userinfo', 'anon')).toBe(true);
  });
});

describe('a signed request', () => {
  interface Signed {
    readonly method?: string;
    readonly query?: string;
    /** A urlencoded body. */
    readonly body?: string;
    readonly with?: 'hmac' | 'rsa';
    readonly oauth?: Readonly<Record<string, string>>;
    /** Sent, but not signed. */
    readonly init?: RequestInit;
  }

  const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

  /** @see https://www.rfc-editor.org/rfc/rfc5849#section-3.4.1 */
  function sign(url: string, {method, query, body, with: how, oauth}: Required<Omit<Signed, 'init'>>): string {
    const {hmac, rsa} = wiki.consumers;
    const fields: Record<string, string> = {
      oauth_consumer_key: wiki.consumers[how].consumerToken, oauth_token: wiki.consumers[how].accessToken,
      oauth_signature_method: how === 'hmac' ? 'HMAC-SHA1' : 'RSA-SHA1', oauth_version: '1.0',
      oauth_timestamp: String(Math.floor(Date.now() / 1000)), oauth_nonce: randomBytes(8).toString('hex'), ...oauth,
    };
    const pairs = [...Object.entries(fields), ...new URLSearchParams(query), ...new URLSearchParams(body)].map(([name, value]) => [encode(name), encode(value)] as const);
    const sorted = pairs.sort((a, b) => (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? -1 : 1)).map((pair) => pair.join('=')).join('&');
    const base = [method, url, sorted].map(encode).join('&');
    const signature = how === 'hmac'
      ? createHmac('sha1', `${encode(hmac.consumerSecret)}&${encode(hmac.accessSecret)}`).update(base).digest('base64')
      : createSign('RSA-SHA1').update(base).sign(rsa.privateKey, 'base64');
    return `OAuth ${Object.entries({oauth_signature: signature, ...fields}).map(([name, value]) => `${name}="${encode(value)}"`).join(', ')}`;
  }

  async function ask({method = 'GET', query = 'action=query&meta=userinfo', body = '', with: how = 'hmac', oauth = {}, init = {}}: Signed): Promise<unknown> {
    const Authorization = sign(door.api, {method, query: `${query}&format=json&formatversion=2`, body, with: how, oauth});
    const type = body === '' ? undefined : {'Content-Type': 'application/x-www-form-urlencoded'};
    const answer = await fetch(`${door.api}?${query}&format=json&formatversion=2`, {method, ...(type && {body}), ...init, headers: {Authorization, ...type}});
    return answer.json();
  }
  const name = (answer: unknown): unknown => at(answer, 'query', 'userinfo', 'name');
  const said = (answer: unknown): unknown => at(answer, 'error', 'info');

  test('makes one the user of its consumer', async () => {
    expect(name(await ask({}))).toBe('Olga');
    expect(name(await ask({with: 'rsa'}))).toBe('Henrik');
  });

  test('with names and values that need escaping, and repeated ones', async () => {
    for (const how of ['hmac', 'rsa'] as const) {
      const query = "action=query&meta=userinfo&b=2&a=%2B%20~*!'()&a=%C3%A9+%F0%9F%9A%A2&b=10&a.b=&requestid=a%26b%3Dc";
      expect(at(await ask({query, with: how}), 'requestid')).toBe('a&b=c');
    }
  });

  test('as a post: a urlencoded body is signed, another is not', async () => {
    expect(name(await ask({method: 'POST', query: 'x=1', body: 'action=query&meta=userinfo&uiprop=rights%7Cgroups'}))).toBe('Olga');
    const form = new FormData();
    form.set('meta', 'userinfo');
    expect(name(await ask({method: 'POST', query: 'action=query', init: {body: form}}))).toBe('Olga');
    const other = await ask({method: 'POST', query: 'action=query', body: 'meta=userinfo', init: {body: 'meta=siteinfo'}});
    expect(said(other)).toBe(reason('Invalid signature'));
  });

  test('writes', async () => {
    const token = String(at(await ask({query: 'action=query&meta=tokens'}), 'query', 'tokens', 'csrftoken'));
    const body = String(new URLSearchParams({action: 'edit', title: 'Signed', text: 'a b+c', token}));
    expect(at(await ask({method: 'POST', query: 'x=1', body}), 'edit', 'result')).toBe('Success');
    expect(await pageText(wiki.api, 'Signed')).toBe('a b+c');
  });

  test('is refused with the reason', async () => {
    const seconds = Math.floor(Date.now() / 1000);
    const refusals: [Readonly<Record<string, string>>, string | RegExp][] = [
      [{oauth_version: '2.0'}, "OAuth version '2.0' not supported"],
      [{oauth_consumer_key: ''}, 'Invalid consumer key'],
      [{oauth_consumer_key: 'x'}, 'Invalid consumer'],
      [{oauth_token: 'x'}, 'No approved grant was found for that authorization token.'],
      [{oauth_timestamp: String(seconds - 400)}, /Expired timestamp, yours \d+, ours \d+/],
      [{oauth_timestamp: String(seconds + 400)}, /Expired timestamp, yours \d+, ours \d+/],
      [{oauth_timestamp: ''}, 'Missing timestamp parameter'],
      [{oauth_nonce: ''}, 'Missing nonce parameter'],
      [{oauth_signature_method: ''}, 'No signature method parameter'],
      [{oauth_signature_method: 'PLAINTEXT'}, "Signature method 'PLAINTEXT' not supported"],
      [{oauth_signature_method: 'RSA-SHA1'}, 'Invalid signature'],
      [{oauth_signature: 'x'}, 'Invalid signature'],
    ];
    for (const [oauth, why] of refusals) {
      const answer = await ask({oauth});
      expect(at(answer, 'error', 'code')).toBe('mwoauth-invalid-authorization');
      expect(said(answer)).toMatch(why);
    }
  });

  test('cannot be repeated, not even where it was refused', async () => {
    const oauth = {oauth_nonce: 'once'};
    expect(name(await ask({oauth}))).toBe('Olga');
    expect(said(await ask({oauth}))).toBe(reason('Nonce already used: once'));
    expect(name(await ask({oauth, with: 'rsa'}))).toBe('Henrik');
    expect(said(await ask({oauth: {oauth_nonce: 'spoilt', oauth_signature: 'x'}}))).toMatch('Invalid signature');
    expect(said(await ask({oauth: {oauth_nonce: 'spoilt'}}))).toMatch('Nonce already used');
    await wiki.reset();
    expect(name(await ask({oauth}))).toBe('Olga');
  });
});
