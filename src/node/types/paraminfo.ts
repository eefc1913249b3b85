/** What `action=paraminfo` tells about a wiki’s modules. */
import {required} from '../../core/required.js';
import type {Wiki} from '../../wiki/wiki.js';

export interface Parameter {
  readonly name: string;
  /** The allowed values, or the name of a kind of value. */
  readonly type: string | readonly string[];
  readonly required?: boolean;
  readonly multi?: boolean;
  readonly deprecated?: boolean;
  readonly default?: unknown;
  /** How many values, for most and for those with the right `apihighlimits`. */
  readonly lowlimit?: number;
  readonly highlimit?: number;
  readonly min?: number;
  readonly max?: number;
  readonly highmax?: number;
  /** The values are modules. */
  readonly submodules?: object;
  readonly tokentype?: string;
}

/** @see https://www.mediawiki.org/wiki/API:Parameter_information */
export interface Module {
  readonly name: string;
  /** `edit`, `query+revisions`. */
  readonly path: string;
  /** `rv`; empty for most actions. */
  readonly prefix: string;
  readonly group?: string;
  readonly sourcename?: string;
  readonly helpurls: readonly string[];
  readonly deprecated?: boolean;
  readonly internal?: boolean;
  readonly generator?: boolean;
  readonly dynamicparameters?: unknown;
  parameters: readonly Parameter[];
  /** `fromtext-{slot}`: one for each value of another parameter. */
  readonly templatedparameters: readonly Parameter[];
}

/** What only serves other formats than JSON, or people. */
const left = new Set(['action', 'format']);

/**
 * All modules of a wiki and of the extensions it has, in one request.
 *
 * @throws {WikiError} as `wiki.get()` does
 */
export async function readModules(wiki: Wiki): Promise<Module[]> {
  const answer = await wiki.get<{paraminfo?: {modules?: Module[]}}>({action: 'paraminfo', modules: ['main', '**'], helpformat: 'none'});
  const modules = required(wiki.apiUrl, answer, 'paraminfo.modules', answer.paraminfo?.modules);
  for (const module of modules) if (module.prefix === '') module.parameters = module.parameters.filter(({name}) => !left.has(name));
  return modules.filter(({group}) => group !== 'format');
}
