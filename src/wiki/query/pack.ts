/** Which look-ups go into one request: as few requests as the wiki's rules allow, and none that asks for much more than was wanted. */
import {type ParamValue, toFields} from '../../core/params.js';
import type {ApiParams} from '../../core/session.js';
import {anybodysLimit, type LookUp} from './look-up.js';
import {has, inFull, type Module, names, type Shape, shapeKey, shapeOf, type Source, valuesOf} from './shape.js';

/** A look-up on its way. */
export interface Member {
  readonly asked: LookUp;
  readonly shape: Shape;
  /** The pages it is about, as they go out. */
  readonly values: readonly string[];
}

/** Look-ups that are asked together. */
export interface Batch {
  readonly frame: Shape['frame'];
  readonly modules: ReadonlyMap<string, Module>;
  readonly by: Source | undefined;
  readonly members: Member[];
}

/** Lists of names of which the answer tells one by one: everybody's go into one, and each is given what it asked for. */
const collected = new Set(['ammessages', 'siprop', 'type', 'ususers', 'uiprop', 'inprop']);

/** Of these, none is asked for unless named; the others have something by default. */
const noneByDefault = new Set(['uiprop', 'inprop']);

/** Give a few words of each page; the others may give hundreds of rows. */
const cheap = new Set(['info', 'pageprops', 'categoryinfo']);

/** So many pages may be asked also for what only some of them are wanted for. */
const few = 10;

/** How many batches are tried before another is opened: else many that go with none would be compared each with each. */
const tried = 20;

/** Puts the look-ups into batches, in the order they were asked. */
export function pack(all: readonly LookUp[]): Batch[] {
  const batches: Batch[] = [];
  for (const members of sameShape(all)) {
    const shape = (members[0] as Member).shape;
    const index = shape.alone ? -1 : batches.findIndex((batch, index) => index >= batches.length - tried && fits(batch, shape, members));
    const into = batches[index];
    if (into) batches[index] = joined(into, shape, members);
    else batches.push({frame: shape.frame, modules: shape.modules, by: shape.by, members});
  }
  return batches;
}

/** @returns the look-ups by what they ask, each kind taken apart once; those that must stay alone are alone */
function sameShape(all: readonly LookUp[]): Member[][] {
  const shapes = new Map<string, {shape: Shape; members: Member[]}>();
  const groups: Member[][] = [];
  for (const asked of all) {
    try {
      const key = shapeKey(asked);
      const known = shapes.get(key) ?? {shape: checkedShape(asked), members: []};
      shapes.set(key, known);
      const {by, alone} = known.shape;
      const values = by ? pageNames(by, asked.params[by]) : [];
      const mayJoin = !alone && values.every((value) => isPlain(value, asked.wants));
      const members = mayJoin ? known.members : [];
      if (members.length === 0) groups.push(members);
      members.push({asked, shape: mayJoin ? known.shape : {...known.shape, alone: true}, values: mayJoin ? values.map((value) => value.normalize()) : values});
    } catch (error) {
      asked.fail(error);
    }
  }
  return groups;
}

/** @throws {TypeError} what cannot be sent: in a request with others it would be theirs, too */
function checkedShape(asked: LookUp): Shape {
  toFields(asked.params);
  return shapeOf(asked);
}

/** @throws {TypeError} a name that is none */
function pageNames(by: Source, given: ParamValue): string[] {
  const values = valuesOf(given).map(String);
  if (Array.isArray(given) && !given.every((value) => typeof value === 'string' || Number.isFinite(value))) toFields({[by]: given});
  return values;
}

/**
 * What parts the values of a list can be in a list of one only, for the wiki to refuse. It remarks on what is not in
 * normal form, and who asked for its answer as it is gets that, too.
 */
const isPlain = (value: string, wants: LookUp['wants']): boolean => value !== '' && !value.includes('|') && !value.includes('\u001F') && (wants !== 'one' || value === value.normalize());

function fits(batch: Batch, shape: Shape, members: readonly Member[]): boolean {
  const [first] = batch.members;
  if (!first || first.shape.alone) return false;
  if (batch.by && shape.by && batch.by !== shape.by) return false;
  if (batch.by === 'revids' && has(shape.modules, 'prop') && shape.by !== 'revids') return false;
  if (JSON.stringify(batch.frame) !== JSON.stringify(shape.frame)) return false;
  for (const [name, {params}] of shape.modules) {
    const there = batch.modules.get(name);
    if (there && !agree(there.params, params)) return false;
  }
  const extra = [...batch.modules, ...shape.modules].filter(([name, {group}]) => group === 'prop' && !cheap.has(name) && !(batch.modules.has(name) && shape.modules.has(name)));
  return !batch.by || !shape.by || extra.length === 0 || pages(batch.members) + pages(members) <= few;
}

const pages = (members: readonly Member[]): number => members.reduce((sum, {values}) => sum + values.length, 0);

/** Whether both may be asked at once. */
function agree(one: Module['params'], other: Module['params']): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => {
    const [a, b] = [one[name], other[name]];
    if (!collected.has(name) || a === '*' || b === '*') return JSON.stringify(a) === JSON.stringify(b);
    if (a === undefined || b === undefined) return noneByDefault.has(name);
    return union(a, b).length <= anybodysLimit;
  });
}

const union = (one: ParamValue, other: ParamValue): string[] => [...new Set([...names(one), ...names(other)])];

function joined(batch: Batch, shape: Shape, members: readonly Member[]): Batch {
  const modules = new Map(batch.modules);
  for (const [name, module] of shape.modules) {
    const there = modules.get(name);
    modules.set(name, there ? {...module, params: together(there.params, module.params)} : module);
  }
  for (const member of members) batch.members.push(member);
  return {frame: batch.frame, modules, by: batch.by ?? shape.by, members: batch.members};
}

/** A batch of some of the members of another. */
export function batchOf({frame}: Batch, members: readonly Member[]): Batch {
  let batch: Batch = {frame, modules: new Map(), by: undefined, members: []};
  for (const shape of new Set(members.map((member) => member.shape))) batch = joined(batch, shape, members.filter((member) => member.shape === shape));
  return batch;
}

function together(one: Module['params'], other: Module['params']): Module['params'] {
  const both: Record<string, ParamValue> = {...one, ...other};
  for (const name of Object.keys(both)) if (collected.has(name) && one[name] !== other[name]) both[name] = union(one[name], other[name]);
  return both;
}

/** The batch, with the user's rights asked for on the way. */
export function withRights(batch: Batch): Batch {
  const rights: Module = {group: 'meta', prefix: 'ui', limited: false, generator: false, params: {uiprop: ['rights']}};
  const there = batch.modules.get('userinfo');
  return {...batch, modules: new Map([...batch.modules, ['userinfo', there ? {...there, params: together(there.params, rights.params)} : rights]])};
}

/** Without what is about no page: the first request tells all of it. */
export const ofPages = (batch: Batch): Batch => ({...batch, modules: new Map([...batch.modules].filter(([, {group}]) => group === 'prop'))});

/** The parameters of a batch for these pages. */
export function paramsOf({frame, modules, by, members: [first]}: Batch, values: readonly string[]): ApiParams {
  if (first?.shape.alone) {
    const {params} = first.asked;
    // Of what comes in parts, the wiki's few rows at a time would be hundreds of requests.
    return by && values.length < new Set(first.values).size ? {...inFull(params), action: 'query', [by]: values} : params;
  }
  const of = (group: Module['group']): string[] | undefined => {
    const wanted = [...modules].flatMap(([name, module]) => (module.group === group ? [name] : []));
    return wanted.length > 0 ? wanted : undefined;
  };
  return Object.assign({action: 'query', prop: of('prop'), list: of('list'), meta: of('meta')}, frame, ...[...modules.values()].map(({params}) => params), by && values.length > 0 && {[by]: values});
}
