import {describe, expect, test} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {read} from './edit/read.fixtures.js';
import {siteAnswer} from './site.fixtures.js';
import {Wiki, type WikiOptions} from './wiki.js';

let wikis = 0;
/** A wiki of its own for each, as what was saved on one is known on it from then on. */
const wikiOf = (fake: FakeWiki, options: WikiOptions = {}): Wiki => new Wiki(`https://wiki.example/w${wikis++}/api.php`, {fetch: fake.fetch, userAgent: 'Test/1.0', user: 'Olga', tokens: {csrf: 't+\\'}, ...options});

const main = {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: 'Oslo is a city.'};
const revision = {revid: 12, parentid: 11, timestamp: '2026-11-21T12:00:00Z', user: 'Nils', slots: {main}};
const oslo = (more: object = {}): object => ({query: {pages: [{pageid: 7, ns: 0, title: 'Oslo', ...more}]}});

describe('reading', () => {
  test('text, with the revision it is of', async () => {
    const fake = fakeWiki([[{titles: 'Oslo', prop: 'revisions', rvslots: 'main', assertuser: 'Olga'}, oslo({revisions: [revision]})]]);
    expect(await wikiOf(fake).page('Oslo').read()).toEqual({pageid: 7, title: 'Oslo', revid: 12, parentid: 11, timestamp: '2026-11-21T12:00:00Z', user: 'Nils', contentmodel: 'wikitext', contentformat: 'text/x-wiki', text: 'Oslo is a city.'});
  });

  test('one section, or an old revision', async () => {
    const fake = fakeWiki([[{titles: 'Oslo', rvsection: '2'}, oslo({revisions: [revision]})], [{rvstartid: '12', rvendid: '12', titles: 'Oslo'}, oslo({revisions: [revision]})]]);
    const page = wikiOf(fake).page('Oslo');
    expect(await page.text({section: 2})).toBe('Oslo is a city.');
    expect(await page.text({revid: 12})).toBe('Oslo is a city.');
  });

  test('whether it exists', async () => {
    const fake = fakeWiki([[{prop: undefined}, oslo()], [{prop: undefined}, {query: {pages: [{ns: 0, title: 'Nowhere', missing: true}]}}]]);
    expect(await wikiOf(fake).page('Oslo').exists()).toBe(true);
    expect(await wikiOf(fake).page('Nowhere').exists()).toBe(false);
  });

  test('what the wiki alone can refuse, it refuses in its words', async () => {
    const fake = fakeWiki([[{titles: 'Talk:File:x'}, {query: {pages: [{ns: 0, title: 'Talk:File:x', invalid: true, invalidreason: {code: 'title-invalid-talk-namespace', text: 'The requested page title refers to a talk page that cannot exist.'}}]}}]]);
    await expect(wikiOf(fake).page('Talk:File:x').info()).rejects.toMatchObject({code: 'invalidtitle', message: expect.stringMatching(/that cannot exist/)});
  });

  test.each<[string, object, string, RegExp]>([
    ['a missing page', {query: {pages: [{ns: 0, title: 'Nowhere', missing: true}]}}, 'missingtitle', /There is no page “Nowhere”/],
    ['a special page', {query: {pages: [{ns: -1, title: 'Special:Version', special: true}]}}, 'pagecannotexist', /is a special page/],
    ['a page of another wiki', {query: {interwiki: [{title: 'de:Oslo', iw: 'de'}]}}, 'invalidtitle', /“de:Oslo” is a page of another wiki/],
    ['a section that is not there', oslo({revisions: [{...revision, slots: {main: {...main, content: undefined, nosuchsection: true}}}]}), 'nosuchsection', /“Oslo” has no section 9/],
    ['a hidden text', oslo({revisions: [{...revision, slots: {main: {texthidden: true}}}]}), 'texthidden', /The text of revision 12 of “Oslo” is hidden/],
  ])('%s', async (_, answer, code, message) => {
    const page = wikiOf(fakeWiki([[{}, answer]])).page('Oslo');
    await expect(page.text({section: 9})).rejects.toMatchObject({name: 'ApiError', code, message: expect.stringMatching(message)});
  });

  test('a revision of another page is refused, with both titles', async () => {
    const fake = fakeWiki([[{titles: 'oslo', rvstartid: '5'}, oslo()], [{revids: '5'}, {query: {pages: [{pageid: 8, ns: 0, title: 'Bergen'}]}}]]);
    await expect(wikiOf(fake).page('oslo').text({revid: 5})).rejects.toMatchObject({name: 'ApiError', code: 'nosuchrevid', message: 'Revision 5 is of “Bergen”, not of “Oslo”.'});
    fake.done();
  });

  test('a revision that is nowhere, or deleted, is refused', async () => {
    const nowhere = {errors: [{code: 'badid_rvstartid', text: 'No revision was found for parameter “rvstartid”.'}]};
    for (const answer of [nowhere, oslo()]) {
      const fake = fakeWiki([[{rvstartid: '5'}, answer], [{revids: '5'}, {query: {badrevids: {5: {revid: 5, missing: true}}}}]]);
      await expect(wikiOf(fake).page('Oslo').text({revid: 5})).rejects.toMatchObject({name: 'ApiError', code: 'nosuchrevid', message: '“Oslo” has no revision 5.'});
    }
  });

  test.each<[unknown, RegExp]>([
    [{section: 'x'}, /^section: 'x' given, a section’s number \(0 is the top\) or 'T-1' expected/],
    [{section: ''}, /^section: '' given/],
    [{section: -1}, /^section: -1 given/],
    [{section: 1.5}, /^section: 1\.5 given/],
    [{section: 'new'}, /^section: 'new' given/],
    [{section: null}, /^section: null given/],
    [{revid: '12'}, /^revid: '12' given, a revision’s number expected/],
    [{revid: 0}, /^revid: 0 given/],
    [{signal: 1}, /^signal: 1 given, an AbortSignal expected/],
    [{sectoin: 2}, /^sectoin: no such option; did you mean section\?/],
    [null, /^options: null given, an object expected/],
    ['2', /^options: '2' given/],
  ])('%j is refused before anything is sent', async (options, message) => {
    const fake = fakeWiki();
    const refused = wikiOf(fake).page('Oslo').text(options as object);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toBeInstanceOf(TypeError);
    expect(fake.requests).toEqual([]);
  });

  test.each([0, 2, '2', 'T-1', undefined])('section %j is one', async (section) => {
    const fake = fakeWiki([[{rvsection: section === undefined ? undefined : `${section}`}, oslo({revisions: [revision]})]]);
    expect(await wikiOf(fake).page('Oslo').text({section})).toBe('Oslo is a city.');
    fake.done();
  });

  test.each<[string, object]>([['somebody else’s JSON', {hello: 1}], ['a list', []], ['an answer about nothing', {batchcomplete: true}], ['a query about nothing', {query: {}}]])('%s is no answer about a page', async (_, answer) => {
    const page = wikiOf(fakeWiki([[{}, answer], [{}, answer], [{}, answer]]), {retry: false}).page('Oslo');
    for (const asked of [() => page.text(), () => page.info(), () => page.edit({text: 'x'})]) {
      await expect(asked()).rejects.toMatchObject({name: 'InvalidAnswerError', bodyStart: expect.any(String), message: expect.stringMatching(/^https:\/\/wiki\.example\/w\d+\/api\.php answered without “query.*Is this the address/)});
    }
  });

  test.each([undefined, null, '', '  ', 7])('%j is no title', (title) => {
    expect(() => wikiOf(fakeWiki()).page(title as string)).toThrow(/^title: .* given, a page’s title expected/);
  });

  test.each(['A[B', 'A|B', '{{x}}', '<b>', 'a\nb'])('%j is a title on no wiki', (title) => {
    expect(() => wikiOf(fakeWiki()).page(title)).toThrow(/^title: .* given, a page’s title expected/);
  });

  test('brackets behind a # name no page', () => {
    expect(wikiOf(fakeWiki()).page('Oslo#[1]').title).toBe('Oslo#[1]');
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

  test('an old revision that was read is the base, so that later edits are merged or a conflict', async () => {
    const fake = fakeWiki([[{}, oslo({revisions: [revision]})], [{rvstartid: '5'}, oslo({revisions: [{...revision, revid: 5}]})], [{baserevid: '5', nocreate: '1', pageid: '7'}, success()]]);
    const page = wikiOf(fake).page('Oslo');
    await page.text();
    await page.text({revid: 5});
    await page.edit({text: 'x'});
    fake.done();
  });

  test('a base that is given is used when it is one of the page: what was read needs no question', async () => {
    const fake = fakeWiki([
      [{pageid: '7', baserevid: '12', nocreate: '1'}, success()],
      [{titles: 'Oslo', rvstartid: '12', rvendid: '12', rvprop: 'ids'}, oslo({revisions: [{revid: 12, parentid: 11}]})],
      [{pageid: '7', baserevid: '12', nocreate: '1'}, success()],
      [{rvstartid: '99'}, oslo()],
      [{revids: '99'}, {query: {pages: [{pageid: 8, ns: 0, title: 'Bergen'}]}}],
    ]);
    await read(wikiOf(fake).page('Oslo')).edit({text: 'x', baserevid: 12});
    const wiki = wikiOf(fake);
    await wiki.page('Oslo').edit({text: 'x', baserevid: 12});
    await expect(wiki.page('Oslo').edit({text: 'x', baserevid: 99})).rejects.toMatchObject({code: 'nosuchrevid', message: 'Revision 99 is of “Bergen”, not of “Oslo”.', unsaved: {text: 'x', baserevid: 99}});
    fake.done();
  });

  test('without a base, the newest revision is; a missing page must still be missing', async () => {
    const fake = fakeWiki([[{prop: 'info'}, oslo({lastrevid: 12})], [{pageid: '7', baserevid: '12', nocreate: '1'}, success()], [{prop: 'info'}, {query: {pages: [{ns: 0, title: 'New', missing: true}]}}], [{title: 'New', createonly: '1', nocreate: undefined}, success({new: true, title: 'New'})]]);
    await wikiOf(fake).page('Oslo').edit({text: 'x'});
    expect(await wikiOf(fake).page('New').edit({text: 'x'})).toMatchObject({outcome: 'saved', new: true});
    fake.done();
  });

  test('the same text again is no change', async () => {
    const fake = fakeWiki([[{}, {edit: {result: 'Success', pageid: 7, title: 'Oslo', nochange: true}}], [{rvdir: 'newer', rvstartid: '12'}, oslo({revisions: [revision]})]]);
    expect(await read(wikiOf(fake).page('Oslo')).edit({text: 'x', baserevid: 12})).toEqual({outcome: 'nochange', pageid: 7, title: 'Oslo'});
    fake.done();
  });

  /** The history after the base, and the texts in it: what is looked at before a conflict is told. */
  const since = (...revisions: object[]): readonly [Expected, FakeAnswer] => [{rvdir: 'newer'}, oslo({revisions})];
  const text = (revid: number, parentid: number, content: string): object => ({...revision, revid, parentid, slots: {main: {...main, content}}});
  const refused = {errors: [{code: 'editconflict', text: 'Edit conflict.'}]};
  const unchanged = {edit: {result: 'Success', pageid: 7, title: 'Oslo', nochange: true}};

  test.each([
    ['a conflict', refused, 'mine\n', 'mine'],
    ['a conflict about a signed text', refused, 'mine ~~~~', 'mine [[User:Olga|Olga]] 12:00, 21 November 2026 (UTC)'],
    ['no change', unchanged, 'mine', 'mine'],
  ])('%s with oneself is a save: browsers send a POST twice when the connection dies under it', async (_, answer, sent, stored) => {
    const fake = fakeWiki([
      [{action: 'edit'}, answer],
      since({revid: 13, parentid: 12, timestamp: revision.timestamp, user: 'Olga', comment: ''}),
      [{revids: '12|13'}, oslo({revisions: [text(12, 11, 'base'), text(13, 12, stored)]})],
    ]);
    expect(await read(wikiOf(fake).page('Oslo')).edit({text: sent, baserevid: 12})).toMatchObject({outcome: 'saved', recovered: true, newrevid: 13, oldrevid: 12});
    fake.done();
  });

  test('a conflict stays one where oneself has saved another text', async () => {
    const fake = fakeWiki([
      [{action: 'edit'}, refused],
      since({revid: 13, parentid: 12, timestamp: revision.timestamp, user: 'Olga', comment: ''}),
      [{revids: '12|13'}, oslo({revisions: [text(12, 11, 'base'), text(13, 12, 'another')]})],
      [{pageids: '7'}, oslo({revisions: [text(13, 12, 'another')]})],
      [{revids: '12'}, oslo({revisions: [text(12, 11, 'base')]})],
    ]);
    await expect(read(wikiOf(fake).page('Oslo')).edit({text: 'mine', baserevid: 12})).rejects.toMatchObject({name: 'EditConflictError', theirs: 'another'});
    fake.done();
  });

  test('a conflict brings all texts', async () => {
    const fake = fakeWiki([
      [{}, refused],
      since({...revision, revid: 14, comment: 'x'}),
      [{pageids: '7'}, oslo({revisions: [{...revision, revid: 14, slots: {main: {...main, content: 'theirs'}}}]})],
      [{revids: '12'}, oslo({revisions: [revision]})],
    ]);
    const error: unknown = await read(wikiOf(fake).page('Oslo')).edit({text: 'mine', baserevid: 12}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({name: 'EditConflictError', code: 'editconflict', base: 'Oslo is a city.', mine: 'mine', theirs: 'theirs', conflict: {theirRevid: 14, theirUser: 'Nils'}});
  });

  test('in a conflict about a section, another section is not taken for theirs', async () => {
    const at = (content: string): object => oslo({revisions: [{...revision, slots: {main: {...main, content}}}]});
    const fake = fakeWiki([[{section: '1'}, refused], since({...revision, revid: 14, comment: 'x'}), [{rvsection: '1'}, at('== New ==\nx')], [{rvsection: '1', revids: '12'}, at('== History ==\ny')]]);
    await expect(read(wikiOf(fake).page('Oslo')).edit({text: '== History ==\nmine', section: 1, baserevid: 12})).rejects.toMatchObject({base: '== History ==\ny', theirs: undefined});
  });

  describe('a section that the newest text does not have', () => {
    const gone = {errors: [{code: 'nosuchsection', text: 'There is no section 2.', module: 'edit'}]};
    const none = oslo({revisions: [{...revision, slots: {main: {...main, content: undefined, nosuchsection: true}}}]});
    const now = [{rvsection: undefined, pageids: '7'}, oslo({revisions: [{...revision, revid: 14}]})] as const;
    const there = oslo({revisions: [{...revision, slots: {main: {...main, content: '== Two ==\nx'}}}]});
    const edit = (fake: FakeWiki): Promise<unknown> => read(wikiOf(fake).page('Oslo')).edit({text: '== Two ==\nmine', section: 2, baserevid: 12});

    test('was taken away meanwhile: that is a conflict', async () => {
      const fake = fakeWiki([[{section: '2'}, gone], since({...revision, revid: 14, comment: 'x'}), now, [{rvsection: '2', revids: '12'}, there]]);
      await expect(edit(fake)).rejects.toMatchObject({name: 'EditConflictError', code: 'nosuchsection', base: '== Two ==\nx', mine: '== Two ==\nmine', theirs: undefined, conflict: {theirRevid: 14, theirUser: 'Nils'}});
      fake.done();
    });

    test('was not there before either: that is none', async () => {
      const fake = fakeWiki([[{section: '2'}, gone], since(), now, [{rvsection: '2', revids: '12'}, none]]);
      await expect(edit(fake)).rejects.toMatchObject({name: 'ApiError', code: 'nosuchsection', unsaved: {text: '== Two ==\nmine'}});
      fake.done();
    });
  });

  test('a page created meanwhile is a conflict too', async () => {
    const fake = fakeWiki([[{createonly: '1'}, {errors: [{code: 'articleexists', text: 'Exists.'}]}], since({...revision, comment: 'x'}), [{}, oslo({revisions: [revision]})]]);
    await expect(wikiOf(fake).page('Oslo').edit({text: 'mine', createonly: true})).rejects.toMatchObject({name: 'EditConflictError', base: undefined, theirs: 'Oslo is a city.'});
  });

  describe('a page created while this one was on its way into the database', () => {
    const exists = [{createonly: '1'}, {errors: [{code: 'edit-already-exists', text: 'It already exists.', module: 'edit'}]}] as const;
    const first = {...revision, parentid: 0, comment: ''};
    const create = (fake: FakeWiki): Promise<unknown> => wikiOf(fake).page('Oslo').edit({text: 'Oslo is a city.', createonly: true});

    test('by somebody else: that is a conflict', async () => {
      const fake = fakeWiki([exists, since(first), [{titles: 'Oslo'}, oslo({revisions: [revision]})]]);
      await expect(create(fake)).rejects.toMatchObject({name: 'EditConflictError', code: 'edit-already-exists', theirs: 'Oslo is a city.'});
      fake.done();
    });

    test('by the same edit, which the browser sent twice: it is looked for until it is there', async () => {
      const own = {...first, user: 'Olga', timestamp: new Date().toISOString()};
      const nothing = {query: {pages: [{ns: 0, title: 'Oslo', missing: true}], logevents: []}};
      const fake = fakeWiki([exists, [{rvdir: 'newer'}, nothing], [{list: 'logevents'}, nothing], since(own), [{revids: '12'}, oslo({revisions: [own]})]]);
      expect(await create(fake)).toMatchObject({outcome: 'saved', recovered: true, newrevid: 12});
      fake.done();
    });
  });

  test('a captcha, which the wiki tells as a success, is none', async () => {
    const captcha = {type: 'simple', mime: 'text/plain', id: '1', question: '10−7'};
    const fake = fakeWiki([[{}, {edit: {captcha, result: 'Failure'}}]]);
    await expect(read(wikiOf(fake).page('Oslo')).edit({text: 'x', baserevid: 12})).rejects.toMatchObject({name: 'CaptchaNeededError', code: 'captcha', captcha});
  });

  test('after a temporary account was made, tokens and user are asked anew', async () => {
    const fake = fakeWiki([[{}, success({tempusercreated: true})], [{meta: 'tokens|userinfo'}, {query: {tokens: {csrftoken: 'new'}, userinfo: {id: 9, name: '~2026-1', temp: true}}}], [{token: 'new', assertuser: '~2026-1'}, success()]]);
    const wiki = wikiOf(fake, {origin: 'https://wiki.example', forceLogin: false});
    await read(wiki.page('Oslo')).edit({text: 'x', baserevid: 12});
    await read(wiki.page('Oslo'), 13).edit({text: 'y', baserevid: 13});
    fake.done();
  });

  test('from another site as nobody: refused before sending, with the ways out', async () => {
    const fake = fakeWiki();
    const wiki = wikiOf(fake, {origin: 'https://page.example', auth: 'anonymous'});
    await expect(read(wiki.page('Oslo')).edit({text: 'x', baserevid: 12})).rejects.toMatchObject({name: 'LoginError', code: 'notloggedin', message: 'From this page the wiki can only be read, as nobody: edits here would not be yours.', hint: expect.stringMatching(/\$wgCrossSiteAJAXdomains.*forceLogin: false/)});
    expect(fake.requests).toEqual([]);
  });

  test('from another site as nobody, when asked for: with the token of nobody', async () => {
    const fake = fakeWiki([[{siprop: /general/}, siteAnswer], [{siprop: 'autocreatetempuser'}, {query: {autocreatetempuser: {enabled: false}}}], [{token: '+\\', origin: '*'}, success()]]);
    await read(wikiOf(fake, {origin: 'https://page.example', auth: 'anonymous', forceLogin: false}).page('Oslo')).edit({text: 'x', baserevid: 12});
  });

  test.each<[unknown, RegExp]>([
    [undefined, /^edit: undefined given, an object such as/],
    [[], /^edit: an array given, an object such as/],
    [{summary: 'x'}, /^text: undefined given, a string expected/],
    [{text: 7}, /^text: 7 given/],
    [{text: 'x', summary: 7}, /^summary: 7 given/],
    [{text: 'x', baserevid: '12'}, /^baserevid: '12' given, a revision’s number/],
    [{text: 'x', baserevid: 12, createonly: true}, /exclude each other/],
    [{text: 'x', section: 'x'}, /^section: 'x' given, a section’s number \(0 is the top\) or 'T-1', or 'new', expected/],
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
  ])('%s: it is looked for at once; where it is not sent again, the outcome is unknown and can be looked up', async (_, failure) => {
    const fake = fakeWiki([[{action: 'edit'}, failure], [{prop: 'revisions', rvstartid: '12', rvdir: 'newer', pageids: '7'}, history([base, {...mine, user: 'Nils'}])], [{}, history([base, mine])], [{revids: '12|13|14'}, history([12, 13, 14].map((revid) => ({revid, slots: {main: {content: revid === 14 ? 'x' : 'old'}}})))]]);
    const error = (await read(wikiOf(fake, {retry: false}).page('Oslo')).edit({text: 'x', summary: ' the ', baserevid: 12}).catch((reason: unknown) => reason)) as {name: string; check: () => Promise<unknown>};
    expect(error).toMatchObject({name: 'OutcomeUnknownError', unsaved: {text: 'x', summary: ' the '}});
    expect(await error.check()).toEqual({outcome: 'saved', recovered: true, pageid: 7, title: 'Oslo', newrevid: 14, oldrevid: 13, newtimestamp: '2026-11-21T12:02:00Z'});
    fake.done();
  });

  test.each<[string, Response]>([
    ['429', new Response('slow', {status: 429, headers: {'Retry-After': '1'}})],
    ['413', new Response('too large', {status: 413})],
  ])('%s means that it was not executed', async (_, answer) => {
    const fake = fakeWiki([[{action: 'edit'}, answer]]);
    await expect(read(wikiOf(fake, {retry: false}).page('Oslo')).edit({text: 'x', baserevid: 12})).rejects.toMatchObject({name: 'HttpError'});
  });

  test('an abort after sending leaves the outcome unknown; before, it is an abort', async () => {
    const controller = new AbortController();
    const fake = fakeWiki([[{action: 'edit'}, (_, {signal}) => new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      controller.abort();
    })]]);
    const {signal} = controller;
    await expect(read(wikiOf(fake).page('Oslo')).edit({text: 'x', baserevid: 12}, {signal})).rejects.toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'AbortError'}});
    await expect(read(wikiOf(fake).page('Oslo')).edit({text: 'x', baserevid: 12}, {signal})).rejects.toMatchObject({name: 'AbortError'});
    expect(fake.requests).toHaveLength(1);
  });
});
