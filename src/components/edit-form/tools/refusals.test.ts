import {afterEach, describe, expect, test, vi} from 'vitest';
import {page} from 'vitest/browser';
import '../edit-form.js';
import type {WikiEditForm} from '../edit-form.js';
import {opens, refusals, refuses, saves, stage} from '../edit-form.fixtures.js';
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
