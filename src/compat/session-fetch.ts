/** `fetch` as a session makes it: with its `origin`, its cookies or access token, its headers. */
import {accessToken} from '../core/bearer.js';
import {requestHeaders} from '../core/headers.js';
import type {Session} from '../core/session.js';

export async function sessionFetch({apiUrl, settings, origin}: Session, url: string, init: RequestInit): Promise<Response> {
  const address = new URL(url, apiUrl);
  // A caller may name any address; what proves who we are is for the wiki alone.
  if (address.origin !== new URL(apiUrl).origin) return settings.fetch(url, {...init, credentials: 'omit'});
  const token = settings.bearer && (await accessToken(settings.bearer));
  const own = requestHeaders(settings, origin, token, undefined);
  for (const [name, value] of Object.entries(origin.query)) address.searchParams.set(name, value);
  return settings.fetch(address.href, {...init, headers: {...own, ...Object.fromEntries(new Headers(init.headers))}, credentials: origin.credentials});
}
