/** A list that is longer than the wiki takes at once, in parts. */
import type {Params} from '../../core/params.js';
import type {Session} from '../../core/session.js';
import {anybodysLimit} from '../query/look-up.js';
import {learnLimit, valueLimit} from '../query/value-limit.js';
import {listed} from './kinds/action.js';

interface Part {
  readonly params: Params;
  /** How many are in it, of how many in all; undefined where a generator names them. */
  readonly size: number | undefined;
  readonly of: number | undefined;
  /** All from here on. */
  readonly unsaved: Params;
}

/** @param names - of the parameters that are lists */
export async function inParts(session: Session, params: Params, names: readonly string[] = [], signal: AbortSignal | undefined): Promise<readonly Part[]> {
  const given = names.filter((name) => params[name] !== undefined).map((name) => [name, listed(params[name])] as const);
  const counted = given.length > 0 && params['generator'] === undefined;
  const of = counted ? given.reduce((sum, [, values]) => sum + values.length, 0) : undefined;
  const limit = given.some(([, values]) => values.length > anybodysLimit) ? await limitOf(session, signal) : anybodysLimit;
  if (given.every(([, values]) => values.length <= limit)) return [{params, size: of, of, unsaved: params}];
  const beside = Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)));
  return given.flatMap(([name, values], place) =>
    Array.from({length: Math.ceil(values.length / limit)}, (_, index) => {
      const part = values.slice(index * limit, (index + 1) * limit);
      return {params: {...beside, [name]: part}, size: counted ? part.length : undefined, of, unsaved: {...beside, [name]: values.slice(index * limit), ...Object.fromEntries(given.slice(place + 1))}};
    }),
  );
}

async function limitOf(session: Session, signal: AbortSignal | undefined): Promise<number> {
  if (valueLimit(session) === undefined) learnLimit(session, await session.get({action: 'query', meta: 'userinfo', uiprop: 'rights'}, {signal}));
  return valueLimit(session) ?? anybodysLimit;
}
