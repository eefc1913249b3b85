/**
 * Questions to `action=query`. Those that are asked in one task go out together, as far as the wiki's rules allow: how is
 * in `joint.ts`, which is loaded when there is something to join.
 */
import type {Abortable} from '../../core/abortable.js';
import {unlessAborted} from '../../core/unless-aborted.js';
import {checkOptions, signalRule} from '../../core/check.js';
import {once} from '../../core/lazily.js';
import {nextTask} from '../../core/next-task.js';
import type {Params} from '../../core/params.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';


/** A question to one module, in its own words: how they are spelt is known where look-ups are joined. */
export interface Question {
  readonly group: Group;
  readonly name: string;
  /** Without the module's prefix. */
  readonly params: Params;
  /** Whether the module is to name the pages that `beside` asks about. */
  readonly generator?: boolean;
  /** How many items are wanted in all. */
  readonly count?: number;
  /** What stands beside the module's own: `titles`, `redirects`, `uselang`, … */
  readonly beside?: Params | undefined;
}

export interface LookUp {
  readonly params: ApiParams;
  /** Where `params` are still to be made of it. */
  readonly question?: Question | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * What the answer may be: `whole`, with every `continue` followed; `parts`, each as it comes and as it is wanted; or
   * `one`, as the API gives it, with its `continue`.
   */
  readonly wants: 'whole' | 'parts' | 'one';
  /** @param more - asks for the next part; undefined with the last */
  deliver: (answer: ApiAnswer, more?: () => void) => void;
  fail: (error: unknown) => void;
}

export type Group = 'list' | 'prop' | 'meta';

/** How many titles, `pageids` or `revids` anybody may ask for at once. */
export const anybodysLimit = 50;

const waiting = new WeakMap<Session, LookUp[]>();

/** Asks with the others of this task. */
export function lookUp(session: Session, asked: LookUp): void {
  const others = waiting.get(session);
  if (others) return void others.push(asked);
  const all = [asked];
  waiting.set(session, all);
  nextTask(() => {
    waiting.delete(session);
    send(session, all).catch((error: unknown) => all.forEach((each) => each.fail(error)));
  });
}

/**
 * Asks, and gives the whole answer.
 *
 * @throws {ApiError} and the other kinds of {@link WikiError}; what is wrong with other questions on the way is not told here
 * @throws {TypeError} a wrong option
 */
export async function ask<Answer extends object = ApiAnswer>(session: Session, params: ApiParams, options: Abortable = {}, wants: 'whole' | 'one' = 'whole', question?: Question): Promise<Answer> {
  checkOptions(options, {signal: signalRule});
  const {signal} = options;
  return unlessAborted(new Promise<Answer>((resolve, fail) => lookUp(session, {params, question, signal, wants, deliver: (answer) => resolve(answer as Answer), fail})), signal);
}

async function send(session: Session, all: readonly LookUp[]): Promise<void> {
  const [only] = all;
  if (all.length > 1 || !only || only.question || many(only.params)) return (await joining()).joint(session, all);
  const answer = await session.get(only.params, {signal: only.signal});
  if (!answer.continue || only.wants === 'one') return only.deliver(answer);
  return (await joining()).goOn(session, only, answer);
}

const joining = once(() => import('./joint.js'));

/** A long text may hold many of them. */
const many = ({titles, pageids, revids}: ApiParams): boolean => [titles, pageids, revids].some((values) => ((values ?? '') as string | readonly unknown[]).length > anybodysLimit);
