/**
 * Values to what the API reads: a list of fields, then a query string or a body.
 *
 * @see https://www.mediawiki.org/wiki/API:Data_formats#Multivalue_parameters
 */
import {isObject} from './check.js';
import {shown} from './shown.js';

/** What a parameter may be. `false`, `undefined` and `null` leave it out, as the API reads any value as true. */
export type ParamValue = string | number | boolean | Date | Blob | null | undefined | readonly (string | number | Date)[];

/** Parameters under MediaWiki's own names, e.g. `{titles: ['Oslo', 'Bergen'], redirects: true}`. */
export type Params = {readonly [name: string]: ParamValue};

/** Parameters, a list, or options, as they are now: who gave them may change them while the request waits to be sent. */
export const copied = <Given>(given: Given): Given =>
  (Array.isArray(given) ? [...given] : isObject(given) ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value])) : given) as Given;

/** A parameter as it goes out. */
export type Field = readonly [name: string, value: string | Blob];

/**
 * All of these in one; the later win. What is undefined displaces nothing.
 */
export function together(...all: readonly Params[]): Params {
  return Object.fromEntries(all.flatMap((params) => Object.entries(params).filter(([, value]) => value !== undefined)));
}

/**
 * The fields of a request, in the caller's order but `token` last: if a body is cut on its way, the token is what is
 * missing, and the wiki refuses it (API:Edit asks for that order).
 *
 * @throws {TypeError} a value the API cannot be given; names the parameter
 */
export function toFields(params: Params): Field[] {
  const fields: Field[] = [];
  let token: Field | undefined;
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === false) continue;
    const field: Field = [name, value instanceof Blob ? value : toText(name, value)];
    if (name === 'token') token = field;
    else fields.push(field);
  }
  if (token) fields.push(token);
  return fields;
}

function toText(name: string, value: Exclude<ParamValue, Blob | null | undefined | false>): string {
  if (Array.isArray(value)) return joinValues(name, value as readonly (string | number | Date)[]);
  if (value === true) return '1';
  return scalar(name, value);
}

/** Joins by `|`, or by U+001F when a value has a `|` itself (a title cannot, a summary or an option can). */
function joinValues(name: string, values: readonly (string | number | Date)[]): string {
  const texts = values.map((value) => scalar(name, value));
  if (!texts.some((text) => text.includes('|'))) return texts.join('|');
  if (texts.some((text) => text.includes('\u001F'))) {
    throw new TypeError(`${name}: "|" and U+001F given, which cannot be in one list`);
  }
  return `\u001F${texts.join('\u001F')}`;
}

function scalar(name: string, value: unknown): string {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${name}: ${value} given, a finite number expected`);
    return String(value);
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new TypeError(`${name}: an invalid Date given`);
    return value.toISOString().replace(/\.\d+Z$/, 'Z');
  }
  throw new TypeError(`${name}: ${shown(value)} given, a string, number, boolean, Date, Blob or an array of strings expected`);
}

/** Half a surrogate pair (cut emoji) becomes U+FFFD, as the wiki would store it; encodeURIComponent throws on it. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'); // with the u flag, whole pairs do not match
}

/** `a=1&b=2`, percent-encoded. A Blob cannot be in it. */
export function toQuery(fields: readonly Field[]): string {
  return fields.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value as string)}`).join('&');
}
