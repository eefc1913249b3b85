/**
 * The parameters of `wiki.get()` and `wiki.post()`, as the compiler checks them.
 *
 * Of an action it knows, a misspelt name, a value outside a closed set and a missing required one are errors. Anything
 * goes where the compiler cannot know better: with an action or a query module nobody described, with parameters that
 * are only known at run time (`ApiParams`), and where the caller says what the answer is: `wiki.get<Answer>(…)`.
 */
import type {Params} from '../../core/params.js';
import type {Actions, Lists, MainParams, Metas, Prefixes, Props, QueryRequest} from './params.generated.js';
import type {All, Asked} from './asked.js';

/** What every request may say, and what each action takes. */
export type Request<Action extends keyof Actions> = {readonly action: Action} & Common & (Action extends 'query' ? QueryRequest : Actions[Action]);

/** `format` is JSON always; in the older `formatversion` an answer has another shape than the types tell. */
interface Common extends MainParams {
  format?: 'json' | undefined;
  formatversion?: 1 | 2 | '1' | '2' | 'latest' | undefined;
  /** Where `origin` does not do: see API:Cross-site_requests. */
  crossorigin?: boolean | undefined;
}

/** Parameters of anything. */
type AnyRequest = Params & {readonly action: string};

/**
 * What `P`, given as an object literal, has to be. `P` stands in it for actions nobody described alone, which is enough
 * to infer it; elsewhere the literal is compared with the interface itself, so that the compiler says “did you mean”.
 */
export type Checked<P> = P extends {readonly action: infer Action extends keyof Actions}
  ? 'query' extends Action
    ? Strangers<P> extends never
      ? Request<Action> & Needed<P>
      : AnyRequest
    : Request<Action>
  : P & AnyRequest;

/** Query modules nobody described: their parameters cannot be told from misspelt ones. */
type Strangers<P> =
  | Exclude<Asked<P, 'prop'>, keyof Props>
  | Exclude<Asked<P, 'list'>, keyof Lists>
  | Exclude<Asked<P, 'meta'>, keyof Metas>
  | Exclude<Asked<P, 'generator'>, keyof Prefixes>;

/** What the asked modules cannot do without: `srsearch` with `list=search`. */
type Needed<P> = NeededBy<Lists, Asked<P, 'list'>, ''> & NeededBy<Props, Asked<P, 'prop'>, ''> & NeededBy<Lists, Asked<P, 'generator'>, 'g'>;

type NeededBy<Modules, Name, G extends string> = All<Name extends keyof Modules & keyof Prefixes ? RequiredPart<Modules[Name], `${G}${Prefixes[Name]}`> : never>;

type RequiredPart<M, Prefix extends string> = {[K in keyof M & string as undefined extends M[K] ? never : `${Prefix}${K}`]: M[K]};
