import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import './diff.js';
import type {WikiDiff} from './diff.js';
import {after, all, answer, button, lines, one, onWiki, root, shown, texts, told, untilAborted, wide} from './diff.fixtures.js';

beforeEach(wide);
afterEach(() => document.body.replaceChildren());

/** Every line differs. */
const long = {fromText: lines(6000, 'left line number ').join('\n'), toText: lines(6000, 'right line number ').join('\n'), mode: 'side' as const};
const built = (diff: WikiDiff): number => all(diff, '.cell').length;

describe('many rows', () => {
  test('1 MB: the first screen is there at once, the rest comes later', async () => {
    const line = (side: string, index: number): string => `${side} ${index} ${'some words of a long line '.repeat(3)}`;
    const text = (side: string): string => Array.from({length: 6000}, (_, index) => line(side, index)).join('\n');
    const diff = await shown({fromText: text('left'), toText: text('right'), mode: 'side'});
    expect(built(diff)).toBeGreaterThan(40);
    expect(built(diff)).toBeLessThan(12_000);
    expect(one(diff, '.cell').getBoundingClientRect().height).toBeGreaterThan(10);
    await expect.poll(() => built(diff), {timeout: 20_000}).toBe(12_000);
    expect(all(diff, '.cell.to').at(-1)?.textContent).toContain('right 5999');
  }, 30_000);

  test('taken out of the page while it is built, and put back: all of it is there', async () => {
    const diff = await shown(long);
    diff.remove();
    const before = built(diff);
    expect(before).toBeLessThan(12_000);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(built(diff), 'nothing is built that nobody sees').toBe(before);
    document.body.append(diff);
    await expect.poll(() => built(diff), {timeout: 20_000}).toBe(12_000);
  }, 30_000);

  test('other texts while it is built: nothing of the first is left', async () => {
    const diff = await shown(long);
    await after(diff, () => Object.assign(diff, {fromText: 'one', toText: 'two'}));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(texts(diff, '.cell').map((text) => text.trim())).toEqual(['one', 'two']);
  });

  test('printing builds all', async () => {
    const diff = await shown(long);
    expect(built(diff)).toBeLessThan(12_000);
    dispatchEvent(new Event('beforeprint'));
    expect(built(diff)).toBe(12_000);
    await expect.poll(() => getComputedStyle(all(diff, '.block').at(-1) as Element).contentVisibility).toBe('auto');
  });

  test('the last change is gone to before it is built', async () => {
    const diff = await shown({...long, fromText: `${'same\n'.repeat(10)}${long.fromText}`, toText: `${'same\n'.repeat(10)}${long.toText}`.replace(/right line number 3000\n/, 'left line number 3000\n')});
    await button('Next change').click();
    await button('Next change').click();
    const {y, height} = root(diff).activeElement?.getBoundingClientRect() ?? {y: -1, height: 0};
    expect(root(diff).activeElement?.textContent).toMatch(/left line number 3001/);
    expect(y >= 0 && y + height <= innerHeight).toBe(true);
  });

  test('the browser finds what is far below', async () => {
    const diff = await shown({fromText: long.fromText, toText: `${long.fromText}\nneedle in the hay`, context: 6000});
    await expect.poll(() => built(diff), {timeout: 20_000}).toBe(12_001);
    getSelection()?.removeAllRanges();
    expect((window as unknown as {find(text: string): boolean}).find('needle in the hay')).toBe(true);
    await expect.poll(() => all(diff, '.added').at(-1)?.getBoundingClientRect().top ?? Infinity).toBeLessThan(innerHeight);
  }, 30_000);
});

describe('a very long text, shown whole', () => {
  const left = lines(130_000);
  const given = {fromText: left.join('\n'), toText: `${left.join('\n')}\nmore`, mode: 'inline' as const};

  test('the lines above are there at once, the rest comes later', async () => {
    const diff = await shown(given);
    await button('129,998 unchanged lines').click();
    expect(built(diff)).toBeGreaterThan(80);
    expect(built(diff)).toBeLessThan(130_001);
    expect(root(diff).activeElement?.textContent).toBe('1');
    await expect.poll(() => built(diff), {timeout: 20_000}).toBe(130_001);
    expect(all(diff, '.cell').at(-1)?.textContent).toBe('more');
  }, 30_000);

  test('all its changes together, too', async () => {
    const diff = await shown({...given, toText: left.map((line, index) => (index % 1000 === 999 ? `${line} more` : line)).join('\n')});
    await page.getByText('More', {exact: true}).click();
    await button('Show all unchanged lines').click();
    await expect.poll(() => built(diff), {timeout: 20_000}).toBe(130_000);
    expect(texts(diff, '.cell').map((text) => Number.parseInt(text))).toEqual(left.map(Number));
    expect(all(diff, '.gap button')).toEqual([]);
  }, 30_000);
});

describe('an element that comes and goes', () => {
  test('taken out while the wiki is asked: the request ends, and is made again when it is put back', async () => {
    let signal: AbortSignal | null | undefined;
    const {diff, fake} = onWiki({fromrev: 1, torev: 2}, [
      [{}, (request, init) => {
        signal = init.signal;
        return untilAborted(request, init);
      }],
      [{}, answer([told(1), told(2)])],
    ]);
    document.body.append(diff);
    await expect.poll(() => fake.requests.length).toBe(1);
    diff.remove();
    expect(signal?.aborted).toBe(true);
    await new Promise(requestAnimationFrame);
    await after(diff, () => document.body.append(diff));
    expect([diff.state, fake.requests.length]).toEqual(['ready', 2]);
  });

  test('moved within the page while the wiki is asked', async () => {
    const {diff, fake} = onWiki({fromrev: 1, torev: 2}, [[{}, untilAborted], [{}, answer([told(1), told(2)])]]);
    document.body.append(diff);
    await expect.poll(() => fake.requests.length).toBe(1);
    await after(diff, () => document.body.append(document.createElement('p'), diff));
    expect(diff.state).toBe('ready');
  });

  test('moved when it is shown: stays as it is, and asks nothing', async () => {
    const {diff, fake} = onWiki({fromrev: 1, torev: 2}, [[{}, answer([told(1), told(2)])]]);
    await after(diff, () => document.body.append(diff));
    const before = texts(diff, '.cell');
    document.body.append(document.createElement('p'), diff);
    await diff.updateComplete;
    expect([texts(diff, '.cell'), diff.state, fake.requests.length]).toEqual([before, 'ready', 1]);
  });

  test('no error of the browser is left to others', async () => {
    const errors: string[] = [];
    const note = ({message}: ErrorEvent): void => void errors.push(message);
    addEventListener('error', note);
    const diff = await shown({fromText: lines(50, 'a').join('\n'), toText: lines(50, 'b').join('\n')});
    document.body.style.width = '400px';
    await expect.poll(() => diff.isNarrow).toBe(true);
    document.body.style.width = '';
    await expect.poll(() => diff.isNarrow).toBe(false);
    removeEventListener('error', note);
    expect(errors).toEqual([]);
  });
});
