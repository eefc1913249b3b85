/** `wiki.post` with a token. It is not sent again: what it is, and how safe, is the caller's matter. */
import {checkRequestOptions, type RequestOptions} from '../../core/request-options.js';
import type {ApiParams, Session} from '../../core/session.js';
import {outcomeUnknown} from './lost.js';

/** @throws {OutcomeUnknownError} no answer came */
export async function postOnce<Answer extends object>(session: Session, params: ApiParams, options: RequestOptions): Promise<Answer> {
  checkRequestOptions(options);
  const {flight = {open: false}} = options;
  const sentAt = Date.now();
  try {
    return await session.post<Answer>(params, {...options, flight});
  } catch (error) {
    throw flight.open ? outcomeUnknown(session, params, error, sentAt) : error;
  }
}
