/** `fetch` as a session makes it: with its `origin`, its cookies or access token, its headers. */
import {authorization} from '../core/authorization.js';
import {requestHeaders} from '../core/headers.js';
import type {Session} from '../core/session.js';

export async function sessionFetch({apiUrl, settings, origin}: Session, url: string, init: RequestInit): Promise<Response> {
  const address = new URL(url, apiUrl);
  // A caller may name any address; what proves who we are is for the wiki alone.
  if (address.origin !== new URL(apiUrl).origin) return settings.fetch(url, {...init, credentials: 'omit'});
  for (const [name, value] of Object.entries(origin.query)) address.searchParams.set(name, value);
  const {method = 'GET', body} = init;
  const message = {url: address.href, method, ...(typeof body === 'string' && {body, contentType: new Headers(init.headers).get('content-type') ?? undefined})};
  const header = settings.signer && (await authorization(settings.signer, message));
  const own = requestHeaders(settings, origin, header, undefined);
  return settings.fetch(address.href, {...init, headers: {...own, ...Object.fromEntries(new Headers(init.headers))}, credentials: origin.credentials});
}
