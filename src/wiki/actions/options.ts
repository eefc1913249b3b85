/** What goes along with a question. */
import type {RequestOptions} from '../../core/session.js';

/** A signal, and when to send again. */
export type AskOptions = Pick<RequestOptions, 'signal' | 'retry'>;
