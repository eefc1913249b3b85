import {describe, expect, test} from 'vitest';
import {fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Wiki, type WikiOptions} from './wiki.js';

const wikiOf = (fake: FakeWiki, options: WikiOptions = {}): Wiki => new Wiki('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', user: 'Olga', tokens: {csrf: 't+\\'}, ...options});

const main = {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: 'Oslo is a city.'};
const revision = {revid: 12, parentid: 11, timestamp: '2026-11-21T12:00:00Z', user: 'Nils', slots: {main}};
const oslo = (more: object = {}): object => ({query: {pages: [{pageid: 7, ns: 0, title: 'Oslo', ...more}]}});

describe('reading', () => {
  test('text, with the revision it is of', async () => {
    const fake = fakeWiki([[{titles: 'Oslo', prop: 'revisions', rvslots: 'main', assertuser: 'Olga'}, oslo({revisions: [revision]})]]);
    expect(await wikiOf(fake).page('Oslo').read()).toEqual({pageid: 7, title: 'Oslo', revid: 12, parentid: 11, timestamp: '2026-11-21T12:00:00Z', user: 'Nils', contentmodel: 'wikitext', contentformat: 'text/x-wiki', text: 'Oslo is a city.'});
  });

  test('one section, or an old revision', async () => {
    const fake = fakeWiki([[{titles: 'Oslo', rvsection: '2'}, oslo({revisions: [revision]})], [{revids: '12', titles: undefined}, oslo({revisions: [revision]})]]);
    const page = wikiOf(fake).page('Oslo');
    expect(await page.text({section: 2})).toBe('Oslo is a city.');
    expect(await page.text({revid: 12})).toBe('Oslo is a city.');
  });

  test('whether it exists', async () => {
    const fake = fakeWiki([[{prop: 'info'}, oslo()], [{prop: 'info'}, {query: {pages: [{ns: 0, title: 'Nowhere', missing: true}]}}]]);
    expect(await wikiOf(fake).page('Oslo').exists()).toBe(true);
    expect(await wikiOf(fake).page('Nowhere').exists()).toBe(false);
  });

  test('a title with a bar is one title', async () => {
    const fake = fakeWiki([[{titles: '\u001Fa|b'}, {query: {pages: [{ns: 0, title: 'a|b', invalid: true, invalidreason: {code: 'title-invalid-characters', text: 'The requested page title contains invalid characters: "|".'}}]}}]]);
    await expect(wikiOf(fake).page('a|b').info()).rejects.toMatchObject({code: 'invalidtitle', message: expect.stringMatching(/contains invalid characters/)});
  });

  test.each<[string, object, string, RegExp]>([
    ['a missing page', {query: {pages: [{ns: 0, title: 'Nowhere', missing: true}]}}, 'missingtitle', /There is no page “Nowhere”/],
    ['a special page', {query: {pages: [{ns: -1, title: 'Special:Version', special: true}]}}, 'pagecannotexist', /is a special page/],
    ['a page of another wiki', {query: {interwiki: [{title: 'de:Oslo', iw: 'de'}]}}, 'invalidtitle', /“de:Oslo” is a page of another wiki/],
    ['a section that is not there', oslo({revisions: [{...revision, slots: {main: {...main, content: undefined, nosuchsection: true}}}]}), 'nosuchsection', /“Oslo” has no section 9/],
    ['a hidden text', oslo({revisions: [{...revision, slots: {main: {texthidden: true}}}]}), 'texthidden', /The text of revision 12 of “Oslo” is hidden/],
    ['a revision that is not there', {query: {badrevids: {99: {revid: 99, missing: true}}}}, 'nosuchrevid', /There is no revision 5/],
  ])('%s', async (_, answer, code, message) => {
    const page = wikiOf(fakeWiki([[{}, answer]])).page('Oslo');
    await expect(page.text({section: 9, ...(code === 'nosuchrevid' && {revid: 5})})).rejects.toMatchObject({name: 'ApiError', code, message: expect.stringMatching(message)});
  });

  test.each([undefined, null, '', '  ', 7])('%j is no title', (title) => {
    expect(() => wikiOf(fakeWiki()).page(title as string)).toThrow(/^title: .* given, a page’s title expected/);
  });
});

describe('saving', () => {
  const success = (more: object = {}): object => ({edit: {result: 'Success', pageid: 7, title: 'Oslo', contentmodel: 'wikitext', oldrevid: 12, newrevid: 13, newtimestamp: '2026-11-21T12:01:00Z', ...more}});

  test('what was read is the base, by page id', async () => {
    const fake = fakeWiki([
      [{}, oslo({revisions: [revision]})],
      [{action: 'edit', pageid: '7', title: undefined, baserevid: '12', nocreate: '1', assertuser: 'Olga', text: 'Oslo is the city.', summary: 'the', token: 't+\\', basetimestamp: undefined}, success()],
      [{baserevid: '13'}, success({oldrevid: 13, newrevid: 14})],
    ]);
    const page = wikiOf(fake).page('Oslo');
    await page.text();
    expect(await page.edit({text: 'Oslo is the city.', summary: 'the'})).toEqual({outcome: 'saved', pageid: 7, title: 'Oslo', oldrevid: 12, newrevid: 13, newtimestamp: '2026-11-21T12:01:00Z'});
    await page.edit({text: 'again'});
    fake.done();
  });

  test('a base that is given is used: one request', async () => {
    const fake = fakeWiki([[{title: 'Oslo', baserevid: '12', nocreate: '1'}, success()]]);
    await wikiOf(fake).page('Oslo').edit({text: 'x', baserevid: 12});
    fake.done();
  });

  test('without a base, the newest revision is; a missing page must still be missing', async () => {
    const fake = fakeWiki([[{prop: 'info'}, oslo({lastrevid: 12})], [{pageid: '7', baserevid: '12', nocreate: '1'}, success()], [{prop: 'info'}, {query: {pages: [{ns: 0, title: 'New', missing: true}]}}], [{title: 'New', createonly: '1', nocreate: undefined}, success({new: true, title: 'New'})]]);
    await wikiOf(fake).page('Oslo').edit({text: 'x'});
    expect(await wikiOf(fake).page('New').edit({text: 'x'})).toMatchObject({outcome: 'saved', new: true});
    fake.done();
  });

  test('the same text again is no change', async () => {
    const fake = fakeWiki([[{}, {edit: {result: 'Success', pageid: 7, title: 'Oslo', nochange: true}}]]);
    expect(await wikiOf(fake).page('Oslo').edit({text: 'x', baserevid: 12})).toEqual({outcome: 'nochange', pageid: 7, title: 'Oslo'});
  });

  test('a conflict brings all texts', async () => {
    const fake = fakeWiki([
      [{}, {errors: [{code: 'editconflict', text: 'Edit conflict.'}]}],
      [{titles: 'Oslo'}, oslo({revisions: [{...revision, revid: 14, slots: {main: {...main, content: 'theirs'}}}]})],
      [{revids: '12'}, oslo({revisions: [revision]})],
    ]);
    const error: unknown = await wikiOf(fake).page('Oslo').edit({text: 'mine', baserevid: 12}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({name: 'EditConflictError', code: 'editconflict', base: 'Oslo is a city.', mine: 'mine', theirs: 'theirs', conflict: {theirRevid: 14, theirUser: 'Nils'}});
  });

  test('in a conflict about a section, another section is not taken for theirs', async () => {
    const at = (content: string): object => oslo({revisions: [{...revision, slots: {main: {...main, content}}}]});
    const fake = fakeWiki([[{section: '1'}, {errors: [{code: 'editconflict', text: ''}]}], [{rvsection: '1'}, at('== New ==\nx')], [{rvsection: '1', revids: '12'}, at('== History ==\ny')]]);
    await expect(wikiOf(fake).page('Oslo').edit({text: '== History ==\nmine', section: 1, baserevid: 12})).rejects.toMatchObject({base: '== History ==\ny', theirs: undefined});
  });

  test('a page created meanwhile is a conflict too', async () => {
    const fake = fakeWiki([[{createonly: '1'}, {errors: [{code: 'articleexists', text: 'Exists.'}]}], [{}, oslo({revisions: [revision]})]]);
    await expect(wikiOf(fake).page('Oslo').edit({text: 'mine', createonly: true})).rejects.toMatchObject({name: 'EditConflictError', base: undefined, theirs: 'Oslo is a city.'});
  });

  test('a captcha, which the wiki tells as a success, is none', async () => {
    const captcha = {type: 'simple', mime: 'text/plain', id: '1', question: '10−7'};
    const fake = fakeWiki([[{}, {edit: {captcha, result: 'Failure'}}]]);
    await expect(wikiOf(fake).page('Oslo').edit({text: 'x', baserevid: 12})).rejects.toMatchObject({name: 'CaptchaNeededError', code: 'captcha', captcha});
  });

  test('after a temporary account was made, tokens and user are asked anew', async () => {
    const fake = fakeWiki([[{}, success({tempusercreated: true})], [{meta: 'tokens|userinfo'}, {query: {tokens: {csrftoken: 'new'}, userinfo: {id: 9, name: '~2026-1', temp: true}}}], [{token: 'new', assertuser: '~2026-1'}, success()]]);
    const wiki = wikiOf(fake, {origin: 'https://wiki.example', forceLogin: false});
    await wiki.page('Oslo').edit({text: 'x', baserevid: 12});
    await wiki.page('Oslo').edit({text: 'y', baserevid: 13});
    fake.done();
  });

  test('from another site as nobody: refused before sending, with the ways out', async () => {
    const fake = fakeWiki();
    const wiki = wikiOf(fake, {origin: 'https://page.example', auth: 'anonymous'});
    await expect(wiki.page('Oslo').edit({text: 'x', baserevid: 12})).rejects.toMatchObject({name: 'LoginError', code: 'notloggedin', message: expect.stringMatching(/can only read there, as nobody.*\$wgCrossSiteAJAXdomains/)});
    expect(fake.requests).toEqual([]);
  });

  test('from another site as nobody, when asked for: with the token of nobody', async () => {
    const fake = fakeWiki([[{token: '+\\', origin: '*'}, success()]]);
    await wikiOf(fake, {origin: 'https://page.example', auth: 'anonymous', forceLogin: false}).page('Oslo').edit({text: 'x', baserevid: 12});
  });

  test.each<[unknown, RegExp]>([
    [undefined, /^edit: an object such as/],
    [{summary: 'x'}, /^text: undefined given, a string expected/],
    [{text: 7}, /^text: 7 given/],
    [{text: 'x', summary: 7}, /^summary: 7 given/],
    [{text: 'x', baserevid: '12'}, /^baserevid: '12' given, a revision’s number/],
    [{text: 'x', baserevid: 12, createonly: true}, /exclude each other/],
  ])('%j is refused before anything is sent', async (change, message) => {
    const fake = fakeWiki();
    const refused = wikiOf(fake).page('Oslo').edit(change as {text: string});
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toBeInstanceOf(TypeError);
    expect(fake.requests).toEqual([]);
  });
});

describe('an answer that is lost', () => {
  const history = (revisions: object[]): object => ({query: {pages: [{pageid: 7, ns: 0, title: 'Oslo', revisions}], userinfo: {id: 3, name: 'Olga'}}});
  const base = {revid: 12, parentid: 11, user: 'Nils', comment: 'x', timestamp: '2026-11-21T12:00:00Z'};
  const mine = {revid: 14, parentid: 13, user: 'Olga', comment: '/* Top */ the', timestamp: '2026-11-21T12:02:00Z'};

  test.each<[string, Error | Response]>([
    ['connection lost', new TypeError('Failed to fetch')],
    ['bad gateway', new Response('<h1>502', {status: 502})],
    ['cut JSON', new Response('{"edit":{"resu')],
    ['a page', new Response('<!DOCTYPE html>')],
  ])('%s: the outcome is unknown, sent once, and can be looked up', async (_, failure) => {
    const fake = fakeWiki([[{action: 'edit'}, failure], [{prop: 'revisions', rvstartid: '12', rvdir: 'newer', titles: 'Oslo'}, history([base, {...mine, user: 'Nils'}])], [{}, history([base, mine])]]);
    const error = (await wikiOf(fake).page('Oslo').edit({text: 'x', summary: ' the ', baserevid: 12}).catch((reason: unknown) => reason)) as {name: string; check: () => Promise<unknown>};
    expect(error.name).toBe('OutcomeUnknownError');
    expect(await error.check()).toBeUndefined();
    expect(await error.check()).toEqual({outcome: 'saved', recovered: true, pageid: 7, title: 'Oslo', newrevid: 14, oldrevid: 13, newtimestamp: '2026-11-21T12:02:00Z'});
    fake.done();
  });

  test.each<[string, Response]>([
    ['429', new Response('slow', {status: 429, headers: {'Retry-After': '1'}})],
    ['413', new Response('too large', {status: 413})],
  ])('%s means that it was not executed', async (_, answer) => {
    const fake = fakeWiki([[{action: 'edit'}, answer]]);
    await expect(wikiOf(fake, {retry: false}).page('Oslo').edit({text: 'x', baserevid: 12})).rejects.toMatchObject({name: 'HttpError'});
  });

  test('an abort after sending leaves the outcome unknown; before, it is an abort', async () => {
    const controller = new AbortController();
    const fake = fakeWiki([[{action: 'edit'}, (_, {signal}) => new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      controller.abort();
    })]]);
    const {signal} = controller;
    await expect(wikiOf(fake).page('Oslo').edit({text: 'x', baserevid: 12}, {signal})).rejects.toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'AbortError'}});
    await expect(wikiOf(fake).page('Oslo').edit({text: 'x', baserevid: 12}, {signal})).rejects.toMatchObject({name: 'AbortError'});
    expect(fake.requests).toHaveLength(1);
  });
});
