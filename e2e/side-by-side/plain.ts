/** Any value as JSON can carry it, so that two of them can be compared outside of the page. */
import {mw} from './globals.js';
import type {Plain} from './types.js';

export function plain(value: unknown, above: readonly object[] = []): Plain {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : `[${value}]`;
    case 'undefined':
      return '[undefined]';
    case 'function':
      return '[function]';
    case 'object':
      if (value === null) return null;
      return above.includes(value) ? '[itself]' : object(value, [...above, value]);
    case 'symbol':
    case 'bigint':
      return `[${String(value)}]`;
  }
}

function object(value: object, above: readonly object[]): Plain {
  if (Array.isArray(value)) return value.map((item) => plain(item, above));
  if (isXhr(value)) return xhr(value, above);
  if (value instanceof Error || value instanceof DOMException) return {error: value.name, message: value.message};
  if (value instanceof Element) return value.outerHTML;
  if (value instanceof File) return {file: value.name, size: value.size, type: value.type};
  if (value instanceof Blob) return {blob: value.size, type: value.type};
  if (value instanceof Date || value instanceof URL) return `[${value.constructor.name}] ${String(value)}`;
  if (value instanceof mw().Title) return `[Title] ${value.getPrefixedText()}`;
  if (isJQuery(value)) return {jQuery: value.get().map((element) => plain(element, above))};
  if ('then' in value && typeof value.then === 'function') return '[promise]';
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner, above)]));
}

const isJQuery = (value: object): value is {get(): unknown[]} => 'jquery' in value && 'get' in value;

interface Xhr {
  readyState: number;
  status: number;
  statusText: string;
  responseText?: string;
  responseJSON?: unknown;
  abort: unknown;
  getResponseHeader(name: string): string | null;
  getAllResponseHeaders(): string | null;
}

const isXhr = (value: object): value is Xhr => 'getResponseHeader' in value && 'readyState' in value;

/** What callers use of a jqXHR. */
function xhr(value: Xhr, above: readonly object[]): Plain {
  const {readyState, status, statusText, responseText, responseJSON} = value;
  const headers = value.getAllResponseHeaders();
  return {
    xhr: {
      readyState,
      status,
      statusText,
      responseText: plain(responseText),
      responseJSON: plain(responseJSON, above),
      contentType: plain(value.getResponseHeader('Content-Type')),
      apiError: plain(value.getResponseHeader('mediawiki-api-error')),
      missing: plain(value.getResponseHeader('X-No-Such-Header')),
      headers: headers === null || headers === undefined ? plain(headers) : headers.split('\r\n').map((line) => line.split(':', 1)[0]?.toLowerCase() ?? ''),
      abort: typeof value.abort,
    },
  };
}
