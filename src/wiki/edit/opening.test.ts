import {describe, expect, test, vi} from 'vitest';
import {ApiError, LoginError} from '../../core/errors.js';
import {Session} from '../../core/session.js';
import type {SessionOptions} from '../../core/settings.js';
import {type FakeAnswer, fakeWiki} from '../../testing/fake-wiki.js';
import {openEdit} from './opening.js';

const alice = {id: 4, name: 'Alice', groups: ['*', 'user'], rights: ['read', 'edit', 'minoredit']};
const page = {
  pageid: 2,
  ns: 0,
  title: 'Simple',
  contentmodel: 'wikitext',
  pagelanguage: 'en',
  pagelanguagehtmlcode: 'en',
  pagelanguagedir: 'ltr',
  protection: [],
  watched: true,
  editintro: {'editnotice-0': '<div>Namespace 0 notice</div>'},
  actions: {edit: [], create: []},
  wouldautocreate: {edit: false, create: false},
  revisions: [{revid: 2, parentid: 0, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: '== Two ==\nSecond section.'}}}],
};

const answer = (change: object = {}, query: object = {}): object => ({
  batchcomplete: true,
  uselang: 'en',
  query: {
    pages: [{...page, ...change}],
    userinfo: alice,
    tokens: {csrftoken: 'f418+\\'},
    allmessages: [{name: 'summary', normalizedname: 'summary', content: 'Summary:'}, {name: 'nosuch', normalizedname: 'nosuch', missing: true}],
    general: {readonly: false, maxarticlesize: 2097152, script: '/w/index.php'},
    ...query,
  },
});

function at(reply: FakeAnswer, options: SessionOptions = {}): {session: Session; fake: ReturnType<typeof fakeWiki>} {
  const fake = fakeWiki([[{action: 'query'}, reply]]);
  return {session: new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'test', origin: 'https://wiki.example', onWarning: () => {}, ...options}), fake};
}

const refusal = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => undefined, (error: unknown) => error);

describe('opening a page for editing', () => {
  test('asks once for all a form needs', async () => {
    const {session, fake} = at(answer());
    const opening = await openEdit(session, 'simple', {section: 2, messages: ['summary', 'nosuch']});
    expect(opening).toMatchObject({
      title: 'Simple',
      pageid: 2,
      baserevid: 2,
      text: '== Two ==\nSecond section.',
      missing: false,
      lang: 'en',
      dir: 'ltr',
      watched: true,
      notices: [{id: 'editnotice-0', html: '<div>Namespace 0 notice</div>'}],
      refusals: [],
      user: {name: 'Alice', anon: false, temp: false},
      wouldAutocreate: false,
      readOnlyReason: undefined,
      maxArticleBytes: 2097152,
      messages: {summary: 'Summary:'},
      uselang: 'en',
      scriptUrl: 'https://wiki.example/w/index.php',
    });
    expect(fake.requests).toHaveLength(1);
    expect(fake.requests[0]?.method).toBe('GET');
    expect(fake.requests[0]?.params).toMatchObject({titles: 'simple', rvsection: '2', intestactionsdetail: 'full', ammessages: 'summary|nosuch', type: 'csrf'});
  });

  test('leaves the user and the token for saving', async () => {
    const {session, fake} = at(answer());
    await openEdit(session, 'Simple');
    expect(session.user).toBe('Alice');
    expect(await session.tokens.get('csrf')).toBe('f418+\\');
    expect(fake.requests).toHaveLength(1);
  });

  test('asks nobody on another site for no token', async () => {
    const {session, fake} = at(answer({}, {tokens: undefined}), {origin: 'https://other.example'});
    const {refusals} = await openEdit(session, 'Simple');
    expect(fake.requests[0]?.params['meta']).toBe('userinfo|siteinfo');
    expect(fake.requests[0]?.params['type']).toBeUndefined();
    expect(refusals).toMatchObject([{code: 'notloggedin'}]);
  });

  test('tells what the author of a page on another site can do', async () => {
    const {session} = at(answer({}, {tokens: undefined}), {origin: 'https://other.example'});
    const {refusals, hint} = await openEdit(session, 'Simple');
    expect(refusals.map(({text}) => text).join()).toContain('as nobody');
    expect(hint).toContain('$wgCrossSiteAJAXdomains');
  });

  test('asks for no text of a new section, but for its base and what the wiki proposes', async () => {
    const {session, fake} = at(answer({revisions: [{revid: 2, parentid: 0}], preloadcontent: {content: 'Dear all,'}}));
    expect(await openEdit(session, 'Simple', {section: 'new'})).toMatchObject({text: 'Dear all,', baserevid: 2, contentmodel: 'wikitext'});
    expect(fake.requests[0]?.params).toMatchObject({rvprop: 'ids', inpreloadnewsection: '1'});
    expect(fake.requests[0]?.params).not.toHaveProperty('rvsection');
  });

  test.each(['x', '', '-1', -1, 1.5])('asks nothing of section %j, which is none', async (section) => {
    const {session, fake} = at(answer());
    expect(await refusal(openEdit(session, 'Simple', {section}))).toBeInstanceOf(TypeError);
    expect(fake.requests).toHaveLength(0);
  });

  test.each([
    ['a logout', 'Alice', undefined],
    ['a login', undefined, 'Bob'],
    ['the same user’s next login', 'Alice', 'Alice'],
  ])('an answer that comes after %s leaves the new user and token alone', async (_name, before, after) => {
    let reply = (_answer: object): void => {};
    const {session, fake} = at(() => new Promise((resolve) => (reply = resolve)), {...(before !== undefined && {user: before})});
    const opened = openEdit(session, 'Simple');
    await vi.waitFor(() => expect(fake.requests).toHaveLength(1));
    session.changeUser(after);
    session.tokens.known.set('csrf', 'new+\\');
    reply(answer());
    await opened;
    expect(session.user).toBe(after);
    expect(await session.tokens.get('csrf')).toBe('new+\\');
  });

  test('proposes what the wiki does for a new page', async () => {
    const missing = {pageid: undefined, revisions: undefined, missing: true, preloadcontent: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: 'Begin here'}};
    const {session} = at(answer(missing));
    expect(await openEdit(session, 'Simple')).toMatchObject({missing: true, pageid: undefined, baserevid: undefined, text: 'Begin here'});
  });

  test('tells why the user may not edit, each reason once', async () => {
    const blocked = {code: 'blocked', html: '<p>You are blocked by <a href="/wiki/User:Admin">Admin</a>.</p>', data: {blockinfo: {blockid: 1, blockedby: 'Admin'}}};
    const banned = {code: 'titleblacklist-forbidden', html: 'The title has been banned from creation.'};
    const {session} = at(answer({pageid: undefined, revisions: undefined, missing: true, actions: {edit: [blocked, banned], create: [banned]}}));
    expect((await openEdit(session, 'Bad title')).refusals).toEqual([
      {...blocked, text: 'You are blocked by Admin.'},
      {...banned, text: banned.html},
    ]);
  });

  test('knows that the wiki takes no edits', async () => {
    const {session} = at(answer({}, {general: {readonly: true, readonlyreason: 'Upgrading'}}));
    expect((await openEdit(session, 'Simple')).readOnlyReason).toBe('Upgrading');
  });

  test.each([
    ['a special page', {query: {pages: [{ns: -1, title: 'Special:Version', special: true}]}}, 'pagecannotexist'],
    ['an invalid title', {query: {pages: [{title: 'A|B', invalid: true, invalidreason: 'Bad character'}]}}, 'invalidtitle'],
    ['a page of another wiki', {query: {interwiki: [{title: 'mediawikiwiki:Foo', iw: 'mediawikiwiki'}]}}, 'invalidtitle'],
    ['a section that is gone', answer({revisions: [{revid: 2, slots: {main: {nosuchsection: true}}}]}), 'nosuchsection'],
    ['a hidden text', answer({revisions: [{revid: 2, slots: {main: {texthidden: true}}}]}), 'texthidden'],
  ])('refuses %s', async (_name, reply, code) => {
    const {session} = at(reply);
    const error = await refusal(openEdit(session, 'Whatever', {section: 9}));
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).code).toBe(code);
  });

  test.each([
    ['an invalid title', 'A[B', {query: {pages: [{title: 'A[B', invalid: true, invalidreason: {code: 'title-invalid-characters', html: 'It contains &quot;[&quot;.'}}]}}, 'It contains "[".'],
    ['a section without a title', '#Top', {query: {normalized: [{from: '#Top', to: ''}], allmessages: [{name: 'title-invalid-empty', content: 'The title is empty.'}]}}, 'The title is empty.'],
  ])('tells in the wiki’s words why it refuses %s', async (_name, title, reply, words) => {
    const {session} = at(reply);
    expect(await refusal(openEdit(session, title))).toMatchObject({code: 'invalidtitle', message: words});
  });

  test('fails when the user of this session is logged in no longer', async () => {
    const {session} = at({errors: [{code: 'assertnameduserfailed', text: 'You are no longer logged in as "Alice".', module: 'main'}]}, {user: 'Alice'});
    expect(await refusal(openEdit(session, 'Simple'))).toBeInstanceOf(LoginError);
  });

  test('can be stopped', async () => {
    const {session} = at((_request, init) => new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error))));
    const stop = new AbortController();
    const opening = refusal(openEdit(session, 'Simple', {signal: stop.signal}));
    stop.abort();
    expect(await opening).toMatchObject({name: 'AbortError'});
  });
});

test.each(['javascript:alert(1)', '//evil.example/w/index.php', 'https://evil.example/', 'http://[', 7])('an address of index.php that is none of this wiki’s is not believed: %j', async (script) => {
  const {session} = at(answer({}, {general: {script}}));
  expect((await openEdit(session, 'Simple')).scriptUrl).toBe('https://wiki.example/w/index.php');
});
