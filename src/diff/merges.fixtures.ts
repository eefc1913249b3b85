/** Texts like those of a wiki, and what editors make of them. */
import fc from 'fast-check';

export interface Triple {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** One change to a list of lines; places are shares of its length, so that it fits any text. */
interface Edit {
  readonly kind: 'change' | 'insert' | 'remove' | 'move' | 'double' | 'blank' | 'append' | 'prepend';
  readonly place: number;
  readonly other: number;
  readonly count: number;
  readonly lines: readonly string[];
}

const few = ['== History ==', '* item', '|-', '| a || b', '|}', '{{Infobox', '| name = x', '}}', '----', '<references />'];
const word = fc.constantFrom('Oslo', 'the', 'river', 'was', 'founded', '[[Norway]]', '1048', "'''old'''", 'ærlig', '日本', '<ref name="a" />', '{{cite web}}');
const sentence = fc.array(word, {minLength: 1, maxLength: 6}).map((words) => words.join(' '));
/** Many are blank, as between paragraphs; some stand in a text many times. */
const line = fc.oneof({weight: 4, arbitrary: fc.constant('')}, {weight: 2, arbitrary: fc.constantFrom(...few)}, {weight: 4, arbitrary: sentence});
const paragraph = sentence.map((text) => [text, '']);
const list = fc.array(fc.constantFrom('* item', '* other', '** item'), {minLength: 2, maxLength: 8});
const table = fc.array(fc.tuple(fc.constant('|-'), sentence.map((text) => `| ${text}`)), {minLength: 1, maxLength: 7}).map((rows) => [['{| class="wikitable"'], ...rows, ['|}', '']].flat());
const section = fc.tuple(word, fc.array(fc.oneof({weight: 6, arbitrary: paragraph}, list, table), {maxLength: 6})).map(([title, blocks]) => [[`== ${title} ==`], ...blocks, ['']].flat());
const article = fc.array(section, {maxLength: 8}).map((sections) => sections.flat());

const edits = (line: fc.Arbitrary<string>, most: number): fc.Arbitrary<readonly Edit[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom<Edit['kind']>('change', 'change', 'change', 'insert', 'insert', 'remove', 'remove', 'move', 'double', 'blank', 'append', 'prepend'),
      place: fc.double({min: 0, max: 1, noNaN: true}),
      other: fc.double({min: 0, max: 1, noNaN: true}),
      count: fc.integer({min: 1, max: 5}),
      lines: fc.array(line, {minLength: 1, maxLength: 4}),
    }),
    {maxLength: most},
  );

function edited(lines: readonly string[], edits: readonly Edit[]): readonly string[] {
  const result = [...lines];
  for (const {kind, place, other, count, lines} of edits) {
    const at = Math.floor(place * result.length);
    if (kind === 'change') result.splice(at, 1, lines[0] as string);
    else if (kind === 'insert') result.splice(at, 0, ...lines);
    else if (kind === 'remove') result.splice(at, count);
    else if (kind === 'move') {
      const taken = result.splice(at, count);
      result.splice(Math.floor(other * result.length), 0, ...taken);
    } else if (kind === 'double') result.splice(at, 0, ...result.slice(at, at + count));
    else if (kind === 'blank') result.splice(at, 0, '');
    else if (kind === 'append') result.push(...lines);
    else result.unshift(...lines);
  }
  return result;
}

/** With a line feed at its end, or without; no lines are the empty text. */
const joined = (lines: readonly string[], ends: boolean): string => lines.join('\n') + (ends && lines.length > 0 ? '\n' : '');

function triples(base: fc.Arbitrary<readonly string[]>, line: fc.Arbitrary<string>, most: number): fc.Arbitrary<Triple> {
  const alike = fc.oneof({weight: 3, arbitrary: fc.constant([])}, edits(line, 2));
  const ends = fc.oneof({weight: 6, arbitrary: fc.constant([true, true, true] as const)}, {weight: 2, arbitrary: fc.constant([false, false, false] as const)}, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()));
  return fc.tuple(base, alike, edits(line, most), edits(line, most), ends).map(([base, alike, mine, theirs, ends]) => ({
    base: joined(base, ends[0]),
    mine: joined(edited(edited(base, alike), mine), ends[1]),
    theirs: joined(edited(edited(base, alike), theirs), ends[2]),
  }));
}

const letter = fc.constantFrom('a', 'b', 'c');

/** Articles and their edits, and short rows of a few letters, which can be aligned in many ways. */
export const triple: fc.Arbitrary<Triple> = fc.oneof(
  {weight: 4, arbitrary: triples(article, line, 5)},
  {weight: 2, arbitrary: triples(fc.array(letter, {maxLength: 14}), letter, 3)},
  {weight: 1, arbitrary: fc.record({base: fc.array(letter, {maxLength: 7}), mine: fc.array(letter, {maxLength: 7}), theirs: fc.array(letter, {maxLength: 7})}).map(({base, mine, theirs}) => ({base: joined(base, true), mine: joined(mine, true), theirs: joined(theirs, true)}))},
);
