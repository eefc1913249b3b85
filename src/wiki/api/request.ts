/**
 * The parameters of `wiki.get()` and `wiki.post()`, as the compiler checks them.
 *
 * Of an action it knows, a misspelt name, a value outside a closed set and a missing required one are errors. Anything
 * goes where the compiler cannot know better: with an action or a query module nobody described, with what is only known
 * at run time (`ApiParams`, a `string`), and where the caller says what the answer is: `wiki.get<Answer>(…)`.
 */
import type {Params} from '../../core/params.js';
import type {All, Asked} from './asked.js';
import type {Actions, Generators, Lists, MainParams, Metas, Prefixes, Props, QueryParams} from './params.generated.js';

/** What every request may say, and what each action takes. */
export type Request<Action extends keyof Actions> = {readonly action: Action} & Common & Actions[Action];

/** `format` is JSON always; in the older `formatversion` an answer has another shape than the types tell. */
interface Common extends MainParams {
  format?: 'json' | undefined;
  formatversion?: 1 | 2 | '1' | '2' | 'latest' | undefined;
}

/** Parameters of anything. */
type AnyRequest = Params & {readonly action: string};

/**
 * What `P`, given as an object literal, has to be. `P` itself stands only where nothing is known of the action, which is
 * enough to infer it; elsewhere the literal is compared with interfaces, so that the compiler can say “did you mean”.
 */
export type Checked<P> = P extends {readonly action: infer Action extends keyof Actions}
  ? [Strangers<P, Action>] extends [never]
    ? [LooseKey<P, Actions[Action]> | LooseKey<P, Common>] extends [never]
      ? Request<Action> & Needed<P, Action>
      : Lenient<P, Request<Action>>
    : AnyRequest & Pick<QueryParams, 'generator' | 'list' | 'meta' | 'prop'>
  : P & AnyRequest;

/**
 * The same for the parameters of one module, under its own names, as `wiki.list(name, params)` takes them.
 *
 * @example type Given<Name extends string, P> = CheckedModule<Lists, Name, P> & AsWritten<P>;
 */
export type CheckedModule<Modules, Name, P> = Name extends keyof Modules
  ? P extends object // always; from the other branch, `P` is inferred
    ? [LooseKey<P, Modules[Name]>] extends [never]
      ? Modules[Name]
      : Lenient<P, Modules[Name]>
    : P
  : P & Params;

/** Nothing; but in the place of an argument it makes the compiler read the literal as it stands: `'ids'`, not `string`. */
export type AsWritten<P> = {[Key in keyof P as never]: unknown};

/** Query modules nobody described: their parameters cannot be told from misspelt ones. */
type Strangers<P, Action> = 'query' extends Action
  ? Exclude<Asked<P, 'prop'>, keyof Props> | Exclude<Asked<P, 'list'>, keyof Lists> | Exclude<Asked<P, 'meta'>, keyof Metas> | Exclude<Asked<P, 'generator'>, keyof Generators>
  : never;

/** What the asked modules cannot do without: `srsearch` with `list=search`. */
type Needed<P, Action> = 'query' extends Action ? All<NeededBy<Lists, Asked<P, 'list'>, ''> | NeededBy<Generators, Asked<P, 'generator'>, 'g'>> : unknown;

type NeededBy<Modules, Name, G extends string> = Name extends keyof Modules & keyof Prefixes ? RequiredPart<Modules[Name], `${G}${Prefixes[Name]}`> : never;

type RequiredPart<ModuleParams, Prefix extends string> = {[Name in keyof ModuleParams & string as undefined extends ModuleParams[Name] ? never : `${Prefix}${Name}`]: ModuleParams[Name]};

/** What is only known at run time may be right, and `false` and `null` leave a parameter out. */
type Lenient<P, Wanted> = {readonly [Key in keyof P]: Key extends keyof Wanted ? (Loose<P[Key], Wanted[Key]> extends true ? Params[string] : Wanted[Key]) : never};

type LooseKey<P, Wanted> = {[Key in keyof P]-?: Key extends keyof Wanted ? (P[Key] extends Wanted[Key] ? never : Loose<P[Key], Wanted[Key]> extends true ? Key : never) : never}[keyof P];

type Loose<Given, Wanted> = [Exclude<Given, false | null>] extends [Wanted] ? true : string extends (Given extends readonly (infer Each)[] ? Each : Given) ? true : false;

/** What stands beside pages that are named elsewhere: parameters of `action=query`, and of the `prop=` modules that are asked. */
export type Beside<P> = {
  // A text that only run time knows passes.
  readonly [K in keyof P]: string extends P[K] ? P[K] : K extends keyof Request<'query'> ? Request<'query'>[K] : [Exclude<Asked<P, 'prop'>, keyof Props>] extends [never] ? never : P[K];
};
