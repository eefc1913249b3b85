/** An action that writes, as it is told in the tables beside this file: what it takes, and how it is applied exactly once. */
import {isFlag, type Rule} from '../../../core/check.js';
import type {Params} from '../../../core/params.js';
import type {Actions, GeneratorParams} from '../../api/params.generated.js';
import type {Kind, Sent, Written} from '../kind.js';
import {expiryRule} from './expiry.js';
import type {Ground, Known} from './ground.js';

/** What became of it, with the members of the wiki's own answer. */
export type Done = Written & {readonly [member: string]: unknown};

export interface Action extends Kind<Done> {
  readonly rules: Rules;
  /** Of each group one must be given, and no more. */
  readonly one?: readonly (readonly string[])[];
  /** @throws {TypeError} what cannot be meant together */
  check?(params: Params): void;
  /** What it is about: what is written about one thing is written one after the other. */
  target(params: Params): string;
  /** What must be known before. */
  ground?(params: Params): Ground;
  /** What goes out, in place of what was given; and how the wiki was before. */
  ready?(params: Params, known: Known): Ready;
  /** Lists that may be longer than what the wiki takes at once. */
  readonly lists?: readonly string[];
}

type Rules = Readonly<Record<string, Rule>>;

export interface Ready {
  readonly params?: Params;
  readonly before?: Sent['before'];
}

/** Each parameter has its rule, or this does not compile. Those of generators are the generators' matter. */
export type RulesOf<Name extends keyof Actions> = Readonly<Record<Exclude<keyof Actions[Name] & string, 'token' | 'continue' | keyof GeneratorParams>, Rule>>;

const isScalar = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && value !== '');

export const text: Rule = [isScalar, 'a string that is not empty'];
/** A reason may be empty. */
export const words: Rule = [(value) => typeof value === 'string' || typeof value === 'number', 'a string'];
export const flag: Rule = [isFlag, 'true or false'];
export const id: Rule = [(value) => Number.isInteger(value) && Number(value) > 0, 'a number above 0'];
export const list: Rule = [(value) => isScalar(value) || (Array.isArray(value) && value.length > 0 && value.every((one) => isScalar(one) || one instanceof Date)), 'an array with something in it'];
export const timestamp: Rule = [(value) => (value instanceof Date ? !Number.isNaN(value.getTime()) : value === 'now' || (typeof value === 'string' && /^(\d{14}|\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d(\.\d+)?Z?)?)$/.test(value))), "a time such as '2026-01-31T12:00:00Z', or a Date"];

/** What may go with most actions on a page. */
export const watching = {watchlist: oneOf('watch', 'unwatch', 'preferences', 'nochange'), watchlistexpiry: expiryRule};
export const watchingUser = {watchuser: flag, watchlistexpiry: expiryRule};
export const pageOrId = {title: text, pageid: id};
/** Of `action=watch` and others that take pages as `action=query` does. */
export const pages = {titles: list, pageids: list, revids: list, generator: text, redirects: flag, converttitles: flag};

/** A parameter that has been looked at already. */
export const asText = (value: unknown): string => `${value as number | string}`;

export function oneOf(...values: readonly string[]): Rule {
  return [(value) => values.includes(asText(value)), values.map((value) => `'${value}'`).join(' or ')];
}

/** A list as it may be given: `['a', 'b']`, or `a|b`. */
export function listed(value: Params[string]): readonly (string | number | Date)[] {
  if (Array.isArray(value)) return value as readonly (string | number | Date)[];
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  return typeof value === 'string' ? value.split('|') : [value as number];
}

/** By a page's title or number. */
export const pageOf = ({title, pageid}: Params): string => asText(title ?? `#${asText(pageid)}`);
