/** The law of the readers: whichever way a wiki tells its differences, the model of them is one, and whole. */
import {describe, expect, test} from 'vitest';
import {type DiffModel, fromCompareHtml, fromRestCompare} from '../index.js';
import {comparable, composed, expectWhole, isComposed, lines} from './answers.fixtures.js';
import {type RecordedDiff, recordedDiffs} from './recorded.fixtures.js';

describe.each(Object.entries(recordedDiffs))('%s', (_, {texts, rest, table, inline, php}) => {
  test('JSON gives both texts', () => expectWhole(fromRestCompare(rest), lines.wikidiff2(texts.from), lines.wikidiff2(texts.to)));

  test('the table says the same', () => {
    const {from, to} = composed(texts);
    const model = fromCompareHtml(table);
    expectWhole(model, lines.wikidiff2(from), lines.wikidiff2(to));
    if (isComposed(texts)) expect(comparable(model)).toEqual(comparable(fromRestCompare(rest)));
  });

  test('the inline format says the same', () => expect(fromCompareHtml(inline)).toEqual(fromCompareHtml(table)));

  test('MediaWiki’s own engine gives both texts', () => {
    const {from, to} = composed(texts);
    expectWhole(fromCompareHtml(php), lines.php(from), lines.php(to));
  });
});

test('in any language', () => {
  const {table, php, languages = {}} = recordedDiffs['lineNumbers'] as RecordedDiff;
  expect(Object.keys(languages)).toEqual(['ar', 'my', 'fr', 'qqx']);
  for (const answers of Object.values(languages)) {
    expect(fromCompareHtml(answers.table)).toEqual(fromCompareHtml(table));
    expect(fromCompareHtml(answers.inline)).toEqual(fromCompareHtml(table));
    expect(fromCompareHtml(answers.php)).toEqual(fromCompareHtml(php));
  }
});

/** All but which words are marked. */
const places = ({rows}: DiffModel): object => rows.map(({kind, from, to}) => ({kind, from, to}));

const agreeing = (by: (model: DiffModel) => object): string[] =>
  Object.entries(recordedDiffs).flatMap(([name, {table, php}]) => (JSON.stringify(by(fromCompareHtml(table))) === JSON.stringify(by(fromCompareHtml(php))) ? [name] : []));

describe('where wikidiff2 and MediaWiki’s own engine agree, so do the models', () => {
  test('to the word', () => expect(agreeing(comparable)).toEqual(['newlineEnd', 'emptyline', 'reindented', 'same', 'json', 'javascript']));
  test('to the line', () =>
    expect(agreeing(places)).toEqual([
      'simple', 'newlineEnd', 'emptyline', 'movedBoth', 'cjk', 'thai', 'rtl', 'hebrew', 'emoji', 'combining', 'normalForms', 'astralprefix', 'astralHunks', 'html', 'markup', 'spaces',
      'reindented', 'bidi', 'control', 'longline', 'same', 'tablewt', 'samehead', 'json', 'javascript',
    ]));
});

test('JSON of a text with decomposed characters has its offsets right', () => {
  const {rows} = fromRestCompare((recordedDiffs['normalForms'] as RecordedDiff).rest);
  expect(rows[0]?.runs).toEqual([
    {kind: 'removed', text: 'caf\u00e9'},
    {kind: 'added', text: 'cafe\u0301'},
    {kind: 'same', text: ' and '},
    {kind: 'removed', text: '\uac01'},
    {kind: 'added', text: '\u1100\u1161\u11a8'},
    {kind: 'same', text: ' here'},
  ]);
});
