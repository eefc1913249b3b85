/** What a text proves, as a table and as laws. */
import {array, assert, constantFrom, integer, oneof, property, string, tuple, uniqueArray} from 'fast-check';
import {describe, expect, test} from 'vitest';
import {proves, type Texts} from './proof.js';
import {asStored, fits, pattern} from './stored-text.js';

const page = 'Oslo is a city.\n\n== History ==\nOld.\n\n== Sights ==\nMany.';
const history = '== History ==\nOld.';
/** On the base itself, or on what somebody else saved meanwhile. */
const on = (stored: string | undefined, more: Partial<Texts> = {}): Texts => ({base: page, baseSection: history, parent: page, stored, ...more});
const sights = page.replace('Many.', 'Many, and a fjord.');

describe('proven', () => {
  test.each<[string, Parameters<typeof proves>[0], Texts]>([
    ['the same text', {text: 'new'}, on('new')],
    ['line ends and white space as the wiki keeps them', {text: 'a\r\nb \n\n'}, on('a\nb')],
    ['composed letters', {text: 'cafe\u0301'}, on('caf\u00E9')],
    ['the same text, the base hidden', {text: 'new'}, on('new', {base: undefined, parent: undefined})],
    ['a page made', {text: 'new'}, on('new', {base: '', parent: ''})],
    ['everything taken out', {text: ''}, on('')],
    ['a section', {text: '== History ==\nNew.\n', section: 1}, on(page.replace('Old.', 'New.'))],
    ['a section emptied', {text: '', section: '1'}, on('Oslo is a city.\n\n== Sights ==\nMany.')],
    ['the top', {text: 'Oslo is the city.', section: 0}, on(page.replace('a city', 'the city'), {baseSection: 'Oslo is a city.'})],
    ['a top where there was none', {text: 'Oslo is a city.', section: 0}, on(page, {base: page.slice(17), parent: page.slice(17), baseSection: ''})],
    ['what is added below', {appendtext: '\n\nWhy?'}, on(`${page}\n\nWhy?`)],
    ['what is added above', {prependtext: 'Why?\n'}, on(`Why?\n${page}`)],
    ['what is added below what others wrote', {appendtext: '\n\n== Q ==\n\nWhy? '}, on(`${sights}\n\n== Q ==\n\nWhy?`, {parent: sights})],
    ['what is added below, and signed', {appendtext: '\n: Why? ~~~~'}, on(`${sights}\n: Why? Olga 12:00 (UTC)`, {parent: sights})],
    ['what makes a new page', {appendtext: 'Why?'}, on('Why?', {base: '', parent: ''})],
    ['what is added to a section', {appendtext: '\nAnd new.', section: 1}, on(page.replace('Old.', 'Old.\nAnd new.'))],
    ['merged with what others wrote', {text: page.replace('Old.', 'New.')}, on(sights.replace('Old.', 'New.'), {parent: sights})],
    ['lines taken out, and merged', {text: page.replace('\nOld.', '')}, on(sights.replace('\nOld.', ''), {parent: sights})],
    ['a section, merged', {text: '== History ==\nNew.', section: 1}, on(sights.replace('Old.', 'New.'), {parent: sights})],
    ['merged, where others had done a part of it', {text: page.replace('Old.', 'New.').replace('Many.', 'Few.')}, on(page.replace('Old.', 'New.').replace('Many.', 'Few.'), {parent: page.replace('Many.', 'Few.')})],
    ['a signature', {text: `${page}\n: I agree. ~~~~`}, on(`${page}\n: I agree. [[User:Olga]] 12:00, 21 November 2026 (UTC)`)],
    ['a name alone', {text: `${page}\n: I agree. ~~~!`}, on(`${page}\n: I agree. [[User:Olga]]!`)],
    ['a template filled in', {text: `${page}\nDear {{subst:PAGENAME|{{a}}}}, welcome`}, on(`${page}\nDear Olga,\nand all, welcome`)],
    ['a template and a signature', {text: 'Welcome. {{ safesubst:hello}} ~~~~'}, on('Welcome. Hi all, hello Olga 12:00 (UTC)')],
    ['a link’s words filled in', {text: `${page} [[Bergen (city)|]] and [[|Oslo]]`}, on(`${page} [[Bergen (city)|Bergen]] and [[Oslo (city)|Oslo]]`)],
    ['a signature, merged', {text: `${page}\n: I agree. ~~~~`}, on(`${sights}\n: I agree. Olga 12:00 (UTC)`, {parent: sights})],
  ])('%s', (_, change, texts) => {
    expect(proves(change, texts)).toBe(true);
  });
});

describe('not proven', () => {
  test.each<[string, Parameters<typeof proves>[0], Texts]>([
    ['another text', {text: 'new'}, on('newer')],
    ['a hidden text', {text: 'new'}, on(undefined)],
    ['what changes nothing', {text: page}, on(page)],
    ['another section', {text: '== History ==\nNew.', section: 1}, on(page.replace('Many.', 'Few.'))],
    ['another text added', {appendtext: '\n\nWhy?'}, on(`${page}\n\nWhen?`)],
    ['the same text, added elsewhere', {appendtext: '\n\nWhy?'}, on(`Why?\n\n${page}`)],
    ['nothing added', {appendtext: ''}, on(page)],
    ['a section that is on the page twice', {text: 'x', section: 1}, on('== A ==\n\nx', {base: '== A ==\n\n== A ==', parent: '== A ==\n\n== A ==', baseSection: '== A =='})],
    ['a section of a base that is hidden', {text: 'x', section: 1}, on('x', {base: undefined, baseSection: undefined})],
    ['another edit after that of somebody else', {text: page.replace('Old.', 'New.')}, on(sights.replace('a city', 'the city'), {parent: sights})],
    ['our edit and more, after that of somebody else', {text: page.replace('Old.', 'New.')}, on(sights.replace('Old.', 'New.').replace('a city', 'the city'), {parent: sights})],
    ['a part of it, the rest nowhere', {text: page.replace('Old.', 'New.').replace('Many.', 'Few.')}, on(page.replace('Old.', 'New.').replace('a city', 'the city'), {parent: page.replace('a city', 'the city')})],
    ['other words before a signature', {text: `${page}\n: I agree. ~~~~`}, on(`${page}\n: I do not. Olga 12:00 (UTC)`)],
    ['more after the place of a signature', {text: `${page}\n: I agree. ~~~~`}, on(`${page}\n: I agree. But no`)],
    ['a signature alone', {text: `${page}\n~~~~`}, on(`${page}\nanything (really)`)],
    ['a template alone', {text: `${page}\n{{subst:welcome\n|name=Olga\n}}`}, on(`${page}\nanything`)],
    ['a signature that is no signature', {text: `${page}\n<nowiki>~~~~</nowiki> x`}, on(`${page}\n<nowiki>12:00 (UTC)</nowiki> x`)],
    ['other words before a signature, merged', {text: `${page}\n: I agree. ~~~~`}, on(`${sights}\n: I do not. Olga 12:00 (UTC)`, {parent: sights})],
  ])('%s', (_, change, texts) => {
    expect(proves(change, texts)).toBe(false);
  });
});

const line = constantFrom('a', 'b', 'c', '', '== a ==', '* b', '{{c}}', '[[a|b]]');
const text = oneof(array(line, {maxLength: 6}).map((lines) => asStored(lines.join('\n'))), string().map((raw) => asStored(raw.replace(/~|\||subst/gi, ''))));

describe('laws', () => {
  test('on our base, another text than ours is never claimed', () => {
    assert(property(text, text, text, (base, ours, stored) => proves({text: ours}, {base, baseSection: undefined, parent: base, stored}) === (stored === ours && stored !== base)));
  });

  test('a change to other lines than ours is never claimed', () => {
    const lines = uniqueArray(constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {minLength: 4, maxLength: 8});
    assert(property(tuple(lines, integer({min: 0, max: 7}), integer({min: 0, max: 7}), integer({min: 0, max: 7})), ([from, ...places]) => {
      const [ours = 0, theirs = 0, other = 0] = places.map((place) => place % from.length);
      const put = (all: readonly string[], place: number, word: string): string[] => all.map((one, index) => (index === place ? word : one));
      const parent = put(from, theirs, 'theirs');
      const texts = {base: from.join('\n'), baseSection: undefined, parent: parent.join('\n')};
      const change = {text: put(from, ours, 'ours').join('\n')};
      // What the wiki makes of both, when they are in different lines.
      if (ours !== theirs && !proves(change, {...texts, stored: put(parent, ours, 'ours').join('\n')})) return false;
      return !proves(change, {...texts, stored: put(parent, other, 'other').join('\n')});
    }));
  });

  test('what is filled in is known by what is around it', () => {
    const word = string().map((raw) => asStored(`w${raw.replace(/[~|[\]{}<>\n\r]/g, '')}w`));
    assert(property(word, word, word, (before, filled, after) => fits(`${before} ${filled} ${after}`, pattern(`${before} {{subst:x}} ${after}`))));
  });
});
