/** One exchange over HTTP, whatever comes back: a `fetch`, and the body read. */

/** The part of the platform's `fetch` that is used; one's own may take its place. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Message {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers | Readonly<Record<string, string>>;
  readonly body?: BodyInit | null | undefined;
  readonly credentials: RequestCredentials;
  readonly redirect?: RequestRedirect;
  readonly mode?: RequestMode;
}

/** The response, and its body as text. */
export interface Received {
  readonly response: Response;
  readonly text: string;
}

/**
 * Sends the message once; `fetch` is called before this returns.
 *
 * @throws what `fetch` throws, or reading the body
 */
export function exchange({url, method, headers, body = null, credentials, redirect, mode}: Message, fetch: Fetch, signal: AbortSignal): Promise<Received> {
  return new Promise<Response>((resolve) => resolve(fetch(url, {method, headers, body, credentials, redirect, mode, signal} as RequestInit))).then((response) => response.text().then((text) => ({response, text})));
}
