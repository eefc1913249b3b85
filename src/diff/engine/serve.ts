/** The Worker's side: one question, one answer. */
import {finish} from './budget.js';
import {compareTexts, type EngineOptions} from './engine.js';
import {linesOf} from './lines-of.js';

export interface Question extends EngineOptions {
  readonly from: string;
  readonly to: string;
  readonly budgetMs: number;
}

/** What is used of a Worker's global. */
export interface Scope {
  onmessage: ((event: MessageEvent<Question>) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

export function serve(scope: Scope): void {
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the shortest thing a Worker's port can have
  scope.onmessage = ({data: {from, to, budgetMs, ...options}}) => {
    const end = Date.now() + budgetMs;
    const script = finish(compareTexts(linesOf(from), linesOf(to), options, {spent: () => Date.now() > end, due: () => false}));
    scope.postMessage(script, [script.rows.buffer, script.changes.buffer, script.moves.buffer]);
  };
}
