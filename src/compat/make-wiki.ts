/** A `Wiki` for what an `Api` speaks to; loaded when one asks for it. */
import type {TokenCache} from '../core/tokens.js';
import {wikiHere} from '../wiki/here.js';
import {Wiki, type WikiOptions} from '../wiki/wiki.js';
import type {ApiDefaults} from './api.js';

/**
 * With the same address, cookies, user, headers, language, `fetch` and limits; from now on both have the same tokens.
 *
 * @param own - the tokens of all `Api` objects for this address
 * @param here - whether it is the wiki of this page
 */
export function makeWiki(defaults: ApiDefaults, own: {readonly known: TokenCache['known']}, here: boolean): Wiki {
  const options = optionsOf(defaults);
  const plain = Object.keys(options).length === 0;
  const {document} = globalThis as {document?: {baseURI: string}};
  const wiki = here ? wikiHere(plain ? undefined : options) : new Wiki(new URL(defaults.ajax.url, document?.baseURI).href, options);
  const {tokens} = wiki.session;
  for (const [type, token] of tokens.known) if (!own.known.has(type)) own.known.set(type, token);
  tokens.known = own.known;
  return wiki;
}

/** What the caller has said; the rest is as a `Wiki` has it. */
function optionsOf({userAgent, ajax: {xhrFields, headers, fetch, timeout}, parameters: {uselang, maxlag, assertuser, origin}}: ApiDefaults): WikiOptions {
  const standard = userAgent?.startsWith('MediaWiki-JS/');
  const auth = origin === '*' ? 'anonymous' : xhrFields?.withCredentials ? 'cookies' : undefined;
  return {
    ...(auth && {auth}),
    ...(headers && {headers: texts(headers)}),
    ...(fetch && {fetch}),
    ...(timeout !== undefined && timeout !== 30_000 && {timeoutSeconds: timeout / 1000 || longest}),
    ...(userAgent && !standard && {userAgent}),
    ...(typeof uselang === 'string' && {uselang}),
    ...(maxlag !== undefined && {maxlag: Number(maxlag)}),
    ...(typeof assertuser === 'string' && {user: assertuser}),
  };
}

/** In seconds: a `Wiki` knows no “as long as it takes”. */
const longest = 86_400;

/** As the platform writes them; what is undefined is none. */
const texts = (headers: object): Record<string, string> =>
  Object.fromEntries(new Headers(Object.entries(headers).filter(([, value]) => value !== undefined) as [string, string][]));
