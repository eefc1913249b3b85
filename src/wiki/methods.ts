/** Methods that differ in their names alone. Written out, hundreds of lines alike would weigh on every reader of a page. */

import {once} from '../core/lazily.js';
import {copied} from '../core/params.js';

/** Puts a method of each name on a class. */
export function defineMethods<This>(prototype: This, names: string, method: (name: string) => (this: This, ...given: never[]) => unknown): void {
  for (const name of names.split(' ')) Object.defineProperty(prototype, name, {value: method(name), configurable: true, writable: true});
}

/**
 * The same, of functions that are loaded when one is called.
 *
 * @param of - the first argument of each
 */
export function defineLater<This>(prototype: This, names: string, load: () => Promise<object>, of: (self: This) => unknown): void {
  const part = once(load);
  defineMethods(prototype, names, (name) => {
    return async function (...given) {
      const own = given.map(copied);
      const functions = (await part()) as Readonly<Record<string, (of: unknown, ...given: never[]) => unknown>>;
      return functions[name]?.(of(this), ...own);
    };
  });
}
