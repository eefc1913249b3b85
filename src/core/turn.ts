/** When a request may go: at once, until what gives everybody their turn is loaded. */
import type {RetryPolicy} from './retry.js';
import type {Session} from './session.js';
import {type Asked, trouble} from './transport.js';

let part: Awaited<ReturnType<typeof trouble>> | undefined;
let loading: Promise<void> | undefined;

/** Those that went before. */
const early: Session[] = [];

/** Throws as `takingTurns` in `manners.ts` does. */
export async function inTurn<T>(session: Session, asked: Asked, policy: RetryPolicy | false, signal: AbortSignal | undefined, send: () => Promise<T>): Promise<T> {
  // A few may go before they are counted, and before other tabs are heard.
  if (!part && early.length * 16 > Math.min(session.settings.requestsPerMinute, 160)) await load();
  if (!part) early.push(session);
  try {
    return await (part ? part.takingTurns(session, asked, policy, signal, send) : send());
  } finally {
    // Once the connection is lost, what tells of it could not be loaded any more.
    void load();
  }
}

const load = (): Promise<void> =>
  (loading ??= trouble().then(
    (loaded) => (part = loaded).countEarly(early),
    () => {
      loading = undefined;
    },
  ));
