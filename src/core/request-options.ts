/** What goes along with the parameters of a request. */
import {checkOptions, isObject, isText, type Rule, retryRule, signalRule} from './check.js';
import type {RetryPolicy} from './retry.js';
import {shown} from './shown.js';
import type {TokenType} from './tokens.js';

export interface RequestOptions {
  /** Stops the request, also while it waits to be sent again. */
  readonly signal?: AbortSignal | undefined;
  /** The token the module asks for. It is fetched, put last, and renewed once when the wiki refuses it. */
  readonly token?: TokenType | undefined;
  /** The parameter the token goes into, where it is not `token`: `lgtoken`, `logintoken`, `createtoken`. */
  readonly tokenParam?: string | undefined;
  /** Sent again when? `false`: never. Default: the session's. */
  readonly retry?: RetryPolicy | false | undefined;
  /** Kept up to date for a caller that must know what an abort left behind. */
  readonly flight?: Flight | undefined;
  /** Headers for this request alone, names in lower case. From another site, one the wiki does not list stops the request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Whether a request may have been executed without an answer that says so: it is on its way, or its answer was lost. */
export interface Flight {
  open: boolean;
}

/** Each option has its rule, or this does not compile. */
const rules: Readonly<Record<keyof RequestOptions, Rule>> = {
  signal: signalRule,
  token: [isText, "a type such as 'csrf'"],
  tokenParam: [isText, "a parameter’s name such as 'lgtoken'"],
  retry: retryRule,
  flight: [isObject, 'an object such as {open: false}'],
  headers: [(value) => isObject(value) && Object.values(value).every((text) => typeof text === 'string'), "an object such as {'x-name': 'value'}"],
};

/** @throws {TypeError} names what cannot be meant */
export function checkRequest(params: object, options: RequestOptions): void {
  if (!isObject(params)) throw new TypeError(`params: ${shown(params)} given, an object such as {action: 'query'} expected`);
  const {action, format} = params as {action?: unknown; format?: unknown};
  if (!isText(action)) throw new TypeError(`action: ${shown(action)} given, a module’s name such as 'query' expected`);
  if (format !== undefined && format !== 'json') {
    throw new TypeError(`format: ${shown(format)} given, but answers are read as JSON here`);
  }
  checkRequestOptions(options);
}

export const checkRequestOptions = (options: RequestOptions): void => checkOptions(options, rules);
