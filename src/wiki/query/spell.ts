/** From a question to one module to the parameters of `action=query`. */
import {ApiError} from '../../core/api-errors.js';
import {isObject} from '../../core/check.js';
import type {ApiParams, Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import type {Question} from './look-up.js';
import {type ModuleFacts, modules} from './modules.js';

export const isKnown = ({group, name}: Question): boolean => modules.get(name)?.group === group;

export const factsOf = ({name}: Question): ModuleFacts => modules.get(name) as ModuleFacts;

/** @throws {TypeError} a parameter that no wiki accepts */
export function spell({group, name, params, beside, generator}: Question, {prefix, limited, generator: canBe}: ModuleFacts): ApiParams {
  if (generator && !canBe) throw new TypeError(`generator: ${shown(name)} given, a module that names pages expected, such as 'categorymembers'`);
  if (!isObject(params)) throw new TypeError(`params: ${shown(params)} given, an object such as {prefix: 'A'} expected`);
  const {limit, ...others} = params;
  if (limit !== undefined && limit !== null && !isLimit(limit)) throw new TypeError(`limit: ${shown(limit)} given, a whole number above 0 or 'max' expected`);
  const spelt = Object.entries(limited && group !== 'meta' ? {...others, limit: limit ?? 'max'} : others).map(([param, value]) => [`${generator ? 'g' : ''}${prefix}${param}`, value] as const);
  return {action: 'query', [generator ? 'generator' : group]: name, ...Object.fromEntries(spelt), ...beside};
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

async function askFacts(session: Session, {group, name}: Question): Promise<ModuleFacts> {
  interface Answer {
    paraminfo?: {modules?: readonly {readonly group?: string; readonly prefix: string; readonly generator?: boolean; readonly parameters: readonly {readonly name: string}[]}[]};
  }
  const {paraminfo} = await session.get<Answer>({action: 'paraminfo', modules: `query+${name}`, helpformat: 'none'});
  const module = paraminfo?.modules?.[0];
  if (module?.group !== group) throw new ApiError([{code: 'badvalue', text: `This wiki has no module ${shown(name)} among ${group}=.`, module: 'query'}]);
  return {group, prefix: module.prefix, limited: module.parameters.some((param) => param.name === 'limit'), generator: module.generator === true};
}

