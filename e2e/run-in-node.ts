/** Code of a page of the docs, run as somebody would who has the package. */
import {execFile} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {promisify} from 'node:util';

const root = new URL('../', import.meta.url).pathname;

/**
 * Runs a module from inside the package, which finds itself by its name, built as it would be published.
 *
 * @param answers - what is typed, a line for each question it asks
 */
export async function runInNode(name: string, source: string, env: Record<string, string> = {}, answers: readonly string[] = []): Promise<string> {
  mkdirSync(`${root}.cache`, {recursive: true});
  const file = `${root}.cache/docs-${name}.mjs`;
  writeFileSync(file, source);
  const running = promisify(execFile)(process.execPath, [file], {env: {...process.env, FORCE_COLOR: '0', ...env}});
  const left = [...answers];
  running.child.stdout?.on('data', () => {
    const answer = left.shift();
    if (answer !== undefined) running.child.stdin?.write(`${answer}\n`);
  });
  return (await running).stdout.trim();
}
