/** The declarations of modules: an interface for each one’s parameters, and interfaces that list them by name. */
import {member, quoted} from './param-type.js';
import type {Module, Parameter} from './paraminfo.js';

/** `AllpagesParams` of `query+allpages`. */
export const interfaceName = ({name}: Module): string => `${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Params`;

/** A name that is none could be anything in a program: such a module is left out. No known one has such a name. */
export const isNamed = ({name, prefix}: Module): boolean => /^[a-z][\w-]*$/i.test(name) && /^\w*$/.test(prefix);

/** Those with a name: see {@link isNamed}. */
export const parametersOf = ({parameters, templatedparameters}: Module): Parameter[] => [...parameters, ...templatedparameters].filter(({name}) => /^[\w{}-]+$/.test(name));

/** The parameters of a module, under their names without its prefix. */
export function moduleInterface(module: Module): string {
  const members = parametersOf(module).map((parameter) => member(module, parameter));
  // Fields that depend on the wiki’s settings, such as those of a login.
  if (module.dynamicparameters !== undefined) members.push('  [field: string]: Unknown;\n');
  const base = module.parameters.some(({name, submodules}) => name === 'generator' && submodules) ? ' extends GeneratorParams' : '';
  return `${docstring(module)}interface ${interfaceName(module)}${base} {\n${members.join('')}}\n`;
}

/** The modules by name: `Actions`, `Lists`, …, and all that `action=query` takes. */
export function indexes(modules: readonly Module[]): string[] {
  const query = modules.filter(({path}) => path.startsWith('query+'));
  const list = (name: string, of: readonly Module[], type: (module: Module) => string): string =>
    of.length === 0 ? '' : `interface ${name} {\n${of.map((module) => `  ${key(module.name)}: ${type(module)};\n`).join('')}}\n`;
  const group = (wanted: string): Module[] => modules.filter(({group}) => group === wanted);
  const generators = query.filter(({generator}) => generator);
  const prefixed = (g: string, of: readonly Module[]): string[] => of.map((module) => `Prefixed<${quoted(g + module.prefix)}, ${interfaceName(module)}>`);
  return [
    list('Actions', group('action'), (module) => (module.path === 'query' ? 'QueryRequest' : interfaceName(module))),
    list('Lists', group('list'), interfaceName),
    list('Props', group('prop'), interfaceName),
    list('Metas', group('meta'), interfaceName),
    list('Generators', generators, interfaceName),
    list('Prefixes', query, ({prefix}) => quoted(prefix)),
    inherits('What generators take.', 'GeneratorParams', prefixed('g', generators)),
    inherits('All that `action=query` takes.', 'QueryRequest', [...modules.filter(({path}) => path === 'query').map(interfaceName), ...prefixed('', query)]),
  ].filter((text) => text !== '');
}

const inherits = (doc: string, name: string, bases: readonly string[]): string => (bases.length === 0 ? '' : `/** ${doc} */\ninterface ${name} extends\n  ${bases.join(',\n  ')} {}\n`);

/** The descriptions are GPL; the link leads to them. */
function docstring({helpurls, deprecated, internal, sourcename}: Module): string {
  const url = helpurls.find((each) => /^https:\/\/[^\s*]+$/.test(each))?.replace('Special:MyLanguage/', '');
  const of = sourcename !== undefined && sourcename !== 'MediaWiki' && /^[\w -]+$/.test(sourcename) ? `Of the extension ${sourcename}.` : '';
  const notes = [of, url === undefined ? '' : `@see ${url}`, internal ? '@internal' : '', deprecated ? '@deprecated' : ''].filter((note) => note !== '');
  return notes.length === 0 ? '' : `/** ${notes.join(' ')} */\n`;
}

const key = (name: string): string => (/^\w+$/.test(name) ? name : quoted(name));
