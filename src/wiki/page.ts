/** One page of a wiki. */
import {lazily} from '../core/lazily.js';
import type {Session} from '../core/session.js';
import {shown} from '../core/shown.js';
import type {Edit, EditOptions, SavedEdit} from './edit.js';
import {onePage, type QueryPage, type ReadOptions, readRevision, requireTitle, type Revision} from './revision.js';

/** `prop=info` of a page. */
export interface PageInfo {
  readonly ns: number;
  /** As the wiki writes it. */
  readonly title: string;
  /** True when there is no such page; the members below that line are then absent. */
  readonly missing?: boolean;
  readonly contentmodel: string;
  readonly pagelanguage: string;
  readonly pagelanguagedir: 'ltr' | 'rtl';
  readonly protection: readonly {readonly type: string; readonly level: string; readonly expiry: string; readonly source?: string; readonly cascade?: boolean}[];
  readonly pageid?: number;
  readonly touched?: string;
  readonly lastrevid?: number;
  /** In bytes. */
  readonly length?: number;
  readonly redirect?: boolean;
}

interface Abortable {
  readonly signal?: AbortSignal | undefined;
}

export class Page {
  readonly title: string;
  private readonly session: Session;
  /** What was last read here: the base of an edit that names none. */
  private base: {readonly pageid: number; readonly revid: number} | undefined;
  /** What was last saved here. */
  private newest: number | undefined;

  constructor(session: Session, title: string) {
    if (typeof title !== 'string' || title.trim() === '') throw new TypeError(`title: ${shown(title)} given, a page’s title expected`);
    this.session = session;
    this.title = title;
  }

  /** Whether there is such a page. */
  async exists(options?: Abortable): Promise<boolean> {
    return !(await this.info(options)).missing;
  }

  /**
   * @throws {ApiError} `invalidtitle`, `pagecannotexist`
   * @see https://www.mediawiki.org/wiki/API:Info
   */
  async info(options?: Abortable): Promise<PageInfo> {
    const params = {action: 'query', prop: 'info', inprop: 'protection', titles: [this.title]};
    const {query} = await this.session.get<{query?: {pages?: readonly (QueryPage & PageInfo)[]}}>(params, options);
    const page = onePage(query, this.title, this.session.apiUrl) as QueryPage & PageInfo;
    requireTitle(page);
    return page;
  }

  /** Its text. Throws as {@link read} does. */
  async text(options: ReadOptions = {}): Promise<string> {
    return (await this.read(options)).text;
  }

  /**
   * Its newest revision, or the one asked for, with the text. An edit through this object is then based on it, also when
   * it is an old one: the wiki merges, or tells of a conflict. To put an old text back, give the edit the newest
   * revision as its `baserevid`.
   *
   * @throws {ApiError} `missingtitle`, `invalidtitle`, `nosuchsection`, `texthidden`; `nosuchrevid`, also for a revision
   * of another page
   * @throws {TypeError} a wrong option
   */
  async read(options: ReadOptions = {}): Promise<Revision> {
    const revision = await readRevision(this.session, {titles: [this.title]}, options);
    this.base = {pageid: revision.pageid, revid: revision.revid};
    return revision;
  }

  /**
   * Saves a text: the whole page, or one section. Nobody's edit is overwritten: without `baserevid` or `createonly` the
   * edit is based on what was last read here, else on the revision that is the newest now.
   *
   * @throws {EditConflictError} somebody saved first; carries all texts
   * @throws {OutcomeUnknownError} the connection was lost after sending
   * @throws {CaptchaNeededError} {AbuseFilterError} {BlockedError} {LoginError} {ApiError} the wiki refused
   * @throws {TypeError} a wrong argument
   * @see https://www.mediawiki.org/wiki/API:Edit
   * @example
   * const page = wiki.page('Oslo');
   * const text = await page.text();
   * const {newrevid} = await page.edit({text: text.replace('teh', 'the'), summary: 'typo'});
   */
  async edit(change: Edit, options: EditOptions = {}): Promise<SavedEdit> {
    const {edit} = await lazily(() => import('./edit.js'));
    const {base, newest} = this;
    const learn = (saved: SavedEdit): void => this.learn(saved, change.baserevid ?? base?.revid);
    const saved = await edit(this.session, {title: this.title, base, newest, learn}, change, options);
    learn(saved);
    return saved;
  }

  /** Goes on from what was saved on that base: told at once, or found later. */
  private learn({pageid, newrevid, oldrevid}: SavedEdit, baserevid: number | undefined): void {
    if (newrevid === undefined || newrevid <= (this.newest ?? 0)) return;
    this.newest = newrevid;
    // When the wiki merged in the edits of others, what was saved is not the text at hand: an edit on top of it would
    // undo theirs. On the old base, the wiki merges again, or tells of a conflict.
    const merged = oldrevid !== (baserevid ?? oldrevid);
    if (!merged && newrevid > (this.base?.revid ?? 0)) this.base = {pageid, revid: newrevid};
  }
}
