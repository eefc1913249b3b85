/** What a preview asks for, and what it makes of the answer. */
import {describe, expect, test} from 'vitest';
import {Session} from '../../core/session.js';
import type {SessionOptions} from '../../core/settings.js';
import {type Expected, type FakeAnswer, fakeWiki} from '../../testing/fake-wiki.js';
import {siteAnswer} from '../site.fixtures.js';
import {previewEdit, type PreviewedEdit, previewSummary} from './preview.js';
import {stashEdit, type StashedEdit} from './stash.js';

const parsed = {
  title: 'Oslo',
  pageid: 2,
  text: '<div class="mw-content-ltr mw-parser-output"><p>Hello</p></div>',
  displaytitle: '<i>Oslo</i>',
  parsedsummary: 'why <a href="/wiki/X">X</a>',
  categorieshtml: '<div id="catlinks"></div>',
  modules: ['skins.vector.js', 'site', 'ext.cite.ux-enhancements', 'mediawiki.page.ready'],
  modulestyles: ['skins.vector.styles', 'site.styles', 'user.styles', 'ext.cite.styles'],
  jsconfigvars: {wgKartographer: 1},
  parsewarningshtml: ['A <b>loop</b>'],
  sections: [{toclevel: 1, level: '2', line: 'One', number: '1', index: '1', byteoffset: 0, anchor: 'One'}],
};

function at(exchanges: readonly (readonly [Expected, FakeAnswer])[], options: SessionOptions = {}): {session: Session; fake: ReturnType<typeof fakeWiki>} {
  const fake = fakeWiki(exchanges);
  return {session: new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'test', origin: 'https://wiki.example', retry: false, onWarning: () => {}, ...options}), fake};
}

describe('a preview', () => {
  test('is one request, as MediaWiki’s own live preview makes it', async () => {
    const {session, fake} = at([[{action: 'parse', title: 'Oslo', text: 'Hello', summary: 'why [[X]]', pst: '1', preview: '1', disableeditsection: '1', useskin: 'vector', contentmodel: 'wikitext', sectionpreview: undefined, section: undefined}, {parse: parsed}]]);
    const preview = await previewEdit(session, {title: 'Oslo', text: 'Hello', summary: 'why [[X]]', useskin: 'vector', contentmodel: 'wikitext'});
    expect(preview).toEqual({
      html: parsed.text,
      displaytitle: '<i>Oslo</i>',
      modules: ['ext.cite.ux-enhancements', 'mediawiki.page.ready'],
      modulestyles: ['ext.cite.styles'],
      jsconfigvars: {wgKartographer: 1},
      categorieshtml: '<div id="catlinks"></div>',
      parsedsummary: 'why <a href="/wiki/X">X</a>',
      warnings: ['A <b>loop</b>'],
      sections: parsed.sections,
    });
    expect(fake.requests[0]?.method).toBe('POST');
    expect(fake.requests[0]?.headers['promise-non-write-api-action']).toBe('true');
    fake.done();
  });

  test('from another site is without the header that would cost a preflight', async () => {
    const {session, fake} = at([[{action: 'parse'}, {parse: parsed}]], {origin: 'https://elsewhere.example', auth: 'anonymous'});
    await previewEdit(session, {title: 'Oslo', text: 'Hello'});
    expect(fake.requests[0]?.headers).not.toHaveProperty('promise-non-write-api-action');
  });

  test.each<[string, Partial<PreviewedEdit>, Expected]>([
    ['of a section: its number stays here, since the text is that section alone', {section: 2}, {sectionpreview: '1', section: undefined}],
    ['of a new section', {section: 'new', sectiontitle: ' Topic ', summary: 'why'}, {sectionpreview: '1', section: 'new', sectiontitle: 'Topic', summary: 'why'}],
    ['of a new section whose heading is its summary', {section: 'new', summary: 'Topic'}, {section: 'new', sectiontitle: 'Topic', summary: undefined}],
    ['of a new section without a heading', {section: 'new', sectiontitle: '', summary: 'why'}, {sectionpreview: '1', section: undefined, sectiontitle: undefined, summary: 'why'}],
    ['in a variant', {variant: 'sr-el'}, {variant: 'sr-el'}],
    ['of no text at all', {text: ''}, {text: ''}],
  ])('%s', async (_name, edit, expected) => {
    const {session, fake} = at([[expected, {parse: parsed}]]);
    await previewEdit(session, {title: 'Oslo', text: 'Hello', ...edit});
    fake.done();
  });

  test('of an answer with little in it has nothing undefined', async () => {
    const {session} = at([[{}, {parse: {title: 'Oslo', pageid: 0}}]]);
    expect(await previewEdit(session, {title: 'Oslo', text: ''})).toEqual({html: '', displaytitle: '', modules: [], modulestyles: [], jsconfigvars: {}, categorieshtml: '', parsedsummary: '', warnings: [], sections: []});
  });

  test('throws what the wiki says', async () => {
    const {session} = at([[{}, {errors: [{code: 'concurrency-limit', html: 'Too <b>many</b>'}]}]]);
    await expect(previewEdit(session, {title: 'Oslo', text: ''})).rejects.toMatchObject({name: 'ApiError', code: 'concurrency-limit', message: expect.stringContaining('Too many') as string});
  });

  test('stops with its signal', async () => {
    const {session} = at([[{}, (_request, init) => new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)))]]);
    const stop = new AbortController();
    const preview = previewEdit(session, {title: 'Oslo', text: '', signal: stop.signal});
    stop.abort();
    await expect(preview).rejects.toMatchObject({name: 'AbortError'});
  });
});

describe('a signature in a preview', () => {
  const enabled: (readonly [Expected, FakeAnswer])[] = [
    [{siprop: /general/}, siteAnswer],
    [{siprop: 'autocreatetempuser'}, {query: {autocreatetempuser: {enabled: true}}}],
  ];

  test('has the name of the temporary account, which is reserved once', async () => {
    const {session, fake} = at([...enabled, [{action: 'acquiretempusername'}, {acquiretempusername: '~2026-5'}], [{action: 'parse'}, {parse: parsed}], [{action: 'parse'}, {parse: parsed}]], {forceLogin: false});
    session.tokens.known.set('csrf', '+\\');
    await previewEdit(session, {title: 'Oslo', text: '~~~~'});
    await previewEdit(session, {title: 'Oslo', text: 'more ~~~~'});
    fake.done();
  });

  test('is shown also where no name can be reserved', async () => {
    const {session, fake} = at([...enabled, [{action: 'acquiretempusername'}, new TypeError('Failed to fetch')], [{action: 'parse'}, {parse: parsed}]], {forceLogin: false});
    session.tokens.known.set('csrf', '+\\');
    expect(await previewEdit(session, {title: 'Oslo', text: '~~~~'})).toHaveProperty('html', parsed.text);
    fake.done();
  });

  test('is what a name is reserved for: a text without one writes nothing', async () => {
    const {session, fake} = at([[{action: 'parse'}, {parse: parsed}]], {forceLogin: false});
    session.tokens.known.set('csrf', '+\\');
    await previewEdit(session, {title: 'Oslo', text: 'plain'});
    fake.done();
  });
});

test('a summary alone: nothing of the page is parsed', async () => {
  const {session, fake} = at([[{action: 'parse', title: 'Oslo', prop: '', summary: 'why', text: undefined}, {parse: {title: 'Oslo', pageid: 2, parsedsummary: '<b>why</b>'}}]]);
  expect(await previewSummary(session, {title: 'Oslo', summary: 'why'})).toBe('<b>why</b>');
  fake.done();
});

describe('refused before anything is sent', () => {
  test.each<[string, object | undefined, string]>([
    ['no edit', undefined, 'edit: undefined given'],
    ['no title', {text: ''}, 'title: undefined given, a title expected'],
    ['an empty title', {title: '', text: ''}, "title: '' given"],
    ['no text', {title: 'Oslo'}, 'text: undefined given, a string expected'],
    ['a number for a text', {title: 'Oslo', text: 5}, 'text: 5 given, a string expected'],
    ['a section that is none', {title: 'Oslo', text: '', section: 'two'}, "section: 'two' given"],
    ['a heading without a new section', {title: 'Oslo', text: '', section: 2, sectiontitle: 'X'}, 'sectiontitle'],
    ['an unknown member', {title: 'Oslo', text: '', sumary: ''}, 'sumary'],
    ['a signal that is none', {title: 'Oslo', text: '', signal: true}, 'signal: true given'],
  ])('%s', async (_name, edit, words) => {
    const {session, fake} = at([]);
    await expect(previewEdit(session, edit as PreviewedEdit)).rejects.toThrow(words);
    await expect(previewEdit(session, edit as PreviewedEdit)).rejects.toBeInstanceOf(TypeError);
    expect(fake.requests).toEqual([]);
  });
});

describe('stashing', () => {
  const edit: StashedEdit = {title: 'Oslo', text: 'Hello', baserevid: 5, summary: 'why'};

  test('lets the wiki parse an edit before it is saved', async () => {
    const {session, fake} = at([[{action: 'stashedit', title: 'Oslo', text: 'Hello', baserevid: '5', summary: 'why', contentmodel: 'wikitext', contentformat: 'text/x-wiki', token: 'f418+\\'}, {stashedit: {status: 'stashed', texthash: 'x'}}]]);
    session.tokens.known.set('csrf', 'f418+\\');
    session.user = 'Alice';
    expect(await stashEdit(session, edit)).toBe(true);
    fake.done();
  });

  test.each<[string, FakeAnswer]>([
    ['refuses', {errors: [{code: 'botsnotsupported', html: 'no'}]}],
    ['is busy', {stashedit: {status: 'busy'}}],
    ['cannot be reached', new TypeError('Failed to fetch')],
  ])('says nothing when the wiki %s', async (_name, answer) => {
    const {session} = at([[{action: 'stashedit'}, answer]]);
    session.tokens.known.set('csrf', 'f418+\\');
    session.user = 'Alice';
    expect(await stashEdit(session, edit)).toBe(false);
  });

  test('is not for new sections', async () => {
    const {session, fake} = at([]);
    expect(await stashEdit(session, {...edit, section: 'new'})).toBe(false);
    expect(fake.requests).toEqual([]);
  });

  test.each([['title', ''], ['text', undefined], ['baserevid', 0]])('refuses a wrong %s', async (name, value) => {
    const {session} = at([]);
    await expect(stashEdit(session, {...edit, [name]: value})).rejects.toThrow(`${name}: `);
  });
});
