/** The modules of `action=query` that are known here. Of others, what may be asked together with them is not known. */
import {listNames, metaNames} from '../api/modules.generated.js';
import {modulePrefixes} from '../api/prefixes.generated.js';
import type {Group} from './look-up.js';

export interface ModuleFacts {
  readonly group: Group;
  readonly prefix: string;
  /** Whether it takes a `limit`. */
  readonly limited: boolean;
  readonly generator: boolean;
}

const lists = new Set(listNames.split(' '));
const metas = new Set(metaNames.split(' '));

/** By name: no two groups share one. */
export const modules: ReadonlyMap<string, ModuleFacts> = new Map(
  modulePrefixes.split(' ').map((entry) => {
    const [name = '', facts = ''] = entry.split(':');
    return [name, {group: lists.has(name) ? 'list' : metas.has(name) ? 'meta' : 'prop', prefix: facts.replace(/[+*]/g, ''), limited: facts.includes('+'), generator: facts.includes('*')}];
  }),
);
