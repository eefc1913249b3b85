/** What mwclient promises of its `Page` (its test_page.py), by the names of its tests, as behaviours of ours. */
import {describe, expect, test} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import type {Page} from './page.js';
import {read} from './edit/read.fixtures.js';
import {siteAnswer} from './site.fixtures.js';
import {Wiki, type WikiOptions} from './wiki.js';

const wikiOf = (fake: FakeWiki, options: WikiOptions = {}): Wiki => new Wiki('test.wikipedia.org', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', user: 'Olga', tokens: {csrf: 't+\\'}, ...options});
const title = 'Some page';

/** The page of a wiki that is asked this, and answers with such a page. */
const pageOf = (...exchanges: (readonly [Expected, FakeAnswer])[]): Page => wikiOf(fakeWiki(exchanges)).page(title);
const about = (more: object = {}): object => ({query: {pages: [{pageid: 728, ns: 0, title, protection: [], ...more}]}});

describe('what a page is', () => {
  test('mwclient: test_api_call_on_page_init — nothing is asked before something is wanted, and then once', async () => {
    const fake = fakeWiki([[{prop: 'info', inprop: 'protection', titles: title}, about()]]);
    const page = wikiOf(fake).page(title);
    expect(fake.requests).toHaveLength(0);
    await page.info();
    fake.done();
  });

  test('mwclient: test_nonexisting_page — a page that is missing does not exist', async () => {
    expect(await pageOf([{}, about({pageid: undefined, missing: true})]).exists()).toBe(false);
  });

  test('mwclient: test_existing_page — one that is there does', async () => {
    expect(await pageOf([{}, about()]).exists()).toBe(true);
  });

  test('mwclient: test_invalid_title — a title on no wiki is refused at once; one that this wiki refuses, in its words', async () => {
    const fake = fakeWiki([[{}, {query: {pages: [{title: 'A~~~B', invalid: true, invalidreason: {code: 'title-invalid-magic-tilde', text: 'The requested page title contains invalid magic tilde sequence (~~~).'}}]}}]]);
    const wiki = wikiOf(fake);
    expect(() => wiki.page('[Test]')).toThrow(TypeError);
    await expect(wiki.page('A~~~B').exists()).rejects.toMatchObject({name: 'ApiError', code: 'invalidtitle', message: 'The requested page title contains invalid magic tilde sequence (~~~).'});
  });

  test('mwclient: test_pageprops — what the wiki tells of it, under the wiki’s own names', async () => {
    const told = {contentmodel: 'wikitext', lastrevid: 13355471, length: 58487, ns: 0, pageid: 728, pagelanguage: 'nb', title, touched: '2014-09-14T21:11:52Z'};
    const info = await pageOf([{}, about(told)]).info();
    expect(info).toMatchObject(told);
    expect([info.missing, info.redirect]).toEqual([undefined, undefined]);
  });

  describe('mwclient: test_protection_levels', () => {
    const protection = [{type: 'edit', level: 'autoconfirmed', expiry: 'infinity'}, {type: 'move', level: 'sysop', expiry: 'infinity'}];

    test('by action', async () => {
      expect(await pageOf([{inprop: 'protection'}, about({protection})]).protection()).toEqual({edit: {level: 'autoconfirmed', expiry: 'infinity'}, move: {level: 'sysop', expiry: 'infinity'}});
    });

    test('also where an expiry is not told', async () => {
      expect(await pageOf([{}, about({protection: [{type: 'edit', level: 'autoconfirmed'}]})]).protection()).toEqual({edit: {level: 'autoconfirmed'}});
    });

    // There it is worked out from the user's rights, and levels are taken for rights.
    test('whether the user may, the wiki is asked', async () => {
      const page = pageOf([{intestactions: 'read'}, about({actions: {read: true}})], [{intestactions: 'edit'}, about({actions: {edit: true}})], [{intestactions: 'move'}, about({actions: {move: false}})]);
      expect([await page.can('read'), await page.can('edit'), await page.can('move')]).toEqual([true, true, false]);
    });
  });

  test('mwclient: test_redirect — a redirect is told as one', async () => {
    expect(await pageOf([{}, about({redirect: true})]).info()).toMatchObject({redirect: true});
  });
});

describe('its text', () => {
  const text = (content = 'Hello world'): object => about({revisions: [{revid: 9, parentid: 8, timestamp: '2014-08-29T22:25:15Z', user: 'Nils', slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content}}}]});

  test('mwclient: test_get_page_text — of the newest revision, of the main slot', async () => {
    expect(await pageOf([{prop: 'revisions', titles: title, rvslots: 'main', rvprop: 'ids|timestamp|user|content', rvsection: undefined}, text()]).text()).toBe('Hello world');
  });

  // There it is kept, and may be old.
  test('mwclient: test_get_page_text_cached — what is asked again is asked of the wiki, at once only once', async () => {
    const fake = fakeWiki([[{}, text('one')], [{}, text('two')]]);
    const page = wikiOf(fake).page(title);
    expect(await Promise.all([page.text(), page.text()])).toEqual(['one', 'one']);
    expect(await page.text()).toBe('two');
    fake.done();
  });

  test('mwclient: test_get_section_text — of a section, the top being 0', async () => {
    expect(await pageOf([{rvsection: '0'}, text('top')]).text({section: 0})).toBe('top');
  });

  test('mwclient: test_get_text_expanded — with its templates in place, which is a question of its own', async () => {
    const page = pageOf([{prop: 'revisions', rvexpandtemplates: undefined}, text('{{PAGENAME}}')], [{action: 'expandtemplates', text: '{{PAGENAME}}', title}, {expandtemplates: {wikitext: title}}]);
    expect(await page.text({expandtemplates: true})).toBe(title);
  });
});

describe('lists of it', () => {
  const info = {prop: 'info', inprop: 'protection'};

  test('mwclient: test_get_page_categories — the categories, and as pages with what is asked of them', async () => {
    const titles = ['Category:1879 births', 'Category:1955 deaths'].map((title) => ({ns: 14, title}));
    const fake = fakeWiki([[{prop: 'categories', titles: title, cllimit: 'max'}, about({categories: titles})], [{generator: 'categories', titles: title, gcllimit: 'max', ...info}, {query: {pages: titles}}]]);
    const wiki = wikiOf(fake);
    expect(await wiki.page(title).categories().toArray()).toEqual(titles);
    expect(await wiki.generator('categories', {}, {titles: [title], ...info}).toArray()).toEqual(titles);
    fake.done();
  });

  test('mwclient: test_get_page_templates — the templates; each parameter has its prefix once', async () => {
    const titles = ['Template:Infobox', 'Template:Citation'].map((title) => ({ns: 10, title}));
    const fake = fakeWiki([[{prop: 'templates', titles: title, tllimit: 'max', tlnamespace: '10'}, about({templates: titles})], [{generator: 'templates', titles: title, gtllimit: 'max', ggtllimit: undefined, ...info}, {query: {pages: titles}}]]);
    const wiki = wikiOf(fake);
    expect(await wiki.page(title).templates({namespace: 10}).toArray()).toEqual(titles);
    expect(await wiki.generator('templates', {}, {titles: [title], ...info}).toArray()).toEqual(titles);
    fake.done();
  });
});

describe('an edit', () => {
  const newPage = {ns: 1, title: 'Talk:Some page/Archive 1', missing: true};
  const saved = {result: 'Success', pageid: 1234, title: newPage.title, contentmodel: 'wikitext', oldrevid: 123456, newrevid: 123457, newtimestamp: '2024-10-02T12:34:07Z'};
  const refused = (code: string, text: string): object => ({errors: [{code, text, module: 'edit'}]});

  test('mwclient: test_edit — tells what was saved; the next is based on it', async () => {
    const fake = fakeWiki([[{prop: 'info'}, {query: {pages: [newPage]}}], [{action: 'edit', title: newPage.title, text: 'Some text', createonly: '1'}, {edit: saved}], [{text: 'More', baserevid: '123457', nocreate: '1'}, {edit: {...saved, newrevid: 123458}}]]);
    const page = wikiOf(fake).page(newPage.title);
    expect(await page.edit({text: 'Some text'})).toMatchObject({outcome: 'saved', pageid: 1234, title: newPage.title, newrevid: 123457, newtimestamp: '2024-10-02T12:34:07Z'});
    await page.edit({text: 'More'});
    fake.done();
  });

  test('mwclient: test_captcha — nothing was saved, and what is asked is told', async () => {
    const captcha = {type: 'math', mime: 'text/tex', id: '509895952', question: '36 + 4 = '};
    await expect(read(pageOf([{action: 'edit'}, {edit: {result: 'Failure', captcha}}]), 1).edit({text: 'Some text', baserevid: 1})).rejects.toMatchObject({name: 'CaptchaNeededError', captcha});
  });

  test('mwclient: test_assertuser_true — is somebody’s, or is not made', async () => {
    const known = fakeWiki([[{action: 'edit', assertuser: 'Olga', assert: undefined}, {edit: saved}]]);
    await read(wikiOf(known).page(title), 1).edit({text: 'Some text', baserevid: 1});
    known.done();
    const unknown = fakeWiki([[{meta: 'tokens|userinfo'}, {query: {tokens: {csrftoken: '+\\'}, userinfo: {id: 0, name: '127.0.0.1', anon: true}}}], [{action: 'edit', assert: 'user'}, refused('assertuserfailed', 'You are no longer logged in.')]]);
    const nobody = new Wiki('test.wikipedia.org', {fetch: unknown.fetch, userAgent: 'Test/1.0'});
    await expect(read(nobody.page(title), 1).edit({text: 'Some text', baserevid: 1})).rejects.toMatchObject({name: 'LoginError', code: 'assertuserfailed'});
    unknown.done();
  });

  test('mwclient: test_assertuser_false — is anybody’s, where that is meant', async () => {
    // Whether nobody’s edit makes a temporary account is asked first.
    const fake = fakeWiki([[{siprop: /general/}, siteAnswer], [{siprop: 'autocreatetempuser'}, {query: {autocreatetempuser: {enabled: false}}}], [{action: 'edit', assert: undefined, assertuser: undefined}, {edit: saved}]]);
    await read(new Wiki('test.wikipedia.org', {fetch: fake.fetch, userAgent: 'Test/1.0', forceLogin: false, tokens: {csrf: '+\\'}}).page(title), 1).edit({text: 'Some text', baserevid: 1});
    fake.done();
  });

  test('mwclient: test_handle_edit_error_assertuserfailed — a login that has ended is an error of its own kind', async () => {
    await expect(read(pageOf([{action: 'edit'}, refused('assertnameduserfailed', 'You are not Olga.')]), 1).edit({text: 'x', baserevid: 1})).rejects.toMatchObject({name: 'LoginError', code: 'assertnameduserfailed', message: 'You are not Olga.'});
  });

  test('mwclient: test_handle_edit_error_protected — a page that is protected, by the wiki’s code and words', async () => {
    const text = 'The "editprotected" right is required to edit this page';
    await expect(read(pageOf([{action: 'edit'}, refused('protectedpage', text)]), 1).edit({text: 'x', baserevid: 1})).rejects.toMatchObject({name: 'ApiError', code: 'protectedpage', message: text});
  });
});
