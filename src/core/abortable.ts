/** What goes along with whatever takes its time. */
export interface Abortable {
  /** Rejects with its reason, once it is aborted. */
  readonly signal?: AbortSignal | undefined;
}
