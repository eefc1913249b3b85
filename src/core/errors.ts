/**
 * Everything that can go wrong, as one tree: `WikiError` and its kinds. A `TypeError` is for a wrong argument, the
 * platform's `AbortError` for an abort; neither is here.
 */
export * from './api-errors.js';
export * from './http-error.js';
export * from './invalid-answer.js';
export * from './network-error.js';
export * from './refusals.js';
export * from './wiki-error.js';
export * from './write-errors.js';

/** Whether this is an abort (by `AbortController.abort()`), which callers mostly do not want to report. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
