/** A dialog as a user meets it. */
import axe from 'axe-core';
import {expect} from 'vitest';
import {type Locator, page} from 'vitest/browser';
import '../edit-form/edit-form.js';
import {stage as stageForm} from '../edit-form/edit-form.fixtures.js';
import type {WikiEditForm} from '../edit-form/edit-form.js';
import type {FakeWiki} from '../../testing/fake-wiki.js';
import './dialog.js';
import type {WikiDialog} from './dialog.js';
import type {DialogCloseReason} from './events.js';

export const button = (name: string): Locator => page.getByRole('button', {name, exact: true});
export const textbox = (): Locator => page.getByRole('textbox', {name: 'Editing Simple'});
export const modal = (name = 'Sandbox'): Locator => page.getByRole('dialog', {name});

/** A page longer than the window, with a button that opens a dialog. */
export function stage(content: string | Node = '<p>Words</p>'): {readonly dialog: WikiDialog; readonly opener: HTMLButtonElement; readonly reasons: DialogCloseReason[]} {
  const opener = document.createElement('button');
  opener.textContent = 'Open it';
  const dialog = document.createElement('wiki-dialog');
  dialog.heading = 'Sandbox';
  if (typeof content === 'string') dialog.innerHTML = content;
  else dialog.append(content);
  opener.addEventListener('click', () => dialog.show());
  const long = document.createElement('div');
  long.style.blockSize = '3000px';
  document.body.append(opener, dialog, long);
  const reasons: DialogCloseReason[] = [];
  dialog.addEventListener('wiki-dialog-close', ({reason}) => reasons.push(reason));
  return {dialog, opener, reasons};
}

export interface FormStage extends ReturnType<typeof stage> {
  readonly form: WikiEditForm;
  readonly fake: FakeWiki;
}

/** The same around an edit form. */
export function stageWithForm(...exchanges: Parameters<typeof stageForm>[0]): FormStage {
  const {form, fake} = stageForm(exchanges);
  return {...stage(form), form, fake};
}

/** Opens it, as a user does, and waits until there is something to write in. */
export async function openForm({form}: Pick<FormStage, 'form'>): Promise<void> {
  await button('Open it').click();
  await expect.poll(() => form.state).toBe('ready');
  await expect.poll(() => document.activeElement).toBe(form.querySelector('textarea'));
}

export const isOpen = ({shadowRoot}: WikiDialog): boolean => shadowRoot?.querySelector('dialog')?.matches(':modal') ?? false;

/** Axe finds nothing, once the colours have changed. */
export async function expectAccessible(): Promise<void> {
  for (const {shadowRoot} of document.querySelectorAll('wiki-edit-form, wiki-dialog')) {
    for (const animation of shadowRoot?.getAnimations() ?? []) if (animation instanceof CSSTransition) animation.finish();
  }
  const {violations} = await axe.run(document.body, {rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}}});
  expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)).toEqual([]);
}
