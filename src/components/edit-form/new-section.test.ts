import {afterEach, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import type {Expected, FakeAnswer} from '../../testing/fake-wiki.js';
import './edit-form.js';
import {missing, opening, opens, refusals, saves, stage, success, text, type Stage} from './edit-form.fixtures.js';
import {button, expectAccessible, expectState, open, summary, textbox} from './form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

const noText = {revisions: [{revid: 2, parentid: 0}]};
/** What the page is like, and what the wiki calls a new section: asked before the first one is saved. */
const asks = (more: object = {pageid: 2, lastrevid: 2, contentmodel: 'wikitext', length: 60}): readonly [Expected, FakeAnswer] => [
  {prop: 'info', meta: 'allmessages', uselang: 'content'},
  {query: {pages: [{ns: 0, title: 'Simple', ...more}], allmessages: [{name: 'newsectionsummary', content: '/* $1 */ new section'}]}},
];
const mine = () => textbox('Editing Simple (new section)');
const subject = () => page.getByRole('textbox', {name: 'Subject'});

function newSection(...exchanges: Parameters<typeof stage>[0]): Stage {
  const staged = stage(exchanges);
  staged.form.section = 'new';
  return staged;
}

test('begins with the text of another page, which is filled in', async () => {
  const {form, fake} = newSection([{prop: 'info|revisions', inpreloadcustom: 'Template:Request', inpreloadparams: 'Oslo|1048'}, opening({...noText, preloadcontent: {content: 'About Oslo, of 1048'}})]);
  form.preload = 'Template:Request';
  form.setAttribute('preloadparams', 'Oslo|1048');
  await open(form);
  await expect.element(mine()).toHaveValue('About Oslo, of 1048');
  fake.done();
});

test('begins empty, and is put at the end of the page under its heading', async () => {
  const sent = {section: undefined, appendtext: '\n\n== A [[topic]] ==\n\nHello', text: undefined, summary: '/* A topic */ new section', baserevid: '2', nocreate: '1', pageid: '2', minor: undefined};
  const {form, fake} = newSection(opens(opening(noText)), asks(), saves(success, sent));
  await open(form);
  await expect.element(mine()).toHaveValue('');
  await expectAccessible();
  expect(form.dirty).toBe(false);
  await subject().fill('A [[topic]] ');
  expect(form.dirty).toBe(true);
  await mine().fill('Hello');
  await button('Save changes').click();
  await expectState(form, 'saved');
  fake.done();
});

test('is not added twice: the fields are empty for the next one', async () => {
  const next = {edit: {...success.edit, oldrevid: 50, newrevid: 51}};
  const {form, fake} = newSection(opens(opening(noText)), asks(), saves(), asks(), saves(next, {appendtext: '\n\n== Two ==\n\nAgain', baserevid: '43'}));
  await open(form);
  await subject().fill('One');
  await mine().fill('Hello ~~~~');
  await button('Save changes').click();
  await expectState(form, 'saved');
  await expect.element(mine()).toHaveValue('');
  await expect.element(subject()).toHaveValue('');
  expect(form.dirty).toBe(false);
  await subject().fill('Two');
  await mine().fill('Again');
  await button('Save changes').click();
  await expect.element(page.getByText('Saved as revision 51.')).toBeVisible();
  fake.done();
});

test('with a heading that is as long as a summary may be is saved: the summary goes without it', async () => {
  const {form, fake} = newSection(opens(opening(noText)), [{prop: 'info', meta: undefined}, asks()[1]], saves(success, {appendtext: `\n\n== ${'w'.repeat(600)} ==\n\nHello`, summary: 'why'}));
  await open(form);
  await subject().fill('w'.repeat(600));
  await mine().fill('Hello');
  await summary().fill('why');
  await button('Save changes').click();
  await expectState(form, 'saved');
  fake.done();
});

test('of a page that can have none is told before anything is typed', async () => {
  const {form} = newSection(opens(opening({...noText, contentmodel: 'javascript'})), opens(opening({contentmodel: 'javascript'})));
  document.body.append(form);
  await expectState(form, 'refused');
  await expect.element(page.getByText('“Simple” has no sections: it holds javascript, not wikitext.')).toBeVisible();
  await expectAccessible();
  await button('Edit the whole page').click();
  await expectState(form, 'ready');
});

test('names itself before a summary', async () => {
  const {form, fake} = newSection(opens(opening(noText)), [{prop: 'info', meta: undefined}, asks()[1]], saves(success, {summary: '/* A topic */ why'}));
  await open(form);
  await subject().fill('A [[topic]]');
  await mine().fill('Hello');
  await summary().fill('why');
  await button('Save changes').click();
  await expectState(form, 'saved');
  fake.done();
});

test('creates the page where there is none', async () => {
  const {form, fake} = newSection(opens(opening(missing)), asks({missing: true, contentmodel: 'wikitext'}), saves({edit: {...success.edit, new: true, oldrevid: 0}}, {createonly: '1', appendtext: '== One ==\n\nHello', baserevid: undefined}));
  form.page = 'New page';
  await open(form);
  await subject().fill('One');
  await textbox('Editing New page (new section)').fill('Hello');
  await button('Save page').click();
  await expectState(form, 'saved');
  await expect.element(button('Save changes')).toBeVisible();
  fake.done();
});

test('goes below what others have saved meanwhile', async () => {
  const bobs = {revid: 3, parentid: 2, user: 'Bob', comment: '', timestamp: '2026-11-21T11:46:00Z'};
  const history = {query: {pages: [{pageid: 2, ns: 0, title: 'Simple', revisions: [{...bobs, revid: 2, parentid: 0}, bobs]}], userinfo: {id: 2, name: 'Alice'}}};
  const {form, fake} = newSection(opens(opening(noText)), asks(), saves(refusals.conflict), [{rvdir: 'newer'}, history], saves({edit: {...success.edit, oldrevid: 3}}, {appendtext: '\n\n== One ==\n\nHello', baserevid: '3'}));
  await open(form);
  await subject().fill('One');
  await mine().fill('Hello');
  await button('Save changes').click();
  await expectState(form, 'saved');
  fake.done();
});

test('is kept with its heading when another page is asked for', async () => {
  const {form} = newSection(opens(opening(noText)), opens(opening({title: 'Other'})));
  await open(form);
  await subject().fill('One');
  form.page = 'Other';
  form.section = undefined;
  await expect.element(textbox('Editing Other')).toHaveValue(text);
  await expect.element(page.getByText('Subject: One')).toBeVisible();
  expect(form.dirty).toBe(true);
});

test.each(['x', '-1', '1.5', 'NEW', 'T-', ' 1'])('section="%s" is told to be none, and nothing is asked', async (section) => {
  const {form, fake} = stage([]);
  form.section = section;
  document.body.append(form);
  await expectState(form, 'failed');
  await expect.element(page.getByRole('alert')).toHaveTextContent('a section’s number (0 is the top)');
  await expect.element(button('Try again')).not.toBeInTheDocument();
  expect(fake.requests).toHaveLength(0);
});

test.each(['0', '12', 'T-2'])('section="%s" is one', async (section) => {
  const {form, fake} = stage([opens()]);
  form.section = section;
  await open(form);
  expect(fake.requests[0]?.params['rvsection']).toBe(section);
});
