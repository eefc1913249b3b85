/** When a request may go, also for another time: at once, until what gives everybody their turn is loaded. */
import type {RequestOptions} from './request-options.js';
import type {Session} from './session.js';
import {type Asked, trouble} from './transport.js';

let part: Awaited<ReturnType<typeof trouble>> | undefined;

/** Those that went before. */
const early: Session[] = [];

/**
 * @throws what the wiki has answered others, where that means to wait longer than the policy allows; and what `send`
 * throws, when nothing is to be sent again
 */
export async function inTurn<T>(session: Session, asked: Asked, {signal, token, retry = session.settings.retry}: RequestOptions, send: () => Promise<T>): Promise<T> {
  // A few may go before they are counted, and before other tabs are heard.
  if (!part && (early.length + 1) * 16 > Math.min(session.settings.requestsPerMinute, 160)) await load();
  if (!part) early.push(session);
  const attempt = (): Promise<T> => (part ? part.takingTurns(session, asked, retry, signal, send) : send());
  try {
    return await attempt();
  } catch (error) {
    if (retry === false || signal?.aborted) throw error;
    await load();
    if (!part) throw error;
    return await part.resending(session, attempt, error, asked, token !== undefined, retry, signal);
  } finally {
    // Once the connection is lost, what tells of it could not be loaded any more.
    void load();
  }
}

const load = (): Promise<void> =>
  trouble().then(
    (loaded) => {
      if (!part) (part = loaded).countEarly(early);
    },
    () => {},
  );
