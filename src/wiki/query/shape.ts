/** What a look-up asks, taken apart: of which pages, which modules with which parameters, and what stands beside them. */
import {type Params, type ParamValue, together} from '../../core/params.js';
import {anybodysLimit, type Group, type LookUp} from './look-up.js';
import {type ModuleFacts, modules as known} from './modules.js';

/** Pages are named in one of these ways; a request takes one of them only. */
export type Source = 'titles' | 'pageids' | 'revids' | Users;

/** Of `list=users`: split like pages, where they are more than anybody may ask for at once. */
type Users = 'ususers' | 'ususerids';
const sources: readonly Source[] = ['titles', 'pageids', 'revids'];

export interface Module extends ModuleFacts {
  /** Under their full names. */
  readonly params: Params;
}

export interface Shape {
  readonly by: Source | undefined;
  readonly modules: ReadonlyMap<string, Module>;
  /** What belongs to no module: the language, whether redirects are followed, … Look-ups that differ in it stay apart. */
  readonly frame: Params;
  /** Whether its answer could not be told from that of others. */
  readonly alone: boolean;
}

/** Parameters of the main module and of `action=query` itself, whose names might begin like those of a module. */
const notOfModules = /^(action|assert\w*|origin|crossorigin|curtimestamp|error\w+|format\w*|maxage|maxlag|requestid|responselanginfo|servedby|smaxage|uselang|useskin|variant|redirects|converttitles|continue|iwurl)$/;

/** With these the answer is another kind of thing, or its pages are not those that were named: nothing to put together. */
const whole = /^(generator|export\w*|rawcontinue|indexpageids)$/;

/** Whether it can only be asked as it stands, and not in parts either. */
export const mustStand = ({params, wants}: LookUp): boolean =>
  wants === 'one' && Object.keys(params).some((name) => params[name] && (whole.test(name) || name === 'continue' || (name === 'formatversion' && params[name] !== 2 && params[name] !== '2')));

/** Of a history: one page at a time. */
const ofOnePage = /^(rv|drv)(limit|startid|endid|start|end|dir|user|excludeuser|tag|continue)$/;

/** Modules with a limit that give one thing of each page, unless asked for more. */
const oneByDefault = new Set(['revisions', 'imageinfo']);

/** The same for pages that are wanted whole: as many rows at once as the wiki gives, where it would give ten. */
export function inFull(params: Params): Params {
  const limits = names(params['prop']).flatMap((name) => {
    const {group, limited, prefix = ''} = known.get(name) ?? {};
    const limit = `${prefix}limit`;
    return group === 'prop' && limited && !oneByDefault.has(name) && !ofOnePage.test(limit) ? [[limit, 'max'] as const] : [];
  });
  return together(Object.fromEntries(limits), params);
}

/** Equal for look-ups that ask the same of different pages. */
export function shapeKey({params, wants}: LookUp): string {
  let key: string = wants;
  for (const name in params) {
    const value = (params as Params)[name];
    if (value === undefined) continue;
    const said = isSource(name) ? '' : typeof value === 'object' ? JSON.stringify(value) : `${typeof value} ${String(value)}`;
    // With its length, so that no value can look like another parameter.
    key += `\n${said.length},${name}${said}`;
  }
  return key;
}

const isSource = (name: string): name is Source => name === 'titles' || name === 'pageids' || name === 'revids';

export function shapeOf({params, wants}: Pick<LookUp, 'params' | 'wants'>): Shape {
  const {prop, list, meta, ...rest} = params as Params;
  const named = ([['prop', prop], ['list', list], ['meta', meta]] as const).flatMap(([group, value]) => names(value).map((name) => ({group, name})));
  const modules = new Map<string, Module & {params: Record<string, ParamValue>}>();
  for (const {group, name} of named) {
    const facts = known.get(name);
    if (facts?.group === group) modules.set(name, {...facts, params: {}});
  }
  const frame: Record<string, ParamValue> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || isSource(name)) continue;
    const module = notOfModules.test(name) ? undefined : moduleOf(name, modules);
    if (module) module.params[name] = value;
    else frame[name] = value;
  }
  const users = (['ususers', 'ususerids'] as const).find((name) => names(params[name]).length > anybodysLimit);
  const by = sources.find((source) => params[source] !== undefined) ?? users;
  return {by, modules, frame, alone: modules.size < named.length || users !== undefined || mustBeAlone(params, modules, by, wants)};
}

function mustBeAlone(params: Params, modules: Shape['modules'], by: Source | undefined, wants: LookUp['wants']): boolean {
  const given = Object.keys(params).filter((name) => params[name] !== undefined && params[name] !== false);
  if (given.some((name) => whole.test(name) || ofOnePage.test(name) || (name === 'continue' && wants === 'one'))) return true;
  if (sources.filter((source) => params[source] !== undefined).length > 1 || (by === undefined && has(modules, 'prop'))) return true;
  // Where a `pageid` or a `revid` leads to is told only when it leads nowhere else, and shows the `revid` itself.
  if (by === 'pageids' && params['redirects']) return true;
  if (by === 'revids' && !(modules.size === 1 && names(modules.get('revisions')?.params['rvprop']).includes('ids'))) return true;
  // A limit is over all pages of a request: shared, each would get less.
  return wants === 'one' && [...modules].some(([name, {group, limited, params, prefix}]) => group === 'prop' && limited && (!oneByDefault.has(name) || params[`${prefix}limit`] !== undefined));
}

export const has = (modules: Shape['modules'], group: Group): boolean => [...modules.values()].some((module) => module.group === group);

/** The module with the longest prefix the name begins with; `tokens` has none, and one parameter. */
export function moduleOf<M extends ModuleFacts>(param: string, modules: ReadonlyMap<string, M>): M | undefined {
  let best: M | undefined;
  for (const [name, module] of modules) {
    const fits = name === 'tokens' ? param === 'type' : param.startsWith(module.prefix) && param.length > module.prefix.length;
    if (fits && (!best || module.prefix.length > best.prefix.length)) best = module;
  }
  return best;
}

export const names = (value: ParamValue): string[] => valuesOf(value).map(String).filter((name) => name !== '');

/** What goes into a parameter that takes several values, in any of its spellings. */
export function valuesOf(value: ParamValue): readonly (string | number | Date)[] {
  if (Array.isArray(value)) return value as readonly (string | number | Date)[];
  if (typeof value !== 'string') return typeof value === 'number' ? [value] : [];
  return value.startsWith('\u001F') ? value.slice(1).split('\u001F') : value.split('|');
}
