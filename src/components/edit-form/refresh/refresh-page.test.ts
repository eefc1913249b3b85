import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {Session} from '../../../core/session.js';
import {type FakeAnswer, type FakeWiki, fakeWiki} from '../../../testing/fake-wiki.js';
import type {SavedEdit} from '../../../wiki/edit/edit.js';
import {refreshPage} from './refresh-page.js';

const main = globalThis as {mw?: unknown; jQuery?: unknown};

const saved: SavedEdit = {outcome: 'saved', pageid: 2, title: 'Main Page', oldrevid: 7, newrevid: 8};

const parsed = (more: object = {}): object => ({
  parse: {
    title: 'Main Page',
    pageid: 2,
    revid: 8,
    text: '<div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr"><p>New <a href="/w/index.php?section=1">edit</a></p></div>',
    displaytitle: '<i>Main</i> Page',
    categorieshtml: '<div id="catlinks" class="catlinks"><ul><li>Towns</li></ul></div>',
    modules: ['skins.vector.js', 'ext.cite'],
    modulestyles: ['ext.cite.styles'],
    jsconfigvars: {wgKartographer: 1},
    sections: [{line: 'One'}],
    ...more,
  },
});

/** What the page's scripts were told, in order. */
let told: (readonly [what: string, data: unknown])[];
let config: Map<string, unknown>;

beforeEach(() => {
  told = [];
  config = new Map(Object.entries({wgScriptPath: '/w', wgArticleId: 2, wgPageName: 'Main_Page', wgAction: 'view', wgIsArticle: true, wgRevisionId: 7, wgCurRevisionId: 7, wgDiffNewId: null, skin: 'vector', wgUserVariant: 'en'}));
  main.jQuery = (node: unknown) => ({node});
  main.mw = {
    config: {
      get: (name: string) => config.get(name),
      set: (values: object) => {
        for (const [name, value] of Object.entries(values)) config.set(name, value);
      },
    },
    loader: {load: (modules: readonly string[]) => told.push(['load', modules])},
    hook: (name: string) => ({fire: (data: unknown) => told.push([name, data])}),
  };
  document.body.innerHTML =
    '<h1 id="firstHeading">Main Page</h1><div id="mw-content-text"><div id="form"></div><div class="mw-content-ltr mw-parser-output"><p>Old <a href="/w/index.php?section=1">edit</a></p></div></div><div id="catlinks" class="catlinks"></div><div id="t-permalink"><a href="/w/index.php?title=Main_Page&amp;oldid=7">Permanent link</a></div>';
});

afterEach(() => {
  document.body.replaceChildren();
  delete main.mw;
  delete main.jQuery;
  history.replaceState(undefined, '', location.pathname);
});

const one = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;

function at(...answers: readonly FakeAnswer[]): {readonly session: Session; readonly fake: FakeWiki} {
  const fake = fakeWiki(answers.map((answer) => [{action: 'parse'}, answer]));
  return {session: new Session(`${location.origin}/w/api.php`, {fetch: fake.fetch, retry: false}), fake};
}

test('the page is read once, in its skin, and put in place of what was seen, with its title, categories and links', async () => {
  const {session, fake} = at(parsed());
  expect(await refreshPage(one('#form'), session, saved)).toBe(true);
  expect(fake.requests.map(({params}) => params)).toMatchObject([{oldid: '8', useskin: 'vector', variant: 'en', prop: 'text|modules|jsconfigvars|categorieshtml|displaytitle|sections'}]);
  expect(one('#mw-content-text > .mw-parser-output').textContent).toBe('New edit');
  expect(document.querySelectorAll('.mw-parser-output')).toHaveLength(1);
  expect(one('#form').isConnected).toBe(true);
  expect(one('#firstHeading i').textContent).toBe('Main');
  expect(one('#catlinks').textContent).toBe('Towns');
  expect(one('#t-permalink a').getAttribute('href')).toContain('oldid=8');
});

test('its scripts are told as by MediaWiki’s own editors: the revision first, modules, hooks, and postEdit last', async () => {
  const {session} = at(parsed());
  await refreshPage(one('#form'), session, {...saved, tempusercreated: true});
  expect(told).toEqual([
    ['load', ['ext.cite.styles', 'ext.cite']],
    ['wikipage.content', {node: one('#mw-content-text')}],
    ['wikipage.categories', {node: one('#catlinks')}],
    ['wikipage.tableOfContents', [{line: 'One'}]],
    ['postEdit', {tempUserCreated: true}],
  ]);
  expect(config.get('wgRevisionId')).toBe(8);
  expect(config.get('wgCurRevisionId')).toBe(8);
  expect(config.get('wgKartographer')).toBe(1);
});

test('the focus stays on the link that opened the form', async () => {
  const {session} = at(parsed());
  one('.mw-parser-output a').focus();
  await refreshPage(one('#form'), session, saved);
  expect(document.activeElement).toBe(one('.mw-parser-output a'));
  expect(document.activeElement?.closest('.mw-parser-output')?.textContent).toBe('New edit');
});

describe('nothing is asked, and nothing changes', () => {
  test.each([
    ['another page', {wgArticleId: 3}],
    ['another name', {wgPageName: 'Other'}],
    ['the history', {wgAction: 'history'}],
    ['a special page', {wgIsArticle: false}],
    ['an old revision', {wgRevisionId: 5}],
    ['a difference', {wgDiffNewId: 7}],
    ['a later edit', {wgRevisionId: 9, wgCurRevisionId: 9}],
    ['another wiki', {wgScriptPath: '/v'}],
  ])('on %s', async (_name, values) => {
    for (const [name, value] of Object.entries(values)) config.set(name, value);
    await expectUntouched(saved);
  });

  test.each(['oldid=7', 'diff=prev'])('at an address with %s', async (query) => {
    history.replaceState(undefined, '', `?${query}`);
    await expectUntouched(saved);
  });

  test.each<[string, Partial<SavedEdit>]>([
    ['that changed nothing', {outcome: 'nochange'}],
    ['that made the page', {new: true}],
    ['that somebody has undone', {reverted: true}],
  ])('after an edit %s', async (_name, part) => {
    await expectUntouched({...saved, ...part});
  });

  test('where the page is no wiki’s', async () => {
    delete main.mw;
    await expectUntouched(saved);
  });

  test.each([
    ['stands in the content', (form: HTMLElement, content: HTMLElement) => content.append(form)],
    ['stands in an element’s shadow there', (form: HTMLElement, content: HTMLElement) => content.appendChild(document.createElement('div')).attachShadow({mode: 'open'}).append(form)],
    ['has another beside it there', (_form: HTMLElement, content: HTMLElement) => content.append(document.createElement('wiki-edit-form'))],
  ])('where the form %s', async (_name, place) => {
    const form = one('#form');
    place(form, one('#mw-content-text > .mw-parser-output'));
    await expectUntouched(saved, form);
  });

  async function expectUntouched(edit: SavedEdit, form = one('#form')): Promise<void> {
    const before = document.body.innerHTML;
    const {session, fake} = at();
    expect(await refreshPage(form, session, edit)).toBe(false);
    expect(fake.requests).toEqual([]);
    expect(one('.mw-parser-output').textContent).toContain('Old');
    expect(document.body.innerHTML).toBe(before);
    expect(told).toEqual([]);
  }
});

describe('all stays as it is, and nothing is thrown', () => {
  test.each<[string, FakeAnswer]>([
    ['the wiki refuses', {errors: [{code: 'nosuchrevid', html: 'There is no revision.', module: 'parse'}]}],
    ['the connection fails', new TypeError('Failed to fetch')],
    ['something in it would be left out', parsed({text: '<div class="mw-parser-output"><form action="/w"></form></div>'})],
    ['there is no page in it', parsed({text: 'x'})],
  ])('where %s', async (_name, answer) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const {session} = at(answer);
    expect(await refreshPage(one('#form'), session, saved)).toBe(false);
    expect(one('.mw-parser-output').textContent).toBe('Old edit');
    expect(told).toEqual([]);
    vi.restoreAllMocks();
  });

  test('where a later edit is shown by the time the answer comes', async () => {
    const {session} = at(() => {
      config.set('wgRevisionId', 9).set('wgCurRevisionId', 9);
      return parsed();
    });
    expect(await refreshPage(one('#form'), session, saved)).toBe(false);
    expect(one('.mw-parser-output').textContent).toBe('Old edit');
  });
});

test('what could run is taken out', async () => {
  const {session} = at(parsed({text: '<div class="mw-parser-output"><img src="x" onerror="globalThis.harm = true">New</div>', displaytitle: '<img src="x" onerror="globalThis.harm = true">Main'}));
  expect(await refreshPage(one('#form'), session, saved)).toBe(true);
  expect(document.querySelectorAll('[onerror]')).toHaveLength(0);
  expect(one('#firstHeading').textContent).toBe('Main');
});

test('a script of the page that fails stops nothing', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const {mw} = main as {mw: {hook: (name: string) => unknown}};
  const {hook} = mw;
  mw.hook = (name) => (name === 'wikipage.content' ? {fire: () => { throw new Error('a gadget'); }} : hook(name));
  const {session} = at(parsed());
  expect(await refreshPage(one('#form'), session, saved)).toBe(true);
  expect(told.at(-1)?.[0]).toBe('postEdit');
  vi.restoreAllMocks();
});
