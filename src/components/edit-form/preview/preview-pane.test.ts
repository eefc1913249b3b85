import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {page} from 'vitest/browser';
import en from '../../../i18n/preview/en.json' with {type: 'json'};
import {messagesOf} from '../../../i18n/messages.js';
import {wikiMessageKeys} from '../keys.js';
import {elsewhere, expectAccessible, held, parsed, stage, summarised} from './preview.fixtures.js';

const main = globalThis as {mw?: unknown; jQuery?: unknown};

afterEach(() => {
  document.body.replaceChildren();
  delete main.mw;
  delete main.jQuery;
});

const updateButton = page.getByRole('button', {name: 'Update preview'});
const region = page.getByRole('region', {name: 'Preview'});

test('the wiki’s own words are shown where it has told them, by these keys', async () => {
  expect(Object.keys(en).filter((key) => !key.startsWith('wikilit-'))).toEqual(wikiMessageKeys.filter((key) => key.includes('preview') && key !== 'preview'));
  const {host, pane} = stage([parsed('<p>x</p>')]);
  const messages = messagesOf({});
  messages.learn({preview: 'Vorschau', previewnote: "'''Dies ist nur eine [[Hilfe:Vorschau|Vorschau]].'''"}, 'de');
  host.localize.messages = messages;
  await pane.update();
  await expect.element(page.getByRole('region', {name: 'Vorschau'})).toBeVisible();
  await expect.element(page.getByText('Dies ist nur eine Vorschau.')).toBeVisible();
});

describe('on the wiki’s own pages', () => {
  test('the page stands in the page’s own tree, where the skin’s styles are, in its own language', async () => {
    const {host, pane, shown, requests} = stage([parsed('<h2>One</h2><p>Two <a href="/wiki/X">X</a></p>')]);
    host.change({lang: 'he', dir: 'rtl'});
    expect(pane.state).toBe('none');
    await expectAccessible();
    await updateButton.click();
    await expect.element(page.getByRole('heading', {name: 'One'})).toBeVisible();
    expect(pane.state).toBe('ready');
    const box = shown();
    expect(box.className).toBe('wiki-edit-form-preview mw-body-content mw-content-rtl');
    expect([box.lang, box.dir, box.firstElementChild?.className]).toEqual(['he', 'rtl', 'mw-parser-output']);
    await expect.element(page.getByText('This is only a preview.')).toBeVisible();
    expect(requests[0]?.params).toMatchObject({title: 'Oslo', text: 'Hello', pst: '1'});
    await expectAccessible();
  });

  test('what is around it is shown: warnings, a title that differs, categories, the summary', async () => {
    const {host, pane, shown} = stage([parsed('<p>x</p>', {parsewarningshtml: ['There is a <b>loop</b>'], displaytitle: '<i>Oslo</i>', categorieshtml: '<div id="catlinks" class="catlinks"><ul><li><a href="/wiki/Category:Towns">Towns</a></li></ul></div>', parsedsummary: 'see <a href="/wiki/X">X</a>'})]);
    host.change({summary: 'see [[X]]'});
    await pane.update();
    await expect.element(page.getByText('There is a loop')).toBeVisible();
    await expect.element(page.getByText('Title as readers see it:')).toBeVisible();
    expect(host.shadowRoot?.querySelector('.from-wiki i')?.textContent).toBe('Oslo');
    await expect.element(page.getByRole('link', {name: 'Towns'})).toBeVisible();
    expect(shown().querySelector('#catlinks')).toBeNull();
    const link = page.getByRole('link', {name: 'X', exact: true});
    await expect.element(link).toHaveAttribute('target', '_blank');
    await expect.element(page.getByText('Preview of the summary:')).toHaveTextContent('Preview of the summary: (see X)');
    await expectAccessible();
  });

  test('a title as everybody knows it is not shown again', async () => {
    const {host, pane} = stage([parsed('<p>x</p>', {displaytitle: '<span class="mw-page-title-namespace">Talk</span><span class="mw-page-title-separator">:</span><span class="mw-page-title-main">A &amp; B</span>'})]);
    host.change({title: 'Talk:A & B'});
    await pane.update();
    await expect.element(page.getByText('Title as readers see it')).not.toBeInTheDocument();
  });

  test('its scripts are told, and their failures are their own', async () => {
    const told: unknown[] = [];
    const {host, pane, shown} = stage([parsed('<p>x</p>', {modules: ['ext.a', 'skins.x.js'], modulestyles: ['ext.a.styles', 'site.styles'], jsconfigvars: {wgA: 1}})], `${location.origin}/mine/api.php`);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    main.jQuery = (node: unknown) => ({node});
    main.mw = {
      config: {get: (name: string) => ({wgScriptPath: '/mine', skin: 'timeless', wgUserVariant: null})[name], set: (values: object) => told.push(values)},
      loader: {load: (names: string[]) => told.push(names)},
      hook: (name: string) => ({fire: (content: {node: Element}) => {
        told.push([name, content.node, content.node.isConnected]);
        throw new Error('a gadget fails');
      }}),
    };
    await pane.update();
    expect(told).toEqual([{wgA: 1}, ['ext.a.styles', 'ext.a'], ['wikipage.content', shown(), true]]);
    expect(host.pane.state).toBe('ready');
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  test('the page is asked for in the skin of the page around it, unless that is another wiki’s', async () => {
    main.mw = {config: {get: (name: string) => ({wgScriptPath: '/mine', skin: 'timeless', wgUserVariant: 'sr-el'})[name], set() {}}, loader: {load() {}}};
    const mine = stage([parsed('')], `${location.origin}/mine/api.php`);
    await mine.pane.update();
    expect(mine.requests[0]?.params).toMatchObject({useskin: 'timeless', variant: 'sr-el'});
    const other = stage([parsed('')], `${location.origin}/other/api.php`);
    await other.pane.update();
    expect(other.requests[0]?.params).not.toHaveProperty('useskin');
  });

  test('a tick in it is nothing that was typed', async () => {
    const {host, pane, shown} = stage([parsed('<label><input type="checkbox"> show</label>')]);
    await pane.update();
    const typed = vi.fn();
    host.addEventListener('input', typed);
    shown().querySelector('input')?.click();
    expect(shown().querySelector('input')?.checked).toBe(true);
    expect(typed).not.toHaveBeenCalled();
  });
});

describe('on a page of another site', () => {
  test('it stands in a frame that is nobody’s and runs nothing, with the wiki’s styles', async () => {
    const {pane, shown} = stage([parsed('<p>Two <a href="/wiki/X">X</a> <a href="#cite">1</a></p>', {modulestyles: ['ext.cite.styles']})], elsewhere);
    await pane.update();
    const frame = shown() as HTMLIFrameElement;
    expect(frame.localName).toBe('iframe');
    expect(frame.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox');
    expect(frame.contentDocument).toBeNull();
    const written = new DOMParser().parseFromString(frame.srcdoc, 'text/html');
    expect(written.head.firstElementChild?.getAttribute('content')).toContain("default-src 'none'");
    expect(written.querySelector('base')?.getAttribute('href')).toBe('https://wiki.example/');
    expect(written.querySelector('link')?.getAttribute('href')).toBe('https://wiki.example/w/load.php?lang=en&modules=mediawiki.skinning.interface%7Cskins.vector.styles.legacy%7Csite.styles%7Cext.cite.styles&only=styles&skin=vector');
    expect([...written.links].map(({target}) => target)).toEqual(['_blank', '_self']);
    expect(written.links[1]?.getAttribute('href')).toBe('about:srcdoc#cite');
    await expect.element(page.getByTitle('Preview')).toBeVisible();
    await expectAccessible();
  });

  test('what is around it is text', async () => {
    const {host, pane} = stage([parsed('', {displaytitle: '<i>Oslo</i>', parsewarningshtml: ['A <b>loop</b>'], parsedsummary: 'see <a href="/wiki/X">X</a>'})], elsewhere);
    host.change({summary: 'see [[X]]'});
    await pane.update();
    await expect.element(page.getByText('A loop')).toBeVisible();
    await expect.element(page.getByText('(see X)')).toBeVisible();
    await expect.element(page.getByText('Title as readers see it')).not.toBeInTheDocument();
    expect(host.shadowRoot?.querySelectorAll('.from-wiki *')).toHaveLength(0);
  });
});

describe('what is going on', () => {
  test('it is busy, then says that it is there', async () => {
    const {answer, give} = held();
    const {pane} = stage([answer]);
    await updateButton.click();
    await expect.element(region).toHaveAttribute('aria-busy', 'true');
    expect(pane.state).toBe('busy');
    await expect.element(page.getByRole('status')).toHaveTextContent('');
    await expectAccessible();
    give(parsed('<p>x</p>'));
    await expect.element(page.getByRole('status')).toHaveTextContent('Preview updated');
    await expect.element(region).toHaveAttribute('aria-busy', 'false');
  });

  test('it says when something else is typed than is shown', async () => {
    const {host, pane} = stage([parsed('<p>x</p>')]);
    await pane.update();
    await expect.element(page.getByText('You have changed something since.')).not.toBeInTheDocument();
    host.change({text: 'Hello!'});
    await expect.element(page.getByText('You have changed something since.')).toBeVisible();
    expect(pane.state).toBe('stale');
    await expectAccessible();
    host.change({text: 'Hello'});
    expect(pane.state).toBe('ready');
  });

  test('an error is told in the wiki’s words; what was shown stays', async () => {
    const {pane} = stage([parsed('<p>the first</p>'), {errors: [{code: 'contenttoobig', html: 'It is <b>too long</b>.'}]}, parsed('<p>the next</p>')]);
    await pane.update();
    await pane.update();
    expect(pane.state).toBe('failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent(/An error occurred while attempting to preview your changes\.\s*It is too long\./);
    await expect.element(page.getByText('the first')).toBeVisible();
    await expectAccessible();
    await updateButton.click();
    await expect.element(page.getByText('the next')).toBeVisible();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('closed, it is gone, and what was asked is stopped', async () => {
    let signal: AbortSignal | null | undefined;
    const {pane, shown} = stage([parsed('<p>x</p>'), (_request, init) => {
      signal = init.signal;
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal?.reason as Error)));
    }]);
    await pane.update();
    pane.live = true;
    const again = pane.update();
    await expect.poll(() => signal).toBeDefined();
    pane.close();
    await again;
    expect(pane.live).toBe(false);
    expect(signal?.aborted).toBe(true);
    expect(shown()).toBeNull();
    expect(pane.state).toBe('none');
  });
});

describe('following the typing', () => {
  beforeEach(() => void vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']}));
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  const answering = (milliseconds: number) => () => new Promise<object>((resolve) => setTimeout(() => resolve(parsed('<p>x</p>')), milliseconds));

  test('it waits for a pause', async () => {
    const {host, pane, requests} = stage([parsed('<p>x</p>'), parsed('<p>y</p>')]);
    pane.live = true;
    await vi.waitFor(() => expect(pane.state).toBe('ready'));
    for (const text of ['a', 'ab', 'abc']) {
      host.change({text});
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    await vi.waitFor(() => expect(pane.state).toBe('ready'));
    expect(requests.map(({params}) => params['text'])).toEqual(['Hello', 'abc']);
  });

  test('never two are asked at a time: the next waits, and is of the newest text', async () => {
    const first = held();
    const {host, pane, requests} = stage([first.answer, parsed('<p>y</p>')]);
    pane.live = true;
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    for (const text of ['a', 'ab', 'abc']) {
      host.change({text});
      await vi.advanceTimersByTimeAsync(1000);
    }
    const asked = pane.update();
    expect(requests).toHaveLength(1);
    first.give(parsed('<p>x</p>'));
    await asked;
    expect(requests.map(({params}) => params['text'])).toEqual(['Hello', 'abc']);
    expect(pane.state).toBe('ready');
  });

  test('nothing is asked for what is shown already', async () => {
    const {host, pane, requests} = stage([parsed('<p>x</p>')]);
    await pane.update();
    pane.live = true;
    host.change({text: 'Hello!'});
    host.change({text: 'Hello'});
    await vi.advanceTimersByTimeAsync(5000);
    expect(requests).toHaveLength(1);
  });

  test('of a changed summary, the summary alone is asked', async () => {
    const {host, pane, requests} = stage([parsed('<p>x</p>'), summarised('<b>why</b>')]);
    pane.live = true;
    await vi.waitFor(() => expect(pane.state).toBe('ready'));
    host.change({summary: "'''why'''"});
    await vi.advanceTimersByTimeAsync(600);
    await vi.waitFor(() => expect(host.shadowRoot?.querySelector('.preview-summary b')?.textContent).toBe('why'));
    expect(requests[1]?.params).toMatchObject({prop: ''});
    expect(pane.state).toBe('ready');
  });

  test('on a slow wiki it stops, says so, and goes on by the button', async () => {
    const {host, pane, requests} = stage([...[1, 2, 3].map(() => answering(2500)), parsed('<p>asked for</p>')]);
    pane.live = true;
    for (const text of ['a', 'b', 'c']) {
      await vi.advanceTimersByTimeAsync(5000);
      host.change({text});
    }
    await vi.advanceTimersByTimeAsync(20_000);
    expect(requests).toHaveLength(3);
    vi.useRealTimers();
    await expect.element(page.getByText('The wiki takes long to answer')).toBeVisible();
    expect(pane.state).toBe('stale');
    await expectAccessible();
    await updateButton.click();
    await expect.element(page.getByText('asked for')).toBeVisible();
    expect(requests[3]?.params['text']).toBe('c');
  });

  test('the slower the wiki, the longer the pause', async () => {
    const {host, pane, requests} = stage([answering(1500), parsed('<p>y</p>')]);
    pane.live = true;
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(1600);
    await vi.waitFor(() => expect(pane.state).toBe('ready'));
    host.change({text: 'a'});
    await vi.advanceTimersByTimeAsync(1400);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    await vi.waitFor(() => expect(requests).toHaveLength(2));
  });

  test('with little motion nothing comes by itself', async () => {
    vi.spyOn(globalThis, 'matchMedia').mockReturnValue({matches: true} as MediaQueryList);
    const {host, pane, requests} = stage([]);
    pane.live = true;
    host.change({text: 'a'});
    await vi.advanceTimersByTimeAsync(5000);
    expect(requests).toHaveLength(0);
    vi.useRealTimers();
    await expect.element(page.getByText('Your system asks for little motion')).toBeVisible();
    await expectAccessible();
  });

  test('taken out of the page, it asks no more', async () => {
    const {host, pane, requests} = stage([parsed('<p>x</p>')]);
    pane.live = true;
    await vi.waitFor(() => expect(pane.state).toBe('ready'));
    host.change({text: 'a'});
    host.remove();
    await vi.advanceTimersByTimeAsync(5000);
    expect(requests).toHaveLength(1);
  });
});
