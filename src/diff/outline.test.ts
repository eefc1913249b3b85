import {expect, test} from 'vitest';
import {outlineOf} from './outline.js';

const at = (text: string, line: number, contentmodel: string) => outlineOf(text.split('\n'), contentmodel)(line);

test('of a wikitext, the heading above', () => {
  expect(at('a\n== B ==\nc', 3, 'wikitext')).toBe('B');
  expect(at('a\n== B ==\nc', 1, 'wikitext')).toBeUndefined();
});

test('of JSON, the path', () => {
  const text = JSON.stringify({query: {pages: [{title: 'Oslo'}]}, other: 1}, undefined, '\t');
  expect(at(text, 5, 'json')).toBe('query › pages › title');
  expect(at(text, 9, 'json')).toBe('other');
});

test.each([
  ['function one() {\n\tif (a) {\n\t\tb();\n\t}\n}', 3, 'function one'],
  ['class A {\n\tstatic async run(x) {\n\t\tb();\n\t}\n}', 3, 'run'],
  ['class A {\n\trun() {\n\t}\n\n\tx = 1;\n}', 5, 'class A'],
  ["mw.hook('x').add(function () {\n\ta = {\n\t\tb: 1\n\t};\n});", 3, 'a'],
  ['const go = async (x) => {\n\tb();\n};', 2, 'go'],
  ['alert(1);', 1, undefined],
])('of JavaScript, what encloses it: %#', (text, line, name) => {
  expect(at(text, line, 'javascript')).toBe(name);
});

test('of CSS, the selector', () => {
  expect(at('@media print {\n\t.a > .b {\n\t\tcolor: red;\n\t}\n}', 3, 'css')).toBe('.a > .b');
});

test('of Lua, the function', () => {
  expect(at('local p = {}\nfunction p.main(frame)\n\tlocal x = 1\nend', 3, 'Scribunto')).toBe('function p.main');
});

test('of anything else, nothing', () => {
  expect(at('== a ==\nb', 2, 'text')).toBeUndefined();
});

test.each(['constructor', '__proto__', 'toString'])('a content model called %s is as any that is not known', (contentmodel) => {
  expect(at('{\na', 2, contentmodel)).toBeUndefined();
});
