import {expect, test} from 'vitest';
import {checkDiffOptions, type DiffRequest, wayOf} from './diff-request.js';

test('each way to say what is to be shown', () => {
  expect(wayOf({fromrev: 1, torev: 2, page: 'Ignored'})).toEqual({by: 'revisions', fromrev: 1, torev: 2});
  expect(wayOf({torev: 2})).toEqual({by: 'neighbour', revid: 2, to: 'prev', page: undefined});
  expect(wayOf({fromrev: 1, torev: 'next', page: 'Oslo'})).toEqual({by: 'neighbour', revid: 1, to: 'next', page: 'Oslo'});
  expect(wayOf({page: 'Oslo', since: undefined})).toEqual({by: 'page', page: 'Oslo'});
  expect(wayOf({page: 'Oslo', since: 'my-last-edit'})).toEqual({by: 'since', page: 'Oslo', since: 'my-last-edit'});
  expect(wayOf({page: 'Oslo', text: ''})).toEqual({by: 'text', base: {page: 'Oslo'}, text: '', section: undefined, sectiontitle: undefined, pst: false});
  expect(wayOf({page: 'Oslo', fromrev: 3, text: 'x', section: 'new', sectiontitle: 'More', pst: true})).toEqual({by: 'text', base: {fromrev: 3}, text: 'x', section: 'new', sectiontitle: 'More', pst: true});
});

test.each<[unknown, string]>([
  [{}, 'page: undefined given, a page’s title expected; or fromrev, torev or both'],
  [{fromrev: 1}, "torev: undefined given, a revision’s number expected beside fromrev; or 'prev', 'next' or 'cur'"],
  [{torev: 'next', page: 'Oslo'}, "fromrev: undefined given, a revision’s number expected beside torev: 'next'"],
  [{fromrev: '1', torev: 2}, "fromrev: '1' given, a revision’s number expected"],
  [{fromrev: 1, torev: 0}, "torev: 0 given, a revision’s number, or 'prev', 'next' or 'cur', expected"],
  [{fromrev: 1, torev: 'last'}, "torev: 'last' given, a revision’s number, or 'prev', 'next' or 'cur', expected"],
  [{page: ' #x'}, "page: ' #x' given, a page’s title expected"],
  [{page: 'Oslo', since: 'yesterday'}, "since: 'yesterday' given, 'my-last-edit' or 'last-other-author' expected"],
  [{since: 'my-last-edit'}, 'page: undefined given, a page’s title expected; or fromrev, torev or both'],
  [{page: 'Oslo', since: 'my-last-edit', torev: 2}, "torev: 2 given, which needs no since, but that is 'my-last-edit'"],
  [{page: 'Oslo', text: 'x', torev: 2}, "torev: 2 given, which needs no text, but that is 'x'"],
  [{text: 'x'}, 'page: undefined given, a page’s title expected; or fromrev, torev or both'],
  [{page: 'Oslo', section: 1}, 'section: 1 given, which needs text, but that is undefined'],
  [{page: 'Oslo', text: 'x', section: 1, sectiontitle: 'A'}, "sectiontitle: 'A' given, which needs section: 'new', but that is 1"],
  [{page: 'Oslo', text: 'x', section: 'top'}, "section: 'top' given, a section’s number (0 is the top) or 'T-1', or 'new', expected"],
  [{fromRev: 1}, 'fromRev: no such member; did you mean fromrev?'],
  ['Oslo', "members: 'Oslo' given, an object expected"],
])('%j is refused: %s', (request, message) => {
  expect(() => wayOf(request as DiffRequest)).toThrow(new TypeError(message));
});

test('options that cannot be meant are refused', () => {
  expect(() => checkDiffOptions({messages: Array.from({length: 51}, (_, index) => `key${index}`)})).toThrow(new TypeError('messages: an array given, an array of 50 keys at most expected'));
  expect(() => checkDiffOptions({texts: 1} as never)).toThrow(new TypeError('texts: 1 given, true or false expected'));
});
