/** The facts of a wiki: from its own page, from what is kept, or from the wiki; in this order, and once. */
import {checkOptions, isFlag, isObject, signalRule} from '../core/check.js';
import {unlessAborted} from '../core/unless-aborted.js';
import {pageConfig} from '../core/page-config.js';
import type {Session} from '../core/session.js';
import {storeOf} from '../core/store.js';
import {probes} from './first-letter.js';
import {factsOfPage} from './page-facts.js';
import {type InterwikiMap, isInterwikiMap, isSiteFacts, probeTitle, readFacts, readInterwiki, type SiteAnswer, type SiteFacts, textOf} from './site-facts.js';

export interface SiteFactsOptions {
  /** Whether the prefixes of other wikis are wanted, too: some kilobytes more, and on the wiki's own pages the only request. */
  readonly interwiki?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What is being asked, or was answered. */
interface Known {
  facts?: Promise<SiteFacts>;
  interwiki?: Promise<InterwikiMap>;
}

const known = new WeakMap<Session, Known>();

/**
 * What a wiki says of itself. On the wiki's own pages nothing is asked, nor where it was asked within a day and the
 * browser has kept it; callers at the same time share one request.
 *
 * @throws {ApiError} `readapidenied` where only users may read; and the other kinds of {@link WikiError}
 * @throws {InvalidAnswerError} not a MediaWiki
 * @throws {TypeError} a wrong option
 * @see https://www.mediawiki.org/wiki/API:Siteinfo
 */
export async function siteFacts(session: Session, options: SiteFactsOptions = {}): Promise<SiteFacts> {
  checkOptions(options, {interwiki: [isFlag, 'true or false'], signal: signalRule});
  const {interwiki, signal} = options;
  const all = known.get(session) ?? {};
  known.set(session, all);
  // A request that failed is made again for who asks next.
  all.facts ??= findFacts(session).catch((error: unknown) => {
    delete all.facts;
    throw error;
  });
  if (!interwiki) return unlessAborted(all.facts, signal);
  all.interwiki ??= findInterwiki(session).catch((error: unknown) => {
    delete all.interwiki;
    throw error;
  });
  const [facts, map] = await unlessAborted(Promise.all([all.facts, all.interwiki]), signal);
  return {...facts, interwiki: map};
}

async function findFacts(session: Session): Promise<SiteFacts> {
  const config = pageConfig(session);
  const fromPage = config && factsOfPage(config, session.apiUrl);
  if (fromPage) return fromPage;
  const store = storeOf(session);
  const kept = await store.get('site');
  if (isSiteFacts(kept)) return kept;
  const siprop = ['general', 'namespaces', 'namespacealiases'];
  const answer = await ask(session, {siprop, titles: probes.map(probeTitle)});
  const facts = readFacts(answer, session.apiUrl);
  store.learnVersion(facts.generator, textOf(answer.query?.general?.['git-hash']));
  void store.put('site', facts);
  return facts;
}

/** Apart from the rest: with hundreds of wikis it is the largest of all, and few titles have such a prefix. */
async function findInterwiki(session: Session): Promise<InterwikiMap> {
  const store = storeOf(session);
  const kept = await store.get('interwiki');
  if (isInterwikiMap(kept)) return kept;
  const map = readInterwiki(await ask(session, {siprop: ['interwikimap']}), session.apiUrl);
  void store.put('interwiki', map);
  return map;
}

async function ask(session: Session, {siprop, ...params}: {readonly siprop: readonly string[]; readonly titles?: readonly string[]}): Promise<SiteAnswer> {
  const store = storeOf(session);
  const groups = store.mustLearnReaders ? ['usergroups'] : [];
  const answer = await session.get<SiteAnswer>({action: 'query', meta: 'siteinfo', siprop: [...siprop, ...groups], ...params});
  if (isObject(answer.query)) store.learnReaders(answer.query.usergroups);
  return answer;
}
