/** What a parameter may be, in the words `params.generated.ts` is written in. */
import type {Params} from '../../core/params.js';

/**
 * One value or a list of them. Values joined by `|`, as one writes them for mw.Api, are taken too.
 *
 * @see https://www.mediawiki.org/wiki/API:Data_formats#Multivalue_parameters
 */
export type Multi<Value extends string | number | Date> = Value | readonly Value[] | `${Exclude<Value, Date>}|${string}`;

/** These, and what extensions or the wiki’s settings add: editors offer the known ones, the compiler takes any. */
export type Open<Value extends string> = Value | (string & {});

/** Section 0, a page called 1984: a number is sent as it is written. */
export type Text = string | number;

/** How many to give at most: a number, or as many as the wiki allows. */
export type Limit = number | 'max';

/** ISO 8601, or a `Date`; also `'now'`. */
export type Timestamp = string | Date;

/** ISO 8601, a `Date`, a time from now such as `'1 week'`, or `'never'`. */
export type Expiry = string | Date;

/**
 * Values a newer MediaWiki or an extension adds to a set that is closed in core, by `module.parameter`. Where a set is
 * closed, another value is an error of the compiler, since it is mostly a misspelt one; a wiki that has more says so here.
 * `wikilit types` writes it.
 *
 * @example
 * declare module 'wikilit' {
 *   interface MoreValues {
 *     'parse.prop': 'tocdata';
 *   }
 * }
 */
export interface MoreValues {}

/** What {@link MoreValues} adds there. */
export type More<Key extends string> = Key extends keyof MoreValues ? MoreValues[Key] & string : never;

/** A module’s parameters as `action=query` takes them: `prefix` of `allpages` is `apprefix`. */
export type Prefixed<Prefix extends string, ModuleParams> = {[Name in keyof ModuleParams & string as `${Prefix}${Name}`]?: ModuleParams[Name]};

/** A parameter nobody described. */
export type Unknown = Params[string];
