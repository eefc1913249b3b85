/** The modules of `action=query` that are known here. Of others, what may be asked together with them is not known. */
import {listNames, metaNames, propNames} from '../api/modules.generated.js';
import {modulePrefixes} from '../api/prefixes.generated.js';
import type {Group} from './look-up.js';

export interface ModuleFacts {
  readonly group: Group;
  readonly prefix: string;
  /** Whether it takes a `limit`. */
  readonly limited: boolean;
  readonly generator: boolean;
}

const groups = new Map<string, Group>(
  ([['list', listNames], ['prop', propNames], ['meta', metaNames]] as const).flatMap(([group, names]) => names.split(' ').map((name) => [name, group] as const)),
);

/** By name: no two groups share one. */
export const modules: ReadonlyMap<string, ModuleFacts> = new Map(
  modulePrefixes.split(' ').map((entry) => {
    const [name = '', facts = ''] = entry.split(':');
    return [name, {group: groups.get(name) ?? 'list', prefix: facts.replace(/[+*]/g, ''), limited: facts.includes('+'), generator: facts.includes('*')}];
  }),
);
