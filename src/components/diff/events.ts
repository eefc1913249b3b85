/** What `<wiki-diff>` tells the page around it. All events bubble and leave shadow roots. */
import type {DiffModel, DiffRow} from '../../diff/model.js';
import type {DiffActions} from '../../wiki/compare/diff-actions.js';
import type {DiffOpening} from '../../wiki/compare/diff-opening.js';
import type {DiffRequest} from '../../wiki/compare/diff-request.js';

/** The texts are compared, and the first screen of it is shown; or there is another state to show. */
export class WikiDiffShownEvent extends Event {
  /** Undefined for texts that are of no wiki. */
  readonly opening: DiffOpening | undefined;
  /** Of the main text; undefined where none is shown. */
  readonly model: DiffModel | undefined;

  constructor(opening: DiffOpening | undefined, model: DiffModel | undefined) {
    super('wiki-diff-shown', {bubbles: true, composed: true});
    this.opening = opening;
    this.model = model;
  }
}

/** About to show another change of the page. Cancel it, and the element stays where it is. */
export class WikiDiffNavigateEvent extends Event {
  readonly request: DiffRequest;

  constructor(request: DiffRequest) {
    super('wiki-diff-navigate', {bubbles: true, composed: true, cancelable: true});
    this.request = request;
  }
}

/** About to undo, roll back, patrol or thank. Cancel it, and nothing is sent. */
export class WikiDiffActionEvent extends Event {
  readonly action: keyof DiffActions;
  /** What the action is to be given. */
  readonly actions: DiffActions;

  constructor(action: keyof DiffActions, actions: DiffActions) {
    super('wiki-diff-action', {bubbles: true, composed: true, cancelable: true});
    this.action = action;
    this.actions = actions;
  }
}

/** It is done; `result` is what the wiki answered. */
export class WikiDiffActedEvent extends Event {
  readonly action: keyof DiffActions;
  readonly result: unknown;

  constructor(action: keyof DiffActions, result: unknown) {
    super('wiki-diff-acted', {bubbles: true, composed: true});
    this.action = action;
    this.result = result;
  }
}

/** Somebody wants one change undone in the editor that is open for the right text: it is the page's to do. */
export class WikiDiffRevertEvent extends Event {
  readonly rows: readonly DiffRow[];
  /** Of the right text: the first line that is to go, from 1, and how many; of no lines, the line that follows. */
  readonly line: number;
  readonly lines: number;
  /** The lines that are to stand there instead; `''` is one that is empty, undefined is none. */
  readonly text: string | undefined;

  constructor(rows: readonly DiffRow[], line: number) {
    super('wiki-diff-revert', {bubbles: true, composed: true});
    this.rows = rows;
    this.line = line;
    this.lines = rows.reduce((sum, {to}) => sum + (to?.lines ?? 0), 0);
    const left = rows.flatMap((row) => row.from?.text ?? []);
    this.text = left.length > 0 ? left.join('\n') : undefined;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wiki-diff-shown': WikiDiffShownEvent;
    'wiki-diff-navigate': WikiDiffNavigateEvent;
    'wiki-diff-action': WikiDiffActionEvent;
    'wiki-diff-acted': WikiDiffActedEvent;
    'wiki-diff-revert': WikiDiffRevertEvent;
  }
}
