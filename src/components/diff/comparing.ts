/** From what is asked for to what differs: two texts with their headers, and a model of their differences. No DOM. */
import {isApiError} from '../../core/errors.js';
import {lazily} from '../../core/lazily.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {diffTexts} from '../../diff/diff-texts.js';
import {linesOf} from '../../diff/engine/lines-of.js';
import type {DiffModel, DiffTexts} from '../../diff/model.js';
import type {Wiki} from '../../wiki/wiki.js';
import {chooseEngine} from '../../wiki/compare/choose-engine.js';
import type {FileVersion} from '../../wiki/compare/file-versions.js';
import type {DiffOpening} from '../../wiki/compare/diff-opening.js';
import type {DiffSide} from '../../wiki/compare/diff-side.js';
import {readTexts} from '../../wiki/compare/history.js';

/** One content of a page; most have `main` alone. */
export interface Part {
  readonly role: string;
  readonly contentmodel: string;
  readonly model: DiffModel;
}

/**
 * - `ready`: they differ;
 * - `same`: they do not; `line-ends`: only in how lines end;
 * - `hidden`: a text is hidden from the public, and this user may see it; `withheld`: and may not;
 * - `too-large`: the texts are longer than is compared here, and the wiki compares none;
 * - `binary`: what is no text;
 * - `files`: versions of a file.
 */
export type Outcome = 'ready' | 'same' | 'line-ends' | 'hidden' | 'withheld' | 'too-large' | 'binary' | 'files';

/** What the wiki was asked for: two texts, or versions of a file. */
export interface Opened {
  readonly wiki: Wiki;
  readonly opening: DiffOpening | undefined;
  readonly versions?: readonly FileVersion[];
}

export interface Compared {
  readonly outcome: Outcome;
  readonly opening: DiffOpening | undefined;
  readonly parts: readonly Part[];
  readonly versions?: readonly FileVersion[];
}

export interface CompareOptions {
  readonly engine: 'auto' | 'local' | 'wiki';
  /** Without a value, as many as the engine shows unasked. */
  readonly context: number | null | undefined;
  readonly ignoreWhitespace: boolean;
  /** What is hidden is shown, to those who may see it. */
  readonly unhide: boolean;
  readonly signal: AbortSignal;
}

const engines: ReadonlySet<string> = new Set(['auto', 'local', 'wiki']);

/** @throws {TypeError} an attribute may say anything */
function checkEngine({engine}: CompareOptions): void {
  if (!engines.has(engine)) throw new TypeError(`engine: ${shown(engine)} given, 'local' or 'wiki' expected`);
}

/** A text that is longer than this is not compared here, in UTF-16 units: wikis allow 2 MB. */
const longest = 16 * 2 ** 20;

export async function compareTexts(from: string, to: string, options: CompareOptions, lang = ''): Promise<Compared> {
  checkEngine(options);
  const model = await locally(from, to, options, lang, 'wikitext');
  if (!model) return {outcome: 'too-large', opening: undefined, parts: []};
  return {outcome: outcomeOf([model], from, to), opening: undefined, parts: [{role: 'main', contentmodel: 'wikitext', model}]};
}

export async function compareOpened(session: Session, opened: DiffOpening, options: CompareOptions): Promise<Compared> {
  checkEngine(options);
  // Where no texts were asked for: whether this user may see a hidden one, is known when it is read.
  const opening = options.engine === 'wiki' && hiddenIn(opened).length > 0 ? await readTexts(session, opened, {signal: options.signal}) : opened;
  const {from, to} = opening;
  const sides = from ? [from, to] : [to];
  const hiddenSides = hiddenIn(opening);
  if (hiddenSides.some(({slots}) => Object.values(slots).some(({text}) => text === undefined))) return {outcome: 'withheld', opening, parts: []};
  if (hiddenSides.length > 0 && !options.unhide) return {outcome: 'hidden', opening, parts: []};
  const roles = [...new Set(['main', ...sides.flatMap(({slots}) => Object.keys(slots))])];
  const parts: Part[] = [];
  const texts: string[] = ['', ''];
  for (const role of roles) {
    const model = await compareRole(session, opening, role, options);
    if (!model) return {outcome: 'too-large', opening, parts: []};
    if (model === 'binary') return {outcome: 'binary', opening, parts: []};
    texts[0] += textOf(from, role) ?? '';
    texts[1] += textOf(to, role) ?? '';
    if (role === 'main' || model.rows.length > 0) parts.push({role, contentmodel: to.slots[role]?.contentmodel ?? from?.slots[role]?.contentmodel ?? '', model});
  }
  return {outcome: outcomeOf(parts.map(({model}) => model), texts[0] ?? '', texts[1] ?? ''), opening, parts};
}

const hiddenIn = ({from, to}: DiffOpening): readonly DiffSide[] => [from, to].filter((side) => side !== undefined).filter((side) => side.kind === 'revision' && side.hidden.text);

async function compareRole(session: Session, {from, to}: DiffOpening, role: string, options: CompareOptions): Promise<DiffModel | 'binary' | undefined> {
  const [left, right] = [textOf(from, role), textOf(to, role)];
  if ([left, right].some((text) => text?.includes('\0'))) return 'binary';
  // Which engine of the wiki's, it finds out itself.
  const isOurs = chooseEngine({engine: options.engine, from, to, role, rest: false}) === 'local';
  if (isOurs && left !== undefined && right !== undefined) return locally(left, right, options, to.page.lang, (to.slots[role] ?? from?.slots[role])?.contentmodel ?? 'wikitext');
  try {
    const {compareOnWiki} = await lazily(() => import('./on-wiki.js'));
    return await compareOnWiki(session, from, to, {role, signal: options.signal});
  } catch (error) {
    // Something that is no text.
    if (isApiError(error, 'rest-compare-wrong-content')) return 'binary';
    throw error;
  }
}

async function locally(from: string, to: string, {context, ignoreWhitespace, signal}: CompareOptions, lang: string, contentmodel: string): Promise<DiffModel | undefined> {
  if (from.length + to.length > longest) return undefined;
  const [left, right] = contentmodel === 'json' ? [from, to].map(asSaved) : [from, to];
  return diffTexts(left ?? '', right ?? '', {context: context ?? undefined, ignoreWhitespace, contentmodel, signal, locale: lang || undefined});
}

/** A wiki saves JSON with tabs and line ends, however it was written. */
function asSaved(text: string): string {
  try {
    return text.includes('\n') || text === '' ? text : JSON.stringify(JSON.parse(text), undefined, '\t');
  } catch {
    return text;
  }
}

/** Both texts of a part, read if need be; undefined where there are none to be had. */
export async function textsOfRole(session: Session, opening: DiffOpening, role: string): Promise<DiffTexts | undefined> {
  const {from, to} = await readTexts(session, opening);
  const [left, right] = [textOf(from, role), textOf(to, role)];
  return left === undefined || right === undefined ? undefined : {from: linesOf(left), to: linesOf(right)};
}

/** Empty where there is no side, or none of that content; undefined where it was not asked for. */
const textOf = (side: DiffSide | undefined, role: string): string | undefined => (side?.slots[role] ? side.slots[role].text : '');

function outcomeOf(models: readonly DiffModel[], from: string, to: string): Outcome {
  if (models.every(({rows}) => rows.length === 0)) return 'same';
  const bare = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  return bare(from) === bare(to) && (from !== '' || to !== '') ? 'line-ends' : 'ready';
}
