/** Being somebody from Node: cookies kept in a file, and servers, proxies and certificates between a bot and its wiki. */
import {DigestClient} from 'digest-fetch';
import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Agent, type Dispatcher, fetch as undiciFetch, ProxyAgent} from 'undici';
import type {Fetch} from 'wikilit';
import {basicAuth, cookieFetch} from 'wikilit/node';
import {refusal} from './asking.js';
import {digest} from './digest-server.js';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import {closed, inFront, listening} from './in-front.js';
import {startProxy} from './proxy.js';
import {runInNode} from './run-in-node.js';
import {certificate, clientCertificate} from './wiki/tls.js';
import {botLogin, type TestWiki, users} from './wiki/index.js';

const account = {username: users.Olga.name, password: users.Olga.password};
const bot = {username: botLogin(users.Olga)?.name ?? '', password: botLogin(users.Olga)?.password ?? ''};

/** All that can be read of an error. */
const whole = (error: unknown): string => (error instanceof Error ? `${error.stack} ${JSON.stringify(error)} ${whole(error.cause)}` : String(error));

/** By undici's own fetch: that of Node 20 does not take what this version of undici makes. */
const through = (dispatcher: Dispatcher): Fetch => cookieFetch({fetch: (url, init) => undiciFetch(url, {...init, dispatcher} as never) as unknown as Promise<Response>});

test.describe('cookies kept in a file', () => {
  let folder = '';
  let processes = 0;
  test.beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wikilit-cookies-'))));
  test.afterEach(() => rmSync(folder, {recursive: true}));

  /** A process of its own; what it has written. */
  const run = (wiki: TestWiki, code: string): Promise<string> => {
    const start = `
      import {Wiki} from 'wikilit';
      import {cookieFetch} from 'wikilit/node';
      const {account, bot} = ${JSON.stringify({account, bot})};
      const onLoginNeeded = async () => {
        console.log('logging in');
        await wiki.login(bot);
      };
      const wiki = new Wiki(${JSON.stringify(wiki.api)}, {userAgent: 'Test/1.0', fetch: cookieFetch({file: ${JSON.stringify(join(folder, 'cookies.json'))}}), onLoginNeeded});\n`;
    return runInNode(`cookies-${++processes}`, start + code);
  };
  const edit = (title: string): string => `console.log((await wiki.page('${title}').edit({text: 'By ${title} ${processes}.'})).outcome);`;
  const logins = (wiki: TestWiki): number => wiki.front.requests.filter(({action}) => /login/.test(action ?? '')).length;

  for (const [method, credentials] of [['login', 'bot'], ['clientlogin', 'account']] as const) {
    test(`${method}: the next process is still that user without logging in; after a logout, nobody is`, async ({wiki}) => {
      await run(wiki, `await wiki.${method}(${credentials});`);
      const before = logins(wiki);
      expect(await run(wiki, `console.log((await wiki.userinfo()).name); ${edit('Sandbox')}`)).toBe('Olga\nsaved');
      expect(logins(wiki)).toBe(before);
      expect((await newestRevision(wiki.api, 'Sandbox')).user).toBe('Olga');

      const file = join(folder, 'cookies.json');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const kept = readFileSync(file, 'utf8');
      for (const {password} of [account, bot]) for (const form of [password, encodeURIComponent(password)]) expect(kept).not.toContain(form);

      await run(wiki, 'await wiki.logout();');
      expect(await run(wiki, 'console.log((await wiki.userinfo()).anon);')).toBe('true');
    });
  }

  test('two processes at once, of which each logs in: both save, and one login stays', async ({wiki}) => {
    const said = await Promise.all([run(wiki, edit('One')), run(wiki, edit('Other'))]);
    expect(said).toEqual(['logging in\nsaved', 'logging in\nsaved']);
    expect(await run(wiki, edit('Sandbox'))).toBe('saved');
  });

  test('a file that breaks meanwhile: nothing is asked as nobody, and the wiki’s error names it', async ({wiki}) => {
    const file = join(folder, 'cookies.json');
    const olga = wikiFromNode(wiki.api, cookieFetch({file}), {retry: false});
    await olga.login(bot);
    writeFileSync(file, 'broken');
    const before = wiki.front.requests.length;
    expect(await refusal(olga.userinfo())).toMatchObject({name: 'NetworkError', message: expect.stringContaining(`${file} cannot be read as a jar of cookies`)});
    expect(wiki.front.requests).toHaveLength(before);
  });

  test('onLoginNeeded logs in where the file does not say who it is, and only there', async ({wiki}) => {
    expect(await run(wiki, edit('Sandbox'))).toBe('logging in\nsaved');
    expect(await run(wiki, edit('Sandbox'))).toBe('saved');
    await run(wiki, 'await wiki.logout();');
    expect(await run(wiki, edit('Sandbox'))).toBe('logging in\nsaved');
  });
});

test.describe('HTTP Basic before the wiki', () => {
  const credentials = {username: 'Ольга', password: 'pässword 東京'};
  const Authorization = basicAuth(credentials);
  const lets = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.headers.authorization === Authorization) return true;
    response.writeHead(401, {'WWW-Authenticate': 'Basic realm="the house", charset="UTF-8"'}).end('<html>Who is it?</html>');
    return false;
  };
  const secrets = [credentials.password, encodeURIComponent(credentials.password), Authorization.slice('Basic '.length)];

  for (const [method, given] of [['login', bot], ['clientlogin', account]] as const) {
    test(`${method} goes on by cookies: edits are the user’s`, async ({wiki}) => {
      const front = await inFront(wiki.origin, {lets});
      const olga = wikiFromNode(front.api, cookieFetch(), {headers: {Authorization}});
      await olga[method](given);
      expect(await olga.userinfo()).toMatchObject({name: 'Olga'});
      expect(await olga.page('Sandbox').edit({text: 'Through the door.'})).toMatchObject({outcome: 'saved'});
      expect(await olga.rawIndex({title: 'Sandbox', action: 'raw'})).toBe('Through the door.');
      expect(await olga.rest.get('/v1/page/{title}/bare', {title: 'Sandbox'})).toMatchObject({title: 'Sandbox'});
      expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', text: 'Through the door.'});
      expect(wiki.front.requests.map(({url}) => url).join(' ')).not.toContain(encodeURIComponent(credentials.password));
      await front.close();
    });
  }

  test('a wrong password is the server’s 401, and is told nowhere', async ({wiki}) => {
    const front = await inFront(wiki.origin, {lets});
    const wrong = {username: 'Ольга', password: 'tells nobody 77'};
    const olga = wikiFromNode(front.api, cookieFetch(), {headers: {Authorization: basicAuth(wrong)}});
    for (const attempt of [() => olga.login(bot), () => olga.userinfo(), () => olga.page('Sandbox').edit({text: 'x', baserevid: 1}), () => olga.rawIndex({title: 'Sandbox'})]) {
      const error = await refusal(attempt());
      expect(error).toMatchObject({name: 'HttpError', status: 401});
      for (const secret of [wrong.password, basicAuth(wrong).slice('Basic '.length), bot.password]) expect(whole(error)).not.toContain(secret);
    }
    await front.close();
  });

  test('goes along with no redirect to another origin', async ({wiki}) => {
    const seen: (string | undefined)[] = [];
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end('{}');
    });
    const to = `http://127.0.0.1:${await listening(elsewhere)}`;
    const front = await inFront(wiki.origin, {lets: (request, response) => (response.writeHead(302, {Location: `${to}${request.url}`}).end(), false)});
    const olga = wikiFromNode(front.api, cookieFetch(), {headers: {Authorization}, retry: false});
    for (const attempt of [() => olga.login(bot), () => olga.userinfo(), () => olga.rawIndex({title: 'Sandbox'})]) {
      const error = await refusal(attempt());
      for (const secret of secrets) expect(whole(error)).not.toContain(secret);
    }
    expect(await refusal(olga.userinfo())).toMatchObject({name: 'HttpError', status: 302, message: expect.stringContaining(`Give the address it redirects to: ${to}`)});
    expect(seen).toEqual([undefined]);
    await closed(elsewhere);
    await front.close();
  });
});

test('HTTP Digest before the wiki: questions at once, and nonces that end', async ({wiki}) => {
  const door = {username: 'olga', password: 'pässword'};
  const front = await inFront(wiki.origin, {lets: digest(door, 4)});
  const client = new DigestClient(door.username, door.password);
  const olga = wikiFromNode(front.api, cookieFetch({fetch: (url, init) => client.fetch(url, init) as Promise<Response>}));
  await olga.clientlogin(account);
  for (let round = 1; round <= 5; round++) expect(await olga.page('Sandbox').edit({text: `Round ${round}.`})).toMatchObject({outcome: 'saved'});
  const texts = await Promise.all(Array.from({length: 12}, () => olga.rawIndex({title: 'Sandbox', action: 'raw'})));
  expect(new Set(texts)).toEqual(new Set(['Round 5.']));
  expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({user: 'Olga', text: 'Round 5.'});

  const wrong = new DigestClient(door.username, 'tells nobody 77');
  const nobody = wikiFromNode(front.api, cookieFetch({fetch: (url, init) => wrong.fetch(url, init) as Promise<Response>}), {retry: false});
  const error = await refusal(nobody.userinfo());
  expect(error).toMatchObject({name: 'HttpError', status: 401});
  expect(whole(error)).not.toContain('tells nobody 77');
  await front.close();
});

test.describe('through a proxy', () => {
  test('all goes through it: logins, edits, files', async ({wiki}) => {
    const proxy = await startProxy();
    const dispatcher = new ProxyAgent(proxy.url);
    const olga = wikiFromNode(wiki.api, through(dispatcher));
    await olga.login(bot);
    expect(await olga.page('Sandbox').edit({text: 'Through a proxy.'})).toMatchObject({outcome: 'saved'});
    expect(await olga.upload({file: new Blob(['On the coast.'], {type: 'text/plain'}), filename: 'Coast.txt', comment: 'c'})).toMatchObject({filename: 'Coast.txt'});
    expect(proxy.asked.length).toBeGreaterThan(0);
    expect(new Set(proxy.asked.map((line) => line.split(' ')[1]))).toEqual(new Set([new URL(wiki.origin).host]));
    await dispatcher.close();
    await proxy.close();
  });

  test('one that is down is told as the address that cannot be reached', async ({wiki}) => {
    const proxy = await startProxy();
    await proxy.close();
    const dispatcher = new ProxyAgent(proxy.url);
    const error = await refusal(wikiFromNode(wiki.api, through(dispatcher), {retry: false}).userinfo());
    expect(error).toMatchObject({name: 'NetworkError', message: expect.stringContaining('ECONNREFUSED')});
    await dispatcher.close();
  });
});

test.describe('certificates', () => {
  test('one of the wiki that nobody knows is refused, unless it is given as ca', async ({wiki}) => {
    const door = await wiki.door({tls: true});
    const refused = await refusal(wikiFromNode(door.api, cookieFetch(), {retry: false}).userinfo());
    expect(refused).toMatchObject({name: 'NetworkError', message: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT')});
    const dispatcher = new Agent({connect: {ca: (await certificate()).cert}});
    const olga = wikiFromNode(door.api, through(dispatcher));
    await olga.login(bot);
    expect(await olga.page('Sandbox').edit({text: 'Over TLS.'})).toMatchObject({outcome: 'saved'});
    await dispatcher.close();
    await door.close();
  });

  test('a server that wants to see one lets in who shows it, and nobody else', async ({wiki}) => {
    const [{key, cert}, mine] = await Promise.all([certificate(), clientCertificate()]);
    const front = await inFront(wiki.origin, {tls: {key, cert, ca: [mine.cert], requestCert: true, rejectUnauthorized: true}});
    const without = new Agent({connect: {ca: cert}});
    expect(await refusal(wikiFromNode(front.api, through(without), {retry: false}).userinfo())).toMatchObject({name: 'NetworkError'});
    const dispatcher = new Agent({connect: {ca: cert, key: mine.key, cert: mine.cert}});
    const olga = wikiFromNode(front.api, through(dispatcher));
    await olga.login(bot);
    expect(await olga.page('Sandbox').edit({text: 'With a certificate.'})).toMatchObject({outcome: 'saved'});
    await Promise.all([without.destroy(), dispatcher.destroy()]);
    await front.close();
  });
});
