/** The wiki's clock. This device's may be wrong. */
import type {Envelope} from '../../core/session.js';

/**
 * @param answer - to a request with `curtimestamp`
 * @param askedAt - when it was asked, by this device's clock, in milliseconds since 1970
 * @returns how far the wiki's clock is ahead, in milliseconds; it tells whole seconds. NaN: it did not tell
 */
export const aheadMs = ({curtimestamp = ''}: Envelope, askedAt: number): number => Date.parse(curtimestamp) - askedAt;
