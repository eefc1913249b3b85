/**
 * A line as words and signs. Words of letters and digits are one token, with the marks on them; a Chinese or Japanese
 * character, a picture with all that is glued to it, a flag, a blank or any other sign is one each; what Thai, Lao,
 * Khmer and Burmese write without blanks is parted by the browser's dictionary.
 */
import {at} from './at.js';
import {blank, flagLetter, joiner, kindOf, mark, picture, sign, single, unparted, word} from './characters.js';
import {Interner} from './intern.js';

export interface Line {
  /** Of each token its number, and where it ends, in UTF-16 units. */
  readonly ids: Int32Array;
  readonly ends: Int32Array;
  /** What it says: the weight of its tokens. */
  readonly weight: number;
}

/** A number below is the token of that one ASCII character. */
const ascii = 128;

/** Words say something; signs little, and blanks nothing. */
const wordWeight = 4;

/** So much without blanks is given to the dictionary at once, in UTF-16 units. */
const longest = 1000;

export class Tokens {
  private readonly words = new Interner();
  /** By number: what a token weighs, and what it is. */
  private readonly weights: number[] = [];
  private readonly kinds: number[] = [];
  private readonly ignoreBlanks: boolean;
  private readonly segmenter: Intl.Segmenter | undefined;
  private ids = new Int32Array(256);
  private ends = new Int32Array(256);
  private count = 0;
  private weight = 0;

  /**
   * @param ignoreBlanks - blanks belong to the token before them and make no difference
   * @param locale - whose dictionary parts words that have no blanks between them
   */
  constructor(ignoreBlanks: boolean, locale: string | undefined) {
    this.ignoreBlanks = ignoreBlanks;
    this.segmenter = segmenterOf(locale);
    for (let code = 0; code < ascii; code++) this.know(code, kindOf(code), 1);
  }

  /** All numbers are smaller. */
  get size(): number {
    return ascii + this.words.size;
  }

  weightOf(id: number): number {
    return this.weights[id] as number;
  }

  kindOf(id: number): number {
    return this.kinds[id] as number;
  }

  of(text: string): Line {
    this.count = this.weight = 0;
    for (let start = 0; start < text.length; ) start = this.next(text, start);
    const {ids, ends, count, weight} = this;
    return {ids: ids.slice(0, count), ends: ends.slice(0, count), weight};
  }

  /** Takes the token that begins at `start`; returns where the next begins. */
  private next(text: string, start: number): number {
    const first = codeAt(text, start);
    const kind = kindOf(first);
    let end = start + width(first);
    if (kind === blank) {
      if (this.ignoreBlanks) return this.skipBlanks(text, end);
    } else if (kind === word) {
      end = skip(text, end, word);
    } else if (kind === unparted) {
      end = skip(text, end, unparted);
      return this.parted(text, start, end);
    } else {
      if (kind === flagLetter && end < text.length && kindOf(codeAt(text, end)) === flagLetter) end += 2;
      end = kind === picture ? skipPicture(text, end) : skip(text, end, mark);
    }
    this.take(text, start, end, kind);
    return end;
  }

  private take(text: string, start: number, end: number, kind: number): void {
    if (this.count === this.ids.length) {
      this.ids = doubled(this.ids);
      this.ends = doubled(this.ends);
    }
    const code = text.charCodeAt(start);
    let id = code;
    if (end - start > 1 || code >= ascii) {
      const {size} = this.words;
      id = ascii + this.words.id(text.slice(start, end));
      if (this.words.size > size) this.know(id, kind, end - start);
    }
    this.ids[this.count] = id;
    this.ends[this.count++] = end;
    this.weight += this.weightOf(id);
  }

  private know(id: number, kind: number, length: number): void {
    this.kinds[id] = kind;
    this.weights[id] = kind === blank ? 0 : kind === sign ? 1 : kind === single ? 2 * wordWeight : wordWeight * length;
  }

  private parted(text: string, start: number, end: number): number {
    if (!this.segmenter) {
      for (let from = start; from < end; ) {
        const to = skip(text, from + 1, mark);
        this.take(text, from, to, word);
        from = to;
      }
    } else {
      // A little at a time: of what is longer the dictionary takes ever longer.
      for (let from = start; from < end; from += longest) {
        const part = text.slice(from, Math.min(end, from + longest));
        for (const {segment, index} of this.segmenter.segment(part)) this.take(text, from + index, from + index + segment.length, word);
      }
    }
    return end;
  }

  /** To the token before; where there is none, to the one that follows. */
  private skipBlanks(text: string, end: number): number {
    while (end < text.length && kindOf(text.charCodeAt(end)) === blank) end++;
    if (this.count > 0) this.ends[this.count - 1] = end;
    return end;
  }
}

/** Marks go along with every kind. */
function skip(text: string, end: number, kind: number): number {
  while (end < text.length) {
    const next = codeAt(text, end);
    const nextKind = kindOf(next);
    if (nextKind !== kind && nextKind !== mark) break;
    end += width(next);
  }
  return end;
}

function skipPicture(text: string, end: number): number {
  for (;;) {
    end = skip(text, end, mark);
    if (text.charCodeAt(end - 1) !== joiner || end >= text.length || kindOf(codeAt(text, end)) !== picture) return end;
    end += width(codeAt(text, end));
  }
}

const codeAt = (text: string, index: number): number => text.codePointAt(index) as number;

const width = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}

/** Where a token begins. */
export const startOf = (line: Line, token: number): number => (token > 0 ? at(line.ends, token - 1) : 0);

/** Firefox has it since 125. A page may be in a language whose code no browser takes. */
function segmenterOf(locale: string | undefined): Intl.Segmenter | undefined {
  if (!('Segmenter' in Intl)) return undefined;
  try {
    return new Intl.Segmenter(locale, {granularity: 'word'});
  } catch {
    return new Intl.Segmenter(undefined, {granularity: 'word'});
  }
}
