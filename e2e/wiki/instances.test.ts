import {execFileSync, spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {existingWiki, startWiki, type TestWiki} from './index.js';
import {Visitor, pageText, raw} from './visitor.js';

let wiki: TestWiki;
beforeAll(async () => {
  wiki = await startWiki();
}, 300_000);
afterAll(() => wiki.stop());

const text = (title: string): Promise<unknown> => pageText(wiki.api, title);

describe('instances', () => {
  test('two at once do not disturb each other', async () => {
    const other = await startWiki();
    try {
      await new Visitor(other.api).post({action: 'edit', title: 'Only there', text: 'x', token: '+\\'});
      expect(await text('Only there')).toBeUndefined();
      await new Visitor(wiki.api).post({action: 'edit', title: 'Only here', text: 'x', token: '+\\'});
      await other.reset();
      expect(await text('Only here')).toBe('x');
    } finally {
      await other.stop();
    }
    expect((await raw(other.api)).broken).toBe(true);
    expect(processesOf(other.folder)).toEqual([]);
  });

  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    test(`nothing is left when the process that started one ends by ${signal}`, async () => {
      const script = `import {startWiki} from ${JSON.stringify(fileURLToPath(new URL('index.ts', import.meta.url)))}; const wiki = await startWiki(); console.log(wiki.folder);`;
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {stdio: ['ignore', 'pipe', 'inherit']});
      const folder = await new Promise<string>((resolve) => child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim())));
      expect(processesOf(folder).length).toBeGreaterThan(3);
      child.kill(signal);
      await expect.poll(() => processesOf(folder), {timeout: 10_000}).toEqual([]);
    });
  }

  test('an existing wiki is known by its siteinfo', async () => {
    expect(await existingWiki(wiki.origin)).toMatchObject({api: wiki.api, generator: `MediaWiki ${wiki.version}`});
    expect(await existingWiki(`${wiki.api}?x=1`)).toMatchObject({api: wiki.api});
    expect(await existingWiki(`${wiki.origin}/wiki/Main_Page`)).toMatchObject({api: wiki.api});
    await expect(existingWiki(`${wiki.origin}/nothing/api.php`)).rejects.toThrow('There is no MediaWiki at');
    await expect(existingWiki('not a url')).rejects.toThrow('no http address');
  });
});

/** Command lines that name an instance's folder. */
function processesOf(folder: string): string[] {
  const all = execFileSync('ps', ['-eo', 'args'], {encoding: 'utf8'}).split('\n');
  return all.filter((line) => line.includes(folder) && !line.startsWith('ps '));
}
