/** The code of docs/logging-in.md that is for Node, run: each block by itself, against the wiki, the server and the network it is about. */
import {createPrivateKey} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {basicAuth} from 'wikilit/node';
import {digest} from './digest-server.js';
import {expect, newestRevision, test} from './fixtures.js';
import {inFront} from './in-front.js';
import {startProxy} from './proxy.js';
import {runInNode} from './run-in-node.js';
import {botLogin, totp, users} from './wiki/index.js';
import {certificate, clientCertificate} from './wiki/tls.js';

const page = readFileSync(new URL('../docs/logging-in.md', import.meta.url), 'utf8');
const sections = page.split(/^## /m).filter((section) => /^(In Node|From mwclient)\n/.test(section));
const blocks = sections.flatMap((section) => [...section.matchAll(/```js\n([^]*?)```/g)].map(([, code = '']) => code));

/** The one with these words in it. */
function block(words: string): string {
  const [found, ...others] = blocks.filter((code) => code.includes(words));
  if (found === undefined || others.length > 0) throw new Error(`docs/logging-in.md has ${found === undefined ? 'no block' : 'several blocks'} with “${words}”`);
  return found;
}

const code = {
  staying: block('cookies.json'),
  environment: block('EnvHttpProxyAgent'),
  site: block("new Wiki('wiki.example.org', {userAgent"),
  http: block('http://wiki.example.org'),
  path: block('scriptPath'),
  warnings: block('onWarning'),
  nobody: block('forceLogin'),
  oauth1: block('oauth1('),
  oauth2: block('auth: {accessToken'),
  login: block('my_username@my_bot'),
  clientlogin: block('wiki.clientlogin('),
  basic: block('basicAuth('),
  digest: block('DigestClient('),
  oneFile: block('client-and-key.pem'),
  twoFiles: block("readFileSync('client.pem')"),
  proxy: block('new ProxyAgent('),
  pool: block('commons'),
};

const {name: botName, password: BOT_PASSWORD} = botLogin(users.Olga) ?? {name: '', password: ''};

/** A block as a user of the test wiki runs it; only addresses and names are replaced. */
const run = (name: keyof typeof code, api: string, env: Record<string, string> = {}, more: Readonly<Record<string, string>> = {}, answers: readonly string[] = []): Promise<string> => {
  const names = {'https://wiki.example.org/w/api.php': api, 'Me@mytool': botName, 'my_username@my_bot': botName, ...more};
  let source = code[name];
  for (const [from, to] of Object.entries(names)) source = source.replaceAll(from, to);
  return runInNode(`logging-in-${name}`, source, {BOT_PASSWORD, ...env}, answers);
};

/** Writes a file for the test; the block finds it under the name it has there. */
const file = (name: string, content: string | Buffer): string => {
  const path = test.info().outputPath(name.replace(/^.*\//, ''));
  writeFileSync(path, content);
  return path;
};

test('no code for Node that is not run', () => {
  expect([...blocks].sort()).toEqual(Object.values(code).sort());
});

test('staying logged in: in the second run, too, without logging in', async ({wiki}) => {
  const cookies = {'cookies.json': test.info().outputPath('cookies.json')};
  expect(await run('staying', wiki.api, {}, cookies)).toBe('saved Olga');
  const before = wiki.front.requests.length;
  expect(await run('staying', wiki.api, {BOT_PASSWORD: 'not needed'}, cookies)).toBe('nochange Olga');
  expect(wiki.front.requests.slice(before).filter(({action}) => action === 'login')).toEqual([]);
  expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', text: 'Hello.', comment: 'hello'});
});

test('proxies of the environment, and the certificate of the house', async ({wiki}) => {
  const door = await wiki.door({tls: true});
  const proxy = await startProxy();
  const ca = {'house-ca.pem': file('house-ca.pem', (await certificate()).cert)};
  // In either case: small letters go first.
  const environment = (NO_PROXY: string): Record<string, string> =>
    Object.fromEntries(Object.entries({HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY}).flatMap(([name, value]) => [[name, value], [name.toLowerCase(), value]]));
  expect(await run('environment', door.api, environment(''), ca)).toBe('Olga');
  expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${new URL(door.origin).host}`]));
  const before = proxy.asked.length;
  expect(await run('environment', door.api, environment('127.0.0.1'), ca)).toBe('Olga');
  expect(proxy.asked).toHaveLength(before);
  await proxy.close();
  await door.close();
});

test.describe('from mwclient', () => {
  test('a site: by its host name, by http, at another path', async ({wiki}) => {
    const {host} = new URL(wiki.origin);
    const elsewhere = await inFront(wiki.origin, {scriptPath: '/wiki/'});
    expect(await run('site', '', {}, {'wiki.example.org': host})).toBe('Wikilit');
    expect(await run('http', '', {}, {'wiki.example.org': host})).toBe('Wikilit');
    expect(await run('path', '', {}, {'wiki.example.org': new URL(elsewhere.origin).host})).toBe(`${elsewhere.api}\nWikilit`);
    await elsewhere.close();
  });

  test('errors and warnings', async ({wiki}) => {
    expect((await run('warnings', wiki.api)).split('\n')).toEqual([
      'query warns: Unrecognized value for parameter "prop": nonsense',
      expect.stringContaining('Unrecognized value for parameter "action": nonsense'),
    ]);
  });

  test('as nobody', async ({wiki}) => {
    await run('nobody', wiki.api);
    expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: '127.0.0.1', text: 'Hello.', comment: 'hello'});
  });

  test('OAuth: owner-only consumers of both kinds', async ({wiki}) => {
    const door = await wiki.door({scenario: ['oauth']});
    const {hmac, bearer} = wiki.consumers;
    const keys = {CONSUMER_TOKEN: hmac.consumerToken, CONSUMER_SECRET: hmac.consumerSecret, ACCESS_TOKEN: hmac.accessToken, ACCESS_SECRET: hmac.accessSecret};
    expect(await run('oauth1', door.api, keys)).toBe('Olga');
    expect(await run('oauth2', door.api, {ACCESS_TOKEN: bearer.Olga.accessToken})).toBe('Olga');
    await door.close();
  });

  test('a bot password, right and wrong', async ({wiki}) => {
    expect(await run('login', wiki.api)).toBe('Olga');
    expect(await run('login', wiki.api, {BOT_PASSWORD: 'm1n2b3v4c5p6o7a8s9d0f1g2h3j4k5l7'})).toMatch(/^wrongpassword Incorrect username or password entered\./);
  });

  test('an account’s own password, with a second factor and without', async ({wiki}) => {
    const {Tove, Olga} = users;
    expect(await run('clientlogin', wiki.api, {PASSWORD: Olga.password}, {my_username: Olga.name})).toBe('Olga');
    const said = await run('clientlogin', wiki.api, {PASSWORD: Tove.password}, {my_username: Tove.name}, ['000000', totp(Tove.totpSecret)]);
    expect(said.split('\n').at(-1)).toBe('Tove');
  });

  test('HTTP Basic', async ({wiki}) => {
    const HTTP_PASSWORD = 'pässword 東京';
    const expected = basicAuth({username: 'my_username', password: HTTP_PASSWORD});
    const front = await inFront(wiki.origin, {lets: (request, response) => request.headers.authorization === expected || (response.writeHead(401).end(), false)});
    expect(await run('basic', front.api, {HTTP_PASSWORD})).toBe('Olga');
    await front.close();
  });

  test('HTTP Digest', async ({wiki}) => {
    const HTTP_PASSWORD = 'pässword';
    const front = await inFront(wiki.origin, {lets: digest({username: 'my_username', password: HTTP_PASSWORD}, 100)});
    expect(await run('digest', front.api, {HTTP_PASSWORD})).toBe('Olga');
    await front.close();
  });

  test('a client certificate, in one file and in two', async ({wiki}) => {
    const [server, mine] = await Promise.all([certificate(), clientCertificate()]);
    const front = await inFront(wiki.origin, {tls: {...server, ca: [mine.cert], requestCert: true, rejectUnauthorized: true}});
    const ca = file('ca.pem', server.cert);
    const both = file('client-and-key.pem', Buffer.concat([mine.cert, mine.key]));
    // The block is about a server whose certificate everybody knows.
    expect(await run('oneFile', front.api, {NODE_EXTRA_CA_CERTS: ca}, {'/path/to/client-and-key.pem': both})).toBe('Olga');
    const KEY_PASSPHRASE = 'seven keys';
    const key = createPrivateKey(mine.key).export({type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: KEY_PASSPHRASE});
    expect(await run('twoFiles', front.api, {KEY_PASSPHRASE}, {"'client.pem'": `'${file('client.pem', mine.cert)}'`, "'key.pem'": `'${file('key.pem', key)}'`, "'ca.pem'": `'${ca}'`})).toBe('Olga');
    await front.close();
  });

  test('a proxy', async ({wiki}) => {
    const proxy = await startProxy();
    expect(await run('proxy', wiki.api, {}, {'http://10.10.1.10:3128': proxy.url})).toBe('Olga');
    expect(proxy.asked.length).toBeGreaterThan(0);
    await proxy.close();
  });

  test('several sites with one jar of cookies', async ({wiki}) => {
    const door = await wiki.door();
    expect(await run('pool', wiki.api, {}, {'https://commons.example.org/w/api.php': door.api})).toBe('Olga');
    await door.close();
  });
});
