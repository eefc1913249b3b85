/** What was sent, for errors to tell. Not a member of the jqXHR: that is logged, and this holds the token. */
import type {Message} from '../core/exchange.js';

export const sent = new WeakMap<object, Message>();
