import {afterEach, describe, expect, test, vi} from 'vitest';
import {page} from 'vitest/browser';
import type {Expected, FakeAnswer, FakeRequest} from '../../../testing/fake-wiki.js';
import '../edit-form.js';
import {blockedUser, bobs, opening, opens, refusals, refuses, revision, saves, since, stage, success, text} from '../edit-form.fixtures.js';
import {button, change, expectAccessible, expectState, open, textbox} from '../form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

const old = (revid: number, content: string, parentid = revid - 1): readonly [Expected, FakeAnswer] => [
  {prop: 'revisions', rvstartid: String(revid)},
  {query: {pages: [{pageid: 2, ns: 0, title: 'Simple', revisions: [{revid, parentid, user: 'Bob', timestamp: '2026-11-20T11:46:00Z', slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content}}}]}]}},
];

/** The revision before, and what the wiki calls an undoing: in either order. */
function beforeIt(content: string): readonly (readonly [Expected, FakeAnswer])[] {
  const words = {query: {allmessages: [{name: 'undo-summary', normalizedname: 'undo-summary', content: 'Undo revision [[Special:Diff/$1|$1]] by [[User:$2]]'}]}};
  const either = ({params}: FakeRequest): object => (params['meta'] ? words : old(3, content)[1]);
  return [[{action: 'query'}, either], [{action: 'query'}, either]];
}

describe('a block', () => {
  test('is told point by point, before somebody types', async () => {
    const {form} = stage([opens(opening(blockedUser))]);
    await open(form);
    await expectState(form, 'readonly');
    const points = () => [...(form.shadowRoot?.querySelectorAll('.blocks dl > div') ?? [])].map((point) => point.textContent?.trim());
    await expect.poll(points).toEqual(['Blocked byAdmin', 'ReasonVandalism', 'Until2026-11-24T11:32:09Z']);
    await expectAccessible();
  });

  test('of several blocks each is told, and what is still allowed', async () => {
    const parts = [{blockid: 1, blockedby: 'Admin', blockreason: 'One', blockexpiry: 'infinite', blockpartial: true}, {blockid: 2, blockedby: 'Other', blockreason: 'Two', blockexpiry: 'infinite', blockexpiryformatted: 'infinite', blockpartial: false, blockowntalk: false}];
    const error = {code: 'blocked', html: 'Blocked twice.', data: {blockinfo: {blockid: null, blockedby: '', blockpartial: false, blockcomponents: parts}}, module: 'edit'};
    const {form} = stage([opens(), ...refuses({errors: [error]})]);
    await open(form);
    await expect.element(button('Changes')).toBeVisible();
    await change();
    await expectState(form, 'blocked');
    const blocks = [...(form.shadowRoot?.querySelectorAll('.blocks > li') ?? [])].map((block) => block.textContent?.replace(/\s+/g, ' ').trim());
    expect(blocks).toEqual(['Blocked byAdmin ReasonOne Untilno end is set Only some pages or actions are blocked: others you can still edit.', 'Blocked byOther ReasonTwo Untilno end is set You can still edit your own talk page.']);
    await expectAccessible();
  });
});

test('saving that takes long is said to go on; offline, to wait for the connection', async () => {
  let answer: (() => void) | undefined;
  const {form} = stage([opens(), saves(() => new Promise((resolve) => (answer = () => resolve(success))))]);
  await open(form);
  await expect.element(button('Changes')).toBeVisible();
  await change();
  await expect.element(page.getByText('The wiki takes its time.')).toBeVisible();
  await expectAccessible();
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await expect.element(page.getByText('There is no connection at the moment.')).toBeVisible();
  online.mockRestore();
  answer?.();
  await expectState(form, 'saved');
  await expect.element(page.getByText('There is no connection at the moment.')).not.toBeInTheDocument();
});

describe('a text that is not the newest', () => {
  test('an old revision: told as such, compared with the newest, and saved on it', async () => {
    const {form, fake} = stage([opens(), old(1, 'Old text'), saves({edit: {...success.edit, oldrevid: 2}}, {baserevid: '2', text: 'Old text'})]);
    form.oldid = 1;
    await open(form);
    await expect.element(textbox()).toHaveValue('Old text');
    expect(form.dirty).toBe(false);
    await expect.element(page.getByText('This is the old revision 1, by Bob.')).toBeVisible();
    await button('Changes').click();
    await expect.poll(() => [...(form.shadowRoot?.querySelector('wiki-diff')?.shadowRoot?.querySelectorAll('.body ins') ?? [])].map(({textContent}) => textContent).join(' ')).toContain('Old');
    await expectAccessible();
    await button('Save changes').click();
    await expectState(form, 'saved');
    await expect.element(page.getByText('This is the old revision')).not.toBeInTheDocument();
    fake.done();
  });

  test('in a conflict, what is edited then is no old revision any more', async () => {
    const theirs = [since(bobs), [{prop: 'revisions'}, revision(3, 'Bob’s text')], [{rvstartid: undefined, revids: '2'}, revision(2, text, 'Admin')]] as const;
    const {form} = stage([opens(), old(1, 'Old text'), saves(refusals.conflict), ...theirs]);
    form.oldid = 1;
    await open(form);
    await expect.element(page.getByText('This is the old revision 1, by Bob.')).toBeVisible();
    await button('Save changes').click();
    await button('Edit their text instead').click();
    await expect.element(textbox()).toHaveValue('Bob’s text');
    await expect.element(page.getByText('This is the old revision 1, by Bob.')).not.toBeInTheDocument();
  });

  test('a revision undone: what came after it stays', async () => {
    const before = text.replace('First section.', 'First.');
    const newest = text.replace('Intro.', 'A new intro.');
    const opened = opening({lastrevid: 5, revisions: [{revid: 5, parentid: 4, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: newest}}}]});
    const {form, fake} = stage([opens(opened), old(4, text), ...beforeIt(before), saves({edit: {...success.edit, oldrevid: 5}}, {baserevid: '5', text: undefined, undo: '4', summary: 'Undo revision [[Special:Diff/4|4]] by [[User:Bob]]'})]);
    form.undo = 4;
    await open(form);
    await expect.element(textbox()).toHaveValue(newest.replace('First section.', 'First.'));
    await expect.element(page.getByText('What revision 4, by Bob, changed is taken out of this text.')).toBeVisible();
    await button('Save changes').click();
    await expectState(form, 'saved');
    fake.done();
  });

  test('an undoing that was changed, or that the wiki cannot make, is saved as a text', async () => {
    const before = text.replace('First section.', 'First.');
    const refused = {errors: [{code: 'undofailure', html: 'Cannot be undone.', module: 'edit'}]};
    for (const [typed, first] of [['Mine', []], [undefined, refuses(refused, {undo: '4'})]] as const) {
      const {form, fake} = stage([opens(), old(4, text), ...beforeIt(before), ...first, saves(success, {undo: undefined, text: typed ?? before})]);
      form.undo = 4;
      await open(form);
      if (typed !== undefined) await textbox().fill(typed);
      await button('Save changes').click();
      await expectState(form, 'saved');
      fake.done();
      form.remove();
    }
  });

  test('of a line that was the last, and the line above was changed since', async () => {
    const opened = opening({lastrevid: 5, revisions: [{revid: 5, parentid: 4, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: 'New.\n\nOne.\nVandalism'}}}]});
    const {form} = stage([opens(opened), old(4, 'One.\nVandalism'), ...beforeIt('One.')]);
    form.undo = 4;
    await open(form);
    await expect.element(textbox()).toHaveValue('New.\n\nOne.');
  });

  test('that cannot be undone, or is no revision, is said; nothing is lost', async () => {
    const newest = opening({lastrevid: 5, revisions: [{revid: 5, parentid: 4, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: text.replace('Intro.', 'Newer intro.')}}}]});
    const {form} = stage([opens(newest), old(4, text), ...beforeIt(text.replace('Intro.', 'Older intro.'))]);
    form.undo = 4;
    document.body.append(form);
    await expectState(form, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Revision 4 cannot be undone: later edits changed the same lines.');
    form.remove();
    const {form: other} = stage([opens(), opens()]);
    other.setAttribute('oldid', 'x');
    document.body.append(other);
    await expectState(other, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent("oldid: 'x' given, a revision’s number expected");
    other.removeAttribute('oldid');
    other.setAttribute('undoafter', '3');
    await expect.element(page.getByRole('alert')).toHaveTextContent('undoafter: 3 given, undo expected as well');
    await expectAccessible();
  });
});

describe('what was saved', () => {
  test('of a page that was moved meanwhile says where it is', async () => {
    const {form} = stage([opens(), saves({edit: {...success.edit, title: 'Moved away'}})]);
    await open(form);
    await expect.element(button('Changes')).toBeVisible();
    await change();
    await expect.element(page.getByText('It is called “Moved away” now, and your text is saved there.')).toBeVisible();
  });

  test('put together with what others saved, leads to what they changed', async () => {
    const {form} = stage([opens(), saves({edit: {...success.edit, oldrevid: 42}}), opens()]);
    await open(form);
    await expect.element(button('Changes')).toBeVisible();
    await change();
    await expect.element(page.getByRole('link', {name: 'See what others had changed'})).toHaveAttribute('href', expect.stringMatching(/index\.php\?diff=42&oldid=2$/));
    await expectAccessible();
  });
});
