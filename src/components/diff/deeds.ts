/** What can be done about a change, and the doing of it. */
import type {Wiki} from '../../wiki/wiki.js';
import {type DiffActions, diffActions, hasThanks, isUnpatrolled} from '../../wiki/compare/diff-actions.js';
import type {DiffOpening} from '../../wiki/compare/diff-opening.js';

/** What needs no further question. */
export function certainDeeds(opening: DiffOpening): DiffActions {
  const {undo, rollback} = diffActions(opening);
  return {...(undo && {undo}), ...(rollback && {rollback})};
}

/** All of it; whether the wiki knows thanks, and whether the edit is patrolled already, is asked. */
export async function allDeeds(wiki: Wiki, opening: DiffOpening): Promise<DiffActions> {
  const {patrol, thank, ...certain} = diffActions(opening);
  const {to} = opening;
  const [isKnown, isOpen] = await Promise.all([thank ? hasThanks(wiki.session) : false, patrol && to.kind === 'revision' ? isUnpatrolled(wiki.session, to) : false]);
  return {...certain, ...(isOpen && patrol && {patrol}), ...(isKnown && thank && {thank})};
}

/** @returns what the wiki answered */
export function act(wiki: Wiki, action: keyof DiffActions, {undo, rollback, patrol, thank}: DiffActions): Promise<unknown> {
  if (action === 'undo' && undo) return wiki.page(undo.title).undo(undo.revid, {undoafter: undo.undoafter});
  if (action === 'rollback' && rollback) return wiki.page(rollback.title).rollback(rollback.user);
  if (action === 'patrol' && patrol) return wiki.patrol(patrol);
  if (action === 'thank' && thank) return wiki.thank({rev: thank.rev});
  throw new TypeError(`${action}: no such action here`);
}
