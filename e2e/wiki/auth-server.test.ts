import {createHash, randomBytes} from 'node:crypto';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {startWiki, type AuthServer, type Door, type TestWiki} from './index.js';
import {Visitor, at, code as errorCode, raw} from './visitor.js';

let wiki: TestWiki;
let door: Door;
let oauth: AuthServer;
beforeAll(async () => {
  wiki = await startWiki();
  oauth = await wiki.oauth();
  door = await wiki.door({scenario: 'oauth'});
}, 300_000);
afterAll(() => wiki.stop());

const home = 'http://127.0.0.1:9/back?from=wiki';
beforeEach(async () => {
  await wiki.reset();
  door.setFaults(undefined);
  oauth.allowRedirect(home);
});

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

const verifier = randomBytes(32).toString('base64url');
const challenge = {code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256'};
const who = (): {client_id: string} => oauth.clients.public;

/** Where the browser is sent to. */
async function press(answer: 'allow' | 'cancel', params: Readonly<Record<string, string>> = {}): Promise<URL> {
  const query = new URLSearchParams({response_type: 'code', ...who(), redirect_uri: home, state: 'of the page', ...challenge, ...params});
  const url = `${door.rest}/oauth2/authorize?${query}`;
  const question = await fetch(url);
  expect(question.status).toBe(200);
  expect(await question.text()).toContain('<option>Olga</option>');
  const back = await fetch(url, {method: 'POST', redirect: 'manual', body: new URLSearchParams({user: 'Olga', answer})});
  expect(back.status).toBe(302);
  return new URL(back.headers.get('location') ?? '');
}

const ask = (fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}, at = door): Promise<Response> =>
  fetch(`${at.rest}/oauth2/access_token`, {method: 'POST', body: new URLSearchParams(fields), headers});

async function exchange(fields: Readonly<Record<string, string>> = {}): Promise<Response> {
  const code = (await press('allow')).searchParams.get('code') ?? '';
  return ask({grant_type: 'authorization_code', code, redirect_uri: home, code_verifier: verifier, ...who(), ...fields});
}

const tokens = async (): Promise<Tokens> => (await (await exchange()).json()) as Tokens;
const refresh = (refresh_token: string): Promise<Response> => ask({grant_type: 'refresh_token', refresh_token, ...who()});
const refused = async (answer: Response): Promise<unknown[]> => [answer.status, at(await answer.json(), 'error')];

/** As whom the wiki takes it. */
async function user(access: string): Promise<unknown> {
  const answer = await new Visitor(door.api, {Authorization: `Bearer ${access}`}).get({action: 'query', meta: 'userinfo'});
  return at(answer.body, 'query', 'userinfo', 'name') ?? errorCode(answer);
}
const no = 'mwoauth-invalid-authorization';

describe('allowing', () => {
  test('gives a code, the code gives tokens, and the wiki takes them', async () => {
    const back = await press('allow');
    expect(Object.fromEntries(back.searchParams)).toEqual({from: 'wiki', state: 'of the page', code: expect.any(String)});
    const answer = await exchange();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const given = (await answer.json()) as Tokens;
    expect(given).toMatchObject({token_type: 'Bearer', expires_in: 3600, access_token: expect.any(String), refresh_token: expect.any(String)});
    expect(await user(given.access_token)).toBe('Olga');
  });

  test('one may cancel: as the standard has it, and as the extension does', async () => {
    const said = async (): Promise<unknown> => {
      const {from, error, state} = Object.fromEntries((await press('cancel')).searchParams);
      return {from, error, state};
    };
    expect(await said()).toEqual({from: 'wiki', error: 'access_denied', state: 'of the page'});
    oauth.set({cancelSays: 'unauthorized_client'});
    expect(await said()).toEqual({from: 'wiki', error: 'unauthorized_client', state: undefined});
  });

  test('is not asked where the request is wrong, and nobody is sent anywhere', async () => {
    const asked = async (params: Readonly<Record<string, string>>): Promise<[number, string]> => {
      const answer = await fetch(`${door.rest}/oauth2/authorize?${new URLSearchParams(params)}`, {redirect: 'manual'});
      return [answer.status, await answer.text()];
    };
    const good = {response_type: 'code', ...who(), redirect_uri: home};
    for (const [params, why] of [
      [{...good, client_id: 'x'}, 'no such client'],
      [{...good, redirect_uri: `${home}x`}, 'redirect_uri is not registered'],
      [{...good, response_type: 'token'}, 'response_type must be code'],
      [good, 'Code challenge must be provided'],
      [{...good, code_challenge: verifier, code_challenge_method: 'plain'}, 'must be S256'],
    ] as const) {
      expect(await asked(params)).toEqual([400, expect.stringContaining(why)]);
    }
  });
});

describe('a code', () => {
  test('needs the verifier of its challenge, and is good once', async () => {
    expect(await refused(await exchange({code_verifier: randomBytes(32).toString('base64url')}))).toEqual([400, 'invalid_grant']);
    expect(await refused(await exchange({code_verifier: ''}))).toEqual([400, 'invalid_grant']);
    const code = (await press('allow')).searchParams.get('code') ?? '';
    const fields = {grant_type: 'authorization_code', code, redirect_uri: home, code_verifier: verifier, ...who()};
    expect((await ask(fields)).status).toBe(200);
    expect(await refused(await ask(fields))).toEqual([400, 'invalid_grant']);
  });

  test('of the confidential client needs its secret, in the body or in a header', async () => {
    const {client_id, client_secret} = oauth.clients.confidential;
    const fields = async (): Promise<Record<string, string>> => {
      const query = new URLSearchParams({response_type: 'code', client_id, redirect_uri: home});
      const back = await fetch(`${door.rest}/oauth2/authorize?${query}`, {method: 'POST', redirect: 'manual', body: new URLSearchParams({user: 'Henrik', answer: 'allow'})});
      const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
      return {grant_type: 'authorization_code', code, redirect_uri: home};
    };
    const given = (await (await ask({...(await fields()), client_id, client_secret})).json()) as Tokens;
    expect(await user(given.access_token)).toBe('Henrik');
    const basic = `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`;
    expect((await ask(await fields(), {Authorization: basic})).status).toBe(200);
    expect(await refused(await ask({...(await fields()), client_id, client_secret: 'x'}))).toEqual([401, 'invalid_client']);
    expect(await refused(await ask({...(await fields()), client_id}))).toEqual([401, 'invalid_client']);
  });
});

describe('an access token', () => {
  test('is refused when its time is over', async () => {
    oauth.set({accessTokenSeconds: 1});
    const {access_token, expires_in} = await tokens();
    expect(expires_in).toBe(1);
    await expect.poll(() => user(access_token), {timeout: 10_000}).toBe(no);
    oauth.set({accessTokenSeconds: 3600});
    const longer = await tokens();
    expect(await user(longer.access_token)).toBe('Olga');
    oauth.expireAccessTokens();
    expect(await user(longer.access_token)).toBe(no);
    expect((await refresh(longer.refresh_token)).status).toBe(200);
  });

  test('is refused when the user takes it back, and refreshing is, too', async () => {
    const {access_token, refresh_token} = await tokens();
    oauth.revoke('Henrik');
    expect(await user(access_token)).toBe('Olga');
    oauth.revoke('Olga');
    expect(await user(access_token)).toBe(no);
    expect(await refused(await refresh(refresh_token))).toEqual([400, 'invalid_grant']);
  });

  test("keeps the session's CSRF token over a refresh", async () => {
    const first = await tokens();
    const csrf = await new Visitor(door.api, {Authorization: `Bearer ${first.access_token}`}).token();
    const second = (await (await refresh(first.refresh_token)).json()) as Tokens;
    const saved = await new Visitor(door.api, {Authorization: `Bearer ${second.access_token}`}).post({action: 'edit', title: 'Refreshed', text: 'x', token: csrf});
    expect(at(saved.body, 'edit', 'result')).toBe('Success');
  });

  test('is forgotten by a reset', async () => {
    const {access_token} = await tokens();
    await wiki.reset();
    expect(await user(access_token)).toBe(no);
  });
});

describe('a refresh token', () => {
  test('gives new tokens once, and ends the old access token', async () => {
    const first = await tokens();
    const second = (await (await refresh(first.refresh_token)).json()) as Tokens;
    expect(await user(second.access_token)).toBe('Olga');
    expect(await user(first.access_token)).toBe(no);
    expect(await refused(await refresh(first.refresh_token))).toEqual([400, 'invalid_grant']);
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  test('that is no good is answered in the older way where a test wants it', async () => {
    oauth.set({deadRefreshSays: 'invalid_request'});
    expect(await refused(await refresh('x'))).toEqual([401, 'invalid_request']);
  });

  test('whose answer is lost is gone; within its time of grace it is good again', async () => {
    const lost = async (): Promise<string> => {
      const {refresh_token} = await tokens();
      door.setFaults({seed: 1, rules: [{path: '/oauth2/access_token', nth: 1, fault: {type: 'dropAfter'}}]});
      const fields = new URLSearchParams({grant_type: 'refresh_token', refresh_token, ...who()});
      expect((await raw(`${door.rest}/oauth2/access_token`, String(fields))).broken).toBe(true);
      return refresh_token;
    };
    expect(await refused(await refresh(await lost()))).toEqual([400, 'invalid_grant']);
    oauth.set({graceSeconds: 600});
    const again = await refresh(await lost());
    expect(await user(((await again.json()) as Tokens).access_token)).toBe('Olga');
  });

  test('is good again for so many seconds from its first use', async () => {
    oauth.set({graceSeconds: 1});
    const {refresh_token} = await tokens();
    expect((await refresh(refresh_token)).status).toBe(200);
    await expect.poll(async () => (await refresh(refresh_token)).status, {timeout: 10_000}).toBe(400);
  });
});

describe('the doors', () => {
  test('let other origins have the tokens only where rest.php is open to them', async () => {
    const open = await wiki.door({scenario: ['oauth', 'crossoriginrest']});
    const answer = await ask({grant_type: 'refresh_token', refresh_token: 'x', ...who()}, {Origin: 'https://tool.example'}, open);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([400, '*']);
    const preflight = await fetch(`${open.rest}/oauth2/access_token`, {method: 'OPTIONS', headers: {'Origin': 'https://tool.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization'}});
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization');
  });

  test('count the requests for tokens', async () => {
    const own = await wiki.door();
    await ask({grant_type: 'refresh_token', refresh_token: 'x', ...who()}, {}, own);
    expect(own.requests).toMatchObject([{method: 'POST', url: '/w/rest.php/oauth2/access_token', status: 400}]);
  });

  test('of a wiki whose server was never started have no such address', async () => {
    const other = await startWiki();
    expect((await fetch(`${other.rest}/oauth2/authorize`)).status).toBe(404);
    await other.stop();
  });

  test('do not let anybody ask whose a token is', async () => {
    expect((await fetch(`${door.origin}/introspect`, {method: 'POST'})).status).toBe(404);
  });
});
