/**
 * What is on its way, in IndexedDB: noted before it is sent, dropped when its answer is known. What a page that was closed
 * in between has left there is settled later: see `settle.ts`. Never a token.
 */
import {del, entries, set} from 'idb-keyval';
import {isObject} from '../../core/check.js';
import {database} from '../../core/database.js';
import type {Sent} from './kind.js';

/** With the claims of revisions beside the writes, each under its own name. */
export const writes = database('wikilit-writes', 'writes');

/** A write without a known answer. */
export interface Noted {
  readonly apiUrl: string;
  readonly target: string;
  readonly sent: Sent;
}

/** Keeps a write under a name of its own. */
export const note = (id: string, noted: Noted): Promise<unknown> => writes((store) => set(id, {...noted, sent: withoutAnswers(noted.sent)}, store));

export const drop = (id: string): Promise<unknown> => writes((store) => del(id, store));

/** What is noted of one wiki, the oldest first. It may have been written by anybody: only what looks like it is told. */
export async function notedOf(apiUrl: string): Promise<readonly (readonly [id: string, noted: Noted])[]> {
  const all = (await writes((store) => entries<IDBValidKey, unknown>(store))) ?? [];
  return all.filter((entry): entry is [string, Noted] => isNoted(entry[1]) && entry[1].apiUrl === apiUrl).sort(([, one], [, other]) => one.sent.sentAt - other.sent.sentAt);
}

/** An answer to a captcha is good once. */
function withoutAnswers({params: {captchaid: _id, captchaword: _word, ...params}, ...sent}: Sent): Sent {
  return {...sent, params: {...params, action: params.action}};
}

function isNoted(value: unknown): value is Noted {
  if (!isObject(value)) return false;
  const {apiUrl, target, sent} = value as Partial<Noted>;
  return typeof apiUrl === 'string' && typeof target === 'string' && isObject(sent) && isObject(sent.params) && isObject(sent.before) && typeof sent.params.action === 'string' && typeof sent.sentAt === 'number';
}
