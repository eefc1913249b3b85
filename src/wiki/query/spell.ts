/** From a question to one module to the parameters of `action=query`. */
import {ApiError} from '../../core/api-errors.js';
import {isObject} from '../../core/check.js';
import type {ParamValue} from '../../core/params.js';
import type {ApiParams, Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {anybodysLimit, type Question} from './look-up.js';
import {type ModuleFacts, modules} from './modules.js';
import {inFull, valuesOf} from './shape.js';

/** @throws {TypeError} what is no name of a module, or two */
export function isKnown(question: Question): boolean {
  const {name} = question;
  if (typeof name !== 'string' || !/^[\w-]+$/.test(name)) throw new TypeError(`name: ${shown(name)} given, one module’s name such as 'allpages' expected`);
  return fits(question, modules.get(name)?.group);
}

/** What names pages may be a list, or what pages have: links, categories, … */
const fits = ({group, generator}: Question, given: string | undefined): boolean => given === group || (generator === true && given === 'prop');

export const factsOf = ({name}: Question): ModuleFacts => modules.get(name) as ModuleFacts;

/** @throws {TypeError} a parameter that no wiki accepts */
export function spell({group, name, params, beside, generator, count = Infinity}: Question, {prefix, limited, generator: canBe}: ModuleFacts): ApiParams {
  if (generator && !canBe) throw new TypeError(`generator: ${shown(name)} given, a module that names pages expected, such as 'categorymembers'`);
  if (generator) for (const [name, value] of Object.entries(beside ?? {})) checkCount(name, value);
  if (!isObject(params)) throw new TypeError(`params: ${shown(params)} given, an object such as {prefix: 'A'} expected`);
  for (const name of ['signal', 'onProgress']) if (params[name] !== undefined) throw new TypeError(`${name}: given among the parameters; options come after them`);
  const {limit, ...others} = params;
  if (limit !== undefined && limit !== null && !isLimit(limit)) throw new TypeError(`limit: ${shown(limit)} given, a whole number above 0 or 'max' expected`);
  // Anybody may ask for so many at once; for more, the wiki would warn.
  const most = valuesOf(params['prop']).includes('content') ? 50 : 500;
  const spelt = Object.entries(limited && group !== 'meta' ? {...others, limit: limit ?? (count > most ? 'max' : count)} : others).map(([param, value]) => [`${generator ? 'g' : ''}${prefix}${param}`, value] as const);
  return {action: 'query', [generator ? 'generator' : group]: name, ...Object.fromEntries(spelt), ...(generator && beside ? inFull(beside) : beside)};
}

/** What the pages of one request lead to goes on page by page: two requests would mix. */
function checkCount(name: string, value: ParamValue): void {
  const count = valuesOf(value).length;
  if (/^(titles|pageids|revids)$/.test(name) && count > anybodysLimit) throw new TypeError(`${name}: ${count} given, ${anybodysLimit} at most expected beside a generator`);
}

const isLimit = (value: unknown): boolean => value === 'max' || (Number.isInteger(Number(value)) && Number(value) >= 1);

const told = new WeakMap<Session, Map<string, Promise<ModuleFacts>>>();

/**
 * @throws {ApiError} the wiki has no such module
 * @see https://www.mediawiki.org/wiki/API:Parameter_information
 */
export async function spellUnknown(session: Session, question: Question): Promise<ApiParams> {
  const known = told.get(session) ?? new Map<string, Promise<ModuleFacts>>();
  told.set(session, known);
  const facts = known.get(question.name) ?? askFacts(session, question);
  known.set(question.name, facts);
  facts.catch(() => known.delete(question.name));
  return spell(question, await facts);
}

async function askFacts(session: Session, question: Question): Promise<ModuleFacts> {
  const {group, name} = question;
  interface Answer {
    paraminfo?: {modules?: readonly {readonly group?: string; readonly prefix: string; readonly generator?: boolean; readonly parameters: readonly {readonly name: string}[]}[]};
  }
  const {paraminfo} = await session.get<Answer>({action: 'paraminfo', modules: `query+${name}`, helpformat: 'none'});
  const module = paraminfo?.modules?.[0];
  if (!module || !fits(question, module.group)) throw new ApiError([{code: 'badvalue', text: `This wiki has no module ${shown(name)} among ${group}=.`, module: 'query'}]);
  return {group, prefix: module.prefix, limited: module.parameters.some((param) => param.name === 'limit'), generator: module.generator === true};
}

