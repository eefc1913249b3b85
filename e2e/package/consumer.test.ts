/** The package as npm would deliver it, in a project of somebody else: every entry point compiles and runs. */
import {execFile, execFileSync} from 'node:child_process';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
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
    import {type DialogCloseReason, WikiDialog} from 'wikilit/components.js';
    import {askAhead} from 'wikilit/components/ahead.js';
    import {WikiDialog as SameDialog} from 'wikilit/components/dialog.js';
    import {WikiEditForm as Same} from 'wikilit/components/edit-form.js';
    import {type LoginByOAuth, WikiLogin} from 'wikilit/components/login.js';
    import {WikiDrafts} from 'wikilit/components/drafts.js';
    import {WikiProvider} from 'wikilit/components/provider.js';
    import * as everything from 'wikilit/dist/wikilit.js';
    import {cookieFetch} from 'wikilit/node';
    import {fakeWiki} from 'wikilit/testing';
    import manifest from 'wikilit/custom-elements.json' with {type: 'json'};
    const wiki: Wiki = new everything.Wiki('wiki.example', {fetch: cookieFetch(), userAgent: 'Test/1.0'});
    const form: WikiEditForm = document.createElement('wiki-edit-form') satisfies Same;
    form.addEventListener('wiki-saved', ({saved}) => { const outcome: 'saved' | 'nochange' = saved.outcome; void outcome; });
    form.addEventListener('wiki-refreshed', ({refreshed}) => { const is: boolean = refreshed; void is; });
    const drafts: WikiDrafts = document.createElement('wiki-drafts');
    drafts.addEventListener('wiki-draft-open', ({section}) => { const which: string | undefined = section; void which; });
    const dialog: WikiDialog = document.createElement('wiki-dialog') satisfies SameDialog;
    dialog.addEventListener('wiki-dialog-close', ({reason}) => { const why: DialogCloseReason = reason; void why; });
    const oauth: LoginByOAuth = {loggedIn: false, async authorize() {}};
    export const loginForm: WikiLogin = Object.assign(document.createElement('wiki-login'), {oauth});
    loginForm.addEventListener('wiki-logged-in', ({username}) => { const name: string | undefined = username; void name; });
    // @ts-expect-error a misspelt option
    void new Wiki('wiki.example', {useragent: 'x'});
    // @ts-expect-error the text is required
    void wiki.page('Oslo').edit({summary: 'x'});
    // @ts-expect-error the action is required
    void wiki.get({meta: 'siteinfo'});
    export const failed = (error: unknown): ApiError | undefined => (isApiError(error) ? error : undefined);
    const api: Api = apiFor(wiki);
    export const watched: ApiPromise<boolean> = api.watch('Oslo').then((page) => page.watched);
    export {askAhead, install, login, wikiHere, fakeWiki, manifest, WikiProvider};
  `;
  writeFileSync(join(project, 'consumer.ts'), source);
  expect(complaints('consumer.ts')).toBe('');
});

/** What the compiler says. */
function complaints(...files: string[]): string {
  const options = {module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'], strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, resolveJsonModule: true, noEmit: true, types: [], skipLibCheck: false};
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({compilerOptions: options, files}));
  try {
    return run(join(root, 'node_modules/.bin/tsc'), ['-p', '.']);
  } catch (error) {
    return (error as {stdout: string}).stdout;
  }
}

test('the command writes what another wiki has, and with it the compiler knows that wiki’s modules', async () => {
  const parameter = (name: string, type: string | string[], more: object = {}): object => ({name, type, ...more});
  const module = (path: string, prefix: string, group: string, parameters: object[], more: object = {}): object => ({name: path.replace('query+', ''), path, prefix, group, helpurls: [], parameters, templatedparameters: [], ...more});
  const modules = [
    module('query+mines', 'mi', 'list', [parameter('limit', 'limit'), parameter('kind', ['coal', 'iron'], {multi: true}), parameter('shire', 'string', {required: true})], {generator: true}),
    module('dig', '', 'action', [parameter('depth', 'integer', {required: true}), parameter('token', 'string', {required: true, tokentype: 'csrf'}), parameter('generator', ['mines'], {submodules: {}})]),
    module('edit', '', 'action', [parameter('title', 'string'), parameter('flavour', 'string')]),
    module('query+recentchanges', 'rc', 'list', [parameter('prop', ['ids', 'oresscores'], {multi: true})]),
  ];
  const server = createServer((_, response) => void response.setHeader('Content-Type', 'application/json').end(JSON.stringify({paraminfo: {modules}})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wikilit = (...args: string[]): Promise<{stdout: string}> => promisify(execFile)(process.execPath, ['node_modules/wikilit/dist/cli.js', ...args], {cwd: project});
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/api.php`;
  try {
    expect((await wikilit('types', api, '--out', 'own-wiki.d.ts')).stdout).toContain('own-wiki.d.ts');
  } finally {
    server.close();
  }
  writeFileSync(
    join(project, 'own.ts'),
    `import type {ListItem, Lists, Wiki} from 'wikilit';
     declare module 'wikilit' {
       interface ListItems<P> { mines: {readonly name: string; readonly asked: P} }
       interface ActionAnswers<P> { dig: {readonly dig: {readonly found: boolean; readonly asked: P}} }
     }
     export async function own(wiki: Wiki): Promise<[string | undefined, boolean]> {
       const {query} = await wiki.get({action: 'query', list: ['mines', 'recentchanges'], mishire: 'x', mikind: 'coal', milimit: 'max', rcprop: ['oresscores']});
       const {dig} = await wiki.post({action: 'dig', depth: 5, generator: 'mines', gmishire: 'x'}, {token: 'csrf'});
       void wiki.post({action: 'edit', title: 'x', text: '', flavour: 'salt'}, {token: 'csrf'});
       // @ts-expect-error misspelt
       void wiki.get({action: 'query', list: 'mines', mishire: 'x', mikidn: 'coal'});
       // @ts-expect-error no such value
       void wiki.get({action: 'query', list: 'mines', mishire: 'x', mikind: 'gold'});
       // @ts-expect-error which shire?
       void wiki.get({action: 'query', list: 'mines'});
       // @ts-expect-error how deep?
       void wiki.post({action: 'dig'}, {token: 'csrf'});
       return [query.mines[0]?.name, dig.found];
     }
     export type Item = ListItem<'mines'>;
     export type Given = Lists['mines'];`,
  );
  expect(complaints('own-wiki.d.ts', 'own.ts')).toBe('');

  const failure = (...args: string[]): Promise<unknown> => wikilit(...args).then(() => 'success', ({code, stderr}: {code: number; stderr: string}) => [code, stderr]);
  expect(await failure('types', api)).toEqual([1, expect.stringContaining('could not be reached')]);
  expect(await failure('types')).toEqual([2, expect.stringContaining('Which wiki?')]);
  expect(await failure('typos')).toEqual([2, expect.stringContaining('types')]);
  expect(await failure('types', api, '--oot', 'x')).toEqual([2, expect.stringContaining('--oot')]);
}, 60_000);

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
