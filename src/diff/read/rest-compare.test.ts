import {describe, expect, test} from 'vitest';
import {fromRestCompare, type RestCompare, type RestLine} from '../index.js';
import {type RecordedDiff, recordedDiffs} from './recorded.fixtures.js';

const recorded = (name: string): RestCompare => (recordedDiffs[name] as RecordedDiff).rest;

const revision = {id: 1, slot_role: 'main', sections: []};
const answer = (...lines: readonly Omit<RestLine, 'offset'>[]): RestCompare => ({from: revision, to: revision, diff: lines.map((line) => Object.assign({offset: {from: null, to: null}}, line))});

describe('hunks', () => {
  test('have the heading of their first change', () => {
    expect(fromRestCompare(recorded('headings')).hunks.map(({section}) => section)).toEqual([undefined, 'First', 'Ünïcode 字']);
  });

  test('what was removed is under the heading that its place is under now', () => {
    const to = {...revision, sections: [{level: 2, heading: '== A ==', offset: 0}, {level: 2, heading: '== B ==', offset: 10}]};
    const section = (...rest: RestLine[]): string | undefined => fromRestCompare({from: revision, to, diff: [{type: 2, text: 'x', offset: {from: 40, to: null}}, ...rest]}).hunks[0]?.section;
    expect(section({type: 0, lineNumber: 2, text: 'y', offset: {from: 42, to: 9}})).toBe('A');
    expect(section()).toBe('B');
  });

  test('say where they are on both sides', () => {
    expect(fromRestCompare(recorded('thousands')).hunks.map(({from, to}) => [from, to])).toEqual([
      [{line: 998, lines: 4}, {line: 998, lines: 6}],
      [{line: 1_199, lines: 9}, {line: 1_201, lines: 5}],
    ]);
    expect(fromRestCompare(recorded('blanked')).hunks).toEqual([{start: 0, end: 2, from: {line: 1, lines: 0}, to: {line: 1, lines: 2}, section: undefined}]);
  });

  test('there are none where nothing differs', () => {
    const {rows, hunks, moves, texts, truncated, engine} = fromRestCompare(recorded('same'));
    expect({rows, hunks, moves, texts, truncated, engine}).toEqual({rows: [], hunks: [], moves: [], texts: undefined, truncated: false, engine: 'rest'});
  });
});

describe('moves', () => {
  test('a section is one, and named', () => {
    expect(fromRestCompare(recorded('section')).moves).toEqual([{from: {line: 1, lines: 5}, to: {line: 6, lines: 5}, direction: 'down', section: 'Alpha'}]);
  });

  test('paragraphs with blank lines between them are one, which both its rows have', () => {
    const {rows, moves} = fromRestCompare(recorded('movedParagraphs'));
    expect(moves).toEqual([{from: {line: 3, lines: 5}, to: {line: 13, lines: 5}, direction: 'down', section: undefined}]);
    const moved = rows.filter(({move}) => move);
    expect(moved.map(({kind}) => kind)).toEqual(['movedFrom', 'movedFrom', 'movedFrom', 'movedTo', 'movedTo', 'movedTo']);
    expect(moved.every(({move}) => move === moves[0])).toBe(true);
  });

  test('a line has its own side’s words where it was, and where it is', () => {
    const moved = fromRestCompare(recorded('moved')).rows.filter(({move}) => move);
    const [before, after] = ['This is the first paragraph with quite a lot of ', ' in it so the engine can match it.'];
    expect(moved.map(({runs}) => runs)).toEqual([
      [{kind: 'same', text: before}, {kind: 'removed', text: 'text'}, {kind: 'same', text: after}],
      [{kind: 'same', text: before}, {kind: 'added', text: 'words'}, {kind: 'same', text: after}],
    ]);
  });

  test('up', () => expect(fromRestCompare(recorded('movedup')).moves[0]?.direction).toBe('up'));

  test('a line whose other place is missing, or is another’s, was added or removed', () => {
    const link = (id: string, linkId: string) => ({moveInfo: {id, linkId, linkDirection: 0}});
    const {rows, moves} = fromRestCompare(answer({type: 4, text: 'a', ...link('1', '2')}, {type: 4, text: 'b', ...link('1', '2')}, {type: 5, text: 'ab', lineNumber: 1, highlightRanges: [{start: 0, length: 1, type: 1}], ...link('3', '1')}, {type: 5, text: 'c', lineNumber: 2}));
    expect(rows.map(({kind, runs}) => [kind, runs])).toEqual([
      ['removed', [{kind: 'removed', text: 'a'}]],
      ['removed', [{kind: 'removed', text: 'b'}]],
      ['added', [{kind: 'added', text: 'b'}]],
      ['added', [{kind: 'added', text: 'c'}]],
    ]);
    expect(moves).toEqual([]);
  });
});

test('ranges are bytes, in any order and too long', () => {
  const runs = (text: string, ...ranges: [start: number, length: number, type: number][]) =>
    fromRestCompare(answer({type: 3, text, highlightRanges: ranges.map(([start, length, type]) => ({start, length, type}))})).rows[0]?.runs.map(({kind, text}) => `${kind} ${text}`);
  expect(runs('aé字😀b', [1, 2, 1], [3, 3, 0], [6, 4, 1])).toEqual(['same a', 'removed é😀', 'added 字', 'same b']);
  expect(runs('abc', [2, 9, 1], [0, 1, 0])).toEqual(['same ab', 'removed c']);
  expect(runs('é字', [1, 1, 1], [-5, 2, 0], [90, 9, 0])).toEqual(['same é字']);
});

describe('what is none is refused', () => {
  const line = {type: 0, text: '', offset: {from: 0, to: 0}};
  test.each<[bad: unknown, message: string | RegExp]>([
    [undefined, 'answer: undefined given, an object with from, to and diff, as the REST API has it, expected'],
    [null, 'answer: null given'],
    ['<tr></tr>', "answer: '<tr></tr>' given"],
    [[], 'answer: an array given'],
    [{errorKey: 'rest-compare-nonexistent', httpCode: 404}, 'answer: an object given'],
    [{...answer(), diff: undefined}, 'answer: an object given'],
    [{...answer(), from: {sections: [{heading: 1, offset: 1}]}}, 'answer: an object given'],
    ...[null, 'a', {...line, type: 6}, {...line, type: 0.5}, {...line, type: 'length'}, {...line, text: 1}, {...line, offset: undefined}, {...line, highlightRanges: [null]}, {...line, highlightRanges: [{start: '0', length: 1}]}, {...line, moveInfo: {id: 1}}].map(
      (bad): [bad: unknown, message: RegExp] => [{...answer(), diff: [line, bad]}, /^answer\.diff\[1\]: .* given, a line with type, text and offset expected$/],
    ),
  ])('%j', (bad, message) => {
    const read = (): unknown => fromRestCompare(bad as RestCompare);
    expect(read).toThrow(TypeError);
    expect(read).toThrow(message);
  });
});
