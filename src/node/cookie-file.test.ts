import {execFile} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest';
import {cookieFetch} from './cookie-fetch.js';
import {CookieFileError} from './cookie-file.js';

/** `/set/NAME` sets a session cookie of that name, `/end/NAME` ends it; each answer says what cookies came. */
const server: Server = createServer((request, response) => {
  const [, what, name = ''] = (request.url ?? '').split('/');
  if (what === 'set') response.setHeader('Set-Cookie', `${name}=1; Path=/; HttpOnly`);
  if (what === 'end') response.setHeader('Set-Cookie', `${name}=deleted; Path=/; Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0`);
  response.end(request.headers.cookie ?? '');
});
let origin = '';
let folder = '';
let file = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wikilit-cookies-'));
  file = join(folder, 'cookies.json');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, {recursive: true});
});

const ask = async (fetch = cookieFetch({file}), path = '/'): Promise<string> => (await fetch(origin + path, {})).text();
const names = async (): Promise<string[]> => (await ask()).split('; ').map((cookie) => cookie.replace('=1', '')).sort();

describe('a file of cookies', () => {
  test('keeps them for the next, also those that would end with the session; nobody else may read it', async () => {
    await ask(cookieFetch({file}), '/set/session');
    expect(await ask()).toBe('session=1');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['cookies.json']);
  });

  test('is not made before there is a cookie, and may be a URL', async () => {
    const fetch = cookieFetch({file: pathToFileURL(file)});
    await ask(fetch);
    expect(existsSync(file)).toBe(false);
    await ask(fetch, '/set/session');
    expect(await ask()).toBe('session=1');
  });

  test('forgets what the server ends', async () => {
    await ask(cookieFetch({file}), '/set/session');
    await ask(cookieFetch({file}), '/end/session');
    expect(await ask()).toBe('');
  });

  test('is closed to others when it is written again, and stays where a link leads', async () => {
    await ask(cookieFetch({file}), '/set/one');
    chmodSync(file, 0o644);
    const link = join(folder, 'link.json');
    symlinkSync(file, link);
    await ask(cookieFetch({file: link}), '/set/two');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await names()).toEqual(['one', 'two']);
  });

  test('many answers at once, through one fetch and through another, lose none', async () => {
    const [one, other] = [cookieFetch({file}), cookieFetch({file})];
    const all = Array.from({length: 40}, (_, index) => `c${index + 10}`);
    await Promise.all(all.map((name, index) => ask(index % 2 ? one : other, `/set/${name}`)));
    expect(await names()).toEqual(all);
    expect((await ask(one)).split('; ')).toHaveLength(40);
  });

  test('processes at once lose none', async () => {
    const program = join(folder, 'program.mts');
    const source = `
      import {cookieFetch} from ${JSON.stringify(new URL('./cookie-fetch.ts', import.meta.url).href)};
      const fetch = cookieFetch({file: ${JSON.stringify(file)}});
      for (let i = 10; i < 25; i++) await fetch(${JSON.stringify(`${origin}/set/`)} + process.argv[2] + i, {});`;
    writeFileSync(program, source);
    const processes = ['a', 'b', 'c'];
    await Promise.all(processes.map((name) => promisify(execFile)(process.execPath, ['--import', 'tsx', program, name], {cwd: new URL('../..', import.meta.url)})));
    const all = processes.flatMap((name) => Array.from({length: 15}, (_, index) => `${name}${index + 10}`));
    expect(await names()).toEqual(all);
  }, 60_000);

  test('what another has written meanwhile is sent', async () => {
    const fetch = cookieFetch({file});
    expect(await ask(fetch)).toBe('');
    await ask(cookieFetch({file}), '/set/session');
    expect(await ask(fetch)).toBe('session=1');
    rmSync(file);
    expect(await ask(fetch), 'without the file, nobody is logged in').toBe('');
  });

  test('a lock left behind by a process that was killed is taken away', async () => {
    writeFileSync(`${file}.lock`, '');
    await ask(cookieFetch({file}), '/set/session');
    expect(await ask()).toBe('session=1');
    expect(readdirSync(folder)).toEqual(['cookies.json']);
  }, 15_000);
});

describe('a file that cannot be used', () => {
  for (const [what, text] of Object.entries({'cut off': '{"cookies": [', 'of something else': '{"name": "x"}', empty: ''})) {
    test(`${what}: said at once, with its name, and left as it is`, () => {
      writeFileSync(file, text);
      expect(() => cookieFetch({file})).toThrow(CookieFileError);
      expect(() => cookieFetch({file})).toThrow(`${file} cannot be read as a jar of cookies: `);
      expect(readFileSync(file, 'utf8')).toBe(text);
    });
  }

  test('broken while it is used: nothing is sent, the error names it, and it is left as it is', async () => {
    const fetch = cookieFetch({file});
    await ask(fetch, '/set/session');
    writeFileSync(file, 'broken');
    await expect(ask(fetch)).rejects.toMatchObject({name: 'TypeError', message: 'fetch failed', cause: {name: 'CookieFileError', code: 'ERR_COOKIE_FILE', message: expect.stringContaining(file)}});
    expect(readFileSync(file, 'utf8')).toBe('broken');
  });

  test('in a folder that is not there', () => {
    expect(() => cookieFetch({file: join(folder, 'no', 'cookies.json')})).toThrow(`Cookies cannot be kept in ${join(folder, 'no', 'cookies.json')}: ENOENT`);
  });

  test('whose folder goes away: the answer is good, a warning names the file, and what was kept is written as soon as it can be', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const fetch = cookieFetch({file});
    rmSync(folder, {recursive: true});
    expect(await ask(fetch, '/set/one')).toBe('');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(`The cookies could not be written to ${file}: ENOENT`));
    expect(await ask(fetch)).toBe('one=1');
    mkdirSync(folder);
    await ask(fetch, '/set/two');
    expect(await names()).toEqual(['one', 'two']);
  });
});

test('options that cannot be meant are refused by name', () => {
  const wrong: [unknown, string][] = [
    [{file: ''}, "file: '' given, a path or a file: URL expected"],
    [{file: 5}, 'file: 5 given, a path or a file: URL expected'],
    [{file: new URL('https://example.org/cookies.json')}, 'file: URL given, a path or a file: URL expected'],
    [{jar: {}}, 'jar: an object given, a CookieJar of tough-cookie expected'],
    [{fetch: true}, 'fetch: true given, a function like fetch expected'],
    [{path: file}, 'path: no such option'],
    ['cookies.json', "options: 'cookies.json' given, an object expected"],
  ];
  for (const [options, message] of wrong) expect(() => cookieFetch(options as never)).toThrow(new RegExp(`^${message.replaceAll('.', '\\.')}`));
  expect(() => cookieFetch({file, jar: {getCookieString: () => ''} as never})).toThrow('file: a jar is given, too; one of them expected');
});
