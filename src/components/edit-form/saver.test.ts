import {describe, expect, test} from 'vitest';
import type {SavedEdit} from '../../wiki/edit/edit.js';
import type {EditOpening} from '../../wiki/edit/opening.js';
import {refusalOf} from './refusal.js';
import {Saver} from './saver.js';
import {opening, refusals, stage} from './edit-form.fixtures.js';
import {openEdit} from '../../wiki/edit/opening.js';
import {charactersLeft, fullSummary, headingOf} from './summary-field.js';

const saved: SavedEdit = {outcome: 'saved', pageid: 2, title: 'Simple', oldrevid: 2, newrevid: 43};

async function saver(text: string, section?: string): Promise<Saver> {
  const {wiki} = stage([[{}, opening({revisions: [{revid: 2, slots: {main: {content: text}}}]})]]);
  const opened: EditOpening = await openEdit(wiki.session, 'Simple');
  return new Saver(wiki.session, opened, section);
}

describe('going on after a save without reading again', () => {
  test.each([
    ['plain text', undefined, 'a', 'b', {}, true],
    ['a merged edit', undefined, 'a', 'b', {oldrevid: 41}, false],
    ['a signature', undefined, 'a', 'b ~~~~', {}, false],
    ['a substituted template', undefined, 'a', '{{ subst:x}}', {}, false],
    ['a pipe trick', undefined, 'a', '[[Help:Contents|]]', {}, false],
    ['a piped link', undefined, 'a', '[[Help:Contents|help]]', {}, true],
    ['a new temporary account', undefined, 'a', 'b', {tempusercreated: true}, false],
    ['a section with the same headings', '1', '== A ==\nx', '== A ==\ny', {}, true],
    ['a section with one more heading', '1', '== A ==\nx', '== A ==\ny\n== B ==\n', {}, false],
    ['a section that lost its heading', '1', '== A ==\nx', 'y', {}, false],
  ] as const)('%s', async (_name, section, before, after, change, expected) => {
    const one = await saver(before, section);
    one.edit({text: after, watch: false});
    expect(one.settle({...saved, ...change})).toBe(expected);
    expect(one.edit({text: 'c', watch: false}).baserevid).toBe(43);
  });

  test('JSON: the wiki writes it anew', async () => {
    const {wiki} = stage([[{}, opening({contentmodel: 'json', revisions: [{revid: 2, slots: {main: {contentmodel: 'json', content: '{}'}}}]})]]);
    const one = new Saver(wiki.session, await openEdit(wiki.session, 'Simple'), undefined);
    one.edit({text: '{"a":1}', watch: false});
    expect(one.settle(saved)).toBe(false);
  });

  test('when nothing changed, the base stays', async () => {
    const one = await saver('a');
    expect(one.settle({outcome: 'nochange', pageid: 2, title: 'Simple'})).toBe(true);
    expect(one.edit({text: 'c', watch: false}).baserevid).toBe(2);
  });
});

describe('a summary', () => {
  test('counts characters as the wiki does, the section’s name included', () => {
    expect(charactersLeft('😀', undefined)).toBe(499);
    expect(charactersLeft('x', 'One')).toBe(500 - '/* One */ x'.length);
    expect(fullSummary('  x ', 'One')).toBe('/* One */ x');
    expect(fullSummary('', 'One')).toBe('/* One */');
  });

  test.each([
    ['== One ==\ntext', 'One'],
    ["=== ''One'' [[Two|2]] [[Three]] ===", 'One 2 Three'],
    ['== a = b ==\n', 'a = b'],
    ['== */ x /* ==\n', 'x'],
    ['text\n== One ==', undefined],
    ['', undefined],
  ])('is headed by the section: %j', (text, heading) => {
    expect(headingOf(text)).toBe(heading);
  });
});

test('an error of another copy of this library is known by its name', () => {
  const error = Object.assign(new Error('x'), {name: 'CaptchaNeededError', code: 'captcha', errors: [{code: 'captcha', text: 'x'}], captcha: refusals.captcha.edit.captcha});
  expect(refusalOf(error).state).toBe('captcha');
  expect(refusalOf('what').texts).toEqual(['what']);
});
