/** Options, and what else comes as an object of names: looked at as a whole, before anything is sent. */
import {checkNames} from './names.js';
import {shown} from './shown.js';

/** What a member may be, and how that is told; `show` where the value itself must not be. */
export type Rule = readonly [test: (value: unknown) => boolean, expected: string, show?: (value: unknown) => string];

/** @throws {TypeError} names the member, what was given and what is expected; undefined is as good as absent */
export function checkOptions(given: object, rules: Readonly<Record<string, Rule>>, what = 'option'): void {
  if (!isObject(given)) throw new TypeError(`${what}s: ${shown(given)} given, an object expected`);
  checkNames(given, Object.keys(rules), what);
  for (const [name, value] of Object.entries(given)) {
    const [test, expected, show = shown] = rules[name] as Rule;
    if (value !== undefined && !test(value)) throw new TypeError(`${name}: ${show(value)} given, ${expected} expected`);
  }
}

/** One made to hold members: no list, and nothing of the platform's own, such as an `AbortSignal` itself. */
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value) && !(Symbol.toStringTag in value);
export const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
export const isFlag = (value: unknown): boolean => typeof value === 'boolean';
export const isFunction = (value: unknown): boolean => typeof value === 'function';

/** By what it has: it may come from another window. */
export const signalRule: Rule = [(value) => typeof value === 'object' && value !== null && 'aborted' in value, 'an AbortSignal'];

export const retryRule: Rule = [(value) => value === false || (isObject(value) && Object.entries(value).every(isRetryOption)), 'false or {maxRetries, maxRetrySeconds, onWait}'];

const isRetryOption = ([name, part]: readonly [string, unknown]): boolean =>
  part === undefined || (name === 'onWait' ? isFunction(part) : /^maxRetr(ies|ySeconds)$/.test(name) && typeof part === 'number' && part >= 0);
