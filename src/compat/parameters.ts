/**
 * Parameters as `mw.Api` takes them, to what goes over the wire. It adds nothing and keeps the order, as core's own tests
 * compare whole strings. What core makes garbage of is put into words instead: titles, addresses and dates.
 */

export type Parameters = Record<string, unknown>;

/** All of these in one; the later win, also by being undefined. */
export const merge = <T extends object>(...objects: (T | undefined)[]): T => Object.assign({}, ...objects) as T;

/**
 * Joins lists, and leaves out what is false, in place.
 *
 * @param useUS - whether to join by U+001F where a value has a `|` itself
 */
export function preprocess(parameters: Parameters, useUS?: boolean): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (Array.isArray(value)) {
      const texts = value.map((each: unknown) => (each === null || each === undefined ? '' : toText(each)));
      parameters[name] = useUS && texts.join('').includes('|') ? `\u001F${texts.join('\u001F')}` : texts.join('|');
    } else if (value === false || value === undefined) {
      delete parameters[name];
    }
  }
}

/** A title, an address, a number as text; a date as the API reads it. */
export function toText(value: unknown): string {
  return value instanceof Date ? value.toISOString().replace(/\..+/, 'Z') : String(value);
}

/** The query string, in jQuery's way: spaces are `%20`, plain objects become `name[key]=…`; what is undefined is left out. */
export function toQuery(parameters: object): string {
  const pairs: string[] = [];
  const add = (name: string, given: unknown): void => {
    const value: unknown = typeof given === 'function' ? given() : given;
    if (Array.isArray(value)) for (const each of value) add(`${name}[]`, each);
    else if (isPlain(value)) for (const [key, each] of Object.entries(value as object)) add(`${name}[${key}]`, each);
    else if (value !== undefined) pairs.push(`${encode(name)}=${encode(value === null ? '' : toText(value))}`);
  };
  for (const [name, value] of Object.entries(parameters)) add(name, value);
  return pairs.join('&');
}

/**
 * Half a surrogate pair (a cut emoji) becomes U+FFFD, as the wiki would store it; the platform's function throws on it.
 * Core's parameters say the same; taken from there, this line would be a file of its own, a request more for every page.
 */
const encode = (text: string): string => encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));

/** Of no class. */
export function isPlain(value: unknown): boolean {
  const prototype: unknown = value && Object.getPrototypeOf(value);
  return typeof value === 'object' && value !== null && (prototype === Object.prototype || prototype === null);
}

export function toFormData(parameters: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parameters)) {
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, toText(value));
  }
  return form;
}
