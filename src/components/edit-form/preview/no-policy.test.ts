import {afterEach, beforeAll, expect, test} from 'vitest';
import {elsewhere, parsed, stage} from './preview.fixtures.js';

beforeAll(() => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "require-trusted-types-for 'script'; trusted-types lit-html";
  document.head.append(policy);
});

afterEach(() => document.body.replaceChildren());

test.each([
  ['the wiki’s own', undefined],
  ['another’s', elsewhere],
])('where the page’s policy allows no HTML of ours, the preview is text, on %s page', async (_name, apiUrl) => {
  const {pane, shown} = stage([parsed('<p>One &amp; <b>two</b></p>')], apiUrl);
  await pane.update();
  expect(pane.state).toBe('ready');
  expect(shown().textContent).toBe('One & two');
  expect(shown().children).toHaveLength(0);
});
