import {expect, test} from 'vitest';
import {augmentation} from './augment.js';
import type {Module, Parameter} from './paraminfo.js';

const module = (path: string, prefix: string, group: string, parameters: readonly Parameter[], more: Partial<Module> = {}): Module => ({name: path.replace('query+', ''), path, prefix, group, helpurls: [], parameters, templatedparameters: [], ...more});
const declared = (...modules: Module[]): string => augmentation(modules, 'https://wiki.example/w/api.php');

test('a module of an extension is declared, listed, and known to action=query with its prefix', () => {
  const text = declared(
    module('query+mines', 'mi', 'list', [
      {name: 'limit', type: 'limit', max: 50, highmax: 100},
      {name: 'depth', type: 'integer', required: true, min: 1},
      {name: 'kind', type: ['coal', 'iron'], multi: true},
    ], {generator: true, sourcename: 'Mines', helpurls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/Extension:Mines']}),
  );
  expect(text).toContain('/** Of the extension Mines. @see https://www.mediawiki.org/wiki/Extension:Mines */');
  expect(text).toContain("    kind?: Multi<'coal' | 'iron' | More<'mines.kind'>> | undefined;");
  expect(text).toContain('    /** at least 1 */\n    depth: number;');
  expect(text).toContain('    /** at most 50, with the right apihighlimits 100 */\n    limit?: Limit | undefined;');
  expect(text).toContain('  interface Lists {\n    mines: MinesParams;\n  }');
  expect(text).toContain("  interface QueryRequest extends\n    Prefixed<'mi', MinesParams> {}");
  expect(text).toContain("  interface GeneratorParams extends\n    Prefixed<'gmi', MinesParams> {}");
  expect(text).toContain("import type {Limit, More, Multi, Prefixed} from 'wikilit';");
});

test('of a known module, what is new is declared: a parameter, and a value of a closed set', () => {
  const text = declared(module('edit', '', 'action', [{name: 'title', type: 'string'}, {name: 'captchaword', type: 'string'}, {name: 'flavour', type: 'string'}]), module('query+recentchanges', 'rc', 'list', [{name: 'prop', type: ['ids', 'oresscores'], multi: true}]));
  expect(text).toContain('  interface EditParams {\n    flavour?: Text | undefined;\n  }');
  expect(text).toContain("  interface MoreValues {\n    'recentchanges.prop': 'oresscores';\n  }");
  expect(text).not.toContain('interface Lists');
});

test('what the wiki says stays inside the quotes and the comments it is put in', () => {
  const evil = "'; import 'evil'; /* */ `${x}` \u2028";
  const text = declared(
    module('query+odd', 'od', 'list', [{name: evil, type: 'string'}, {name: 'kind', type: [evil, 'fine']}, {name: 'size', type: 'integer', default: '*/ evil()'}], {sourcename: '*/ evil()', helpurls: ['javascript:evil()', 'https://x.example/*/evil()']}),
    module(`query+${evil}`, 'xx', 'list', []),
    module('query+bad', evil, 'list', []),
    module('edit', '', 'action', [{name: evil, type: 'string'}, {name: `{slot}${evil}`, type: 'string'}]),
    module('query+recentchanges', 'rc', 'list', [{name: 'type', type: ['edit', evil]}]),
  );
  expect(text.replace(/'(?:[^'\\]|\\.)*'/g, '')).not.toContain('evil');
  expect(text).toContain("'fine'");
});
