/** The package as npm would deliver it, in a project of somebody else: every entry point compiles and runs. */
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const project = mkdtempSync(join(tmpdir(), 'wikilit-consumer-'));
const run = (command: string, args: string[]): string => execFileSync(command, args, {cwd: project, encoding: 'utf8'});

beforeAll(() => {
  const [{filename}] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})) as [{filename: string}];
  mkdirSync(join(project, 'node_modules/wikilit'), {recursive: true});
  run('tar', ['-xzf', filename, '-C', 'node_modules/wikilit', '--strip-components=1']);
  const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {dependencies: Record<string, string>};
  for (const name of new Set(Object.keys(dependencies).map((dependency) => dependency.split('/')[0] ?? ''))) symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
});
afterAll(() => rmSync(project, {recursive: true}));

test('each entry point has types, under the strictest settings', () => {
  const source = `
    import {type ApiError, isApiError, Wiki, wikiHere} from 'wikilit';
    import {login} from 'wikilit/auth';
    import {Api, apiFor, type ApiPromise, install} from 'wikilit/compat';
    import {WikiEditForm} from 'wikilit/components.js';
    import {WikiEditForm as Same} from 'wikilit/components/edit-form.js';
    import {WikiProvider} from 'wikilit/components/provider.js';
    import * as everything from 'wikilit/dist/wikilit.js';
    import {cookieFetch} from 'wikilit/node';
    import {fakeWiki} from 'wikilit/testing';
    import manifest from 'wikilit/custom-elements.json' with {type: 'json'};
    const wiki: Wiki = new everything.Wiki('wiki.example', {fetch: cookieFetch(), userAgent: 'Test/1.0'});
    const form: WikiEditForm = document.createElement('wiki-edit-form') satisfies Same;
    form.addEventListener('wiki-saved', ({saved}) => { const outcome: 'saved' | 'nochange' = saved.outcome; void outcome; });
    // @ts-expect-error a misspelt option
    void new Wiki('wiki.example', {useragent: 'x'});
    // @ts-expect-error the text is required
    void wiki.page('Oslo').edit({summary: 'x'});
    // @ts-expect-error the action is required
    void wiki.get({meta: 'siteinfo'});
    export const failed = (error: unknown): ApiError | undefined => (isApiError(error) ? error : undefined);
    const api: Api = apiFor(wiki);
    export const watched: ApiPromise<boolean> = api.watch('Oslo').then((page) => page.watched);
    export {install, login, wikiHere, fakeWiki, manifest, WikiProvider};
  `;
  writeFileSync(join(project, 'consumer.ts'), source);
  const options = {module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'], strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, resolveJsonModule: true, noEmit: true, types: [], skipLibCheck: false};
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({compilerOptions: options, files: ['consumer.ts']}));
  expect(() => run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'])).not.toThrow();
});

test('what needs no browser runs in Node, and importing it changes no global', () => {
  writeFileSync(
    join(project, 'run.js'),
    `const before = Object.keys(globalThis).join();
     const {Wiki} = await import('wikilit');
     const {cookieFetch} = await import('wikilit/node');
     await import('wikilit/auth');
     const {apiFor} = await import('wikilit/compat');
     const {fakeWiki} = await import('wikilit/testing');
     const fake = fakeWiki([[{action: 'query'}, {batchcomplete: true}], [{action: 'query'}, {batchcomplete: true}]]);
     const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0'});
     console.log(JSON.stringify(await wiki.get({action: 'query'})), JSON.stringify(await apiFor(wiki).get({})), typeof cookieFetch(), before === Object.keys(globalThis).join());`,
  );
  expect(run(process.execPath, ['run.js']).trim()).toBe('{"batchcomplete":true} {"batchcomplete":true} function true');
});
