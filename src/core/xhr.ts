/**
 * The same exchange by XMLHttpRequest, for what `fetch` cannot: telling how much of an upload has gone, and waiting for
 * the answer where the page is about to go. The only file that knows it.
 */
import type {Message} from './exchange.js';

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
 * @param async - false: the whole page waits
 * @param end - told when it has ended, whichever way; its status is 0 where there is no answer
 */
export function sendByXhr(xhr: XMLHttpRequest, {url, method, headers, body, credentials}: Message, async: boolean, end: () => void): void {
  xhr.addEventListener('loadend', end);
  try {
    xhr.open(method, url, async);
    xhr.withCredentials = credentials === 'include';
    new Headers(headers).forEach((value, name) => xhr.setRequestHeader(name, value));
    xhr.send((body ?? null) as XMLHttpRequestBodyInit | null);
  } catch {
    // An address that cannot be, or no network where the page waits.
    end();
  }
}
