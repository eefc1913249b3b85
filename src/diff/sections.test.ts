import {describe, expect, test} from 'vitest';
import {headingsOf, sectionAt} from './sections.js';

const found = (...lines: readonly string[]) => headingsOf(lines).map(({line, level, title}) => `${line} ${'='.repeat(level)} ${title}`);

describe('headings', () => {
  test('are lines between equals signs, six at most', () => {
    expect(found('= a =', 'text', '==b==', '=== [[c]] ===', '====== f ======', '======= g =======')).toEqual(['1 = a', '3 == b', '4 === [[c]]', '5 ====== f', '6 ====== = g =']);
  });

  test('with more equals signs on one side have the rest in the title', () => {
    expect(found('== a ===', '=== b ==', '= c ==', '======= d =')).toEqual(['1 == a =', '2 == = b', '3 = c =', '4 = ====== d']);
  });

  test('of equals signs alone keep some for the title', () => {
    expect(found('=', '==', '===', '====', '=====', '===============')).toEqual(['3 = =', '4 = ==', '5 == =', '6 ====== ===']);
  });

  test('may be followed by blanks and comments, and by nothing else', () => {
    expect(found('== a == \t', '== b == <!-- one --> <!-- two --> ', '== c == d', ' == e ==', '== f == <!-- goes on', 'here -->', '== <!-- not this --> g ==', '== h ==\r', '==')).toEqual(['1 == a', '2 == b', '5 == f', '7 == g', '8 == h']);
  });

  test('may have comments in the title, which a row of equals signs does not go beyond', () => {
    expect(found('== a <!-- not this --> b ==', '=== c <!-- x -->== <!-- y -->', '=====<!-- x -->= ')).toEqual(['1 == a  b', '2 == = c', '3 = ====']);
  });

  test('are not in comments, nor where wikitext is shown as it is', () => {
    expect(found('<!--', '== a ==', '--> <nowiki>', '== b ==', '</nowiki>', '== c ==', '<pre class="x">', '== d ==', '</PRE >', '<syntaxhighlight lang="wikitext">== e ==</syntaxhighlight>', '== <nowiki>==</nowiki> ==')).toEqual(['6 == c', '11 == <nowiki>==</nowiki>']);
  });

  test('are below an element that never ends, and not below a comment that never does', () => {
    expect(found('<nowiki>', '== a ==', '<nowiki /> <preface>', '== b ==', '</pre>', '<!--', '== c ==')).toEqual(['2 == a', '4 == b']);
  });

  test('of a text that was made to take long are found at once', () => {
    const start = performance.now();
    expect(found(...Array.from({length: 20_000}, (_, index) => (index % 10 ? '<nowiki> <pre> text of a paragraph' : `== ${index} ==`)))).toHaveLength(2000);
    expect(found(`=a=${'<!---->'.repeat(50_000)}x`, '='.repeat(500_000), `=${'<!--'.repeat(100_000)}`, `= ${'= '.repeat(100_000)}x`, '<pre>'.repeat(100_000))).toEqual([`2 ====== ${'='.repeat(499_988)}`]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test('a line stands under the heading above it; a heading under itself', () => {
  const headings = headingsOf(['intro', '== a ==', 'text', '=== b ===']);
  expect([1, 2, 3, 4, 9].map((line) => sectionAt(headings, line)?.title)).toEqual([undefined, 'a', 'a', 'b', 'b']);
  expect(sectionAt([], 1)).toBeUndefined();
});
