/** What was to be uploaded, for whoever is told that it was not. */
import type {Params} from '../../core/params.js';
import {WikiError} from '../../core/wiki-error.js';

/** The same, with `unsaved` on every {@link WikiError}. */
export async function orUnsaved<Result>(unsaved: Params, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WikiError) error.unsaved = unsaved;
    throw error;
  }
}
