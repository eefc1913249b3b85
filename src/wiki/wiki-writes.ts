/** What changes a wiki, by the API's own names; loaded when one is called. Each is a method of {@link Wiki}. */
import {lazily} from '../core/lazily.js';
import type {Params} from '../core/params.js';
import type {Session} from '../core/session.js';
import type {ActionAnswers} from './api/action-answers.js';
import type {Actions} from './api/params.generated.js';
import type {PublishedFile, StashedFile, Upload, UploadOptions, UploadToStash} from './upload/upload.js';
import {act, type ActionName, actions, type WriteOptions} from './write/actions.js';
import type {Written} from './write/kind.js';
import type {WikiAuth} from './wiki-methods.js';
import type {EarlierWrite, SettleOptions} from './write/settle.js';

export type {WriteOptions};

/** The API's own parameters; the token is the library's matter. */
export type WriteParams<Name extends ActionName> = Omit<Actions[Name], 'token' | 'continue'>;

/** The wiki's own answer. Of what was `recovered`, the members the wiki has no trace of are absent. */
export type WriteResult<Name extends ActionName> = Written & Members<ActionAnswers<object>, Name>;

type Members<Answers, Name extends string> = Name extends 'thank'
  ? {readonly recipient?: string}
  : Name extends keyof Answers
    ? Answers[Name] extends {readonly [Own in Name]: infer Told}
      ? Told extends readonly unknown[]
        ? Answers[Name]
        : Told extends string
          ? unknown
          : Partial<Told>
      : unknown
    : unknown;

/** `About`: the parameters that say what it is about, of which one must be given. */
type WriteMethod<Name extends ActionName, About extends keyof WriteParams<Name> = never> = (params: WithOne<WriteParams<Name>, About>, options?: WriteOptions) => Promise<WriteResult<Name>>;

type WithOne<Given, About extends keyof Given> = Given & ([About] extends [never] ? unknown : {[Name in About]: {readonly [Own in Name]: Given[Own]}}[About]);

type Pages = 'titles' | 'pageids' | 'revids' | 'generator';
type Page = 'title' | 'pageid';
type User = 'user' | 'userid';

/**
 * Each is applied exactly once, whatever becomes of its answer; times from now (`1 week`) count from its first sending,
 * by the wiki's clock; pages are meant by their number, so that another under the same title is not hit.
 *
 * All reject with:
 * - `TypeError`: a parameter that cannot be meant, before anything is sent
 * - `ApiError`, `BlockedError`, `LoginError`, …: the wiki refused; `unsaved` holds what was to be done
 * - `OutcomeUnknownError`: it may have been applied; `check()` looks again
 */
export interface WikiWrites {
  /** @see https://www.mediawiki.org/wiki/API:Move */
  move: WriteMethod<'move', 'from' | 'fromid'>;
  /** @see https://www.mediawiki.org/wiki/API:Delete */
  delete: WriteMethod<'delete', Page>;
  /** @see https://www.mediawiki.org/wiki/API:Undelete */
  undelete: WriteMethod<'undelete'>;
  /** Hides what revisions, log entries or files say, or shows it again. @see https://www.mediawiki.org/wiki/API:Revisiondelete */
  revisiondelete: WriteMethod<'revisiondelete'>;
  /** `nochange`: it was protected so already. @see https://www.mediawiki.org/wiki/API:Protect */
  protect: WriteMethod<'protect', Page>;
  /** @see https://www.mediawiki.org/wiki/API:Block */
  block: WriteMethod<'block', User | 'id'>;
  /** @see https://www.mediawiki.org/wiki/API:Block#Unblocking_users */
  unblock: WriteMethod<'unblock', User | 'id'>;
  /** @see https://www.mediawiki.org/wiki/API:Rollback */
  rollback: WriteMethod<'rollback', Page>;
  /** Any number of pages; a generator is followed to its end. What is wrong with one stands in its row; with all, it is refused. @see https://www.mediawiki.org/wiki/API:Watch */
  watch: WriteMethod<'watch', Pages | 'title'>;
  /** Like {@link watch}. */
  unwatch: (params: WithOne<Omit<WriteParams<'watch'>, 'unwatch' | 'expiry'>, Pages | 'title'>, options?: WriteOptions) => Promise<WriteResult<'watch'>>;
  /** Like {@link watch}; nobody need be logged in. @see https://www.mediawiki.org/wiki/API:Purge */
  purge: WriteMethod<'purge', Pages>;
  /** @see https://www.mediawiki.org/wiki/API:Patrol */
  patrol: WriteMethod<'patrol', 'rcid' | 'revid'>;
  /** @see https://www.mediawiki.org/wiki/API:Thank */
  thank: WriteMethod<'thank', 'rev' | 'log'>;
  /** Any number of changes. @see https://www.mediawiki.org/wiki/API:Tag */
  tag: WriteMethod<'tag', 'rcid' | 'revid' | 'logid'>;
  /** @see https://www.mediawiki.org/wiki/API:User_group_membership */
  userrights: WriteMethod<'userrights', User>;
  /** The user's own preferences. @see https://www.mediawiki.org/wiki/API:Options */
  options: WriteMethod<'options'>;
  /** Sent once at most: a lost answer is an `OutcomeUnknownError`, and there is nothing `check()` could find. @see https://www.mediawiki.org/wiki/API:Emailuser */
  emailuser: WriteMethod<'emailuser'>;
  /** @see https://www.mediawiki.org/wiki/API:Filerevert */
  filerevert: WriteMethod<'filerevert'>;
  /** Sent once at most. @see https://www.mediawiki.org/wiki/API:Import */
  import: WriteMethod<'import'>;
  /** @see https://www.mediawiki.org/wiki/API:Mergehistory */
  mergehistory: WriteMethod<'mergehistory'>;
  /** Creates a tag, or takes it away. @see https://www.mediawiki.org/wiki/API:Managetags */
  managetags: WriteMethod<'managetags'>;
  /** @see https://www.mediawiki.org/wiki/API:ChangeContentModel */
  changecontentmodel: WriteMethod<'changecontentmodel', Page>;
  /** @see https://www.mediawiki.org/wiki/API:SetPageLanguage */
  setpagelanguage: WriteMethod<'setpagelanguage', Page>;
  /** What of the watchlist has been seen. @see https://www.mediawiki.org/wiki/API:Setnotificationtimestamp */
  setnotificationtimestamp: WriteMethod<'setnotificationtimestamp', Pages | 'entirewatchlist'>;
  /** There is no new message. @see https://www.mediawiki.org/wiki/API:Clearhasmsg */
  clearhasmsg: (params?: Readonly<Record<string, never>>, options?: WriteOptions) => Promise<WriteResult<'clearhasmsg'>>;
  /** Sent once at most. @see https://www.mediawiki.org/wiki/API:Imagerotate */
  imagerotate: WriteMethod<'imagerotate', Pages>;
  /** Has the wiki parse a text that will be saved soon. @see https://www.mediawiki.org/wiki/API:Stashedit */
  stashedit: WriteMethod<'stashedit'>;
  /** A file, in pieces when it is large. See {@link upload} for what it throws. @see https://www.mediawiki.org/wiki/API:Upload */
  upload: {
    (params: UploadToStash, options?: UploadOptions): Promise<StashedFile>;
    (params: Upload, options?: UploadOptions): Promise<PublishedFile>;
  };
  /** Looks for the writes that pages closed before their answer came have left open. See {@link settle}. */
  settle(options?: SettleOptions): Promise<EarlierWrite[]>;
}

type Act = (session: Session, params?: Params, options?: WriteOptions) => Promise<Written>;
type Writes = {readonly [Name in Exclude<keyof WikiWrites, 'upload' | 'settle'>]: Act} & Readonly<Record<keyof WikiAuth | 'written' | 'settle' | 'upload', Later>>;
type Later = (...given: never[]) => Promise<unknown>;

const later =
  <Part extends object>(load: () => Promise<Part>, name: keyof Part) =>
  async (...given: never[]): Promise<unknown> =>
    ((await lazily(load))[name] as (...given: never[]) => unknown)(...given);

const auth = (): Promise<typeof import('../auth/index.js')> => import('../auth/index.js');
const authNames = ['login', 'clientlogin', 'logout', 'createaccount', 'linkaccount', 'unlinkaccount', 'changeauthenticationdata', 'removeauthenticationdata', 'resetpassword', 'validatepassword'] as const satisfies readonly (keyof WikiAuth)[];

/** The functions, each by the name of its method: one list of names weighs least on those who only read. */
export const writes: Writes = {
  ...(Object.fromEntries(authNames.map((name) => [name, later(auth, name)])) as unknown as Record<(typeof authNames)[number], Later>),
  written: later(() => import('./write/post-once.js'), 'postOnce'),
  ...(Object.fromEntries((Object.keys(actions) as ActionName[]).map((name) => [name, (session: Session, params?: Params, options?: WriteOptions) => act(session, name, params, options)])) as unknown as Record<ActionName, Act>),
  upload: later(() => import('./upload/upload.js'), 'upload'),
  settle: later(() => import('./write/settle.js'), 'settle'),
  unwatch: (session: Session, params: Params = {}, options?: WriteOptions) => act(session, 'watch', {...params, unwatch: true}, options),
};
