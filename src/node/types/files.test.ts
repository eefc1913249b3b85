import {expect, test} from 'vitest';
import {listNames, metaNames} from '../../wiki/api/modules.generated.js';
import {modulePrefixes} from '../../wiki/api/prefixes.generated.js';
import {Wiki} from '../../wiki/wiki.js';
import {fakeWiki} from '../../testing/index.js';
import {generatedFiles} from './files.js';
import {readModules} from './paraminfo.js';

/** As the part reads it that asks a module. */
const about = (name: string): {prefix: string; limit: boolean; generator: boolean} | undefined => {
  const [, prefix, limit, generator] = new RegExp(`(?:^| )${name}:(\\w*)(\\+?)(\\*?)(?= |$)`).exec(modulePrefixes) ?? [];
  return prefix === undefined ? undefined : {prefix, limit: limit !== '', generator: generator !== ''};
};

test('each list and meta module has its row, and what else has one is a prop', () => {
  const names = [listNames, metaNames].flatMap((all) => all.split(' '));
  expect(modulePrefixes.split(' ').length - names.length).toBe(22);
  expect(names.filter((name) => about(name) === undefined)).toEqual([]);
  expect(about('allpages')).toEqual({prefix: 'ap', limit: true, generator: true});
  expect(about('users')).toEqual({prefix: 'us', limit: false, generator: false});
  expect(about('tokens')).toEqual({prefix: '', limit: false, generator: false});
});

test('what the library says by itself is no parameter: the action, the format', async () => {
  const parameters = [{name: 'action', type: ['query']}, {name: 'format', type: ['json', 'xml']}, {name: 'maxlag', type: 'integer'}];
  const answer = {paraminfo: {modules: [{name: 'main', path: 'main', prefix: '', helpurls: [], parameters, templatedparameters: []}, {name: 'xml', path: 'xml', prefix: '', group: 'format', helpurls: [], parameters: [], templatedparameters: []}]}};
  const modules = await readModules(wikiOf([[{action: 'paraminfo'}, answer]]));
  const text = generatedFiles(modules)['src/wiki/api/params.generated.ts'] ?? '';
  expect(text).toContain('export interface MainParams {\n  maxlag?: number | undefined;\n  crossorigin?: boolean | undefined;\n}');
  expect(text).not.toContain('xml');
});

test('something else than a wiki', async () => {
  await expect(readModules(wikiOf([[{action: 'paraminfo'}, {hello: 'world'}]]))).rejects.toMatchObject({name: 'InvalidAnswerError'});
});

const wikiOf = (answers: Parameters<typeof fakeWiki>[0]): Wiki => new Wiki('https://wiki.example/w/api.php', {fetch: fakeWiki(answers).fetch, userAgent: 'Test/1.0 (User:Me)'});
