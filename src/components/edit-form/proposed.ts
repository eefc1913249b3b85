/** What the form begins with where it is not the newest text: loaded when an attribute asks for it. */
import {askMessages} from '../../i18n/ask-messages.js';
import {expand} from '../../i18n/expand.js';
import type {Session} from '../../core/session.js';
import {proposal, type ProposalRequest} from '../../wiki/edit/proposal.js';
import {isConflict, type Edit, type SavedEdit} from '../../wiki/edit/edit.js';
import type {Revision} from '../../wiki/revision.js';
import {isApiError} from '../../core/api-errors.js';

export interface Proposed {
  /** @param newest - the page's text as it is now */
  readonly text: (newest: string) => string;
  readonly revision: Revision;
  /** What is done with it. */
  readonly kind: 'oldid' | 'undo';
  /** As the wiki itself would write it. */
  readonly summary: string;
  /** Sends an edit of this, and throws as it does. */
  readonly save: (send: Send, change: Edit, proposed: string) => Promise<SavedEdit>;
}

type Send = (change: Edit) => Promise<SavedEdit>;

/** @throws as `proposal` does; {@link TypeError} for a section: its number may be another one's in the newest text */
export async function propose(session: Session, page: string, request: ProposalRequest & {readonly section: string | undefined}, signal: AbortSignal): Promise<Proposed> {
  const {section, ...revisions} = request;
  if (section !== undefined) throw new TypeError(`section: '${section}' given with an old revision, none expected`);
  const kind = revisions.undo === undefined ? 'oldid' : 'undo';
  const [{text, revision}, messages] = await Promise.all([
    proposal(session, page, revisions, {signal}),
    // Without it, the summary is the user's.
    kind === 'undo' ? askMessages(session, ['undo-summary'], {lang: 'content', signal}).catch(() => ({})) : {},
  ]);
  // The wiki's own links name both also where one revision is undone.
  const isOne = revisions.undoafter === undefined || revisions.undoafter === revision.parentid;
  const words = (messages as Readonly<Record<string, string>>)['undo-summary'];
  return {kind, text, revision, save: kind === 'undo' ? undoing(revisions) : (send, change) => send(change), summary: isOne && words && revision.user !== undefined ? expand(words, [String(revision.revid), revision.user], {lang: 'en'}) : ''};
}

/** An undoing that nobody has changed is sent as one: only then the wiki marks it so, and tells whose edit it was. */
function undoing({undo, undoafter}: ProposalRequest): Proposed['save'] {
  return async (send, change, proposed) => {
    const {text, ...fields} = change;
    if (text !== proposed) return send(change);
    try {
      return await send({...fields, undo, undoafter});
    } catch (error) {
      // Somebody was faster: how the text fares is told by the text.
      if (!isConflict(error) && !isApiError(error, 'undofailure')) throw error;
      return send(change);
    }
  };
}
