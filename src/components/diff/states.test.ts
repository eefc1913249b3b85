import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import './diff.js';
import {after, all, answer, button, expectAccessible, expectState, made, one, onWiki, root, shown, texts, told, wide} from './diff.fixtures.js';

beforeEach(wide);
afterEach(() => document.body.replaceChildren());

const two = answer([told(1, {slots: {main: {contentmodel: 'wikitext', content: 'One.'}}}), told(2, {slots: {main: {contentmodel: 'wikitext', content: 'Two.'}}})]);
const refused = {errors: [{code: 'readapidenied', text: 'You need read permission to use this module.'}]};

describe('states', () => {
  test('idle: says what is missing', async () => {
    const {diff, fake} = onWiki({}, []);
    document.body.append(diff);
    await expectState(diff, 'idle');
    await expect.element(page.getByText('<wiki-diff> has nothing to compare: give it fromrev="1" torev="2", or page="Title".')).toBeVisible();
    expect(root(diff).textContent).not.toContain('is being read');
    await expectAccessible(diff);
    expect(fake.requests).toEqual([]);
  });

  test('loading, then ready', async () => {
    let respond: (value: object) => void = () => {};
    const {diff, fake} = onWiki({fromrev: 1, torev: 2}, [[{revids: '1|2'}, () => new Promise<object>((resolve) => (respond = resolve))]]);
    document.body.append(diff);
    await expectState(diff, 'loading');
    await expect.element(page.getByRole('status')).toHaveTextContent('The difference is being read…');
    await expectAccessible(diff);
    await expect.poll(() => fake.requests.length).toBe(1);
    await after(diff, () => respond(two));
    await expectState(diff, 'ready');
    expect(texts(diff, '.body del, .body ins')).toEqual(['One.', 'Two.']);
    await expectAccessible(diff);
  });

  test('ready without a wiki: two texts', async () => {
    const diff = await shown({fromText: 'a\nThe quick brown fox.\nb', toText: 'a\nThe quick red fox.\nb'});
    expect([diff.state, diff.model?.engine, diff.opening]).toEqual(['ready', 'local', undefined]);
    expect(texts(diff, '.stats')[0]?.trim()).toBe('One word added, one removed · +3 −5 characters');
    expect([texts(diff, '.body del'), texts(diff, '.body ins')]).toEqual([['brown'], ['red']]);
    await expectAccessible(diff);
  });

  test('same', async () => {
    const diff = await shown({fromText: 'a', toText: 'a'});
    await expectState(diff, 'same');
    await expect.element(page.getByText('(No difference)')).toBeVisible();
    await expectAccessible(diff);
  });

  test.each([['a\nb', 'a\nb\n'], ['a\nb', 'a\r\nb'], ['', '\n']])('line-ends: %j and %j', async (fromText, toText) => {
    const diff = await shown({fromText, toText});
    await expectState(diff, 'line-ends');
    await expect.element(page.getByText('The texts differ only in how lines end, or in empty lines at the end.')).toBeVisible();
    await expectAccessible(diff);
  });

  test('hidden from the public: shown to who may see it, when asked', async () => {
    const {diff, fake} = onWiki({fromrev: 1, torev: 2}, [[{}, answer([told(1), told(2, {slots: {main: {contentmodel: 'wikitext', content: 'secret', texthidden: true}}})])]]);
    await after(diff, () => document.body.append(diff));
    await expectState(diff, 'hidden');
    await expect.element(page.getByText('hidden from the public. You may see it.')).toBeVisible();
    expect(root(diff).textContent).not.toContain('secret');
    await expectAccessible(diff);
    await after(diff, () => button('Show it').click());
    await expectState(diff, 'ready');
    expect(root(diff).textContent).toContain('secret');
    expect(root(diff).activeElement, 'the focus is not lost with the button').not.toBeNull();
    await expectAccessible(diff);
    expect(fake.requests).toHaveLength(1);
  });

  test('withheld', async () => {
    const {diff} = onWiki({fromrev: 1, torev: 2}, [[{}, answer([told(1, {comment: ''}), told(2, {user: undefined, userhidden: true, comment: undefined, commenthidden: true, slots: {main: {contentmodel: 'wikitext', texthidden: true}}})])]]);
    await after(diff, () => document.body.append(diff));
    await expectState(diff, 'withheld');
    await expect.element(page.getByText('is hidden, and you may not see it.')).toBeVisible();
    await expect.element(page.getByText('(username or IP removed)')).toBeVisible();
    await expect.element(page.getByText('(edit summary removed)')).toBeVisible();
    await expectAccessible(diff);
  });

  test('too-large', async () => {
    const diff = await shown({fromText: 'x'.repeat(9 * 2 ** 20), toText: 'y'.repeat(9 * 2 ** 20)});
    await expectState(diff, 'too-large');
    await expect.element(page.getByText('These texts are too large to be compared here.')).toBeVisible();
    await expectAccessible(diff);
  });

  test('too-large on a wiki: leads to the wiki’s own page', async () => {
    const long = (letter: string): object => ({slots: {main: {contentmodel: 'wikitext', content: letter.repeat(9 * 2 ** 20)}}});
    const {diff} = onWiki({fromrev: 1, torev: 2, engine: 'local'}, [[{}, answer([told(1, long('x')), told(2, long('y'))])]]);
    await after(diff, () => document.body.append(diff));
    await expectState(diff, 'too-large');
    await expect.element(page.getByRole('link', {name: 'See it on the wiki'})).toHaveAttribute('href', expect.stringMatching(/^http.*\/w\/index\.php\?diff=2&oldid=1$/));
  });

  test('binary', async () => {
    const {diff} = onWiki({fromrev: 1, torev: 2}, [[{}, answer([told(1), told(2, {slots: {main: {contentmodel: 'unknown', content: 'a\0b'}}})])]]);
    await after(diff, () => document.body.append(diff));
    await expectState(diff, 'binary');
    await expect.element(page.getByText('These are no texts')).toBeVisible();
    await expectAccessible(diff);
  });

  test('files', async () => {
    const image = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    const version = (day: number, user: string): object => ({timestamp: `2024-01-0${day}T00:00:00Z`, user, comment: `comment ${day}`, size: 1, width: 1200, height: 800, mime: 'image/png', url: 'https://files.example/a.png', thumburl: image});
    const {diff, fake} = onWiki({page: 'File:A.png', files: true}, [[{prop: 'imageinfo'}, {query: {pages: [{ns: 6, title: 'File:A.png', imageinfo: [version(2, 'Bob'), version(1, 'Alice')]}]}}]]);
    await after(diff, () => document.body.append(diff));
    await expectState(diff, 'files');
    expect(texts(diff, 'figcaption bdi').filter((text) => /Alice|Bob/.test(text))).toEqual(['Alice', 'Bob']);
    await expect.element(page.getByText('1,200 × 800 · One byte · image/png').first()).toBeVisible();
    await expectAccessible(diff);
    fake.done();
  });

  test('failed: says why, and tries again', async () => {
    const {diff, fake} = onWiki({fromrev: 1, torev: 2}, [[{}, refused], [{}, new TypeError('Failed to fetch')], [{}, two]]);
    document.body.append(diff);
    await expectState(diff, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('You need read permission to use this module.');
    await expectAccessible(diff);
    await button('Try again').click();
    await expect.poll(() => fake.requests.length).toBe(2);
    await expectState(diff, 'failed');
    await expect.element(page.getByRole('alert')).not.toHaveTextContent('read permission');
    await after(diff, () => button('Try again').click());
    await expectState(diff, 'ready');
  });

  test('failed in comparing: the next try is not the old error, and nothing goes by unhandled', async () => {
    const unhandled: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    addEventListener('unhandledrejection', note);
    const none = (): Response => new Response('', {status: 404});
    const {diff} = onWiki({fromrev: 1, torev: 2, engine: 'wiki'}, [[{}, two], [{}, none], [{action: 'compare'}, refused], [{}, two], [{}, none], [{action: 'compare'}, {compare: {bodies: {main: ''}}}]]);
    document.body.append(diff);
    await expectState(diff, 'failed');
    await after(diff, () => button('Try again').click());
    await expectState(diff, 'same');
    removeEventListener('unhandledrejection', note);
    expect(unhandled).toEqual([]);
  });

  test('while it is asked again it is loading, not failed', async () => {
    const {diff} = onWiki({fromrev: 1, torev: 2}, [[{}, refused], [{}, () => new Promise<object>(() => {})]]);
    document.body.append(diff);
    await expectState(diff, 'failed');
    await button('Try again').click();
    await expectState(diff, 'loading');
    expect(root(diff).activeElement ?? document.activeElement).not.toBeUndefined();
  });
});

describe('what cannot be meant is told', () => {
  test.each([
    ['fromrev="x"', "fromrev: 'x' given, a revision’s number expected"],
    ['fromrev="3" torev="yesterday"', "torev: 'yesterday' given, a revision’s number, or 'prev', 'next' or 'cur', expected"],
    ['fromrev="3"', 'torev: undefined given'],
    ['since="my-last-edit"', 'page: undefined given, a page’s title expected'],
    ['page="Oslo" since="yesterday"', "since: 'yesterday' given"],
    ['files', 'a file’s title expected'],
    ['page="Oslo" section="1"', 'section: '],
    ['page="Oslo" from-api="http://["', 'from-api: '],
  ])('%s', async (attributes, words) => {
    const {wiki, fake} = onWiki({}, []);
    document.body.innerHTML = `<wiki-provider><wiki-diff ${attributes}></wiki-diff></wiki-provider>`;
    const [provider, diff] = [document.querySelector('wiki-provider'), document.querySelector('wiki-diff')];
    if (!provider || !diff) throw new Error('not there');
    provider.wiki = wiki;
    await expectState(diff, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    await expect.element(button('Try again')).not.toBeInTheDocument();
    expect(fake.requests).toEqual([]);
    await expectAccessible(diff);
  });

  test('a revision that is not there', async () => {
    const {diff} = onWiki({fromrev: 1, torev: 999}, [[{}, answer([told(1)])]]);
    document.body.append(diff);
    await expectState(diff, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('There is no revision 999.');
  });

  test('a context that is no number', async () => {
    const diff = made({fromText: 'a', toText: 'b'});
    diff.setAttribute('context', 'x');
    document.body.append(diff);
    await expectState(diff, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent("context: 'x' given, a number of lines expected");
  });

  test('a context without a value, or taken away, is as none', async () => {
    const diff = await shown({fromText: 'a\nb\nc\nd', toText: 'a\nb\nc\nD'});
    for (const toNothing of [() => diff.setAttribute('context', ''), () => diff.removeAttribute('context')]) {
      await after(diff, () => diff.setAttribute('context', '0'));
      expect(all(diff, '.cell.to')).toHaveLength(1);
      await after(diff, toNothing);
      expect(texts(diff, '.cell.to').map((text) => text.trim())).toEqual(['b', 'c', 'D']);
    }
  });

  test('an engine there is none of', async () => {
    const diff = made({fromText: 'a', toText: 'b'});
    diff.setAttribute('engine', 'best');
    document.body.append(diff);
    await expectState(diff, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent("engine: 'best' given, 'local' or 'wiki' expected");
  });

  test('a time of a file that is none', async () => {
    const {diff, fake} = onWiki({page: 'File:A.png'}, []);
    diff.setAttribute('tofile', 'yesterday');
    document.body.append(diff);
    await expectState(diff, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent("tofile: 'yesterday' given, a time such as '2024-01-31T12:00:00Z' expected");
    expect(fake.requests).toEqual([]);
  });

  test('no wiki, and a provider without one', async () => {
    const diff = made({page: 'Oslo'});
    document.body.append(diff);
    await expectState(diff, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('<wiki-diff> knows no wiki');
    const provider = document.createElement('wiki-provider');
    const inside = made({page: 'Oslo'});
    provider.append(inside);
    document.body.replaceChildren(provider);
    await expect.element(page.getByText('The <wiki-provider> around it knows no wiki')).toBeVisible();
  });

  test('an attribute that is taken away asks for nothing more', async () => {
    const {diff} = onWiki({}, [[{}, two]]);
    diff.setAttribute('page', 'Oslo');
    await after(diff, () => document.body.append(diff));
    diff.removeAttribute('page');
    await expectState(diff, 'idle');
    await expect.poll(() => root(diff).querySelector('.body')).toBeNull();
  });

  test('an element that is put into the page long after it was made', async () => {
    const diff = made({fromText: 'a', toText: 'b'});
    await import('./shown.js');
    await new Promise(requestAnimationFrame);
    await after(diff, () => document.body.append(diff));
    expect(one(diff, 'ins').textContent).toBe('b');
  });

  test('a language the browser does not know does no harm', async () => {
    const diff = await shown({fromText: 'a', toText: 'b', lang: '!!'});
    expect(one(diff, 'ins').textContent).toBe('b');
  });
});
