/** docs/edit-errors.md: what a user meets. Each code is answered to a form: its state, words, the text still there, and a way to save it later. */
import {afterEach, describe, expect, test} from 'vitest';
import guide from '../../../../docs/edit-errors.md?raw';
import type {Fetch} from '../../../core/exchange.js';
import {answered, editErrors} from '../../../wiki/edit/edit-errors.fixtures.js';
import '../edit-form.js';
import type {WikiEditForm} from '../edit-form.js';
import {bobs, opening, refusals, revision, stage, text} from '../edit-form.fixtures.js';
import {button, change, expectAccessible, expectState, open, textbox} from '../form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

const second = '== Two ==\nSecond section.';

/** A wiki that refuses edits by this answer, until it does no longer. Bob was faster there. */
class Refusing {
  refuses = true;
  /** What was sent when it did not. */
  saved = '';
  private readonly answer: object;

  constructor(answer: object) {
    this.answer = answer;
  }

  readonly fetch: Fetch = async (url, init) => {
    const asked = new URL(url).searchParams;
    const section = asked.get('rvsection');
    if (asked.get('action') === 'edit') return Response.json(await this.edit(await new Response(init.body).text()));
    if (asked.has('intestactions')) return Response.json(section === null ? opening() : opening({revisions: [{revid: 2, slots: {main: {content: second}}}]}));
    if (asked.get('list') === 'usercontribs') return Response.json({query: {usercontribs: []}});
    if (asked.get('action') === 'stashedit') return Response.json({stashedit: {status: 'stashed'}});
    if (asked.get('meta')?.includes('authmanagerinfo')) throw new TypeError('Failed to fetch');
    if (asked.get('meta')?.includes('tokens')) return Response.json({query: {tokens: {csrftoken: 'new+\\'}, userinfo: {id: 4, name: 'Alice'}}});
    if (asked.get('rvdir') === 'newer') return Response.json({query: {pages: [{pageid: 2, ns: 0, title: 'Simple', revisions: [bobs]}], userinfo: {id: 4, name: 'Alice'}}});
    return Response.json(asked.get('revids') === '2' ? revision(2, section === null ? text : second, 'Admin') : revision(3, 'Bob’s text'));
  };

  private async edit(body: string): Promise<object> {
    if (this.refuses) return this.answer;
    this.saved = body;
    const base = Number(/baserevid=(\d+)/.exec(body)?.[1] ?? 0);
    return {edit: {result: 'Success', pageid: 2, title: 'Simple', oldrevid: base, newrevid: 43, newtimestamp: '2026-11-21T11:46:00Z'}};
  }
}

/** Changes the text, and presses Save. */
const again = (): Promise<void> => change('Typed, and better.');

/** The way out of a state, where it is another than that. */
const ways: Readonly<Record<string, () => Promise<void>>> = {
  conflict: () => button('Save my text in place of it').click(),
  deleted: () => button('Create the page again').click(),
  'abuse-warning': () => button('Save anyway').click(),
  ratelimited: () => button('Save now').click(),
  'wiki-readonly': () => button('Save now').click(),
  unknown: async () => {
    await button('Check whether it was saved').click();
    await button('Save again').click();
  },
};

async function wholePage(): Promise<void> {
  await button('Edit the whole page').click();
  await expect.element(textbox()).toHaveValue(text);
  await again();
}

/** The way out after one code alone. */
const waysOf: Readonly<Record<string, () => Promise<void>>> = {
  nosuchsection: wholePage,
  sectionsnotsupported: wholePage,
  'contentmodel-mismatch': async () => {
    await button('Open the page again').click();
    await expect.element(textbox()).toHaveValue(text);
    await again();
  },
};

/** What a state says in words of its own, in place of the wiki's. */
const ownWords: Readonly<Record<string, string>> = {conflict: 'Bob saved this page while you were editing.', unknown: 'it may have been saved'};

const refusal = (form: WikiEditForm): HTMLElement | undefined => form.shadowRoot?.querySelector<HTMLElement>('#refusal') ?? undefined;

interface Case {
  readonly answer: object;
  readonly state: string;
  readonly words: string;
  readonly section?: string;
  readonly way?: (() => Promise<void>) | undefined;
}

async function meets({answer, state, words, section, way = ways[state] ?? again}: Case): Promise<void> {
  const wiki = new Refusing(answer);
  const {form} = stage([], {fetch: wiki.fetch});
  if (section !== undefined) form.section = section;
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  form.text = 'Typed.';
  await form.updateComplete;
  await form.save();
  await expectState(form, state);
  const said = refusal(form)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  expect(said).toContain(words);
  // The wiki's words alone are no way out.
  expect(said.length).toBeGreaterThan(words.length + 20);
  expect([form.text, form.dirty]).toEqual(['Typed.', true]);
  await expectAccessible();
  wiki.refuses = false;
  await way();
  await expect.poll(() => form.state).toBe('saved');
  expect(wiki.saved).toContain('Typed');
}

const {codes, later} = editErrors(guide);

describe('a code of action=edit', () => {
  const rows = [...codes, ...later].flatMap((row) => answered(row).map((code) => [code, row.state] as const));

  test.each([...new Map(rows)])('%s: %s, with words and a way out', async (code, state) => {
    const words = ownWords[state] ?? `The words of ${code}.`;
    await meets({answer: {errors: [{code, html: `The words of <b>${code}</b>.`, module: 'edit'}]}, state, words, way: waysOf[code], ...(waysOf[code] === wholePage && {section: '2'})});
  });
});

describe('an extension that refuses without an error', () => {
  test.each([
    ['by a question', refusals.captcha, 'captcha', '50+4'],
    ['by another captcha', refusals.captchaScript, 'captcha', 'Go on there: your text goes with you.'],
    ['by a code', {edit: {result: 'Failure', code: 'abusefilter-warning', info: 'Think again.', warning: '<b>Think</b> again.'}}, 'abuse-warning', 'Think again.'],
    ['by an unknown code', {edit: {result: 'Failure', code: 'quiz', info: 'First the quiz.'}}, 'refused', 'First the quiz.'],
    ['by no word', {edit: {result: 'Failure'}}, 'refused', 'says no more'],
  ])('%s', async (_name, answer, state, words) => meets({answer, state, words}));
});
