/** `npm start` as typed: what it says, and what it says when it cannot. */
import {spawn} from 'node:child_process';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, test} from './fixtures.js';

const root = new URL('../', import.meta.url).pathname;

interface Running {
  /** Everything it printed so far. */
  said(): string;
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

function start(...args: string[]): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/serve.ts', ...args], {cwd: root, stdio: ['ignore', 'pipe', 'pipe']});
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    said: () => said,
    ended,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('for a wiki that runs already, it serves the demo for reading there', async ({page, wiki}) => {
  const port = await freePort();
  const running = start('--port', String(port), '--wiki', wiki.origin);
  try {
    await expect.poll(running.said, {timeout: 30_000}).toContain(`The demo is at http://127.0.0.1:${port}/demo/`);
    await page.goto(`http://127.0.0.1:${port}/demo/`);
    await expect(page.locator('#who')).toContainText('Here you are nobody.');
    await page.getByLabel('Title').fill('Sandbox');
    await page.getByRole('button', {name: 'Read'}).click();
    await expect(page.locator('#text')).not.toBeEmpty();
  } finally {
    await running.stop();
  }
});

test('what cannot be is said, with what to do', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const {port} = taken.address() as AddressInfo;
  const cases: [args: string[], code: number, said: RegExp][] = [
    [['--port', 'abc'], 2, /^--port: 'abc' given, a number from 1 to 65535 expected/],
    [['--version', '1.40'], 2, /^--version: '1.40' given, 1.43 or 1.39 expected/],
    [['--prot', '1'], 2, /--prot/],
    [['--wiki', `http://127.0.0.1:${port}/`], 1, /^There is no MediaWiki at/],
    [['--wiki', 'ftp://wiki.example'], 2, /is no http address of a wiki/],
    [['--port', String(port)], 1, /in use; choose another: npm start -- --port 8081/],
    [['--help'], 0, /--wiki URL/],
  ];
  taken.on('request', (_, response) => response.end('not a wiki'));
  await Promise.all(
    cases.map(async ([args, code, said]) => {
      const running = start(...args);
      expect({args, code: await running.ended}).toEqual({args, code});
      expect(running.said()).toMatch(said);
    }),
  );
  taken.close();
});
