import {expect, test} from 'vitest';
import {diffTexts} from './diff-texts.js';
import {type Namespaces, whatChanged} from './what-changed.js';

test('what was added and removed besides words, by the wiki’s own names of namespaces', async () => {
  const changed = whatChanged(await diffTexts('[[a]]\n[[Kategorie:x]]', '[[b]] {{c}}\n[[Kategorie:y]]'), {category: ['Kategorie']});
  expect(changed.links).toEqual({added: ['b'], removed: ['a']});
  expect(changed.templates).toEqual({added: ['c'], removed: []});
  expect(changed.categories).toEqual({added: ['y'], removed: ['x']});
});

test('a wrong argument is refused by its name', async () => {
  const model = await diffTexts('a', 'b');
  expect(() => whatChanged(undefined as never)).toThrow(new TypeError('model: undefined given, what diffTexts(), fromRestCompare() or fromCompareHtml() gives expected'));
  expect(() => whatChanged('<tr>' as never)).toThrow(/^model: '<tr>' given, /);
  // The promise of a model is none: `await` is missing.
  expect(() => whatChanged(diffTexts('a', 'b') as never)).toThrow(/^model: an object given, /);
  expect(() => whatChanged(model, null as never)).toThrow(/^namespaces: null given, an object such as /);
  expect(() => whatChanged(model, {category: 'Kategorie'} as never)).toThrow(/^category: 'Kategorie' given, a list of names such as /);
  expect(() => whatChanged(model, {categories: []} as Namespaces)).toThrow('categories: no such namespace; there are category, file');
});
