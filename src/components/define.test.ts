import {expect, test} from 'vitest';
import {define} from './define.js';

test('a second copy of an element leaves the first in place', () => {
  class First extends HTMLElement {}
  class Second extends HTMLElement {}
  define('x-twice')(First);
  define('x-twice')(Second);
  expect(customElements.get('x-twice')).toBe(First);
});
