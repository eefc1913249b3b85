/**
 * Pairs of wikitext articles of any size, the right one edited by a known share of its lines, always the same for the
 * same numbers: word edits, lines added, removed and rewritten, blocks of lines moved.
 */

export interface TextPair {
  readonly from: string;
  readonly to: string;
  /** UTF-16 units that were removed and added; what moved is not among them. */
  readonly changed: number;
  readonly movedLines: number;
}

/** Numbers from 0 up to 1, always the same: S. Vigna's splitmix32. */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

const syllables = 'ka lo mi ten ra su vel dor an pi sha ko ber lin gu tar e mo ni pas'.split(' ');

class Writer {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = random(seed);
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  word(): string {
    return Array.from({length: 1 + this.below(3) + (this.below(4) === 0 ? 1 : 0)}, () => syllables[this.below(syllables.length)]).join('');
  }

  sentence(): string {
    const words = Array.from({length: 6 + this.below(14)}, () => (this.below(14) === 0 ? `[[${this.word()} ${this.word()}]]` : this.word()));
    const text = words.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${this.below(9) === 0 ? `<ref name="${this.word()}">{{cite web|url=https://${this.word()}.example/${this.below(9999)}|title=${this.word()} ${this.word()}}}</ref>` : ''}.`;
  }

  paragraph(): string {
    return Array.from({length: 1 + this.below(5)}, () => this.sentence()).join(' ');
  }

  /** One to a dozen lines. */
  block(): readonly string[] {
    const kind = this.below(12);
    if (kind === 0) return ['', `== ${this.word()} ${this.word()} ==`];
    if (kind === 1) return ['{| class="wikitable"', ...Array.from({length: 2 + this.below(5)}, () => ['|-', `| ${this.word()} || ${this.below(999)} || ${this.word()} ${this.word()}`]).flat(), '|}'];
    if (kind === 2) return [`{{Infobox ${this.word()}`, ...Array.from({length: 3 + this.below(5)}, () => `| ${this.word()} = ${this.word()} ${this.below(99)}`), '}}'];
    if (kind === 3) return Array.from({length: 2 + this.below(5)}, () => `* ${this.sentence()}`);
    return [this.paragraph(), ''];
  }
}

/**
 * @param length - about so many UTF-16 units
 * @param share - of the lines that are changed, 0.1 for a tenth
 */
export function textPair(length: number, share: number, seed = 1): TextPair {
  const writer = new Writer(seed);
  const from = article(writer, length);
  return {from: from.join('\n'), ...edited(writer, from, share)};
}

/** One article, edited by two at the same time. */
export interface TextTriple {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** @param share - of the lines that each of the two changes */
export function textTriple(length: number, share: number, seed = 1): TextTriple {
  const base = article(new Writer(seed), length);
  const [mine, theirs] = [seed + 1, seed + 2].map((other) => edited(new Writer(other), base, share).to) as [string, string];
  return {base: base.join('\n'), mine, theirs};
}

function article(writer: Writer, length: number): readonly string[] {
  const lines: string[] = [];
  for (let size = 0; size < length; ) {
    for (const line of writer.block()) {
      lines.push(line);
      size += line.length + 1;
    }
  }
  return lines;
}

function edited(writer: Writer, from: readonly string[], share: number): Omit<TextPair, 'from'> {
  const to = from.map((line) => [line]);
  let changed = 0;
  for (const [index, line] of from.entries()) {
    if (line === '' || writer.next() >= share) continue;
    const kind = writer.next();
    if (kind < 0.65) {
      const words = line.split(' ');
      const edits = 1 + writer.below(3);
      for (let edit = 0; edit < edits; edit++) {
        const place = writer.below(words.length);
        const [old, word] = [words[place] as string, writer.word()];
        if (!/^[a-z]+$/.test(old) || old === word) continue;
        words[place] = word;
        changed += old.length + word.length;
      }
      to[index] = [words.join(' ')];
    } else if (kind < 0.8) {
      const added = writer.paragraph();
      to[index] = [line, added];
      changed += added.length;
    } else if (kind < 0.93) {
      to[index] = [];
      changed += line.length;
    } else {
      const added = writer.paragraph();
      to[index] = [added];
      changed += line.length + added.length;
    }
  }
  const moves = 1 + writer.below(3);
  let movedLines = 0;
  for (let move = 0; move < moves && to.length > 30; move++) {
    const start = writer.below(to.length - 12);
    const block = to.splice(start, 5);
    to.splice((start + Math.floor(to.length / 3)) % to.length, 0, ...block);
    movedLines += block.flat().length;
  }
  return {to: to.flat().join('\n'), changed, movedLines};
}
