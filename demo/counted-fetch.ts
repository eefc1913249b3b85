/** A `fetch` that tells of each request: when, what, how long, how large. The library takes any fetch. */

export interface CountedRequest {
  readonly method: string;
  readonly url: string;
  /** The body's parameters, as text; undefined for a GET. */
  readonly body: string | undefined;
  /** HTTP status, or what happened instead. */
  status: string;
  bytesUp: number;
  /** Of the body, after decompression; undefined while it comes in. */
  bytesDown: number | undefined;
  milliseconds: number | undefined;
}

/** Fires `request` whenever something of a request is new. */
export const requestEvents = new EventTarget();

export const countedRequests: CountedRequest[] = [];

export async function counted(url: string, init: RequestInit): Promise<Response> {
  const body = init.body instanceof Blob ? init.body : typeof init.body === 'string' ? new Blob([init.body]) : undefined;
  const request: CountedRequest = {
    method: init.method ?? 'GET',
    url,
    body: typeof init.body === 'string' ? init.body : undefined,
    status: '…',
    bytesUp: body?.size ?? 0,
    bytesDown: undefined,
    milliseconds: undefined,
  };
  countedRequests.unshift(request);
  tell();
  const start = performance.now();
  try {
    const response = await fetch(url, init);
    request.status = String(response.status);
    const content = await response.clone().blob();
    request.bytesDown = content.size;
    return response;
  } catch (error) {
    request.status = error instanceof Error ? error.name : 'failed';
    throw error;
  } finally {
    request.milliseconds = performance.now() - start;
    tell();
  }
}

const tell = (): void => void requestEvents.dispatchEvent(new Event('request'));
