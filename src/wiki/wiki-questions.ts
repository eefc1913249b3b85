/** What is asked of a wiki now and then; loaded when it is. Each function here is a method of {@link Wiki}. */
import type {Abortable} from '../core/abortable.js';
import {ApiError, isApiError} from '../core/api-errors.js';
import {lazily} from '../core/lazily.js';
import type {Params} from '../core/params.js';
import {required} from '../core/required.js';
import {Session} from '../core/session.js';
import type {SessionOptions} from '../core/settings.js';
import {shown} from '../core/shown.js';
import {Page} from './page.js';
import {ask} from './query/look-up.js';
import {raiseIgnored} from './query/ignored.js';
import type {RevisionsAnswer} from './revision.js';
import type {MetaTold} from './wiki.js';

export {rawApi, rawIndex} from '../core/raw.js';
export {checktoken} from './actions/checktoken.js';
export {compare} from './actions/compare.js';
export {opensearch} from './actions/opensearch.js';
export {help, paraminfo} from './actions/paraminfo.js';
export {expandtemplates, parse} from './actions/parse.js';
export {sitematrix} from './actions/sitematrix.js';

/** Of these, each brings much along that the others do without. */
const feeds = (): Promise<typeof import('./actions/feeds.js')> => lazily(() => import('./actions/feeds.js'));
const siteParts = (): Promise<typeof import('./site.js')> => lazily(() => import('./site.js'));
const titles = (): Promise<typeof import('./title.js')> => lazily(() => import('./title.js'));

type Feeds = typeof import('./actions/feeds.js');

export const feedcontributions: Feeds['feedcontributions'] = async (...given) => (await feeds()).feedcontributions(...given);
export const feedrecentchanges: Feeds['feedrecentchanges'] = async (...given) => (await feeds()).feedrecentchanges(...given);
export const feedwatchlist: Feeds['feedwatchlist'] = async (...given) => (await feeds()).feedwatchlist(...given);
export const rsd: (typeof import('./actions/rsd.js'))['rsd'] = async (...given) => (await lazily(() => import('./actions/rsd.js'))).rsd(...given);
export const title: (typeof import('./title.js'))['askTitle'] = async (...given) => (await titles()).askTitle(...given);
export const site: (typeof import('./site.js'))['siteFacts'] = async (...given) => structuredClone(await (await siteParts()).siteFacts(...given));

/** @throws {VersionError} the wiki's MediaWiki is older */
async function requireMediaWiki(session: Session, version: string, options?: Abortable): Promise<void> {
  const {requireVersion} = await lazily(() => import('./site-version.js'));
  requireVersion(await site(session, options), version);
}

export {requireMediaWiki as require};

export async function pageById(session: Session, pageid: number, options?: Abortable): Promise<Page> {
  if (!Number.isInteger(pageid) || pageid < 1) throw new TypeError(`pageid: ${shown(pageid)} given, a page’s number expected`);
  const answer = await ask<RevisionsAnswer>(session, {action: 'query', pageids: [pageid]}, options);
  const page = answer.query?.pages?.[0];
  if (!page?.title) throw new ApiError([{code: 'nosuchpageid', text: `There is no page with the number ${pageid}.`, module: 'query'}]);
  return new Page(session, page.title);
}

/**
 * What a `meta=` module tells, looked at closely.
 *
 * @throws {ApiError} the wiki took no notice of a parameter or a value
 * @throws {InvalidAnswerError} it tells nothing: this is no answer of a wiki
 */
export function tells(told: object | undefined, apiUrl: string, answer: MetaTold, name: string, params: Params): object {
  raiseIgnored(answer, [name], Object.keys(params));
  return required(apiUrl, answer, `query.${name}`, told ?? (name === 'filerepoinfo' ? answer.query?.['repos'] : undefined));
}

/**
 * Asked with others, `userinfo` asserts who we are; after that has failed, it is asked without.
 *
 * @throws another error, as it is
 */
export async function userinfoOfNobody<Answer>(error: unknown, session: Session, params: Params, {signal}: Abortable = {}): Promise<Answer> {
  if (!['assertuserfailed', 'assertnameduserfailed', 'notloggedin'].some((code) => isApiError(error, code))) throw error;
  // Without an access token, nothing can be asked with one.
  const asking = isApiError(error, 'notloggedin') ? asNobody(session) : session;
  const spelt = Object.fromEntries(Object.entries(params).map(([name, value]) => [`ui${name}`, value]));
  const answer = await asking.get<{query?: {userinfo?: object}}>({action: 'query', meta: 'userinfo', ...spelt, assert: false}, {signal});
  return required(session.apiUrl, answer, 'query.userinfo', answer.query?.userinfo) as Answer;
}

function asNobody({apiUrl, settings: {ownFetch: fetch, pageOrigin, userAgent, uselang}}: Session): Session {
  return new Session(apiUrl, {auth: 'anonymous', fetch, origin: pageOrigin ?? false, userAgent, uselang} as SessionOptions);
}
