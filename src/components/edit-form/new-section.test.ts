import {afterEach, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import './edit-form.js';
import {missing, opening, opens, refusals, revision, saves, since, stage, success, text, type Stage} from './edit-form.fixtures.js';
import {button, expectAccessible, expectState, open, summary, textbox} from './form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

const noText = {revisions: [{revid: 2, parentid: 0}]};
const mine = () => textbox('Editing Simple (new section)');
const subject = () => page.getByRole('textbox', {name: 'Subject'});

function newSection(...exchanges: Parameters<typeof stage>[0]): Stage {
  const staged = stage(exchanges);
  staged.form.section = 'new';
  return staged;
}

test('begins empty, and is put at the end of the page under its heading', async () => {
  const sent = {section: 'new', sectiontitle: 'A [[topic]]', text: 'Hello', summary: '', baserevid: '2', nocreate: '1', pageid: '2', minor: undefined};
  const {form, fake} = newSection(opens(opening(noText)), saves(success, sent));
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
  const {form, fake} = newSection(opens(opening(noText)), saves(), saves(next, {section: 'new', sectiontitle: 'Two', text: 'Again', baserevid: '43'}));
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

test('names itself before a summary', async () => {
  const {form, fake} = newSection(opens(opening(noText)), saves(success, {summary: '/* A topic */ why'}));
  await open(form);
  await subject().fill('A [[topic]]');
  await mine().fill('Hello');
  await summary().fill('why');
  await button('Save changes').click();
  await expectState(form, 'saved');
  fake.done();
});

test('creates the page where there is none', async () => {
  const {form, fake} = newSection(opens(opening(missing)), saves({edit: {...success.edit, new: true, oldrevid: 0}}, {createonly: '1', section: 'new', sectiontitle: 'One', baserevid: undefined}));
  form.page = 'New page';
  await open(form);
  await subject().fill('One');
  await textbox('Editing New page (new section)').fill('Hello');
  await button('Save page').click();
  await expectState(form, 'saved');
  await expect.element(button('Save changes')).toBeVisible();
  fake.done();
});

test('in a conflict never takes the whole page into its place', async () => {
  const conflict = [saves(refusals.conflict), since(), [{prop: 'revisions'}, revision(3, text)], [{revids: '2'}, revision(2, text)]] as const;
  const {form, fake} = newSection(opens(opening(noText)), ...conflict, saves({edit: {...success.edit, oldrevid: 3}}, {section: 'new', sectiontitle: 'One', text: 'Hello', baserevid: '3'}));
  await open(form);
  await subject().fill('One');
  await mine().fill('Hello');
  await button('Save changes').click();
  await expectState(form, 'conflict');
  await expect.element(button('Edit their text instead')).not.toBeInTheDocument();
  await expectAccessible();
  await button('Add my section').click();
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
