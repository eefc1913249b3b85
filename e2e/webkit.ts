/**
 * WebKitGTK by WebDriver, as far as a smoke test needs it.
 *
 * @see https://www.w3.org/TR/webdriver2/
 */
import {type ChildProcess, spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {createServer} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';

const driver = '/usr/bin/WebKitWebDriver';
const xvfb = '/usr/bin/Xvfb';

export interface WebKit {
  goto(url: string): Promise<void>;
  /** Runs a function in the page; it may use nothing from outside itself. */
  evaluate<Argument, Result>(work: (argument: Argument) => Promise<Result>, argument: Argument): Promise<Result>;
  stop(): Promise<void>;
}

/** What to install, where something is not there. */
export function missingForWebKit(): string | undefined {
  if (existsSync(driver) && existsSync(xvfb) && miniBrowser()) return undefined;
  return 'WebKitGTK is not installed (apt-get install webkit2gtk-driver xvfb xauth): its smoke test is left out.';
}

export async function startWebKit(): Promise<WebKit> {
  const display = `:${90 + Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)}`;
  const port = await freePort();
  const children = [spawn(xvfb, [display, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {stdio: 'ignore'})];
  children.push(spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {stdio: 'ignore', env: {...process.env, DISPLAY: display}}));
  const base = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${base}/status`)).ok);
  const options = {binary: miniBrowser(), args: ['--automation']};
  const {sessionId} = await command<{sessionId: string}>(`${base}/session`, {capabilities: {alwaysMatch: {'webkitgtk:browserOptions': options}}});
  const session = `${base}/session/${sessionId}`;
  await command(`${session}/timeouts`, {script: 40_000});
  return {
    async goto(url) {
      await command(`${session}/url`, {url});
    },
    async evaluate(work, argument) {
      const script = `const done = arguments[arguments.length - 1]; (${work.toString()})(arguments[0]).then((value) => done({value}), (error) => done({error: String(error) + '\\n' + error.stack}));`;
      const answer = await command<{value: Awaited<ReturnType<typeof work>>; error?: string}>(`${session}/execute/async`, {script, args: [argument]});
      if (answer.error !== undefined) throw new Error(`In WebKit: ${answer.error}`);
      return answer.value;
    },
    async stop() {
      await fetch(session, {method: 'DELETE'}).catch(() => {});
      await Promise.all(children.reverse().map(end));
    },
  };
}

function miniBrowser(): string | undefined {
  const libraries = '/usr/lib/x86_64-linux-gnu';
  if (!existsSync(libraries)) return undefined;
  const folders = readdirSync(libraries).filter((name) => name.startsWith('webkit2gtk-4.'));
  return folders.map((name) => `${libraries}/${name}/MiniBrowser`).find((path) => existsSync(path));
}

async function command<Value>(url: string, body: object): Promise<Value> {
  const response = await fetch(url, {method: 'POST', body: JSON.stringify(body)});
  const {value} = (await response.json()) as {value: Value & {error?: string; message?: string}};
  if (!response.ok) throw new Error(`WebDriver ${url}: ${value.error} ${value.message}`);
  return value;
}

async function until(test: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 15_000;
  while (!(await test().catch(() => false))) {
    if (Date.now() > limit) throw new Error('WebKitWebDriver did not start within 15 seconds');
    await wait(50);
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
