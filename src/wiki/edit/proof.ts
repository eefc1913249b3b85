/** Whether a revision holds what an edit sent: by its text, as user and summary may be those of another edit. */
import {asStored, fits, hasWords, pattern} from './stored-text.js';

/** The part of an edit that makes the text, under the names of the API. */
export interface Change {
  readonly text?: string | undefined;
  readonly prependtext?: string | undefined;
  readonly appendtext?: string | undefined;
  readonly section?: number | string | undefined;
}

/** Texts of whole pages; undefined where hidden, empty where there was no page. */
export interface Texts {
  /** What the edit was made on. */
  readonly base: string | undefined;
  /** The section of the base that was edited. */
  readonly baseSection: string | undefined;
  /** The revision before the one in question. */
  readonly parent: string | undefined;
  /** The revision in question. */
  readonly stored: string | undefined;
}

/** `unclear`: it may be the one sent, and may be another. */
export type Verdict = 'ours' | 'other' | 'unclear';

/**
 * @param named - whether a summary of its own speaks for it, and for no other: it may then prove what has no words in it,
 * such as a signature alone
 */
export function judge(change: Change, texts: Texts, named: boolean): Verdict {
  const {base, baseSection, parent, stored} = texts;
  if (stored === undefined) return 'unclear';
  if (stored === parent) return 'other';
  if (proves(change, texts)) return 'ours';
  const on = isAddition(change) ? parent : base;
  const ours = wholePage(change, on, baseSection);
  const made = ours === undefined || on !== parent ? undefined : pattern(ours);
  const mayBeFilled = made !== undefined && made.fills.length > 0 && fits(stored, made);
  if (mayBeFilled) return named ? 'ours' : 'unclear';
  return refutes(change, on, stored) ? 'other' : 'unclear';
}

const isAddition = ({text, section}: Change): boolean => text === undefined && section === undefined;

/** Words that were sent stay as they are, through merging and filling in: where they are not, this is another edit. */
function refutes({text, prependtext = '', appendtext = ''}: Change, on: string | undefined, stored: string): boolean {
  const lines = asStored(text ?? `${prependtext}\n${appendtext}`).split('\n');
  const own = text === undefined ? lines : minus(lines, (on ?? '').split('\n'));
  return own.flatMap((line) => pattern(line).kept.map((piece) => piece.trim()).filter(hasWords)).some((piece) => !stored.includes(piece));
}

/**
 * True when the text is the one sent; when it is what the wiki makes of that by filling in signatures and templates, and
 * words that were sent are in it; when the change to what others saved meanwhile is the change that was made to the base.
 * What changes nothing proves nothing.
 */
export function proves(change: Change, {base, baseSection, parent, stored}: Texts): boolean {
  if (stored === undefined || stored === parent) return false;
  // What is added goes to what is there by then.
  const on = isAddition(change) ? parent : base;
  const ours = wholePage(change, on, baseSection);
  if (ours === undefined) return false;
  if (stored === ours || isSameJson(stored, ours)) return true;
  if (on === undefined || parent === undefined) return false;
  return on === parent ? isFilledIn(ours, parent, stored) : isSameChange({base: on, ours, parent, stored});
}

/** The page with the edit in it; undefined where that cannot be told. */
function wholePage({text, prependtext = '', appendtext = '', section}: Change, on: string | undefined, onSection: string | undefined): string | undefined {
  const before = section === undefined ? on : onSection;
  if (text === undefined && before === undefined) return undefined;
  const ours = asStored(text ?? `${prependtext}${before}${appendtext}`);
  if (section === undefined || on === undefined) return section === undefined ? ours : undefined;
  const start = Number(section) === 0 ? 0 : onlyPlace(onSection, on);
  if (start === undefined || onSection === undefined) return undefined;
  const after = on.slice(start + onSection.length).replace(/^\s+/, '');
  return asStored(`${on.slice(0, start)}${ours && `${ours}\n\n`}${after}`);
}

/** Where a section begins, if its text is on the page once only. */
function onlyPlace(section: string | undefined, page: string): number | undefined {
  if (!section) return undefined;
  const wanted = `\n${section}`;
  const start = `\n${page}`.indexOf(wanted);
  return start >= 0 && `\n${page}`.indexOf(wanted, start + 1) < 0 ? start : undefined;
}

/** The wiki lays out JSON anew. */
function isSameJson(stored: string, ours: string): boolean {
  if (!/^\s*[[{]/.test(ours)) return false;
  try {
    return JSON.stringify(JSON.parse(stored)) === JSON.stringify(JSON.parse(ours));
  } catch {
    return false;
  }
}

function isFilledIn(ours: string, parent: string, stored: string): boolean {
  const made = pattern(ours);
  if (made.fills.length === 0 || !fits(stored, made)) return false;
  // The words around a signature are the evidence, and those the page held before are none.
  return minus(made.kept.join('\0').split('\n'), parent.split('\n')).some(hasWords);
}

/** By lines, as the wiki merges by lines; what others had changed in the same way already need not be changed again. */
function isSameChange({base, ours, parent, stored}: {readonly base: string; readonly ours: string; readonly parent: string; readonly stored: string}): boolean {
  const [from, to, before, after] = [base, ours, parent, stored].map((text) => text.split('\n')) as [string[], string[], string[], string[]];
  const added = minus(to, from);
  const removed = minus(from, to);
  const didAdd = minus(after, before);
  const didRemove = minus(before, after);
  let lacking = minus(added, didAdd);
  for (const line of minus(didAdd, added)) {
    const place = lacking.findIndex((one) => hasOwnWords(one) && fits(line, pattern(one)));
    if (place < 0) return false;
    lacking = lacking.filter((_, other) => other !== place);
  }
  return (
    minus(didRemove, removed).length === 0 &&
    minus(lacking, minus(before, from)).length === 0 &&
    minus(minus(removed, didRemove), minus(from, before)).length === 0 &&
    [...didAdd, ...didRemove].some(hasWords)
  );
}

const hasOwnWords = (line: string): boolean => pattern(line).kept.some(hasWords);

/** The lines that are more often in the one than in the other. */
function minus(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}
