import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import './diff.js';
import type {WikiDiff} from './diff.js';
import {after, all, answer, button, cells, focused, lines, made, nextShown, one, onWiki, shown, texts, told, untilAborted, wide} from './diff.fixtures.js';
import type {WikiDiffRevertEvent} from './events.js';

const start = location.href;

beforeEach(wide);
afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', start);
});

describe('undoing one change', () => {
  const reverts = (diff: WikiDiff): HTMLElement[] => all(diff, '.revert');

  /** The event of each button, top to bottom. */
  function asked(diff: WikiDiff): WikiDiffRevertEvent[] {
    const events: WikiDiffRevertEvent[] = [];
    const take = (event: WikiDiffRevertEvent): void => void events.push(event);
    diff.addEventListener('wiki-diff-revert', take);
    for (const revert of reverts(diff)) revert.click();
    diff.removeEventListener('wiki-diff-revert', take);
    return events;
  }

  /** Lines, as an empty text has none, and one that is empty is a line. */
  function undone(all: readonly string[], {line, lines, text: instead}: WikiDiffRevertEvent): readonly string[] {
    return all.toSpliced(line - 1, lines, ...(instead === undefined ? [] : instead.split('\n')));
  }

  test.each(['side', 'inline'] as const)('%s: the event names the lines, and shows no others', async (mode) => {
    const left = lines(60, 'l');
    const fromText = left.join('\n');
    const toText = left.map((line) => (line === 'l30' ? 'a whole new line' : line === 'l50' ? 'l50 and more' : line)).join('\n');
    const diff = await shown({fromText, toText, mode, revertable: true});
    const before = cells(diff).length;
    expect(asked(diff).map(({line, lines, text}) => ({line, lines, text}))).toEqual([{line: 30, lines: 1, text: 'l30'}, {line: 50, lines: 1, text: 'l50'}]);
    expect(cells(diff)).toHaveLength(before);
  });

  test('an empty line to be put back is not nothing to be put back', async () => {
    const removed = await shown({fromText: 'a\n\nb', toText: 'a\nb', revertable: true});
    expect(asked(removed)).toMatchObject([{line: 2, lines: 0, text: ''}]);
    const added = await shown({fromText: 'a\nb', toText: 'a\n\nb', revertable: true});
    expect(asked(added)).toMatchObject([{line: 2, lines: 1, text: undefined}]);
  });

  test('all changes undone, from the bottom, make the left text of the right one', async () => {
    const line = fc.constantFrom('', 'a', 'b', 'c', 'one two three', 'one two four', 'A long line, long enough to be known again where it has moved to.', 'Another long line which may move, or be split. It has two sentences.', 'Another long line which may move, or be split.', 'It has two sentences.');
    const text = fc.array(line, {maxLength: 14}).map((all) => all.join('\n'));
    const diff = await shown({fromText: 'a', toText: 'b', revertable: true});
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom(0, 1, 2), fc.constantFrom('side' as const, 'inline' as const), async (fromText, toText, context, mode) => {
        const unchanged = diff.fromText === fromText && diff.toText === toText && diff.context === context;
        if (!unchanged) await after(diff, () => Object.assign(diff, {fromText, toText, context, mode}));
        if (fromText !== toText) expect(asked(diff).reduceRight<readonly string[]>(undone, toText === '' ? [] : toText.split('\n')).join('\n')).toBe(fromText);
      }),
      {numRuns: 300},
    );
  }, 60_000);

  test('in another part of the page, too', async () => {
    const parts = (text: string): object => ({slots: {main: {contentmodel: 'wikitext', content: `main ${text}`}, extra: {contentmodel: 'wikitext', content: `x\nextra ${text}`}}});
    const {diff} = onWiki({fromrev: 1, torev: 2, revertable: true}, [[{}, answer([told(1, parts('old')), told(2, parts('new'))])]]);
    await after(diff, () => document.body.append(diff));
    await expect.element(page.getByText('Part “extra”')).toBeVisible();
    expect(asked(diff).map(({text}) => text)).toEqual(['main old', 'extra old']);
    await expect.element(page.getByText('Change 2 of 2')).toBeVisible();
  });
});

describe('the address of a change', () => {
  const left = lines(90, 'l');
  const given = {fromText: left.join('\n'), toText: left.filter((line) => line !== 'l80').map((line) => (line === 'l40' ? 'l40 changed' : line)).join('\n')};

  test.each([['#wiki-diff-to-40', 'l40'], ['#wiki-diff-from-80', 'l80']])('%s leads to it', async (hash, line) => {
    history.replaceState(null, '', hash);
    const diff = await shown(given);
    await expect.poll(() => focused(diff)?.textContent).toContain(line);
  });

  test('leads to it also once the page is there; not when the element is gone', async () => {
    const diff = await shown(given);
    location.hash = '#wiki-diff-to-40';
    await expect.poll(() => focused(diff)?.textContent).toContain('l40');
    location.hash = '#wiki-diff-from-80';
    await expect.poll(() => focused(diff)?.textContent).toContain('l80');
    diff.remove();
    const changed = new Promise((resolve) => addEventListener('hashchange', resolve, {once: true}));
    location.hash = '#wiki-diff-to-40';
    await changed;
    document.body.append(diff);
    expect(texts(diff, '.here')).toEqual([expect.stringContaining('l80')]);
  });

  test.each(['#wiki-diff-to-3', '#wiki-diff-to-99999999999999999999', '#wiki-diff-up-40', '#%'])('%s leads nowhere', async (hash) => {
    history.replaceState(null, '', hash);
    const diff = await shown(given);
    expect(focused(diff)).toBeNull();
  });

  test('is not gone to again when the same is shown otherwise', async () => {
    history.replaceState(null, '', '#wiki-diff-to-40');
    const diff = await shown(given);
    await expect.poll(() => focused(diff)?.textContent).toContain('l40');
    await page.getByText('More', {exact: true}).click();
    await after(diff, () => page.getByLabelText('Ignore differences in blanks').click());
    await diff.updateComplete;
    expect(focused(diff)?.localName).toBe('input');
  });
});

describe('from edit to edit', () => {
  const edit = (revid: number): object => told(revid, {user: 'Bob', slots: {main: {contentmodel: 'wikitext', content: `text ${revid}`}}});

  const neighbour = (from: number, to: number): object => answer([edit(from), edit(to)]);

  test('history: an address for each, and the browser goes back', async () => {
    const {diff, fake} = onWiki({fromrev: 4, torev: 5, history: true}, [[{revids: '4|5'}, neighbour(4, 5)], [{}, neighbour(4, 3)], [{}, neighbour(4, 5)]]);
    await after(diff, () => document.body.append(diff));
    expect(location.href).toBe(start);
    await after(diff, () => button('← Older edit').click());
    expect(new URL(location.href).searchParams.get('oldid')).toBe('3');
    expect(new URL(location.href).searchParams.get('diff')).toBe('4');
    expect(texts(diff, '.body del, .body ins')).toEqual(['3', '4']);
    await after(diff, () => history.back());
    expect(texts(diff, '.body del, .body ins')).toEqual(['4', '5']);
    expect([location.href, diff.fromrev, diff.torev]).toEqual([start, 4, 5]);
    expect(fake.requests).toHaveLength(3);
  });

  test('without the attribute the address stays; and who cancels the event, stays', async () => {
    const {diff, fake} = onWiki({fromrev: 4, torev: 5}, [[{}, neighbour(4, 5)], [{}, neighbour(5, 6)]]);
    await after(diff, () => document.body.append(diff));
    const stay = (event: Event): void => event.preventDefault();
    diff.addEventListener('wiki-diff-navigate', stay);
    await button('Newer edit →').click();
    expect([diff.state, diff.torev, fake.requests.length]).toEqual(['ready', 5, 1]);
    diff.removeEventListener('wiki-diff-navigate', stay);
    await after(diff, () => button('Newer edit →').click());
    expect([location.href, diff.fromrev, diff.torev]).toEqual([start, 5, 'next']);
  });

  test('what is offered belongs to the change that is shown', async () => {
    let late: (value: object) => void = () => {};
    const {diff, fake} = onWiki({fromrev: 4, torev: 5}, [
      [{}, neighbour(4, 5)],
      [{action: 'paraminfo'}, () => new Promise<object>((resolve) => (late = resolve))],
      [{}, neighbour(4, 3)],
    ]);
    await after(diff, () => document.body.append(diff));
    const undone: unknown[] = [];
    diff.addEventListener('wiki-diff-action', (event) => {
      undone.push(event.actions.undo);
      event.preventDefault();
    });
    await page.getByText('More', {exact: true}).click();
    await expect.poll(() => fake.requests.length).toBe(2);
    await after(diff, () => button('← Older edit').click());
    late({paraminfo: {modules: [{name: 'main', path: 'main', parameters: [{name: 'action', type: ['thank']}]}]}});
    await new Promise(requestAnimationFrame);
    await button('undo').click();
    await button('undo: are you sure?').click();
    expect(undone).toEqual([{title: 'Oslo', revid: 4, undoafter: 3}]);
  });

  test('of two that are asked for in a row, the later one is shown', async () => {
    const {diff, fake} = onWiki({fromrev: 1, torev: 2}, [[{}, untilAborted], [{}, neighbour(4, 5)]]);
    document.body.append(diff);
    await expect.poll(() => fake.requests.length).toBe(1);
    await after(diff, () => Object.assign(diff, {fromrev: 4, torev: 5}));
    expect(texts(diff, '.body del, .body ins')).toEqual(['4', '5']);
  });
});

test('thanking: at the second press, where the wiki knows thanks', async () => {
  const knows = {paraminfo: {modules: [{name: 'main', path: 'main', parameters: [{name: 'action', type: ['thank']}]}]}};
  const {diff, fake} = onWiki({fromrev: 1, torev: 2}, [
    [{}, answer([told(1), told(2, {user: 'Bob', userid: 5})])],
    [{action: 'paraminfo'}, knows],
    [{meta: 'tokens|userinfo'}, {query: {userinfo: {id: 4, name: 'Alice'}, tokens: {csrftoken: 'abc+\\'}}}],
    [{action: 'thank', rev: '2', token: 'abc+\\'}, {result: {success: 1, recipient: 'Bob'}}],
  ]);
  await after(diff, () => document.body.append(diff));
  const acted = new Promise((resolve) => diff.addEventListener('wiki-diff-acted', ({action}) => resolve(action)));
  await page.getByText('More', {exact: true}).click();
  await button('thank').click();
  await expect.element(button('thank: are you sure?')).toBeVisible();
  expect(fake.requests).toHaveLength(2);
  await button('thank: are you sure?').click();
  expect(await acted).toBe('thank');
  await expect.element(button('thank')).not.toBeInTheDocument();
  fake.done();
});

test('the event that something is shown carries what it is', async () => {
  const {diff} = onWiki({fromrev: 1, torev: 2}, [[{}, answer([told(1), told(2)])]]);
  const ready = nextShown(diff);
  document.body.append(diff);
  expect(await ready).toMatchObject({opening: {to: {revid: 2}}, model: {engine: 'local'}});
  expect(made({}).opening).toBeUndefined();
  expect(one(diff, '.head.to time').getAttribute('datetime')).toBe('2024-01-01T00:00:00Z');
});
