/**
 * The same exchange by XMLHttpRequest, for what `fetch` cannot: telling how much of an upload has gone, and waiting for
 * the answer where the page is about to go. The only file that knows it.
 */
import type {Message} from './exchange.js';

export interface XhrAnswer {
  readonly status: number;
  readonly statusText: string;
  /** As the platform gives them: a line each. */
  readonly headers: string;
  readonly text: string;
}

export interface XhrOptions {
  /** Makes the object, with listeners for the progress where they are wanted. */
  readonly create: () => XMLHttpRequest;
  /** Set on it, e.g. `responseType`. */
  readonly fields?: object | undefined;
  /** False: the whole page waits. */
  readonly async?: boolean | undefined;
}

/** @param tell - how much of the body has gone, from 0 to 1 */
export function createXhr(tell?: (fraction: number) => void): XMLHttpRequest {
  const xhr = new XMLHttpRequest();
  if (tell) {
    xhr.upload.addEventListener('progress', ({lengthComputable, loaded, total}) => {
      if (lengthComputable) tell(loaded / total);
    });
  }
  return xhr;
}

/**
 * Sends the message before this returns.
 *
 * @param settle - told once: the answer, or undefined where there is none
 * @returns stops it; then nothing more is told
 */
export function exchangeByXhr({url, method, headers, body, credentials}: Message, {create, fields, async = true}: XhrOptions, settle: (answer: XhrAnswer | undefined) => void): () => void {
  const xhr = create();
  let ended = false;
  const end = (answer?: XhrAnswer): void => {
    if (!ended) {
      ended = true;
      settle(answer);
    }
  };
  const answer = (): XhrAnswer => ({status: xhr.status, statusText: xhr.statusText, headers: xhr.getAllResponseHeaders(), text: xhr.responseText});
  xhr.addEventListener('load', () => end(answer()));
  for (const event of ['error', 'timeout', 'abort'] as const) xhr.addEventListener(event, () => end());
  try {
    xhr.open(method, url, async);
    Object.assign(xhr, credentials === 'include' && {withCredentials: true}, fields);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.send((body ?? null) as XMLHttpRequestBodyInit | null);
  } catch {
    // An address or a header that cannot be, or no network where the page waits.
    end();
  }
  return () => {
    ended = true;
    xhr.abort();
  };
}
