/** Puts a method of each name on a class: hundreds of lines alike would weigh on every reader of a page. */
export function defineMethods<This>(prototype: This, names: string, method: (name: string) => (this: This, ...given: never[]) => unknown): void {
  for (const name of names.split(' ')) Object.defineProperty(prototype, name, {value: method(name), configurable: true, writable: true});
}
