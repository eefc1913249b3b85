/** The one request that brings sides of a diff: revisions with their texts, and who asks on what wiki. */
import {isApiError} from '../../core/api-errors.js';
import {pageConfig} from '../../core/page-config.js';
import type {Params} from '../../core/params.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import {givenUrl, scriptUrl} from '../given-url.js';
import {ask} from '../query/look-up.js';
import type {RevisionsAnswer} from '../revision.js';
import type {OpenDiffOptions} from './diff-request.js';
import type {SidesPage} from './diff-side.js';

/** Who looks at the diff, and what links and words need. */
export interface DiffContext {
  readonly user: {readonly name: string; readonly anon: boolean; readonly temp: boolean; readonly groups: readonly string[]; readonly rights: readonly string[]};
  readonly site: DiffSite;
  /** The wiki's own messages, by key, as wikitext; those it does not have are left out. */
  readonly messages: Readonly<Record<string, string>>;
  /** The language those messages are in. */
  readonly uselang: string | undefined;
}

export interface DiffSite {
  /** The absolute URL of index.php. */
  readonly script: string;
  /** The absolute URL of a page, with `$1` for its title. */
  readonly articlepath: string;
}

export interface Sides {
  readonly pages: readonly SidesPage[];
  /** For refusals: what the wiki makes of a title. */
  readonly query: RevisionsAnswer['query'];
  readonly context: DiffContext;
}

interface SidesAnswer extends ApiAnswer {
  readonly uselang?: string;
  readonly query?: {
    readonly pages?: readonly SidesPage[];
    readonly userinfo?: {readonly name: string; readonly anon?: boolean; readonly temp?: boolean; readonly groups?: readonly string[]; readonly rights?: readonly string[]};
    readonly general?: Readonly<Record<string, unknown>>;
    readonly allmessages?: readonly {readonly name: string; readonly content?: string}[];
  };
}

const header = ['ids', 'flags', 'timestamp', 'user', 'userid', 'size', 'slotsize', 'sha1', 'comment', 'parsedcomment', 'contentmodel', 'tags', 'roles'];

/**
 * @param where - whose revisions: `revids`, of which some may be deleted; or `titles` or `pageids`, with what narrows them
 * @throws {ApiError} and the other kinds of {@link WikiError}
 * @see https://www.mediawiki.org/wiki/API:Revisions
 */
export async function askSides(session: Session, where: Params, options: OpenDiffOptions): Promise<Sides> {
  const {texts = true, signal} = options;
  const prop = texts ? [...header, 'content'] : header;
  try {
    return await asked(session, {...live(prop), ...('revids' in where && archived(prop)), ...where}, options);
  } catch (error) {
    // Some may see what was deleted, but not its text.
    if (!isApiError(error, 'permissiondenied') || !texts || !('revids' in where) || signal?.aborted) throw error;
    return asked(session, {...live(prop), ...archived(header), ...where}, options);
  }
}

/** Which pages they are of, and no more: to find out what else to ask for. */
export const askNumbers = (session: Session, where: Params, options: OpenDiffOptions): Promise<Sides> => asked(session, {...live(['ids']), ...archived(['ids']), ...where}, options);

const live = (prop: readonly string[]): Params => ({prop: ['info', 'revisions'], rvprop: prop, rvslots: prop.length > 1 ? '*' : undefined});

/** By their numbers alone: who may not see them is told that there are none. */
const archived = (prop: readonly string[]): Params => ({prop: ['info', 'revisions', 'deletedrevisions'], drvprop: prop, drvslots: prop.length > 1 ? '*' : undefined});

async function asked(session: Session, what: Params, {messages = [], signal}: OpenDiffOptions): Promise<Sides> {
  const config = pageConfig(session);
  const site = sites.get(session) ?? (config && siteOf({script: config('wgScript'), server: config('wgServer'), articlepath: config('wgArticlePath')}, session.apiUrl));
  const params: ApiParams = {
    action: 'query',
    ...what,
    intestactions: ['edit', 'rollback', 'patrol'],
    meta: ['userinfo', site ? '' : 'siteinfo', messages.length > 0 ? 'allmessages' : ''].filter(Boolean),
    uiprop: ['rights', 'groups'],
    siprop: site ? undefined : 'general',
    ammessages: messages.length > 0 ? messages : undefined,
    responselanginfo: true,
  };
  const {query, uselang} = await stretch(session, params, signal);
  const {general, userinfo: user} = query ?? {};
  if (general) sites.set(session, siteOf(general, session.apiUrl));
  return {
    pages: query?.pages ?? [],
    query,
    context: {
      user: {name: user?.name ?? '', anon: user?.anon ?? false, temp: user?.temp ?? false, groups: user?.groups ?? [], rights: user?.rights ?? []},
      site: site ?? siteOf(general ?? {}, session.apiUrl),
      messages: Object.fromEntries((query?.allmessages ?? []).flatMap(({name, content}) => (content === undefined ? [] : [[name, content]]))),
      uselang,
    },
  };
}

/** As many as were asked for, and not the rest of the history; two long texts may not fit into one answer. */
async function stretch(session: Session, params: ApiParams, signal: AbortSignal | undefined): Promise<SidesAnswer> {
  const {rvlimit} = params as {readonly rvlimit?: number};
  if (rvlimit === undefined) return ask<SidesAnswer>(session, params, {signal});
  const answer = await ask<SidesAnswer>(session, params, {signal}, 'one');
  const [page] = answer.query?.pages ?? [];
  const left = rvlimit - (page?.revisions?.length ?? 0);
  if (!page || !answer.continue || left === 0) return answer;
  const rest = await ask<SidesAnswer>(session, {...params, ...answer.continue, meta: undefined, ammessages: undefined, rvlimit: left}, {signal}, 'one');
  return {...answer, query: {...answer.query, pages: [{...page, revisions: [...(page.revisions ?? []), ...(rest.query?.pages?.[0]?.revisions ?? [])]}]}};
}

/** Does not change while one looks. */
const sites = new WeakMap<Session, DiffSite>();

function siteOf({script, server, articlepath}: Readonly<Record<string, unknown>>, apiUrl: string): DiffSite {
  const own = scriptUrl(script, apiUrl);
  const root = givenUrl(server, apiUrl);
  const path = typeof articlepath === 'string' && articlepath.includes('$1') ? givenUrl(articlepath, root?.href ?? apiUrl) : undefined;
  return {script: own, articlepath: path?.href ?? `${own}?title=$1`};
}
