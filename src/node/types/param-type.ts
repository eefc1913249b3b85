/** One parameter of a module, as a member of a TypeScript interface. */
import type {Module, Parameter} from './paraminfo.js';

/** Sets that a wiki’s administrators fill: any text. */
const own = /^(tags?|tagfilter|(exclude)?(group|rights)|interwikisource|lang)$/;
const ownOfModule = new Set(['userrights.add', 'userrights.remove', 'tag.add']);

/** Sets that extensions and settings extend: the known values are offered, others taken. Every other set is closed. */
const open = /content(model|format)$|slots?$|^(useskin|actionrestrictions|prtype|prlevel|protocol|model)$/;
const openOfModule = new Set([
  'checktoken.type',
  'linterrors.categories',
  'logevents.action',
  'logevents.type',
  'notifications.format',
  'notifications.notifiertypes',
  'notifications.sections',
  'paraminfo.formatmodules',
  'paraminfo.querymodules',
  'protectedtitles.level',
  'querypage.page',
  'search.qiprofile',
  'search.sort',
  'search.what',
  'tokens.type',
]);

const kinds: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  expiry: 'Expiry',
  integer: 'number',
  limit: 'Limit',
  namespace: 'number',
  string: 'Text',
  timestamp: 'Timestamp',
  upload: 'Blob',
};

/** `module.parameter`, the key of `MoreValues`. */
export const valuesKey = (module: Module, parameter: Parameter): string => `${module.name}.${parameter.name}`;

/** The values of a closed set; undefined where there is no set, or any value may be. */
export function closedValues(module: Module, parameter: Parameter): readonly string[] | undefined {
  return typeof parameter.type !== 'string' && openness(module, parameter) === 'closed' ? parameter.type : undefined;
}

/** The lines of a member: what is to be known about it, its name and its type. */
export function member(module: Module, parameter: Parameter): string {
  const {name, deprecated} = parameter;
  const notes = [deprecated ? '@deprecated' : '', limits(parameter), standard(parameter)].filter((note) => note !== '');
  const doc = notes.length === 0 ? '' : `  /** ${notes.join('; ')} */\n`;
  const type = valueType(module, parameter);
  // `text-{slot}`: one for each slot.
  if (name.includes('{')) return `${doc}  [name: \`${name.replace(/\{\w*\}/g, '${string}')}\`]: ${type} | undefined;\n`;
  const key = /^\w+$/.test(name) ? name : quoted(name);
  // The library puts the token in itself, by the option `token`.
  return parameter.required && parameter.tokentype === undefined ? `${doc}  ${key}: ${type};\n` : `${doc}  ${key}?: ${type} | undefined;\n`;
}

function valueType(module: Module, parameter: Parameter): string {
  const type = oneValue(module, parameter);
  if (!parameter.multi) return type;
  return type === 'number' && parameter.type === 'namespace' ? "Multi<number | '*'>" : `Multi<${type}>`;
}

function oneValue(module: Module, parameter: Parameter): string {
  const {name, type} = parameter;
  // Told as a string, since `infinity` and its kin are taken, too.
  if (name === 'expiry' && type === 'string') return kinds['expiry'] as string;
  if (typeof type === 'string') return kinds[type] ?? 'string';
  const how = openness(module, parameter);
  if (how === 'own') return 'string';
  if (how === 'generators') return 'Open<GeneratorName>';
  if (how === 'modules') return `Open<keyof ${{prop: 'Props', list: 'Lists', meta: 'Metas'}[parameter.name] ?? 'Actions'}>`;
  const values = [...type].sort().map(quoted);
  return how === 'open' ? `Open<${values.join(' | ')}>` : [...values, `More<${quoted(valuesKey(module, parameter))}>`].join(' | ');
}

function openness(module: Module, parameter: Parameter): 'own' | 'open' | 'closed' | 'modules' | 'generators' {
  const key = valuesKey(module, parameter);
  if (parameter.submodules) return parameter.name === 'generator' ? 'generators' : 'modules';
  if (own.test(parameter.name) || ownOfModule.has(key)) return 'own';
  return open.test(parameter.name) || openOfModule.has(key) ? 'open' : 'closed';
}

/** Only where they are not the usual ones: 50 values and 500, a limit of 500 and 5000. */
function limits({type, multi, lowlimit, highlimit, min, max, highmax}: Parameter): string {
  if (multi && lowlimit !== undefined && (lowlimit !== 50 || highlimit !== 500)) return `at most ${many(lowlimit, highlimit)} values`;
  if (type === 'limit' && max !== undefined && (max !== 500 || highmax !== 5000)) return `at most ${many(max, highmax)}`;
  if (type !== 'integer') return '';
  return min !== undefined && max !== undefined ? `${min} to ${max}` : min !== undefined ? `at least ${min}` : max !== undefined ? `at most ${max}` : '';
}

const many = (low: number, high: number | undefined): string => (high === undefined || high === low ? `${low}` : `${low}, with the right apihighlimits ${high}`);

function standard({default: value, type}: Parameter): string {
  if (type === 'boolean' || !['string', 'number', 'boolean'].includes(typeof value) || value === '' || value === false) return '';
  const text = String(value);
  return text.length > 60 || /[*][/]|\n/.test(text) ? '' : `default ${text}`;
}

/** Names and values come from a wiki: whatever they are, they stay inside the quotes. */
export const quoted = (text: string): string => `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
