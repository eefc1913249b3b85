/** All wikis of a family, such as Wikimedia's. */
import {isObject} from '../../core/check.js';
import {continuation} from '../../core/continuation.js';
import {required} from '../../core/required.js';
import type {ApiAnswer, ApiParams, Session} from '../../core/session.js';
import type {AskOptions} from './options.js';

export interface SiteMatrixSite {
  readonly url: string;
  readonly dbname: string;
  /** The project: `wiki`, `wiktionary`, …; of special wikis, their name. */
  readonly code: string;
  readonly sitename: string;
  /** Undefined for wikis of no language, such as Commons. */
  readonly language: SiteMatrixLanguage | undefined;
  readonly closed: boolean;
  readonly private: boolean;
  /** Readable by all, writable by few. */
  readonly fishbowl: boolean;
}

export interface SiteMatrixLanguage {
  readonly code: string;
  readonly name: string;
  readonly localname: string;
  readonly dir: 'ltr' | 'rtl';
}

interface Site {
  readonly url: string;
  readonly dbname: string;
  readonly code: string;
  readonly sitename?: string;
  readonly closed?: unknown;
  readonly private?: unknown;
  readonly fishbowl?: unknown;
}

interface Group extends SiteMatrixLanguage {
  readonly site?: readonly Site[];
}

/** Groups by number, `count`, and the special wikis. */
interface Answer extends ApiAnswer {
  readonly sitematrix?: Readonly<Record<string, Group | readonly Site[] | number>>;
}

/**
 * By language, as the wiki has them; those of no language last.
 *
 * @throws {ApiError} `badvalue`: the wiki does not have the extension SiteMatrix
 * @see https://www.mediawiki.org/wiki/Extension:SiteMatrix#API
 */
export async function sitematrix(session: Session, options?: AskOptions): Promise<SiteMatrixSite[]> {
  const sites: SiteMatrixSite[] = [];
  const special: SiteMatrixSite[] = [];
  for await (const answer of continuation((next) => session.get<Answer>(next as ApiParams, options), {action: 'sitematrix', smlimit: 'max'})) {
    const {specials, ...groups} = required(session.apiUrl, answer, 'sitematrix', answer.sitematrix);
    for (const {site, code, name, localname, dir} of Object.values(groups).filter((group) => isObject(group)) as Group[]) {
      for (const each of site ?? []) sites.push(toSite(each, {code, name, localname, dir}));
    }
    for (const each of (specials as readonly Site[] | undefined) ?? []) special.push(toSite(each, undefined));
  }
  return [...sites, ...special];
}

const toSite = ({url, dbname, code, sitename = '', ...states}: Site, language: SiteMatrixLanguage | undefined): SiteMatrixSite =>
  ({url, dbname, code, sitename, language, closed: isSet(states.closed), private: isSet(states.private), fishbowl: isSet(states.fishbowl)});

/** Extensions write a flag as true, or as an empty text. */
const isSet = (flag: unknown): boolean => flag !== undefined && flag !== false;
