import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import './diff.js';
import {after, all, answer, button, cells, expectAccessible, focused, lines, narrow, one, onWiki, root, shown, texts, told, wide} from './diff.fixtures.js';

beforeEach(wide);
afterEach(() => document.body.replaceChildren());

const swap = (all: string[], at: number, text: string): string => all.map((line, index) => (index === at - 1 ? text : line)).join('\n');

describe('columns', () => {
  const fromText = 'a\nold word\ngone\nsame\nb';
  const toText = 'a\nnew word\nsame\nmore\nb';

  test('side by side', async () => {
    const diff = await shown({fromText, toText});
    expect(cells(diff)).toEqual(['from context 1: a', 'to context 1: a', 'from changed 2: old word', 'to changed 2: new word', 'from removed 3: gone', 'from context 4: same', 'to context 3: same', 'to added 4: more', 'from context 5: b', 'to context 5: b']);
    const [from, to] = [all(diff, '.from.changed')[0], all(diff, '.to.changed')[0]];
    expect(from?.getBoundingClientRect().right).toBeLessThanOrEqual(to?.getBoundingClientRect().left ?? 0);
    expect(from?.getBoundingClientRect().top).toBe(to?.getBoundingClientRect().top);
  });

  test('in one column: both versions of a line are one', async () => {
    const diff = await shown({fromText, toText, mode: 'inline'});
    expect(cells(diff)).toEqual(['both context 1 1: a', 'both changed 2 2: oldnew word', 'both removed 3: gone', 'both context 4 3: same', 'both added 4: more', 'both context 5 5: b']);
    expect(texts(diff, '.changed del, .changed ins')).toEqual(['old', 'new']);
    expect(texts(diff, 'del.cell, ins.cell')).toEqual(['gone', 'more']);
  });

  test('where there is no room there is one column, and the button says why', async () => {
    const diff = await shown({fromText, toText});
    await narrow();
    await expect.poll(() => all(diff, '.both').length).toBe(6);
    const side = button('Side by side');
    await expect.element(side).toHaveAttribute('aria-disabled', 'true');
    await expect.element(side).toHaveAttribute('title', 'There is not enough room for two columns.');
    await side.click({force: true});
    expect(diff.mode).toBeUndefined();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(500);
    await wide();
    await expect.poll(() => all(diff, '.both').length).toBe(0);
  });

  test('the buttons change the columns, asking nothing', async () => {
    const {diff, fake} = onWiki({fromrev: 1, torev: 2}, [[{}, answer([told(1), told(2)])]]);
    await after(diff, () => document.body.append(diff));
    await button('Inline').click();
    await expect.poll(() => all(diff, '.both').length).toBe(1);
    await expect.element(button('Inline')).toHaveAttribute('aria-pressed', 'true');
    await button('Side by side').click();
    await expect.poll(() => all(diff, '.both').length).toBe(0);
    expect(diff.getAttribute('mode')).toBe('side');
    expect(fake.requests).toHaveLength(1);
  });

  test.each(['', 'columns'])('a mode there is none of, %j: two columns, and the button says so', async (mode) => {
    const diff = await shown({fromText, toText, mode: mode as never});
    expect(all(diff, '.both')).toEqual([]);
    await expect.element(button('Side by side')).toHaveAttribute('aria-pressed', 'true');
  });

  test('an empty line is as high as any other', async () => {
    const diff = await shown({fromText: 'a\n\nb', toText: 'a\nb\n\nc'});
    const heights = all(diff, '.cell').map(({offsetHeight}) => offsetHeight);
    expect(new Set(heights).size).toBe(1);
  });

  test('split and joined paragraphs have a sign where the line ended', async () => {
    const first = 'The harbour lies at the fjord, and was built in 1850 by many hands.';
    const second = 'Ships from many countries call here every day, and ferries leave.';
    const split = await shown({fromText: `${first} ${second}`, toText: `${first}\n\n${second}`});
    expect(all(split, '.line-end').length).toBeGreaterThan(0);
    expect(getComputedStyle(one(split, '.line-end'), '::before').content).toContain('⏎');
    expect(cells(split)).toEqual([`from changed 1: ${first} ${second}`, `to changed 1: ${first}\n\n${second}`]);
  });
});

test.each([['ltr', 'ltr'], ['rtl', 'rtl'], ['rtl', 'ltr'], ['ltr', 'rtl']])('on a page %s with a text %s, each side has its half, and what stands together is as high', async (flow, pagelanguagedir) => {
  document.dir = flow;
  const content = (text: string): object => ({slots: {main: {contentmodel: 'wikitext', content: text}}});
  const moved = 'A long line, long enough to be known again where it has moved to.';
  const told12 = [told(1, content(`${moved}\nsame\n${'word '.repeat(60)}\nx\ngone`)), told(2, content(`same\n${'word '.repeat(40)}\nx\n${moved}\nnew and quite another line`))];
  const {query} = answer(told12) as {query: {pages: object[]}};
  const {diff} = onWiki({fromrev: 1, torev: 2}, [[{}, answer(told12, {query: {...query, pages: [{...query.pages[0], pagelanguagedir}]}})]]);
  await after(diff, () => document.body.append(diff));
  const places = (selector: string): string[] => [...new Set(all(diff, selector).map((cell) => cell.getBoundingClientRect()).map(({left, width}) => `${Math.round(left)} ${Math.round(width)}`))];
  const [from, ...moreFrom] = places('.from');
  const [to, ...moreTo] = places('.to');
  document.dir = '';
  expect([...new Set(all(diff, '.cell').map(({className}) => className))].sort()).toEqual(['cell from changed', 'cell from context', 'cell from movedFrom', 'cell from removed', 'cell to added', 'cell to changed', 'cell to context', 'cell to movedTo']);
  expect([moreFrom, moreTo]).toEqual([[], []]);
  const [[left = 0, width = 0] = [], [right = 0, otherWidth] = []] = [from, to].map((place) => place?.split(' ').map(Number));
  expect([Math.abs(right - left) - width, otherWidth]).toEqual([8, width]);
  expect(left < right).toBe(flow === 'ltr');
  const heights = all(diff, '.changed').map(({offsetHeight}) => offsetHeight);
  expect([heights.length, new Set(heights).size]).toEqual([2, 1]);
});

describe('lines that are left out', () => {
  const left = lines(100, 'l');
  const given = {fromText: left.join('\n'), toText: swap(left, 50, 'changed')};
  const openers = (diff: Parameters<typeof all>[0]): string[] => all(diff, '.gap button').map(({dataset, textContent}) => `${dataset['open']} ${textContent}`);

  test('stand behind buttons that say how many', async () => {
    const diff = await shown(given);
    expect(openers(diff)).toEqual(['all 47 unchanged lines', 'below ↑', 'above ↓', 'all 48 unchanged lines']);
    await expect.element(button('Ten lines more, from below')).toBeVisible();
    await expectAccessible(diff);
  });

  test('on a page from right to left, words that run the other way stand in their order', async () => {
    document.dir = 'rtl';
    const [from, to] = [lines(9, 'l').join('\n'), `${lines(9, 'l').join('\n')} more`];
    const diff = await shown({fromText: from, toText: to});
    const [text] = one(diff, '.gap button').childNodes;
    if (!(text instanceof Text)) throw new Error('a text was expected');
    const [number, word] = [0, 4].map((place) => {
      const range = document.createRange();
      range.setStart(text, place);
      range.setEnd(text, place + 1);
      return range.getBoundingClientRect().left;
    });
    document.dir = '';
    expect(text.data).toMatch(/^\d unchanged/);
    expect(number).toBeLessThan(word as number);
  });

  test('ten more, from above and from below; the focus stays', async () => {
    const diff = await shown(given);
    await button('Ten lines more, from below').click();
    expect(cells(diff, '.to').slice(0, 12)).toEqual(lines(12).map((_, index) => `to context ${38 + index}: l${38 + index}`));
    expect(openers(diff)[0]).toBe('all 37 unchanged lines');
    expect(focused(diff)?.dataset['open']).toBe('below');
    await button('Ten lines more, from above').click();
    expect(openers(diff).at(-1)).toBe('all 38 unchanged lines');
    expect(focused(diff)?.dataset['open']).toBe('above');
    expect(texts(diff, '.cell.to').map((text) => text.trim()).filter((text) => text.startsWith('l'))).toEqual([...left.slice(37, 49), ...left.slice(50, 62)]);
  });

  test('the last of them: the focus goes to what was shown', async () => {
    const diff = await shown(given);
    await button('47 unchanged lines').click();
    expect(texts(diff, '.cell.to').slice(0, 50).map((text) => text.trim())).toEqual([...left.slice(0, 49), 'changed']);
    expect(focused(diff)?.textContent?.trim()).toBe('l1');
    expect(openers(diff)).toEqual(['above ↓', 'all 48 unchanged lines']);
  });

  test('all of them at once', async () => {
    const diff = await shown(given);
    await page.getByText('More', {exact: true}).click();
    await button('Show all unchanged lines').click();
    await expect.poll(() => texts(diff, '.cell.to')).toHaveLength(100);
    await expect.poll(() => openers(diff)).toEqual([]);
    await button('Inline').click();
    await expect.poll(() => all(diff, '.both')).toHaveLength(101);
  });

  test('of what the wiki compared: both texts are read, once', async () => {
    const left = lines(60, 'l');
    const row = '<tr><td class="diff-lineno">Line 30:</td><td class="diff-lineno">Line 30:</td></tr><tr><td class="diff-marker" data-marker="−"></td><td class="diff-deletedline"><div>l30</div></td><td class="diff-marker" data-marker="+"></td><td class="diff-addedline"><div>changed</div></td></tr>';
    const read = (revid: number, content: string): object => told(revid, {slots: {main: {contentmodel: 'wikitext', content}}});
    const bare = (revid: number): object => told(revid, {slots: {main: {contentmodel: 'wikitext', size: 9}}});
    const {diff, fake} = onWiki({fromrev: 1, torev: 2, engine: 'wiki'}, [
      [{rvprop: /roles$/}, answer([bare(1), bare(2)])],
      [{}, new Response('', {status: 404})],
      [{action: 'compare'}, {compare: {bodies: {main: row}}}],
      [{rvprop: /content$/}, answer([read(1, left.join('\n')), read(2, swap(left, 30, 'changed'))])],
    ]);
    await after(diff, () => document.body.append(diff));
    expect(diff.model?.engine).toBe('html');
    expect(openers(diff)).toEqual(['all 29 unchanged lines', 'below ↑', 'all Unchanged lines']);
    await button('Ten lines more, from below').click();
    await expect.poll(() => openers(diff)[0]).toBe('all 19 unchanged lines');
    await button('19 unchanged lines').click();
    await button('Unchanged lines').click();
    await expect.poll(() => texts(diff, '.cell.to').map((text) => text.trim())).toEqual(swap(left, 30, 'changed').split('\n'));
    fake.done();
    expect(fake.requests).toHaveLength(4);
  });

  test('texts that cannot be read: says why', async () => {
    const row = '<tr><td class="diff-lineno">Line 30:</td><td class="diff-lineno">Line 30:</td></tr><tr><td class="diff-marker" data-marker="−"></td><td class="diff-deletedline"><div>l30</div></td><td class="diff-marker" data-marker="+"></td><td class="diff-addedline"><div>changed</div></td></tr>';
    const bare = (revid: number): object => told(revid, {slots: {main: {contentmodel: 'wikitext', size: 9}}});
    const {diff} = onWiki({fromrev: 1, torev: 2, engine: 'wiki'}, [
      [{}, answer([bare(1), bare(2)])],
      [{}, new Response('', {status: 404})],
      [{action: 'compare'}, {compare: {bodies: {main: row}}}],
      [{}, {errors: [{code: 'readapidenied', text: 'You may not read.'}]}],
      [{}, answer([told(1), told(2)])],
    ]);
    await after(diff, () => document.body.append(diff));
    await button('29 unchanged lines').click();
    await expect.element(page.getByText('You may not read.')).toBeVisible();
    expect(all(diff, '.cell')).toHaveLength(2);
  });
});

describe('moved lines', () => {
  const paragraph = (name: string): string => `${name} is a long enough line that its move to another place is told from chance.`;
  const fill = lines(30, 'filling line ');
  const fromText = ['top', paragraph('First'), paragraph('Second'), ...fill, 'end'].join('\n');
  const toText = ['top', ...fill, paragraph('First'), paragraph('Second'), 'end'].join('\n');

  test.each(['side', 'inline'] as const)('%s: say where they went, and lead there and back', async (mode) => {
    const diff = await shown({fromText, toText, mode});
    expect(texts(diff, '.jump')).toEqual(['Moved down to line 32', 'Moved down from line 2']);
    await button('Moved down to line 32').click();
    expect(focused(diff)?.className).toMatch(/movedTo.* here/);
    expect(focused(diff)?.textContent).toContain(paragraph('First'));
    await expect.poll(() => inView(focused(diff))).toBe(true);
    await button('Moved down from line 2').click();
    expect(focused(diff)?.className).toMatch(/movedFrom.* here/);
    await expect.poll(() => inView(focused(diff))).toBe(true);
    expect(all(diff, '.here')).toHaveLength(1);
    await expectAccessible(diff);
  });

  test.each(['side', 'inline'] as const)('%s: below a line that was removed, and one that moved elsewhere', async (mode) => {
    const from = ['top', 'removed outright', paragraph('First'), paragraph('Other'), ...fill, 'end'].join('\n');
    const to = ['top', ...fill.slice(0, 20), paragraph('Other'), ...fill.slice(20), paragraph('First'), 'end'].join('\n');
    const diff = await shown({fromText: from, toText: to, mode});
    for (const name of ['First', 'Other']) {
      const source = all(diff, '.movedFrom').find(({textContent}) => textContent?.startsWith(name));
      source?.querySelector<HTMLElement>('.jump')?.click();
      expect(focused(diff)?.className).toMatch(/movedTo/);
      expect(focused(diff)?.textContent).toContain(paragraph(name));
      focused(diff)?.querySelector<HTMLElement>('.jump')?.click();
      expect(focused(diff)).toBe(source);
    }
  });

  test('a section that moved is named', async () => {
    const section = `== History ==\n${paragraph('It')}`;
    const diff = await shown({fromText: `top\n${section}\n== Other ==\n${fill.join('\n')}`, toText: `top\n== Other ==\n${fill.join('\n')}\n${section}`});
    expect(texts(diff, '.jump')[0]).toMatch(/^Section “History”: Moved down to line \d+$/);
  });
});

describe('from change to change', () => {
  const left = lines(120, 'l');
  const fromText = ['== Top ==', ...left].join('\n');
  const toText = ['== Top ==', ...left].map((line) => (['l10', 'l60', 'l110'].includes(line) ? `${line} changed` : line)).join('\n');
  const status = (diff: Parameters<typeof all>[0]): string => one(diff, '.visually-hidden[role=status]').textContent ?? '';

  test('by keys: n and j go on, p and k back; each is told', async () => {
    const diff = await shown({fromText, toText});
    await button('Inline').click();
    for (const [key, line, words] of [['n', 'l10', 'Change 1 of 3. Top'], ['j', 'l60', 'Change 2 of 3. Top'], ['n', 'l110', 'Change 3 of 3. Top'], ['n', 'l110', 'Change 3 of 3. Top'], ['p', 'l60', 'Change 2 of 3. Top'], ['k', 'l10', 'Change 1 of 3. Top'], ['k', 'l10', 'Change 1 of 3. Top']] as const) {
      await userEvent.keyboard(key);
      await expect.poll(() => focused(diff)?.textContent).toContain(line);
      await expect.poll(() => status(diff)).toBe(words);
      await expect.poll(() => inView(focused(diff))).toBe(true);
    }
    await expectAccessible(diff);
  });

  test('by buttons, which say where there is no further', async () => {
    const diff = await shown({fromText, toText});
    await expect.element(page.getByText('3 changes', {exact: true})).toBeVisible();
    const [previous, next] = [button('Previous change'), button('Next change')];
    await expect.element(previous).toHaveAttribute('aria-disabled', 'true');
    for (const place of [1, 2, 3]) {
      await next.click();
      await expect.element(page.getByText(`Change ${place} of 3`, {exact: true})).toBeVisible();
    }
    await expect.element(next).toHaveAttribute('aria-disabled', 'true');
    await expect.element(previous).toHaveAttribute('aria-disabled', 'false');
    expect(focused(diff)?.textContent).toContain('l110');
  });

  test('not while somebody types, nor with another key held', async () => {
    const diff = await shown({fromText, toText});
    await button('Inline').click();
    await userEvent.keyboard('{Control>}n{/Control}');
    expect(status(diff)).toBe('');
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await userEvent.keyboard('n');
    expect([field.value, status(diff)]).toEqual(['n', '']);
  });

  test('a click in the rows is enough for the keys to work', async () => {
    const diff = await shown({fromText, toText});
    all(diff, '.to.context')[0]?.scrollIntoView();
    await page.elementLocator(all(diff, '.to.context')[0] as Element).click();
    await userEvent.keyboard('n');
    await expect.poll(() => status(diff)).toBe('Change 1 of 3. Top');
  });
});

describe('the menu', () => {
  test('closes by Escape with the focus back, and by going elsewhere', async () => {
    const diff = await shown({fromText: 'a', toText: 'b'});
    const menu = one(diff, 'details.menu') as HTMLDetailsElement;
    await page.getByText('More', {exact: true}).click();
    expect(menu.open).toBe(true);
    await userEvent.tab();
    expect(menu.contains(focused(diff))).toBe(true);
    await expectAccessible(diff);
    await userEvent.keyboard('{Escape}');
    expect([menu.open, focused(diff)?.localName]).toEqual([false, 'summary']);
    await page.getByText('More', {exact: true}).click();
    await button('Inline').click();
    expect(menu.open).toBe(false);
  });

  test('ignores blanks, and can be told not to again', async () => {
    const diff = await shown({fromText: 'a b\nc', toText: 'a  b\nc'});
    expect(texts(diff, '.body .blanks')).toEqual([' ']);
    await page.getByText('More', {exact: true}).click();
    await after(diff, () => page.getByLabelText('Ignore differences in blanks').click());
    await expect.element(page.getByText('(No difference)')).toBeVisible();
    expect(diff.state).toBe('same');
    await expectAccessible(diff);
    await after(diff, () => page.getByLabelText('Ignore differences in blanks').click());
    expect(diff.state).toBe('ready');
    expect(focused(diff)?.localName).toBe('input');
  });
});

test('on a page without TLS, which has no clipboard, a text is copied all the same', async () => {
  await shown({fromText: 'old', toText: 'new'});
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
  const copied = new Promise((resolve) => document.addEventListener('copy', (event) => resolve((event.composedPath()[0] as HTMLTextAreaElement).value), {once: true}));
  await page.getByText('More', {exact: true}).click();
  await button('Copy the new text').click();
  expect(await copied).toBe('new');
  await expect.element(page.getByText('Copied.')).toBeVisible();
  Reflect.deleteProperty(navigator, 'clipboard');
});

/** Whole, in the window. */
function inView(element: Element | null): boolean {
  const {top, bottom} = element?.getBoundingClientRect() ?? {top: -1, bottom: -1};
  return top >= 0 && bottom <= innerHeight;
}

test('headings of what is shown lead through it', async () => {
  const filler = lines(20, 'l').join('\n');
  const diff = await shown({fromText: `== One ==\n${filler}\nx\n== Two ==\n${filler}\ny`, toText: `== One ==\n${filler}\nX\n== Two ==\n${filler}\nY`});
  await expect.element(page.getByRole('heading', {name: 'One', level: 3})).toBeVisible();
  await expect.element(page.getByRole('heading', {name: 'Two', level: 3})).toBeVisible();
  expect(root(diff).querySelectorAll('[role=heading]')).toHaveLength(2);
});
