/** What a wiki has beyond the declarations of this package, as declarations that merge into them. */
import {indexes, interfaceName, isNamed, moduleInterface, parametersOf} from './declare.js';
import knownModules from './known.generated.json' with {type: 'json'};
import {closedValues, member, quoted, valuesKey} from './param-type.js';
import type {Module, Parameter} from './paraminfo.js';

/** What the declarations are written in. */
const words = ['Actions', 'Expiry', 'GeneratorName', 'GeneratorParams', 'Limit', 'Lists', 'Metas', 'More', 'Multi', 'Open', 'Prefixed', 'Props', 'Text', 'Timestamp', 'Unknown'];

/** By interface: the parameters, each with the values of its set where that is closed. */
type Known = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * @param who - the URL of the wiki’s api.php, for the comment
 */
export function augmentation(modules: readonly Module[], who: string, known: Known = knownModules): string {
  const named = modules.filter(isNamed);
  const added = named.filter((module) => !Object.hasOwn(known, interfaceName(module)));
  const more = named.filter((module) => Object.hasOwn(known, interfaceName(module))).flatMap((module) => moreParameters(module, known[interfaceName(module)] ?? {}));
  const values = named.flatMap((module) => moreValues(module, known[interfaceName(module)]));
  const texts = [...added.map(moduleInterface), ...more, ...indexes(added), values.length === 0 ? '' : `interface MoreValues {\n${values.join('')}}\n`].filter((text) => text !== '');
  const body = texts.join('\n');
  const used = words.filter((word) => new RegExp(`(?<!interface )\\b${word}\\b`).test(body));
  return [
    `/** Written by \`wikilit types ${who.replace(/[^\w:/.?=&%-]/g, '')}\`: what this wiki has that wikilit does not know. */`,
    // An import makes the file a module, and so the declarations an addition to those of the package.
    `import type {${used.length === 0 ? 'MoreValues' : used.join(', ')}} from 'wikilit';\n`,
    `declare module 'wikilit' {\n${body.replace(/^(?=.)/gm, '  ')}}\n`,
  ].join('\n');
}

function moreParameters(module: Module, known: Known[string]): string[] {
  const news = parametersOf(module).filter(({name}) => !Object.hasOwn(known, name));
  return news.length === 0 ? [] : [`interface ${interfaceName(module)} {\n${news.map((parameter) => member(module, parameter)).join('')}}\n`];
}

/** Values of a set that the package takes for closed. */
function moreValues(module: Module, known: Known[string] | undefined): string[] {
  const news = (parameter: Parameter): readonly string[] => {
    const ours = known?.[parameter.name] ?? [];
    return ours.length === 0 ? [] : (closedValues(module, parameter) ?? []).filter((value) => !ours.includes(value));
  };
  return module.parameters.flatMap((parameter) => {
    const values = news(parameter);
    return values.length === 0 ? [] : [`  ${quoted(valuesKey(module, parameter))}: ${values.map(quoted).join(' | ')};\n`];
  });
}
