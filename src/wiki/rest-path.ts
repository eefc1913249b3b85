/** The address of a REST request: braces filled, everything encoded, and nothing that leads elsewhere. */
import {type ParamValue, toFields, toQuery} from '../core/params.js';
import {shown} from '../core/shown.js';
import type {RestParams} from './rest.js';

/**
 * @param path - such as `/v1/page/{title}/history`
 * @returns the path, and the parameters that are not in it
 * @throws {TypeError} what stands in braces is not given; a path that is none
 */
export function fillPath(path: string, params: RestParams): [path: string, rest: RestParams] {
  if (typeof path !== 'string' || !path.startsWith('/')) throw new TypeError(`path: ${shown(path)} given, a path such as '/v1/page/{title}' expected`);
  if (/[?#\\\s]/.test(path)) throw new TypeError(`path: ${shown(path)} given, a path alone expected; give what is asked as parameters`);
  const rest: Record<string, unknown> = {...params};
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    delete rest[name];
    return segment(name, params[name], path);
  });
  if (/[{}]/.test(filled)) throw new TypeError(`path: ${shown(path)} given, names in braces such as {title} expected`);
  // A literal part, too, as paths may be put together from what others gave.
  if (filled.split('/').some(isDots)) throw new TypeError(`path: ${shown(path)} given, a path without . and .. expected`);
  return [filled, rest];
}

function segment(name: string, value: unknown, path: string): string {
  const text = typeof value === 'number' ? String(value) : value;
  // As parts of a path, also encoded, these would lead to another one; no title is one of them.
  if (typeof text !== 'string' || text === '' || isDots(text)) throw new TypeError(`${name}: ${shown(value)} given, a text or a number for ${path} expected`);
  // The wiki redirects a title with spaces to the one with underscores.
  const [[, sent] = ['', '']] = toFields({[name]: name === 'title' ? text.replace(/ /g, '_') : text});
  return encodeURIComponent(sent as string);
}

const isDots = (part: string): boolean => /^(\.|%2e){1,2}$/i.test(part);

/**
 * The query, with its `?`; empty when nothing is asked.
 *
 * @throws {TypeError} a value that cannot stand there
 */
export function restQuery(params: RestParams): string {
  const texts = Object.entries(params).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : (value as ParamValue)] as const);
  for (const [name, value] of texts) {
    if (value instanceof Blob) throw new TypeError(`${name}: ${shown(value)} given, a text, a number, true or false, or a list expected`);
  }
  const query = toQuery(toFields(Object.fromEntries(texts)));
  return query && `?${query}`;
}
