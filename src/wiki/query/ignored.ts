/** What the wiki drops, and only warns about: the answer would not be what was asked for. */
import {ApiError} from '../../core/api-errors.js';
import type {ApiAnswer} from '../../core/session.js';
import type {ApiMessage} from '../../core/wiki-error.js';

/**
 * @param modules - whose values are meant
 * @param params - names, with the module's prefix or without
 * @throws {ApiError} `unrecognizedvalues`, `unrecognizedparams`
 */
export function raiseIgnored({warnings}: ApiAnswer, modules: readonly string[], params: readonly string[]): void {
  const ignored = (warnings as readonly ApiMessage[] | undefined)?.filter(({code, module = '', text}) => {
    if (code === 'unrecognizedvalues') return modules.includes(module.replace('query+', ''));
    return code === 'unrecognizedparams' && params.some((param) => text.split(/[^\w-]+/).some((word) => word.endsWith(param)));
  });
  const [first, ...others] = ignored ?? [];
  if (first) throw new ApiError([first, ...others]);
}
