/** A change that is made again on newer text when somebody was faster: never on a text that has it already. */
import type {Abortable} from '../../core/abortable.js';
import type {ApiError} from '../../core/api-errors.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {unlessAborted} from '../../core/unless-aborted.js';
import {readRevision, type Revision, type Where} from '../revision.js';
import type {Found, Prepared, Sent} from '../write/kind.js';
import {checkEdit} from './arguments.js';
import {groundFor} from './base.js';
import {type Edit, type EditFields, type EditOptions, type EditTarget, EditWrite, isConflict, mostRebases, type SavedEdit, type EditTransform} from './edit.js';

export class TransformWrite extends EditWrite {
  private readonly transform: EditTransform;
  private readonly fields: EditFields;

  /** @param given - what the caller gave, as long as no text has been made of it */
  constructor(session: Session, page: EditTarget, transform: EditTransform, fields: EditFields, options: EditOptions, given: Edit) {
    super(session, page, given, options);
    this.transform = transform;
    this.fields = fields;
  }

  protected override async prepared({signal}: Abortable): Promise<Prepared<SavedEdit>> {
    const {title} = this.page;
    // A section's number is of the text that was read: in a newer one it may mean another.
    const held = this.fields.section === undefined ? undefined : this.page.base();
    if (!this.fields.redirect) return this.applied(held ? {revids: held.revid} : {titles: [title]}, signal);
    const {guard} = await groundFor(this.session, title, undefined, {redirect: true, nocreate: true}, signal);
    return this.applied('pageid' in guard ? {pageids: guard.pageid} : {titles: [title]}, signal);
  }

  /** Rests on the newest revision that was looked at: what came later may have the change in it, and is a conflict then. */
  override async instead(refusal: ApiError, sent: Sent, {newest}: Found<SavedEdit>, {signal}: Abortable): Promise<Prepared<SavedEdit> | undefined> {
    if (!isConflict(refusal) || newest === undefined || this.fields.section !== undefined || this.rebases++ >= mostRebases) return undefined;
    const prepared = await this.applied({revids: newest}, signal);
    return 'done' in prepared ? prepared : {...prepared, before: sent.before};
  }

  /** @throws {TypeError} the function gave something else than a text */
  private async applied(where: Where, signal: AbortSignal | undefined): Promise<Prepared<SavedEdit>> {
    const {section} = this.fields;
    const revision = await readRevision(this.session, where, {signal, section});
    const made = await unlessAborted(Promise.resolve(this.transform(revision.text, revision)), signal);
    if (made === undefined) return {done: unchanged(revision)};
    const change = typeof made === 'string' ? {...this.fields, text: made} : {...this.fields, ...made};
    if (typeof change.text !== 'string') throw new TypeError(`edit: the function gave ${shown(made)}, a string or {text, summary} expected`);
    checkEdit(change, {});
    if (change.text === revision.text) return {done: unchanged(revision)};
    this.change = change;
    const {pageid, revid} = revision;
    return this.made({guard: {baserevid: revid, nocreate: true, pageid}});
  }
}

const unchanged = ({pageid, title}: Revision): SavedEdit => ({outcome: 'nochange', pageid, title});
