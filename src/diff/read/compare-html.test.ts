import {describe, expect, test} from 'vitest';
import {fromCompareHtml} from '../index.js';
import {type RecordedDiff, recordedDiffs} from './recorded.fixtures.js';

const recorded = (name: string): RecordedDiff => recordedDiffs[name] as RecordedDiff;

/** A row in short. */
const written = (html: string): string[] => fromCompareHtml(html).rows.map(({kind, runs}) => `${kind} ${runs.map(({kind, text}) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`)).join('')}`);

test('an empty body is a model without rows', () => {
  for (const html of ['', '\n', '<tr><td colspan="4"></td></tr>']) {
    expect(fromCompareHtml(html)).toMatchObject({engine: 'html', rows: [], hunks: [], moves: [], texts: undefined, truncated: false, stats: {addedLines: 0}});
  }
});

test('markup in a text is text', () => {
  expect(written(recorded('html').table)).toEqual(['changed <script>alert([-1-]{+2+})</script> &{+amp;+}amp; [-"-]{+\'+}q[-"-]{+\'+} <b>[-x-]{+y+}</b>']);
});

test('a tab that a line begins with became a blank, which wikidiff2 does not mark', () => {
  const marked = ['context {', 'changed [-\t-]{+ +}foo();', 'changed [- -]{+\t+}bar();', 'context }'];
  expect(written(recorded('reindented').table)).toEqual(marked);
  expect(written(recorded('reindented').inline)).toEqual(marked);
  // With a word besides, only a table has both.
  expect(written('<tr><td class="diff-deletedline"><div>\tfoo <del>a</del></div></td><td class="diff-addedline"><div> foo <ins>b</ins></div></td></tr>')).toEqual(['changed [-\t-]{+ +}foo [-a-]{+b+}']);
});

describe('a paragraph that was split, as wikidiff2 1.14 tells it', () => {
  const right = (content: string): string => `<tr>\n  <td colspan="2" class="diff-empty diff-side-deleted"></td>\n  <td class="diff-marker" data-marker="+"></td>\n  <td class="diff-addedline diff-side-added"><div>${content}</div></td>\n</tr>\n`;
  const first = (left: string, content: string): string => `<tr>\n  <td class="diff-marker" data-marker="−"></td>\n  <td class="diff-deletedline diff-side-deleted"><div>${left}</div></td>\n  <td class="diff-marker" data-marker="+"></td>\n  <td class="diff-addedline diff-side-added"><div>${content}</div></td>\n</tr>\n`;

  test('in a table', () => {
    const html = first('One. <del>And</del> two. Three.', 'One. ') + right('<ins>Then</ins> two. ') + right('Three.') + right('all new');
    expect(written(html)).toEqual(['changed One. [-And-]{+\nThen+} two. {+\n+}Three.', 'added {+all new+}']);
    expect(fromCompareHtml(html).rows.map(({from, to}) => [from?.lines, to?.line, to?.lines])).toEqual([[1, 1, 3], [undefined, 4, 1]]);
    expect(fromCompareHtml(html).hunks).toMatchObject([{from: {line: 1, lines: 1}, to: {line: 1, lines: 4}}]);
  });

  test('inline', () => {
    const html = '<tr><td colspan="4"><div class="mw-diff-inline-header">Line 1:</div>\n<div class="mw-diff-inline-changed">One. <span class="mw-inline-diff-newline"></span><br>Two<ins>.</ins></div>\n</td></tr>';
    expect(written(html)).toEqual(['changed One. {+\n+}Two{+.+}']);
    expect(fromCompareHtml(html).rows[0]?.to).toEqual({line: 1, lines: 2, text: 'One. \nTwo.'});
  });

  test('rows that do not go together stay apart', () => {
    expect(written(first('a b', 'a') + right('c'))).toEqual(['changed [-a b-]{+a+}', 'added {+c+}']);
  });
});

test('lines without numbers over them begin at the first', () => {
  const html = recorded('simple').table.replaceAll('Line 1:', '');
  expect(fromCompareHtml(html)).toEqual(fromCompareHtml(recorded('simple').table));
});

test('comments over the hunks of MediaWiki 1.39', () => {
  const html = recorded('thousands').inline.replace('Line 998:', '<!-- LINES 998,998 -->').replace('Line 1,199 ⟶ 1,201:', '<!-- LINES 1199,1201 -->');
  expect(html).toContain('LINES 1199');
  expect(fromCompareHtml(html)).toEqual(fromCompareHtml(recorded('thousands').inline));
});

test('table rows may be left open', () => {
  expect(fromCompareHtml(recorded('moved').table.replace(/<\/tr>/g, ''))).toEqual(fromCompareHtml(recorded('moved').table));
});

describe('what is no difference is refused', () => {
  test.each([
    [undefined, 'html: undefined given, the body of action=compare, of difftype table or inline, expected'],
    [{body: ''}, 'html: an object given'],
    ['Nothing', "html: 'Nothing' given"],
    ['<tr><td colspan="4"><pre>@@ -1,2 +1,2 @@\n a\n-b\n+c\n</pre></td></tr>', `html: '<tr><td colspan="4"><pre>@@ -1,2 +1,2 @@`],
    ['<tr><td class="diff-otitle">x</td></tr>', 'html: '],
    [`<p>${'x'.repeat(200)}</p>`, `html: '<p>${'x'.repeat(77)}…' given`],
    ['<tr class="mw-diff-slot-header" lang="en"><th colspan="4">Main</th></tr>', 'the body of one slot, by slots=main, expected'],
  ])('%j', (bad, message) => {
    expect(() => fromCompareHtml(bad as string)).toThrow(TypeError);
    expect(() => fromCompareHtml(bad as string)).toThrow(message);
  });
});

describe('hostile bodies are read to their end, or refused, and no slower than they are long', () => {
  const many = 200_000;
  const changed = '<tr><td class="diff-deletedline"><div>a</div></td><td class="diff-addedline"><div></div></td></tr>';
  test.each([
    ['cells left open', '<td class="diff-addedline">'.repeat(many / 8)],
    ['lines left open', '<div class="mw-diff-inline-changed">'.repeat(many / 8)],
    ['nothing but marks', `<td class="diff-addedline">${'<ins>'.repeat(many)}`],
    ['marks without an end', `<div class="mw-diff-inline-changed">${'<ins>a<del>b'.repeat(many / 4)}`],
    ['rows that may be split, and are not', changed.repeat(many / 32)],
    ['rows that are said to be split', changed + '<tr><td class="diff-addedline"><div><ins>b</ins></div></td></tr>'.repeat(many / 16)],
    ['pieces that match to the last', `<tr><td class="diff-deletedline">${'<del>x</del>a'.repeat(many / 8)}</td><td class="diff-addedline">${'a<ins>y</ins>'.repeat(many / 8)}b</td></tr>`],
    ['moves of one line to many', `<tr><a href="#x" name="y"><td class="diff-addedline">a</td></tr>`.repeat(many / 16)],
    ['moves to and fro, blank lines between', Array.from({length: many / 64}, (_, index) => `<div class="mw-diff-inline-moved-source"><a name="l${index}" href="#r${(index * 7) % (many / 64)}"></a>x</div><div class="mw-diff-inline-deleted"><del>&#160;</del></div><div class="mw-diff-inline-moved-destination"><a name="r${(index * 7) % (many / 64)}" href="#l${index}"></a>x</div>`).join('')],
    ['numbers without an end', `<td class="diff-lineno">${'1,'.repeat(many)}</td>${'<td class="diff-lineno">9</td>'.repeat(many / 32)}`],
    ['numbers that go down', Array.from({length: 1_000}, (_, index) => `<tr><td class="diff-lineno">${1_000 - index}</td></tr>${changed}`).join('')],
    ['blanks of MediaWiki’s own engine', `<td class="diff-lineno" id="mw-diff-left-l1">1</td><tr><td class="diff-addedline">${'\u00a0 \u00a0\u00a0'.repeat(many)}</td></tr>`],
    ['a heading all the way', `<div class="mw-diff-inline-moved-source"><a name="l" href="#r"></a>=a=${'<!--'.repeat(many / 8).replaceAll('<', '&lt;')}</div><div class="mw-diff-inline-moved-destination"><a name="r" href="#l"></a>b</div>`],
    ['nothing in particular', 'x'.repeat(4 * many)],
  ])('%s', (_, html) => {
    const start = performance.now();
    try {
      const {rows, hunks} = fromCompareHtml(html);
      expect(hunks.at(-1)?.end ?? 0).toBe(rows.length);
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
