import {beforeAll, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import './edit-form.js';
import {notices, opening, opens, refusals, saves, stage} from './edit-form.fixtures.js';

beforeAll(() => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "require-trusted-types-for 'script'; trusted-types wikilit lit-html";
  document.head.append(policy);
});

test('the form works where the page takes HTML only from policies it names', async () => {
  const {form, fake} = stage([opens(opening({editintro: notices})), saves(refusals.captchaQuestion), saves()]);
  document.body.append(form);
  await expect.element(page.getByText('Page notice')).toBeVisible();
  expect(form.querySelector('[slot=notices] i')?.textContent).toBe('italics');
  await page.getByRole('button', {name: 'Save changes'}).click();
  await page.getByRole('textbox', {name: 'What colour is the sky?'}).fill('blue');
  await page.getByRole('button', {name: 'Save changes'}).click();
  await expect.element(page.getByText('Saved as revision 43.')).toBeVisible();
  fake.done();
});
