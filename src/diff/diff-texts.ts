/** Compares two texts: the door to the engine. */
import {linesOf} from './engine/lines-of.js';
import type {Question} from './engine/serve.js';
import {inSlices} from './in-slices.js';
import {compareInWorker} from './in-worker.js';
import {makeModel} from './local-model.js';
import type {DiffModel, DiffTexts} from './model.js';
import {ownEngine} from './own-engine.js';
import {wrong} from './wrong.js';

export interface DiffOptions {
  /** How many unchanged lines are shown around what differs; 2 unless given. */
  readonly context?: number | undefined;
  /** After so many milliseconds the rest is done in the quickest way: lines are right, words may not be marked. 5000 unless given. */
  readonly budgetMs?: number | undefined;
  /** Of the texts, as in `lang`: whose dictionary parts words that are written without blanks. */
  readonly locale?: string | undefined;
  /** Blanks make no difference; empty lines do. */
  readonly ignoreWhitespace?: boolean | undefined;
  /** What they are, as MediaWiki calls it: of `json`, `javascript`, `css` and `Scribunto` the names of what encloses a hunk are found otherwise. `wikitext` unless given. */
  readonly contentmodel?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Texts shorter than this together are compared at once: a Worker takes longer to start. In UTF-16 units. */
const short = 50_000;

/**
 * Compares two texts line by line and word by word. Long ones in a Worker, or, where none can be started, in slices.
 *
 * @throws {TypeError} a wrong argument
 * @throws the signal's reason, when it is aborted
 * @example const {rows} = await diffTexts('a\nb', 'a\nc')
 */
export async function diffTexts(from: string, to: string, options: DiffOptions = {}): Promise<DiffModel> {
  check(from, to, options);
  const {context = 2, budgetMs = 5000, locale, ignoreWhitespace = false, contentmodel = 'wikitext', signal} = options;
  signal?.throwIfAborted();
  const question: Question = {from, to, budgetMs, locale, ignoreBlanks: ignoreWhitespace};
  const isLong = from.length + to.length > short;
  const working = isLong ? compareInWorker(question, signal) : undefined;
  const texts: DiffTexts = {from: linesOf(from), to: linesOf(to)};
  const script = (await working) ?? (await inSlices((budget) => ownEngine().compareTexts(texts.from, texts.to, question, budget), budgetMs, signal));
  return inSlices((budget) => makeModel(texts, script, context, contentmodel, budget), Infinity, signal);
}

function check(from: unknown, to: unknown, options: DiffOptions): void {
  for (const [name, text] of Object.entries({from, to})) if (typeof text !== 'string') throw wrong(name, text, 'a text');
  if (typeof options !== 'object' || (options as DiffOptions | null) === null) throw wrong('options', options, 'an object such as {context: 3}');
  for (const [name, value] of Object.entries(options)) {
    const rule = rules[name as keyof DiffOptions];
    if (!rule) throw new TypeError(`${name}: no such option; there are ${Object.keys(rules).join(', ')}`);
    if (value !== undefined && !rule[0](value)) throw wrong(name, value, rule[1]);
  }
}

const rules: Readonly<Record<keyof DiffOptions, readonly [test: (value: unknown) => boolean, expected: string]>> = {
  context: [(value) => value === Infinity || (Number.isInteger(value) && Number(value) >= 0), 'a number of lines'],
  budgetMs: [(value) => typeof value === 'number' && value >= 0, 'a number of milliseconds'],
  locale: [(value) => typeof value === 'string', 'a language such as “th”'],
  ignoreWhitespace: [(value) => typeof value === 'boolean', 'true or false'],
  contentmodel: [(value) => typeof value === 'string', 'a content model such as “wikitext”'],
  signal: [(value) => value instanceof AbortSignal, 'an AbortSignal'],
};
