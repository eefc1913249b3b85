/** A `Wiki` for what an `Api` speaks to; loaded when one asks for it. */
import type {TokenCache} from '../core/tokens.js';
import {wikiHere} from '../wiki/here.js';
import {Wiki} from '../wiki/wiki.js';
import type {ApiDefaults} from './api.js';

/**
 * With the same address, cookies, headers and language; from now on both have the same tokens.
 *
 * @param here - whether it is the wiki of this page, with nothing of the caller's own
 */
export function makeWiki(defaults: ApiDefaults, own: {known: TokenCache['known']}, here: boolean): Wiki {
  const wiki = here ? wikiHere() : elsewhere(defaults);
  const {tokens} = wiki.session;
  for (const [type, token] of own.known) if (!tokens.known.has(type)) tokens.known.set(type, token);
  own.known = tokens.known;
  return wiki;
}

function elsewhere({userAgent, ajax: {url, xhrFields, headers}, parameters: {uselang}}: ApiDefaults): Wiki {
  const {document} = globalThis as {document?: {baseURI: string}};
  return new Wiki(new URL(url, document?.baseURI).href, {
    ...(xhrFields?.withCredentials && {auth: 'cookies'}),
    ...(headers && {headers: headers as Record<string, string>}),
    ...(userAgent && {userAgent}),
    ...(typeof uselang === 'string' && {uselang}),
  });
}
