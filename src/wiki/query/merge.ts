/** Several answers to one question, as one. */
import type {ApiAnswer} from '../../core/session.js';

type Json = Record<string, unknown>;

/**
 * Adds what a further answer says: lists grow, pages are known again, anything else is as it was said last.
 *
 * @param answers - of one request and its continuations, in order
 */
export function mergeContinued(answers: readonly ApiAnswer[]): ApiAnswer {
  return fold(answers, (rows, added) => {
    const known = new Map(rows.map((page) => [pageKey(page), page]));
    for (const page of added) {
      const same = known.get(pageKey(page));
      if (same) merge(same, page);
      else rows.push(page);
    }
  });
}

/**
 * Puts together what was asked in several requests because of its length. A page that two of them tell of (two titles may
 * lead to one) is taken once, with the revisions of both: numbers of one page's revisions may have been asked in each.
 */
export function mergeSplit(answers: readonly ApiAnswer[]): ApiAnswer {
  return fold(answers, (rows, added) => {
    const known = new Map(rows.map((page) => [pageKey(page), page]));
    for (const page of added) {
      const same = known.get(pageKey(page));
      if (same) addRevisions(same, page);
      else rows.push(page);
    }
  });
}

function addRevisions(into: Json, {revisions}: Json): void {
  const known = into['revisions'];
  if (!Array.isArray(known) || !Array.isArray(revisions)) return;
  const seen = new Set(known.map(({revid}: Json) => revid));
  known.push(...revisions.filter(({revid}: Json) => !seen.has(revid)));
}

/** Pages that are not there have no `pageid`, and such as were named by number have no title. */
const pageKey = ({title, pageid}: Json): unknown => title ?? pageid;

function fold(answers: readonly ApiAnswer[], addPages: (rows: Json[], added: readonly Json[]) => void): ApiAnswer {
  const [first = {}, ...others] = answers;
  const whole: Json = {...first};
  for (const {continue: _, query, ...rest} of others) {
    merge(whole, rest);
    if (!query) continue;
    const into = (whole['query'] ??= {}) as Json;
    const {pages, ...told} = query as Json;
    // Told again with each answer, about the titles that were asked.
    for (const step of ['normalized', 'converted', 'redirects', 'interwiki']) told[step] = unseen(told[step], into[step]);
    merge(into, told);
    if (Array.isArray(pages)) addPages((into['pages'] ??= []) as Json[], pages as Json[]);
  }
  delete whole['continue'];
  return {...whole, batchcomplete: true};
}

function unseen(rows: unknown, known: unknown): unknown {
  if (!Array.isArray(rows) || !Array.isArray(known)) return rows;
  const seen = new Set(known.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !seen.has(JSON.stringify(row)));
}

function merge(into: Json, more: Json): void {
  for (const [key, value] of Object.entries(more)) {
    const there = Object.hasOwn(into, key) ? into[key] : undefined;
    if (Array.isArray(there) && Array.isArray(value)) for (const row of value) there.push(row);
    else if (isRecord(there) && isRecord(value)) merge(there, value);
    // A key such as __proto__ is data here, too.
    else if (value !== undefined) Object.defineProperty(into, key, {value, writable: true, enumerable: true, configurable: true});
  }
}

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
