/** `<wiki-diff>` for those who copy from it, print it, hear it, or see few colours. Two texts; no wiki is asked. */
import type {Page} from '@playwright/test';
import {diffOf, openBare, show} from './diff-page.js';
import {expect, test} from './fixtures.js';

const fromText = ['== Top ==', 'first line', '', 'second line with\u00a0a hard blank', 'gone for ever', 'third', '', 'last'].join('\n');
const toText = ['== Top ==', 'first line', '', 'second line with\u00a0a new blank', 'third', 'fresh words instead', '', 'last'].join('\n');

/** From one cell to another by the mouse, and what was copied. */
async function copied(page: Page, side: 'from' | 'to'): Promise<string> {
  const cells = diffOf(page).locator(`.cell.${side}`);
  const [first, last] = [await cells.first().boundingBox(), await cells.last().boundingBox()];
  if (!first || !last) throw new Error('no cells');
  const indent = await cells.first().evaluate((cell) => Number.parseFloat(getComputedStyle(cell).paddingLeft));
  await page.mouse.move(first.x + 4 + indent, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(first.x + 60 + indent, last.y + last.height / 2, {steps: 5});
  await page.mouse.move(last.x + last.width / 2, last.y + last.height / 2, {steps: 3});
  await page.mouse.up();
  await page.keyboard.press('Control+C');
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('copying', () => {
  test.beforeEach(async ({page, wiki}) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openBare(page, wiki);
    await show(page, {fromText, toText, mode: 'side', revertable: true, context: 20});
  });

  test('what is selected by the mouse is of one side, and exactly its text', async ({page}) => {
    expect(await copied(page, 'from')).toBe(fromText);
    expect(await copied(page, 'to')).toBe(toText);
  });

  test('the menu copies each side, and a patch', async ({page}) => {
    await diffOf(page).getByText('More', {exact: true}).click();
    const copy = async (name: string): Promise<string> => {
      await diffOf(page).getByRole('button', {name}).click();
      await expect(diffOf(page).getByRole('status').filter({hasText: 'Copied.'})).toBeVisible();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copy('Copy the old text')).toBe(fromText);
    expect(await copy('Copy the new text')).toBe(toText);
    expect(await copy('Copy as a patch')).toMatch(/\n-gone for ever\n(.*\n)* third\n\+fresh words instead\n/);
  });

  test('a link to the change, which leads there', async ({page}) => {
    await diffOf(page).getByRole('button', {name: 'Next change'}).click();
    await diffOf(page).getByRole('button', {name: 'Next change'}).click();
    await diffOf(page).getByText('More', {exact: true}).click();
    await diffOf(page).getByRole('button', {name: 'Copy a link to this change'}).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(/#wiki-diff-to-6$/);
  });
});

test('on paper there is every line, and no button', async ({page, wiki}) => {
  await openBare(page, wiki);
  const lines = (word: string): string => Array.from({length: 5000}, (_, index) => `${word} ${index}`).join('\n');
  await show(page, {fromText: lines('left'), toText: lines('right'), mode: 'side'});
  await page.evaluate(() => addEventListener('beforeprint', () => (document.title = String(document.querySelector('wiki-diff')?.shadowRoot?.querySelectorAll('.cell').length))));
  await page.pdf();
  await expect(page).toHaveTitle('10000');
  await page.emulateMedia({media: 'print'});
  await expect(diffOf(page).getByRole('button', {name: 'Inline'})).toBeHidden();
});

test.describe('read aloud', () => {
  interface Node {
    readonly ignored: boolean;
    readonly role?: {readonly value: string};
    readonly name?: {readonly value: string};
    readonly nodeId: string;
    readonly childIds?: readonly string[];
  }

  /** Roles and names as the browser tells them, inside the rows; texts as they are. */
  async function heard(page: Page): Promise<string[]> {
    const session = await page.context().newCDPSession(page);
    const {nodes} = (await session.send('Accessibility.getFullAXTree')) as unknown as {nodes: Node[]};
    const known = new Map(nodes.map((node) => [node.nodeId, node]));
    const words: string[] = [];
    const walk = (node: Node | undefined): void => {
      if (!node) return;
      const [role = '', name = ''] = [node.role?.value, node.name?.value];
      if (role === 'InlineTextBox') return;
      if (!node.ignored && role === 'StaticText') words.push(name.trim());
      else if (!node.ignored && ['insertion', 'deletion', 'heading', 'button'].includes(role)) words.push(`(${role}${role === 'button' || role === 'heading' ? ` ${name}` : ''})`);
      for (const id of node.childIds ?? []) walk(known.get(id));
    };
    walk(nodes.find(({role, name}) => role?.value === 'group' && name?.value === 'Difference between revisions'));
    return words.filter(Boolean);
  }

  test('side by side: each line says what became of it, and what is unchanged is read once', async ({page, wiki}) => {
    await openBare(page, wiki);
    await show(page, {fromText, toText, mode: 'side', context: 1});
    const words = await heard(page);
    expect(words.join(' | ')).toContain('Removed: | second line with\u00a0a | (deletion) | hard | blank | Added: | second line with\u00a0a | (insertion) | new | blank');
    expect(words.join(' | ')).toContain('(deletion) | Removed: | gone for ever');
    expect(words.join(' | ')).toContain('(insertion) | Added: | fresh words instead');
    expect(words.filter((word) => word === 'third')).toHaveLength(1);
    expect(words).toContain('(heading Top)');
  });

  test('in one column', async ({page, wiki}) => {
    await openBare(page, wiki);
    await show(page, {fromText, toText, mode: 'inline', context: 1});
    expect((await heard(page)).join(' | ')).toContain('Changed: | second line with\u00a0a | (deletion) | hard | (insertion) | new | blank');
  });
});

test.describe('few colours', () => {
  test('forced: lines and words are told apart by signs, stripes and underlines', async ({page, wiki}) => {
    await page.emulateMedia({forcedColors: 'active'});
    await openBare(page, wiki);
    for (const mode of ['side', 'inline'] as const) {
      await show(page, {fromText, toText, mode});
      const look = (selector: string, pseudo?: string): Promise<Record<string, string>> =>
        diffOf(page).locator(selector).first().evaluate((element, pseudo) => {
          const {content, borderInlineStartColor, textDecorationLine} = getComputedStyle(element, pseudo);
          return {content, borderInlineStartColor, textDecorationLine};
        }, pseudo);
      expect((await look('.removed', '::before')).content).toContain('−');
      expect((await look('.added', '::before')).content).toContain('+');
      expect((await look('.added')).borderInlineStartColor).not.toBe((await look('.context')).borderInlineStartColor);
      expect((await look('.changed ins')).textDecorationLine).toBe('underline');
      expect((await look('.changed del')).textDecorationLine).toBe('line-through');
    }
  });

  test('with less motion nothing moves', async ({page, wiki}) => {
    await page.emulateMedia({reducedMotion: 'reduce'});
    await openBare(page, wiki);
    await show(page, {fromText, toText});
    await diffOf(page).getByRole('button', {name: 'Next change'}).click();
    expect(await diffOf(page).evaluate((diff) => [...(diff.shadowRoot?.querySelectorAll('*') ?? [])].filter((element) => element.getAnimations().length > 0).length)).toBe(0);
  });

  test('without any colour, signs and words say the same', async ({page, wiki}) => {
    await openBare(page, wiki);
    await show(page, {fromText, toText, mode: 'side'});
    for (const [selector, sign] of [['.removed', '−'], ['.changed.from', '−'], ['.added', '+'], ['.changed.to', '+']] as const) {
      expect(await diffOf(page).locator(selector).first().evaluate((cell) => getComputedStyle(cell, '::before').content)).toContain(sign);
    }
  });
});
