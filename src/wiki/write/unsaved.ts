/** What was to be written, for whoever is told that it was not. */
import type {Params} from '../../core/params.js';
import {WikiError} from '../../core/wiki-error.js';

/**
 * The same work, with `unsaved` on every {@link WikiError}.
 *
 * @param unsaved - asked when it has failed: a part may be done by then
 */
export async function orUnsaved<Result>(unsaved: () => Params, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw withUnsaved(error, unsaved());
  }
}

/** The same error, with `unsaved` if it is a {@link WikiError}. */
export function withUnsaved(error: unknown, unsaved: Params): unknown {
  if (error instanceof WikiError) error.unsaved = unsaved;
  return error;
}
