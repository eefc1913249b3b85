/** Goes through the answers to a listing, one ahead. */
import {ApiError} from '../../core/api-errors.js';
import {callBack} from '../../core/call-back.js';
import {unlessAborted} from '../../core/unless-aborted.js';
import type {ApiAnswer} from '../../core/session.js';
import type {FirstAnswer, Listed, ListingOptions} from '../listing.js';
import {refusals, type RevisionsAnswer} from '../revision.js';
import type {LookUp} from './look-up.js';
import {raiseIgnored} from './ignored.js';
import {mergeContinued} from './merge.js';
import {names} from './shape.js';

type Told = Awaited<FirstAnswer['answer']>;

/** Answers without an item that a wiki may give one after another (it searches in slices) before something must be wrong. */
const maxEmpty = 500;

/** The items of each answer. The next is asked for when one has come, and waits here until it is wanted. */
export async function* walk<Item>(first: FirstAnswer, listed: Listed, {signal, onProgress}: ListingOptions, count: number): AsyncGenerator<Item[], void, undefined> {
  const {stop, asked} = first;
  const onAbort = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, {once: true});
  let items = 0;
  let answers = 0;
  let empty = 0;
  let unfinished: ApiAnswer[] = [];
  try {
    for (let next: Promise<Told> | undefined = first.answer; next && items < count; ) {
      const [answer, more]: Told = await unlessAborted(next, signal);
      answers++;
      raiseIgnored(answer, [listed.name, ...names(listed.beside?.['prop'])], [...Object.keys(listed.params), ...Object.keys(listed.beside ?? {})]);
      if (listed.group === 'prop' && !listed.generator) await requirePage(answer as RevisionsAnswer);
      unfinished.push(answer);
      // Before its pages are complete, an answer tells of some of them in part.
      const ready = listed.items === 'rows' || answer.batchcomplete === true || !more;
      const rows = ready ? itemsOf<Item>(unfinished.length === 1 ? answer : mergeContinued(unfinished), listed).slice(0, count - items) : [];
      if (ready) unfinished = [];
      items += rows.length;
      // A part of a page is no item yet, and not nothing.
      empty = rows.length > 0 || !ready ? 0 : empty + 1;
      if (empty > maxEmpty) throw new ApiError([{code: 'toomanyemptyanswers', text: `The wiki gave ${empty} answers without an item.`, module: listed.name}]);
      next = items < count && more ? following(asked, more) : undefined;
      const progress = {items, answers};
      if (onProgress) callBack(() => onProgress(progress));
      if (rows.length > 0) yield rows;
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    stop.abort();
  }
}

function following(asked: LookUp, more: () => void): Promise<Told> {
  const next = new Promise<Told>((resolve, reject) => {
    asked.deliver = (...told) => resolve(told);
    asked.fail = reject;
  });
  next.catch(() => {}); // told when it is wanted
  more();
  return next;
}

/** Under a title that the wiki refuses there is no page, which is not a page with nothing on it. */
async function requirePage({query}: RevisionsAnswer): Promise<void> {
  const page = query?.pages?.[0];
  if (query?.interwiki || page?.invalid || page?.special) (await refusals()).onePage(query, page?.title ?? '');
}

/** Where the items stand: in `query` under the module's name, of `watchlistraw` beside it, of a page within it. */
function itemsOf<Item>(answer: ApiAnswer, {group, name, items}: Listed): Item[] {
  const query = (answer['query'] ?? {}) as {readonly pages?: readonly object[]; readonly [key: string]: unknown};
  if (items === 'pages') return [...(query.pages ?? [])].sort(byIndex) as Item[];
  if (group === 'prop') return (query.pages ?? []).flatMap((page) => rowsOf<Item>((page as Record<string, unknown>)[name]));
  return rowsOf<Item>(query[name] ?? answer[name]);
}

/** The wiki gives pages by their numbers; of a search, and what else has an order of its own, it tells that. */
const byIndex = (one: {readonly index?: number}, other: {readonly index?: number}): number => (one.index ?? 0) - (other.index ?? 0);

/** `querypage` has its rows one deeper, `checkuserlog` too. */
function rowsOf<Item>(value: unknown): Item[] {
  if (Array.isArray(value)) return value as Item[];
  const {results, entries = results} = (value ?? {}) as {results?: unknown; entries?: unknown};
  return Array.isArray(entries) ? (entries as Item[]) : [];
}

