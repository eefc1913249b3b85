/** The edits: how each is set up, done, and counted on the wiki. Each starts from the seeded wiki. */
import type {Wiki} from 'wikilit';
import type {WriteAction} from './write-actions.js';
import {revisionsBy} from './write-rows.js';

/** One row of the matrix of actions and faults. */
export type WriteRow = Omit<WriteAction, 'expects'>;

const title = 'Project:Matrix';
const summary = 'matrix';
const line = 'A line of its own.';
const text = `Top.\n\n== First ==\nOne.\n\n== Second ==\nTwo.`;

const on = (name: string, act: (page: ReturnType<Wiki['page']>, options: {readonly signal?: AbortSignal | undefined}) => Promise<object>, more: Partial<WriteRow> = {}): WriteRow => ({
  name,
  action: 'edit',
  as: 'Olga',
  setUp: (admin) => admin.page(title).edit({text}),
  act: (client, options = {}) => act(client.page(title), options),
  count: (admin) => revisionsBy(admin, 'Olga', title),
  ...more,
});

export const editRows: readonly WriteRow[] = [
  on('append', (page, options) => page.append(`\n${line}`, {summary}, options)),
  on('append, signed', (page, options) => page.append(`\n${line} ~~~~`, {summary}, options)),
  on('prepend', (page, options) => page.prepend(`${line}\n`, {summary}, options)),
  on('new section', (page, options) => page.newSection('Third', `${line} ~~~~`, {}, options)),
  on('edit', async (page, options) => page.edit({text: `${await page.text()}\n${line}`, summary}, options)),
  on('edit of a section', (page, options) => page.edit({text: `== First ==\n${line}`, section: 1, summary}, options)),
  on('edit by a function', (page, options) => page.edit((before) => before.replace('One.', line), {summary}, options)),
  on('create', (page, options) => page.create(line, {summary}, options), {setUp: async () => undefined}),
  on('append to nothing', (page, options) => page.append(line, {summary}, options), {setUp: async () => undefined}),
  on('undo', async (page, options) => page.undo(await newest(page), {}, options), {setUp: async (admin) => {
    await admin.page(title).edit({text});
    await admin.page(title).append('\nTo be undone.');
  }}),
];

async function newest(page: ReturnType<Wiki['page']>): Promise<number> {
  return (await page.info()).lastrevid ?? 0;
}
