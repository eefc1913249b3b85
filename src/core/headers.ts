/** The headers of a request: who runs this tool, who asks, the caller's own. */
import type {OriginAnswer} from './origin.js';
import type {Settings} from './settings.js';
import {version} from './version.js';

export function requestHeaders({userAgent, headers}: Settings, {userAgentHeader: name}: OriginAnswer, authorization: string | undefined, contentType: string | undefined): Record<string, string> {
  // `Headers` knows that names are the same in any case: set twice, one would go out as a list of both.
  const all = new Headers(name && {[name]: `${userAgent ?? ''} wikilit/${version}`.trim()});
  if (authorization) all.set('Authorization', authorization);
  for (const [key, value] of Object.entries(headers)) all.set(key, value);
  if (contentType) all.set('Content-Type', contentType);
  return Object.fromEntries(all);
}
