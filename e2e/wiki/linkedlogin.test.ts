import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest';
import {startWiki, type Door, type TestWiki} from './index.js';
import {Visitor, at, code, visitorAs} from './visitor.js';

let wiki: TestWiki;
let door: Door;
beforeAll(async () => {
  wiki = await startWiki();
  door = await wiki.door({scenario: 'linkedlogin'});
}, 300_000);
afterAll(() => wiki.stop());
beforeEach(() => wiki.reset());

const home = 'http://127.0.0.1:9/back?from=there';

/** Presses the button; where the other site then sends the browser, as `account` or after Cancel. */
async function away(visitor: Visitor, action: 'clientlogin' | 'linkaccount', account: string | undefined): Promise<Record<string, string>> {
  const more = action === 'clientlogin' ? {loginreturnurl: home, logintoken: await visitor.token('login')} : {linkreturnurl: home, linktoken: await visitor.token()};
  const {body} = await visitor.post({action, othersite: true, ...more});
  expect(at(body, action, 'status')).toBe('REDIRECT');
  const target = new URL(String(at(body, action, 'redirecttarget')));
  expect(target.origin).toBe(door.origin.replace('127.0.0.1', 'localhost'));
  const page = await (await fetch(target.href.replace('localhost', '127.0.0.1'))).text();
  const [, href = ''] = new RegExp(`href="([^"]*)">${account === undefined ? 'Cancel' : `Continue as ${account}`}<`).exec(page) ?? [];
  const {from, ...back} = Object.fromEntries(new URL(href.replaceAll('&amp;', '&')).searchParams);
  expect(from).toBe('there');
  return back;
}

async function logIn(visitor: Visitor, account: string | undefined): Promise<unknown> {
  const back = await away(visitor, 'clientlogin', account);
  const {body} = await visitor.post({action: 'clientlogin', logincontinue: true, logintoken: await visitor.token('login'), ...back});
  return body['clientlogin'];
}

async function link(visitor: Visitor, account: string): Promise<unknown> {
  const back = await away(visitor, 'linkaccount', account);
  const {body} = await visitor.post({action: 'linkaccount', linkcontinue: true, linktoken: await visitor.token(), ...back});
  return body['linkaccount'];
}

const unlink = async (visitor: Visitor, action = 'unlinkaccount'): Promise<unknown> => {
  const answer = await visitor.write({action, request: 'WikilitOtherSiteLink'});
  return at(answer.body, action, 'status') ?? code(answer);
};

test('a linked account is the user it is linked to', async () => {
  const visitor = new Visitor(door.api);
  expect(await logIn(visitor, 'olga.other')).toMatchObject({status: 'PASS', username: 'Olga'});
  const {body} = await visitor.get({action: 'query', meta: 'userinfo'});
  expect(at(body, 'query', 'userinfo', 'name')).toBe('Olga');
});

test('one that is linked to nobody begins again; a password may follow', async () => {
  const visitor = new Visitor(door.api);
  expect(await logIn(visitor, 'henrik.other')).toMatchObject({status: 'RESTART', messagecode: 'authmanager-authn-no-local-user', canpreservestate: false});
  const {name, password} = wiki.users.Henrik;
  const {body} = await visitor.post({action: 'clientlogin', logincontinue: true, username: name, password, logintoken: await visitor.token('login')});
  expect(body['clientlogin']).toMatchObject({status: 'PASS', username: 'Henrik'});
});

test('who cancels there, or brings a wrong code, is refused', async () => {
  expect(await logIn(new Visitor(door.api), undefined)).toMatchObject({status: 'FAIL', messagecode: 'othersite-denied', message: 'The other site did not say who you are.'});
  const visitor = new Visitor(door.api);
  await away(visitor, 'clientlogin', 'olga.other');
  const {body} = await visitor.post({action: 'clientlogin', logincontinue: true, code: 'x', logintoken: await visitor.token('login')});
  expect(body['clientlogin']).toMatchObject({status: 'FAIL', messagecode: 'othersite-denied'});
});

test('accounts are linked and unlinked', async () => {
  const henrik = await visitorAs(door.api, wiki.users.Henrik);
  expect(await unlink(henrik)).toBe('badrequest');
  expect(await link(henrik, 'olga.other')).toMatchObject({status: 'FAIL', messagecode: 'othersite-taken'});
  expect(await link(henrik, 'henrik.other')).toEqual({status: 'PASS'});
  expect(await logIn(new Visitor(door.api), 'henrik.other')).toMatchObject({status: 'PASS', username: 'Henrik'});
  expect(await unlink(henrik)).toBe('success');
  expect(await logIn(new Visitor(door.api), 'henrik.other')).toMatchObject({status: 'RESTART'});
  expect(await logIn(new Visitor(door.api), 'olga.other')).toMatchObject({status: 'PASS'});
});

test('a link is removed with other credentials, and back after a reset', async () => {
  const olga = await visitorAs(door.api, wiki.users.Olga);
  const links = async (): Promise<unknown[]> => {
    const {body} = await olga.get({action: 'query', meta: 'authmanagerinfo', amirequestsfor: 'remove'});
    return (at(body, 'query', 'authmanagerinfo', 'requests') as {id: string}[]).filter(({id}) => id === 'WikilitOtherSiteLink');
  };
  expect(await links()).toMatchObject([{id: 'WikilitOtherSiteLink', provider: 'Log in through the other site', account: 'olga.other'}]);
  expect(await unlink(olga, 'removeauthenticationdata')).toBe('success');
  expect(await links()).toEqual([]);
  expect(await logIn(new Visitor(door.api), 'olga.other')).toMatchObject({status: 'RESTART'});
  await wiki.reset();
  expect(await logIn(new Visitor(door.api), 'olga.other')).toMatchObject({status: 'PASS'});
});

test('passwords go on as before; without the scenario there is no button', async () => {
  await visitorAs(door.api, wiki.users.Henrik);
  const fields = async (api: string): Promise<string> => JSON.stringify((await new Visitor(api).get({action: 'query', meta: 'authmanagerinfo', amirequestsfor: 'login'})).body);
  expect(await fields(door.api)).toContain('"othersite":{"type":"button"');
  expect(await fields(wiki.api)).not.toContain('othersite');
});
