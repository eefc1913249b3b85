/**
 * Look-ups that go out together:
 *
 *     pack into batches → split at the user's limit → request → hand out → continue while somebody wants more
 *
 * The first requests of one task follow each other, and what continues one of them waits for its answer; two that continue
 * may be on their way at once.
 *
 * @see https://www.mediawiki.org/wiki/API:Etiquette#Request_limit
 */
import {isApiError} from '../../core/api-errors.js';
import type {ApiAnswer, Session} from '../../core/session.js';
import {Caller} from './caller.js';
import {JointRequest} from './joint-request.js';
import {anybodysLimit, type LookUp} from './look-up.js';
import {type Batch, batchOf, type Member, ofPages, pack, withRights} from './pack.js';
import {mustStand, type Shape} from './shape.js';
import {factsOf, isKnown, spell, spellUnknown} from './spell.js';
import {learnFromRefusal, learnLimit, valueLimit} from './value-limit.js';

/** Answers each of them, or fails it. */
export async function joint(session: Session, all: readonly LookUp[]): Promise<void> {
  const spelt: LookUp[] = [];
  for (const each of all) {
    const {question} = each;
    try {
      // Of a module nobody here knows, the wiki is asked for the prefix first. The others do not wait.
      if (mustStand(each)) void session.get(each.params, {signal: each.signal}).then((answer) => each.deliver(answer), each.fail);
      else if (question && !isKnown(question)) void spellUnknown(session, question).then((params) => joint(session, [spelling(each, params)])).catch(each.fail);
      else spelt.push(question ? spelling(each, spell(question, factsOf(question))) : each);
    } catch (error) {
      each.fail(error);
    }
  }
  for (const batch of pack(spelt)) await run(session, batch, new Map(batch.members.map((member) => [member, new Caller(session, member)])));
}

/** What is delivered goes to whom the look-up names at that time. */
const spelling = (asked: LookUp, params: LookUp['params']): LookUp => ({
  ...asked,
  params,
  question: undefined,
  deliver: (...told) => asked.deliver(...told),
  fail: (error) => asked.fail(error),
});

/** Goes on where the first answer to a look-up that was asked alone left off. */
export function goOn(session: Session, only: LookUp, answer: ApiAnswer): void {
  const [batch] = pack([only]) as [Batch];
  const [member] = batch.members as [Member];
  new JointRequest(session, batch, [[new Caller(session, member), member.values]]).take(answer);
}

type Callers = ReadonlyMap<Member, Caller>;

async function run(session: Session, batch: Batch, callers: Callers): Promise<void> {
  const wanted = byValue(callers);
  let left = [...wanted.keys()];
  // What is about no page goes along with the first request.
  let others = [...callers.values()].filter(({member}) => member.values.length === 0);
  const alone = batch.members[0]?.shape.alone;
  let asked = batch;
  do {
    const limit = valueLimit(session);
    const values = left.slice(0, limit ?? anybodysLimit);
    const learning = limit === undefined && left.length > anybodysLimit && !alone;
    const request = new JointRequest(session, learning ? withRights(asked) : asked, [...partsOf(values, wanted), ...others.map((caller) => [caller, []] as const)]);
    try {
      learnLimit(session, await request.first());
    } catch (error) {
      if (isApiError(error) && learnFromRefusal(session, error, values.length)) continue;
      await apart(session, request, error);
    }
    left = left.slice(values.length);
    others = [];
    if (!alone) asked = ofPages(batch);
  } while (left.length > 0);
}

/** A refusal may be for one of them only: for the one that asks the module that refused, else each is asked by itself. */
async function apart(session: Session, {callers, batch}: JointRequest, error: unknown): Promise<void> {
  const shapes = [...new Set(callers.map(([{member}]) => member.shape))];
  const all = (some: readonly Shape[]): JointRequest['callers'] => callers.filter(([{member}]) => some.includes(member.shape));
  if (!isApiError(error) || shapes.length < 2) {
    for (const [caller] of callers) caller.fail(error);
    return;
  }
  const refusing = String(error.errors[0]?.module).replace('query+', '');
  const refused = shapes.filter(({modules}) => modules.has(refusing));
  if (refused.length === 1) for (const [caller] of all(refused)) caller.fail(error);
  const others = refused.length === 1 ? [all(shapes.filter((shape) => !refused.includes(shape)))] : shapes.map((shape) => all([shape]));
  for (const own of others) {
    const request = new JointRequest(session, batchOf(batch, own.map(([{member}]) => member)), own);
    await request.first().catch((error: unknown) => apart(session, request, error));
  }
}

/** Who wants what of each page. */
function byValue(callers: Callers): Map<string, Caller[]> {
  const wanted = new Map<string, Caller[]>();
  for (const [{values}, caller] of callers) {
    for (const value of new Set(values)) {
      const known = wanted.get(value);
      if (known) known.push(caller);
      else wanted.set(value, [caller]);
    }
  }
  return wanted;
}

function partsOf(values: readonly string[], wanted: ReadonlyMap<string, readonly Caller[]>): [Caller, string[]][] {
  const parts = new Map<Caller, string[]>();
  for (const value of values) {
    for (const caller of wanted.get(value) ?? []) {
      const known = parts.get(caller);
      if (known) known.push(value);
      else parts.set(caller, [value]);
    }
  }
  return [...parts];
}
