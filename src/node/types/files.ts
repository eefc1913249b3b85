/** The files that stand in the repository, made of the modules of the test wiki. */
import {indexes, interfaceName, moduleInterface} from './declare.js';
import {closedValues} from './param-type.js';
import type {Module, Parameter} from './paraminfo.js';

const how = 'Written by `npm run types`, from action=paraminfo of MediaWiki 1.43 and the extensions it comes with.';

/** What later versions of core take: where a wiki does not, it says so. */
const newer: Readonly<Record<string, readonly Parameter[]>> = {
  main: [{name: 'crossorigin', type: 'boolean'}],
  block: [{name: 'id', type: 'integer'}, {name: 'newblock', type: 'boolean'}],
};

/** Their paths in the repository, and their texts. */
export function generatedFiles(told: readonly Module[]): Readonly<Record<string, string>> {
  const modules = told.map((module) => Object.assign({}, module, {parameters: [...module.parameters, ...(newer[module.path] ?? [])]}));
  return {
    'src/wiki/api/params.generated.ts': paramsFile(modules),
    'src/wiki/api/modules.generated.ts': namesFile(modules),
    'src/wiki/api/prefixes.generated.ts': prefixesFile(modules),
    'src/node/types/known.generated.json': knownFile(modules),
  };
}

/** Types alone: nothing of it is in a build. */
function paramsFile(modules: readonly Module[]): string {
  const texts = [...modules.map(moduleInterface), ...indexes(modules)];
  return [
    `/** ${how} Parameters as the API spells them; those of query modules are without the prefix. */`,
    "import type {Expiry, Limit, More, Multi, Open, Prefixed, Text, Timestamp, Unknown} from './values.js';\n",
    ...texts.map((text) => text.replace(/^interface/m, 'export interface')),
    '/** What can be a `generator`. */\nexport type GeneratorName = keyof Generators;\n',
  ].join('\n');
}

/** Names alone, for who loads a page. */
function namesFile(modules: readonly Module[]): string {
  const names = (wanted: string): string => modules.filter(({group}) => group === wanted).map(({name}) => name).join(' ');
  return `/** ${how} */
export const listNames = '${names('list')}';
export const metaNames = '${names('meta')}';
`;
}

/** The rest, for who asks one of them: `allpages:ap+*` is its prefix, that it has a limit, that it can be a generator. */
function prefixesFile(modules: readonly Module[]): string {
  const rows = modules.filter(({path}) => path.startsWith('query+')).map(({name, prefix, parameters, generator}) => {
    const limit = parameters.some(({type}) => type === 'limit') ? '+' : '';
    return `${name}:${prefix}${limit}${generator ? '*' : ''}`;
  });
  return `/** ${how} \`name:prefix\`, with \`+\` where there is a \`limit\`, and \`*\` for what can be a generator. */
export const modulePrefixes = '${rows.join(' ')}';
`;
}

/** What the declarations know: the command \`types\` writes what a wiki has beyond it. Closed sets with their values. */
function knownFile(modules: readonly Module[]): string {
  const parameters = (module: Module): Record<string, readonly string[]> =>
    Object.fromEntries([...module.parameters, ...module.templatedparameters].map((parameter) => [parameter.name, closedValues(module, parameter) ?? []]));
  return `{\n${modules.map((module) => `${JSON.stringify(interfaceName(module))}: ${JSON.stringify(parameters(module))}`).join(',\n')}\n}\n`;
}
