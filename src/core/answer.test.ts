import {expect, test} from 'vitest';
import {complaints} from './answer.js';
import {htmlToText} from './html-to-text.js';

test.each<[string, object, object]>([
  ['plaintext', {errors: [{code: 'badtoken', text: 'Invalid CSRF token.', module: 'edit'}]}, {errors: [{code: 'badtoken', text: 'Invalid CSRF token.', module: 'edit'}]}],
  ['html', {errors: [{code: 'x', html: '<b>No</b> &amp; no'}]}, {errors: [{code: 'x', text: 'No & no', html: '<b>No</b> &amp; no'}]}],
  ['raw', {errors: [{code: 'x', key: 'apierror-x', params: ['a']}]}, {errors: [{code: 'x', text: 'apierror-x'}]}],
  ['formatversion 1', {errors: [{code: 'x', '*': 'No.', data: {a: 1}}]}, {errors: [{code: 'x', text: 'No.', data: {a: 1}}]}],
  ['bc', {error: {code: 'x', info: 'No.', docref: 'See …', lag: 3}}, {errors: [{code: 'x', text: 'No.', data: {lag: 3}}]}],
  ['none', {errors: [{code: 'x'}, {code: 'y'}]}, {errors: [{code: 'x', text: ''}, {code: 'y', text: ''}]}],
  ['warnings', {warnings: [{code: 'w', text: 'Careful.', module: 'main'}]}, {warnings: [{code: 'w', text: 'Careful.', module: 'main'}]}],
  ['warnings, bc', {warnings: {main: {warnings: 'Careful.'}, query: {'*': 'Slow.'}}}, {warnings: [{code: 'warning', text: 'Careful.', module: 'main'}, {code: 'warning', text: 'Slow.', module: 'query'}]}],
  ['none at all', {batchcomplete: true}, {}],
  ['a list, of opensearch', ['Os', ['Oslo']], {}],
])('complaints are read: %s', (_, answer, expected) => {
  expect(complaints(answer)).toEqual({errors: [], warnings: [], ...expected});
});

test.each([
  ['a <a href="javascript:1">b</a> c', 'a b c'],
  ['<p>one</p><p>two</p>', 'one\ntwo'],
  ['a<br />b', 'a\nb'],
  ['&#48;&#x31;&quot;&nbsp;&lt;script&gt;', '01"\u00A0<script>'],
  ['&#1114112;', '\uFFFD'],
])('%j reads as %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

// Looked at again from each of them, these would take minutes.
test('a stranger’s endless opening brackets are read once', () => {
  const brackets = '<'.repeat(1_000_000);
  expect(htmlToText(`${brackets}<i>x</i>`)).toBe(`${brackets}x`);
});
