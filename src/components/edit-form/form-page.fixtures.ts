/** The form as a user meets it: by roles and names. */
import axe from 'axe-core';
import {expect} from 'vitest';
import {type Locator, page} from 'vitest/browser';
import type {WikiEditForm} from './edit-form.js';

export const textbox = (name = 'Editing Simple'): Locator => page.getByRole('textbox', {name, exact: true});
export const summary = (): Locator => page.getByRole('textbox', {name: 'Summary'});
export const button = (name: string): Locator => page.getByRole('button', {name, exact: true});

/** Puts the form into the page and waits until the text is there. */
export async function open(form: WikiEditForm): Promise<void> {
  const opened = new Promise((resolve) => form.addEventListener('wiki-opened', resolve, {once: true}));
  document.body.append(form);
  await opened;
}

/** Types and presses Save. */
export async function change(mine = 'My text'): Promise<void> {
  await textbox().fill(mine);
  await button('Save changes').click();
}

export async function expectState(form: WikiEditForm, state: string): Promise<void> {
  await expect.poll(() => form.state).toBe(state);
  await form.updateComplete;
  expect(form.dataset['state']).toBe(state);
}

/** Axe finds nothing, once the colours have changed. */
export async function expectAccessible(): Promise<void> {
  for (const {shadowRoot} of document.querySelectorAll('wiki-edit-form')) {
    for (const animation of shadowRoot?.getAnimations() ?? []) if (animation instanceof CSSTransition) animation.finish();
  }
  const {violations} = await axe.run(document.body, {rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}}});
  expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)).toEqual([]);
}
