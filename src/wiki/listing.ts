/** Long answers, item by item: asked for as they are wanted, one answer ahead. */
import {checkOptions, isFunction, type Rule, signalRule} from '../core/check.js';
import {lazily} from '../core/lazily.js';
import {copied, type Params} from '../core/params.js';
import type {Session} from '../core/session.js';
import {shown} from '../core/shown.js';
import {lazyGenerator} from './lazy-generator.js';
import {type LookUp, lookUp, type Question} from './query/look-up.js';

export interface ListingOptions {
  /** Stops the listing: who waits for an item, or asks for another, gets the signal's reason as an error. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each answer how many items have come so far. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Progress {
  readonly items: number;
  readonly answers: number;
}

/** The items of each answer. */
export type Answers<Item> = AsyncGenerator<Item[], void, undefined>;

/**
 * The items of a list, for `for await`. Nothing is asked before the first is wanted; while one answer is being worked on,
 * the next is fetched, and never more than one. It can be gone through again, which asks again. What the wiki refuses is
 * thrown where items are waited for: {@link ApiError}, also `unrecognizedvalues` and `unrecognizedparams`, which elsewhere
 * are warnings: the list would not be what was asked for.
 *
 * @example
 * for await (const {title} of wiki.allpages({prefix: 'A'})) console.log(title);
 * @see https://www.mediawiki.org/wiki/API:Continue
 */
export class Listing<Item> implements AsyncIterable<Item> {
  private readonly open: (count: number) => Answers<Item>;
  private readonly signal: AbortSignal | undefined;
  private readonly count: number;

  /**
   * @param open - begins to ask, for so many items at most
   * @param signal - after whose abort no item is given any more, also of those that have come
   */
  constructor(open: (count: number) => Answers<Item>, signal?: AbortSignal, count = Infinity) {
    this.open = open;
    this.signal = signal;
    this.count = count;
  }

  /**
   * The first items only; the wiki is not asked for more.
   *
   * @throws {TypeError} not a whole number above 0
   */
  take(count: number): Listing<Item> {
    if (!Number.isInteger(count) || count < 1) throw new TypeError(`take: ${shown(count)} given, a whole number above 0 expected`);
    return new Listing(this.open, this.signal, Math.min(count, this.count));
  }

  /** All items. */
  async toArray(): Promise<Item[]> {
    const all: Item[] = [];
    for await (const item of this) all.push(item);
    return all;
  }

  /** The items of each answer together, as they come. */
  byAnswer(): Answers<Item> {
    return this.open(this.count);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const items of this.byAnswer()) {
      for (const item of items) {
        yield item;
        this.signal?.throwIfAborted();
      }
    }
  }
}

/** What a listing asks, and where its items stand in an answer. */
export interface Listed extends Question {
  /** Rows of a module; or the pages of a generator, which come whole, however many answers tell of them. */
  readonly items: 'rows' | 'pages';
}

/** The same as it is called for. */
type Wanted = Omit<Listed, 'params'> & {readonly params: Params | undefined};

/** A listing whose code is loaded when its first item is wanted. */
export const lazyListing = <Part, Item>(load: () => Promise<Part>, open: (part: Part, count: number) => Answers<Item>, options?: ListingOptions): Listing<Item> =>
  new Listing((count) => lazyGenerator(() => lazily(load).then((part) => open(part, count))), options?.signal);

/** Each option has its rule, or this does not compile. */
const rules: Readonly<Record<keyof ListingOptions, Rule>> = {signal: signalRule, onProgress: [isFunction, 'a function']};

export const checkListingOptions = (options: ListingOptions): void => checkOptions(options, rules);

/** A list the wiki gives in parts. It is asked for at once when the first item is wanted, along with all else that is asked in that task. */
export function listing<Item>(session: Session, listed: Wanted, options: ListingOptions = {}): Listing<Item> {
  checkListingOptions(options);
  const asked = {...listed, params: copied(listed.params ?? {}), beside: copied(listed.beside)};
  const open = (count: number): Answers<Item> =>
    lazyGenerator(() => {
      options.signal?.throwIfAborted();
      const first = askFirst(session, asked, count);
      return lazily(() => import('./query/walk.js')).then(({walk}) => walk<Item>(first, asked, options, count));
    });
  return new Listing(open, options.signal);
}

/** The look-up of a listing, and what comes of it. */
export interface FirstAnswer {
  readonly asked: LookUp;
  readonly answer: Promise<Parameters<LookUp['deliver']>>;
  readonly stop: AbortController;
}

function askFirst(session: Session, listed: Listed, count: number): FirstAnswer {
  const stop = new AbortController();
  const asked: LookUp = {params: {action: 'query'}, question: {...listed, count}, wants: 'parts', signal: stop.signal, deliver: () => {}, fail: () => {}};
  const answer = new Promise<Parameters<LookUp['deliver']>>((resolve, reject) => {
    asked.deliver = (...told) => resolve(told);
    asked.fail = reject;
  });
  // It may fail before the part that reads it is there.
  answer.catch(() => {});
  lookUp(session, asked);
  return {asked, answer, stop};
}
