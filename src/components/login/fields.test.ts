import {afterEach, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import './login.js';
import {asking, button, expectAccessible, expectState, field, open, opens, passes, stage} from './login.fixtures.js';

afterEach(() => document.body.replaceChildren());

test('every type of field is shown, and sent as the wiki wants it', async () => {
  const fields = {
    name: {type: 'string', label: 'Name:', help: 'As on the door.', value: 'before'},
    secret: {type: 'string', label: 'Secret', sensitive: true, optional: true},
    domain: {type: 'select', label: 'Domain', options: {a: 'First', b: 'Second <i>one</i>'}, value: 'b'},
    groups: {type: 'multiselect', label: 'Groups', options: {x: 'Xs', y: 'Ys', z: 'Zs'}},
    keep: {type: 'checkbox', label: 'Keep', optional: true},
    state: {type: 'hidden', value: 'sent back', label: 'State'},
    note: {type: 'null', label: 'Note', value: 'Only <b>shown</b>'},
    later: {type: 'newtype', label: 'Of a later wiki', optional: true},
  };
  const {form, fake} = stage([opens(asking(fields)), passes({name: 'typed', secret: '', domain: 'a', groups: 'x|z', keep: '1', state: 'sent back', note: undefined, later: ''})]);
  await open(form);
  await expect.element(field('Name')).toHaveAccessibleDescription('As on the door.');
  await expect.element(field('Secret')).toHaveAttribute('autocomplete', 'off');
  await expect.element(page.getByText('Only shown')).toBeVisible();
  await expectAccessible();
  await field('Name').fill('typed');
  await page.getByRole('combobox', {name: 'Domain'}).selectOptions('First');
  await page.getByRole('group', {name: 'Groups'}).getByText('Xs').click();
  await page.getByRole('group', {name: 'Groups'}).getByText('Zs').click();
  await field('Keep').click();
  await button('Log in').click();
  await expectState(form, 'done');
  fake.done();
});

test('a page may say what stands in the fields at first', async () => {
  const {form, fake} = stage([opens(asking({name: {type: 'string', label: 'Name', value: 'the wiki’s'}, keep: {type: 'checkbox', label: 'Keep', optional: true}})), passes({name: 'the page’s', keep: '1'})]);
  form.values = {name: 'the page’s', keep: true};
  await open(form);
  await button('Log in').click();
  await expectState(form, 'done');
  fake.done();
});

test('a step of a button beside a field: each is sent in its own way', async () => {
  const fields = {password: {type: 'password', label: 'New password'}, retype: {type: 'password', label: 'Again'}, skipReset: {type: 'button', label: 'Skip', optional: true}};
  const {form, fake} = stage([opens(asking(fields)), passes({skipReset: '1', password: ''})]);
  await open(form);
  await expect.element(field('New password')).toHaveAttribute('autocomplete', 'new-password');
  await button('Skip').click();
  await expectState(form, 'done');
  fake.done();
});

test('a step of buttons alone has no other; one of nothing can be gone on with', async () => {
  const one = stage([opens(asking({way: {type: 'button', label: 'This way'}}))]);
  await open(one.form);
  await expect.element(button('Log in')).not.toBeInTheDocument();
  one.form.remove();
  const {form} = stage([opens(asking({note: {type: 'null', label: 'Note', value: 'Mind the step.'}})), passes()]);
  await open(form);
  await button('Log in').click();
  await expectState(form, 'done');
});

test('what was typed for a step is there again after a refusal, but for what is secret', async () => {
  const fields = {name: {type: 'string', label: 'Name'}, keep: {type: 'checkbox', label: 'Keep', optional: true}};
  const {form} = stage([opens(asking(fields)), [{action: 'clientlogin'}, {clientlogin: {status: 'FAIL', message: 'No.', messagecode: 'no'}}], opens(asking(fields))]);
  await open(form);
  await field('Keep').click();
  await field('Name').fill('typed');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('No.');
  await expect.element(field('Name')).toHaveValue('typed');
  await expect.element(field('Keep')).toBeChecked();
});
