/** A comparison by the wiki's own engine, as it comes: `fromRestCompare` and `fromCompareHtml` of the diff floor make a model of it. */
import {isApiError} from '../../core/api-errors.js';
import {checkOptions, isText, type Rule, signalRule} from '../../core/check.js';
import {isAbort} from '../../core/errors.js';
import {lazily} from '../../core/lazily.js';
import type {Params} from '../../core/params.js';
import {required} from '../../core/required.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {chooseEngine} from './choose-engine.js';
import type {DiffSide} from './diff-side.js';

export type WikiDiff =
  /** JSON of `/v1/revision/{from}/compare/{to}`. */
  | {readonly engine: 'rest'; readonly answer: unknown}
  /** Rows of a table, as HTML of the wiki; empty when nothing differs. */
  | {readonly engine: 'html'; readonly body: string};

export interface WikiDiffOptions {
  /** Which content of the page. Default: `main`. */
  readonly role?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const rules: Readonly<Record<keyof WikiDiffOptions, Rule>> = {
  role: [(value) => isText(value) && !String(value).includes('|'), "a slot’s name such as 'main'"],
  signal: signalRule,
};

/** Sessions whose rest.php has refused to compare at all. */
const withoutRest = new WeakSet<Session>();

/** Whether rest.php is worth asking: it is not tried again where it has no wikidiff2, or does not answer this page. */
export const mayAskRest = (session: Session): boolean => !withoutRest.has(session);

/**
 * Compares on the wiki: by rest.php where it can, else by `action=compare`.
 *
 * @param from - undefined: all of the other side is new
 * @throws {ApiError} `missingcontent`: a text is hidden; `nosuchrevid`, … in the wiki's words
 * @throws {TypeError} a side that the wiki cannot know
 * @see https://www.mediawiki.org/wiki/API:Compare
 * @see https://www.mediawiki.org/wiki/API:REST_API/Reference#Compare_revisions
 */
export async function wikiDiff(session: Session, from: DiffSide | undefined, to: DiffSide, options: WikiDiffOptions = {}): Promise<WikiDiff> {
  checkOptions(options, rules);
  const {role = 'main', signal} = options;
  const engine = chooseEngine({engine: 'wiki', from, to, role, rest: mayAskRest(session)});
  if (engine === 'html' || from?.kind !== 'revision' || to.kind !== 'revision') return byCompare(session, from, to, role, signal);
  const {answer, refused} = await byRest(session, from.revid, to.revid, signal);
  if (answer !== undefined) return {engine: 'rest', answer};
  const diff = await byCompare(session, from, to, role, signal);
  // The wiki answers, and rest.php does not: it is not there, has no wikidiff2, or is closed to this page. What it refuses of these revisions says nothing of others.
  if (!isApiError(refused)) withoutRest.add(session);
  return diff;
}

/** Why not, where `action=compare` is to be asked in its place. */
async function byRest(session: Session, from: number, to: number, signal: AbortSignal | undefined): Promise<{readonly answer?: unknown; readonly refused?: unknown}> {
  const {get} = await lazily(() => import('../rest-request.js'));
  try {
    // A server without wikidiff2 has a fault each time, which is not to be waited for.
    return {answer: await get(session, '/v1/revision/{from}/compare/{to}', {from, to}, {signal, retry: false})};
  } catch (refused) {
    if (isAbort(refused) || signal?.aborted) throw refused;
    return {refused};
  }
}

interface CompareAnswer {
  readonly compare?: {readonly body?: string; readonly bodies?: Readonly<Record<string, string>>};
}

async function byCompare(session: Session, from: DiffSide | undefined, to: DiffSide, role: string, signal: AbortSignal | undefined): Promise<WikiDiff> {
  const slots = [from, to].some((side) => side?.kind === 'unsaved') || !from ? {} : {slots: role};
  const params = {action: 'compare', prop: 'diff', ...slots, ...side('from', from, to, role), ...side('to', to, to, role)};
  const answer = await session.get<CompareAnswer>(params, {signal});
  const {body, bodies} = required(session.apiUrl, answer, 'compare', answer.compare);
  return {engine: 'html', body: bodies?.[role] ?? body ?? ''};
}

/** What is not saved, and what was not there, goes along as a text of the other side's kind. */
function side(name: 'from' | 'to', given: DiffSide | undefined, other: DiffSide, role: string): Params {
  if (given?.kind === 'revision') return {[`${name}rev`]: given.revid};
  const {text, contentmodel} = given ? (given.slots[role] ?? {}) : {text: '', contentmodel: other.slots[role]?.contentmodel};
  if (text === undefined) throw new TypeError(`${name}: a text without the slot ${shown(role)} given, one with it expected`);
  return {[`${name}title`]: (given ?? other).page.title, [`${name}slots`]: role, [`${name}text-${role}`]: text, [`${name}contentmodel-${role}`]: contentmodel};
}
