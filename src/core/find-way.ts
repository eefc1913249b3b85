/** From another site, with an access token: whether the wiki takes it there, found out before it is sent. */
import {generatorIn, generatorQuestion, knowsCrossorigin} from './generator.js';
import {decideOrigin, type OriginAnswer} from './origin.js';
import {toFields, toQuery} from './params.js';
import type {Session} from './session.js';
import {type Asked, send} from './transport.js';
import {inTurn} from './turn.js';
import {unlessAborted} from './unless-aborted.js';

const ways = new WeakMap<Session, Promise<OriginAnswer>>();

/**
 * Asks the wiki for its version, once, as nobody and without a preflight, so that the browser's cache may answer.
 *
 * @throws {NetworkError} and the other kinds of {@link WikiError}: the wiki is not to be reached, also as nobody
 * @throws {TypeError} no way exists; says why and what to do
 */
export async function findWay(session: Session, signal: AbortSignal | undefined): Promise<void> {
  const {crossorigin, pageOrigin} = session.settings;
  if (crossorigin !== undefined || session.origin.query.origin !== pageOrigin || pageOrigin === undefined) return;
  const way = ways.get(session) ?? askWay(session);
  ways.set(session, way);
  way.catch(() => ways.delete(session));
  session.origin = await unlessAborted(way, signal);
}

async function askWay(session: Session): Promise<OriginAnswer> {
  const {apiUrl, settings} = session;
  const params = {...generatorQuestion, maxage: 3600, smaxage: 3600};
  const asked: Asked = {url: apiUrl, method: 'GET', params};
  const message = {url: `${apiUrl}?${toQuery(toFields(params))}`, method: 'GET', headers: {}, credentials: 'omit'} as const;
  const {data} = await inTurn(session, asked, {}, () => send(message, {...settings, asked}));
  return decideOrigin({...settings, crossorigin: knowsCrossorigin(generatorIn(data) ?? '')});
}
