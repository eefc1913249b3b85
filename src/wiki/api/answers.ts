/**
 * The answer to a question, from the type of its parameters: what was asked for is there, what was not is no member.
 *
 * Where a parameter is only known at run time (`rvprop: string[]`), everything it may bring is optional. What nobody
 * described is `unknown`. Whether a page, a user or a text may be missing is told by optional members.
 *
 * @see https://www.mediawiki.org/wiki/API:Data_formats#JSON_parameters
 */
import type {ApiAnswer, Envelope} from '../../core/session.js';
import type {ActionAnswers, Invalid, Resolved} from './action-answers.js';
import type {All, Asked, Flat} from './asked.js';
import type {ListAnswers, ListItems} from './list-answers.js';
import type {MetaAnswers} from './meta-answers.js';
import type {Prefixes} from './params.generated.js';
import type {PropItems, PropMembers} from './prop-answers.js';

/** What `wiki.get(params)` gives. */
export type AnswerTo<P> = P extends {readonly action: infer Action extends string}
  ? P extends {readonly formatversion: 1 | '1'}
    ? ApiAnswer
    : 'query' extends Action
      ? string extends Action
        ? ApiAnswer
        : Envelope & QueryPart<P>
      : Action extends keyof ActionAnswers<P>
        ? ActionAnswers<P>[Action] extends readonly unknown[]
          ? ActionAnswers<P>[Action]
          : Envelope & ActionAnswers<P>[Action]
        : ApiAnswer
  : ApiAnswer;

/** What the caller says the answer is, or else {@link AnswerTo}. */
export type AnswerOr<Answer, P> = [Answer] extends [never] ? AnswerTo<P> : NoInfer<Answer>;

/** One item of a list: of `wiki.list(name, params)`, and of the method of that name. Parameters are without prefix. */
export type ListItem<Name extends string, P = object> = Name extends keyof ListItems<P> ? ListItems<P>[Name] : unknown;

/** One item of what a `prop=` module lists on a page. */
export type PropItem<Name extends string, P = object> = Name extends keyof PropItems<P> ? PropItems<P>[Name] : unknown;

/** What a `meta=` module puts into `query`. */
export type MetaAnswer<Name extends string, P = object> = Name extends keyof MetaAnswers<P> ? MetaAnswers<P>[Name] : {readonly [member: string]: unknown};

/** One page of an answer, with what the asked `prop=` modules tell about it. */
export type PageOf<P> = Flat<PageBase<P> & All<PagePart<Asked<P, 'prop'>, P>>>;

export type {Envelope};

type QueryPart<P> = (keyof P & Placing) | Asked<P, 'list'> | Asked<P, 'meta'> extends infer Sure
  ? Flat<
      // A generator that finds nothing, and a question about nothing, bring no `query` at all.
      ([Exclude<Sure, 'watchlistraw'>] extends [never] ? {query?: Query<P>} : {query: Query<P>}) & ('watchlistraw' extends Asked<P, 'list'> ? {watchlistraw: readonly ListItems<Unprefixed<P, 'watchlistraw'>>['watchlistraw'][]} : unknown)
    >
  : never;

/** Pages that are named. */
type Placing = 'titles' | 'pageids' | 'revids';

type Query<P> = Flat<PagesPart<P> & ListsPart<P> & All<MetaPart<Asked<P, 'meta'>, P>> & ([Asked<P, 'list' | 'meta'> | (keyof P & (Placing | 'generator'))] extends [never] ? {readonly [member: string]: unknown} : unknown)>;

/** Numbers of no revisions bring none; nor do titles that are all of other wikis, which is left out here. */
type PagesPart<P> = [keyof P & (Placing | 'generator')] extends [never] ? unknown : Resolved & {readonly pageids?: readonly string[]} & ([keyof P & ('titles' | 'pageids' | 'generator')] extends [never] ? {readonly pages?: readonly PageOf<P>[]} : {readonly pages: readonly PageOf<P>[]});

type ListsPart<P> = {readonly [Name in Exclude<Asked<P, 'list'>, 'watchlistraw'>]: ListAnswer<Name, Unprefixed<P, Name>>} & ('search' extends Asked<P, 'list'> ? {readonly searchinfo: {readonly totalhits?: number; readonly suggestion?: string; readonly suggestionsnippet?: string; readonly rewrittenquery?: string; readonly rewrittenquerysnippet?: string}} : unknown);

type ListAnswer<Name, P> = Name extends keyof ListAnswers<P> ? ListAnswers<P>[Name] : Name extends keyof ListItems<P> ? readonly ListItems<P>[Name][] : unknown;

type MetaPart<Name, P> = Name extends string ? MetaAnswer<Name, Unprefixed<P, Name>> : never;

/** Of an invalid title there is no `ns`, of the number of no page neither that nor a title. */
type PageBase<P> = Invalid & {
  readonly pageid?: number;
  readonly missing?: true;
  /** Not here, but somewhere: a file of a shared repository, a message nobody changed. */
  readonly known?: true;
  readonly special?: true;
} & ([keyof P & Placing] extends [never] ? {readonly ns: number; readonly title: string; readonly index?: number} : 'titles' extends keyof P ? {readonly ns?: number; readonly title: string} : {readonly ns?: number; readonly title?: string});

type PagePart<Name, P> = Name extends string ? PagePartOf<Name, Unprefixed<P, Name>> : never;

type PagePartOf<Name extends string, P> = Name extends keyof PropMembers<P> ? PropMembers<P>[Name] : Name extends keyof PropItems<P> ? {readonly [Own in Name]?: readonly PropItems<P>[Own][]} : {readonly [member: string]: unknown};

/** A module's own parameters, under their own names. */
type Unprefixed<P, Name> = Name extends keyof Prefixes ? {[Key in keyof P as Key extends `${Prefixes[Name]}${infer Own}` ? Own : never]: P[Key]} : P;
