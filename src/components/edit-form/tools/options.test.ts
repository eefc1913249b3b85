import {afterEach, describe, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import type {Expected, FakeAnswer} from '../../../testing/fake-wiki.js';
import '../edit-form.js';
import {opening, opens, saves, stage, success} from '../edit-form.fixtures.js';
import {button, change, expectAccessible, expectState, open, summary, textbox} from '../form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

const edit = (...parameters: readonly object[]): readonly [Expected, FakeAnswer] => [{action: 'paraminfo', modules: 'edit'}, {paraminfo: {modules: [{name: 'edit', path: 'edit', prefix: '', helpurls: [], parameters}]}}];
const words = (texts: Readonly<Record<string, string>>): readonly [Expected, FakeAnswer] => [
  {meta: /allmessages/},
  {batchcomplete: true, uselang: 'en', query: {allmessages: Object.entries(texts).map(([name, content]) => ({name, normalizedname: name, content}))}},
];
const tags = {name: 'tags', type: ['bad-edit', 'by-gadget'], multi: true};
const expiry = {name: 'watchlistexpiry', type: 'expiry'};
const expiries = 'Permanent:infinite,1 week:1 week,3 months:3 months';

describe('more options', () => {
  test('tags one may put on, and for how long to watch; both go along', async () => {
    const {form, fake} = stage([opens(), edit(tags, expiry), words({'tag-bad-edit': '[[Project:Bad|Bad edit]]', 'watchlist-expiry-options': expiries}), saves(success, {tags: 'by-gadget', watchlist: 'watch', watchlistexpiry: '1 week'})]);
    await open(form);
    await page.getByText('More options').click();
    await expect.element(page.getByRole('checkbox', {name: 'Bad edit'})).not.toBeChecked();
    await page.getByRole('checkbox', {name: 'by-gadget'}).click();
    await expect.element(page.getByRole('combobox', {name: 'Watch the page'})).toBeDisabled();
    await page.getByRole('checkbox', {name: 'Watch this page'}).click();
    await page.getByRole('combobox', {name: 'Watch the page'}).selectOptions('1 week');
    await expectAccessible();
    await change();
    await expectState(form, 'saved');
    // They were of that edit.
    await expect.element(page.getByRole('checkbox', {name: 'by-gadget'})).not.toBeChecked();
    await expect.element(page.getByRole('combobox', {name: 'Watch the page'})).toHaveDisplayValue('Permanent');
    fake.done();
  });

  test('how long a page is watched is in the wiki’s words; of one that is watched already, it stays', async () => {
    const options = (form: HTMLElement): string[] => [...(form.shadowRoot?.querySelectorAll('option') ?? [])].map(({textContent}) => textContent ?? '');
    for (const [watched, first] of [[false, []], [true, ['As it is now']]] as const) {
      const {form} = stage([opens(opening({watched})), edit(expiry), words({'watchlist-expiry-options': expiries})]);
      await open(form);
      await page.getByText('More options').click();
      await expect.poll(() => options(form)).toEqual([...first, 'Permanent', '1 week', '3 months']);
      form.remove();
    }
  });

  test('none are asked for until somebody looks, and nothing goes along', async () => {
    const {form, fake} = stage([opens(), saves(success, {tags: undefined, watchlistexpiry: undefined, watchlist: 'nochange'})]);
    await open(form);
    await change();
    await expectState(form, 'saved');
    fake.done();
  });

  test('a wiki that has none says so', async () => {
    const {form} = stage([opens(), edit({name: 'tags', type: [], multi: true})]);
    await open(form);
    await page.getByText('More options').click();
    await expect.element(page.getByText('This wiki has none for you.')).toBeVisible();
    await expectAccessible();
  });

  test('a tag whose name can be no message’s key is offered by its name, with all the rest', async () => {
    const {form, fake} = stage([opens(), edit({...tags, type: ['#1 <b>', 'by-gadget']}, expiry), words({'tag-by-gadget': 'Gadget'}), saves(success, {tags: '#1 <b>'})]);
    await open(form);
    await page.getByText('More options').click();
    await expect.element(page.getByRole('checkbox', {name: 'Gadget'})).toBeVisible();
    await page.getByRole('checkbox', {name: '#1 <b>'}).click();
    await change();
    await expectState(form, 'saved');
    fake.done();
  });

  test('that could not be asked for say why, and are asked for again', async () => {
    const {form} = stage([opens(), [{action: 'paraminfo'}, new TypeError('Failed to fetch')], edit(tags), words({})]);
    await open(form);
    await page.getByText('More options').click();
    // Said, since it comes by itself.
    await expect.element(page.getByRole('status').filter({hasText: /could not be reached|connection/i})).toBeVisible();
    await page.getByText('More options').click();
    await page.getByText('More options').click();
    await expect.element(page.getByRole('checkbox', {name: 'by-gadget'})).toBeVisible();
  });
});

test('summaries one wrote before are proposed, each once and without its section; asked for when the field gets the focus', async () => {
  const asked: string[] = [];
  const own = ['typo', '/* History */ typo', '/* History */', 'a link', ''].map((comment) => ({comment}));
  const {form, fake} = stage([opens()], {}, undefined, (url) => {
    asked.push(new URL(url).searchParams.get('ucuser') ?? '');
    return {query: {usercontribs: own}};
  });
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  expect(asked).toEqual([]);
  await summary().click();
  const options = (): string[] => [...(form.shadowRoot?.querySelectorAll<HTMLOptionElement>('datalist option') ?? [])].map(({value}) => value);
  await expect.poll(options).toEqual(['typo', 'a link']);
  await textbox().click();
  await page.getByRole('combobox', {name: 'Summary'}).click();
  expect([asked, fake.requests.length]).toEqual([['Alice'], 1]);
  await expectAccessible();
});

test('summaries set as a text are taken as in the attribute, and blank ones are none', async () => {
  const {form} = stage([opens()]);
  (form as {summaries: unknown}).summaries = 'typo|| |style';
  await open(form);
  await expect.element(button('typo')).toBeVisible();
  const quick = [...(form.shadowRoot?.querySelectorAll('.quick button') ?? [])].map(({textContent}) => textContent);
  expect(quick).toEqual(['typo', 'style']);
});

test('summaries that the page proposes are put in by a press, behind what is typed, and taken away by another', async () => {
  const {form, fake} = stage([opens(), saves(success, {summary: 'typo, source added'})]);
  form.setAttribute('summaries', 'typo|source added|style');
  await open(form);
  await button('source added').click();
  await button('style').click();
  await expect.element(button('style')).toHaveAttribute('aria-pressed', 'true');
  await button('style').click();
  await expect.element(summary()).toHaveValue('source added');
  expect(form.dirty).toBe(true);
  await button('source added').click();
  await summary().fill('typo');
  await expect.element(button('typo')).toHaveAttribute('aria-pressed', 'true');
  await button('source added').click();
  await expectAccessible();
  await change();
  await expectState(form, 'saved');
  await expect.element(button('typo')).toHaveAttribute('aria-pressed', 'false');
  fake.done();
});

describe('what the wiki would not take', () => {
  const small = opening({}, {general: {maxarticlesize: 100, script: '/w/index.php', server: location.origin}});

  test('a text that is too long: told while typing, and not sent', async () => {
    const {form, fake} = stage([opens(small)]);
    await open(form);
    await expect.element(button('Changes')).toBeVisible();
    await textbox().fill('é'.repeat(46));
    await expect.element(page.getByText('8 bytes are left of what the wiki takes for one page.')).toBeVisible();
    await textbox().fill('é'.repeat(51));
    await expect.element(page.getByText('The text is 2 bytes longer than the wiki takes for one page.')).toBeVisible();
    await button('Save changes').click();
    await expectState(form, 'too-big');
    await expectAccessible();
    expect(fake.requests).toHaveLength(1);
    await textbox().fill('é'.repeat(40));
    await expect.element(page.getByText(/bytes are left/)).not.toBeInTheDocument();
  });

  test('JSON that is none: not sent; mended, it is', async () => {
    const json = (revid: number, content: string): object => opening({contentmodel: 'json', revisions: [{revid, parentid: 0, slots: {main: {contentmodel: 'json', contentformat: 'application/json', content}}}]});
    const {form, fake} = stage([opens(json(2, '{}')), saves(success, {text: '{"a": 1}'}), opens(json(43, '{\n    "a": 1\n}'))]);
    await open(form);
    await expect.element(button('Changes')).toBeVisible();
    await change('{"a": }');
    await expectState(form, 'bad-json');
    await expect.element(page.getByRole('alert')).toHaveTextContent('This is no JSON:');
    await expectAccessible();
    expect(fake.requests).toHaveLength(1);
    await change('{"a": 1}');
    await expectState(form, 'saved');
    // The wiki writes it anew.
    await expect.element(textbox()).toHaveValue('{\n    "a": 1\n}');
    fake.done();
  });
});
