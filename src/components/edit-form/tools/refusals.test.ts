import {afterEach, describe, expect, test, vi} from 'vitest';
import {page} from 'vitest/browser';
import '../edit-form.js';
import type {WikiEditForm} from '../edit-form.js';
import {opening, opens, refusals, refuses, saves, stage} from '../edit-form.fixtures.js';
import {button, change, expectAccessible, expectState, open, textbox} from '../form-page.fixtures.js';

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const fakeClock = (): unknown => vi.useFakeTimers({toFake: ['setInterval', 'clearInterval', 'Date']});

/** The hands of the clock go on; what waits for answers goes on in between. */
async function seconds(form: WikiEditForm, count: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(1000 * count);
  await form.updateComplete;
}

const countdown = (form: WikiEditForm): string => form.shadowRoot?.querySelector('.countdown')?.textContent ?? '';

describe('a wiki that takes no edits for a while', () => {
  test.each(['wiki-readonly', 'ratelimited'] as const)('%s: counts down, and saves by itself; what has the focus keeps it', async (state) => {
    const {form, fake} = stage([opens(), ...refuses(refusals[state]), saves()]);
    await open(form);
    await expect.element(button('Changes')).toBeVisible();
    fakeClock();
    await change();
    await expectState(form, state);
    await expectAccessible();
    await expect.poll(() => countdown(form)).toMatch(/^[01]:\d\d$/);
    form.focus();
    expect(fake.requests).toHaveLength(3);
    await seconds(form, 65);
    vi.useRealTimers();
    await expectState(form, 'saved');
    expect(document.activeElement).toBe(form.querySelector('textarea'));
    fake.done();
  });

  test('not while somebody types', async () => {
    const {form, fake} = stage([opens(), ...refuses(refusals['wiki-readonly']), saves()]);
    await open(form);
    await expect.element(button('Changes')).toBeVisible();
    fakeClock();
    await change();
    await expectState(form, 'wiki-readonly');
    const area = form.querySelector('textarea') as HTMLTextAreaElement;
    for (let second = 0; second < 65; second++) {
      area.dispatchEvent(new InputEvent('input', {bubbles: true}));
      await seconds(form, 1);
    }
    expect([form.state, fake.requests.length]).toEqual(['wiki-readonly', 3]);
    await seconds(form, 5);
    vi.useRealTimers();
    await expectState(form, 'saved');
  });

  test('nor when one does not want it; Save is still there', async () => {
    const {form, fake} = stage([opens(), ...refuses(refusals['wiki-readonly']), saves()]);
    await open(form);
    await expect.element(button('Changes')).toBeVisible();
    fakeClock();
    await change();
    await button('Do not save by itself').click();
    expect(countdown(form)).toBe('');
    await seconds(form, 600);
    vi.useRealTimers();
    expect(fake.requests).toHaveLength(3);
    await button('Save now').click();
    await expectState(form, 'saved');
  });

  test('a form that is taken out of the page saves nothing', async () => {
    const {form, fake} = stage([opens(), ...refuses(refusals['wiki-readonly'])]);
    await open(form);
    await expect.element(button('Changes')).toBeVisible();
    fakeClock();
    await change();
    await expectState(form, 'wiki-readonly');
    form.remove();
    await seconds(form, 600);
    expect(fake.requests).toHaveLength(3);
  });
});

test('what the spam filter does not allow is found in the text, one after the other', async () => {
  const {form} = stage([opens(), ...refuses(refusals.spam)]);
  await open(form);
  await change('See SPAM.example.com, and spam.example.com/page.');
  await expectState(form, 'spam');
  const area = textbox().element() as HTMLTextAreaElement;
  const selected = (): [string, number] => [area.value.slice(area.selectionStart, area.selectionEnd), area.selectionStart];
  area.setSelectionRange(0, 0);
  await page.getByRole('button', {name: 'Find “spam.example.com”'}).click();
  expect(selected()).toEqual(['SPAM.example.com', 4]);
  expect(document.activeElement).toBe(area);
  await page.getByRole('button', {name: 'Find “spam.example.com”'}).click();
  expect(selected()).toEqual(['spam.example.com', 26]);
  await page.getByRole('button', {name: 'Find “spam.example.com”'}).click();
  expect(selected()).toEqual(['SPAM.example.com', 4]);
  await expectAccessible();
});

describe('what an extension refuses by a code of its own', () => {
  const lua = {errors: [{code: 'scribunto-lua-error-location', html: 'Lua error <a href="#mw-ce-l1">at line 1</a>: unexpected symbol.', module: 'edit'}]};

  test('is told in its words; changed, the text is saved', async () => {
    const {form, fake} = stage([opens(), ...refuses(lua), saves({edit: {result: 'Success', pageid: 2, title: 'Simple', oldrevid: 2, newrevid: 43}}, {text: 'Better'})]);
    await open(form);
    await change();
    await expectState(form, 'refused');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Lua error at line 1: unexpected symbol.');
    await expect.element(page.getByText('Change what the wiki does not take, then save again')).toBeVisible();
    await expectAccessible();
    await change('Better');
    await expectState(form, 'saved');
    fake.done();
  });

  test('can be gone on with on the wiki’s own page, which may say more', async () => {
    const {form} = stage([opens(), ...refuses(refusals.refused)]);
    await open(form);
    await change();
    const sent = new Promise<FormData>((resolve) => {
      vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementationOnce(function (this: HTMLFormElement) {
        resolve(new FormData(this));
      });
    });
    await button('Continue on the wiki').click();
    expect(Object.fromEntries(await sent)).toMatchObject({wpTextbox1: 'My text', wpPreview: '1', editRevId: '2'});
    await expect.element(textbox()).toHaveValue('My text');
  });
});

test('a page that holds another kind of text by now is opened again, with what was typed beside it', async () => {
  const mismatch = {errors: [{code: 'contentmodel-mismatch', html: 'The content you supplied has <kbd>json</kbd> content model, which differs from the current content model of the page <kbd>wikitext</kbd>.', module: 'edit'}]};
  const now = opening({contentmodel: 'json', revisions: [{revid: 3, slots: {main: {contentmodel: 'json', contentformat: 'application/json', content: '{}'}}}]});
  const {form, fake} = stage([opens(), ...refuses(mismatch), opens(now), saves({edit: {result: 'Success', pageid: 2, title: 'Simple', oldrevid: 3, newrevid: 43}}, {baserevid: '3', text: '{"a": 1}'}), opens(now)]);
  await open(form);
  await change();
  await expectState(form, 'refused');
  await expectAccessible();
  await expect.element(textbox()).toHaveValue('My text');
  await button('Open the page again').click();
  await expect.element(textbox()).toHaveValue('{}');
  await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue('My text');
  await change('{"a": 1}');
  await expectState(form, 'saved');
  fake.done();
});

test('a new section on a page that has none: the whole page is opened, with what was typed beside it', async () => {
  const json = {contentmodel: 'json', revisions: [{revid: 2, slots: {main: {contentmodel: 'json', contentformat: 'application/json', content: '[1]'}}}]};
  const info = {query: {pages: [{pageid: 2, ns: 0, title: 'Simple', lastrevid: 2, contentmodel: 'json', length: 3}]}};
  const {form, fake} = stage([opens(opening(json)), [{prop: 'info'}, info], opens(opening(json))]);
  form.section = 'new';
  await open(form);
  await page.getByRole('textbox', {name: 'Subject'}).fill('A heading');
  form.text = 'My section';
  await form.save();
  await expectState(form, 'refused');
  await expect.element(page.getByRole('alert')).toHaveTextContent('“Simple” has no sections: it holds json, not wikitext.');
  await expectAccessible();
  await button('Edit the whole page').click();
  await expect.element(textbox()).toHaveValue('[1]');
  await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue('My section');
  fake.done();
});
