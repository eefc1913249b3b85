/** What a diff is drawn from, read from Node against the real wiki: which two texts, with which headers, in how many requests. */
import type {Wiki} from 'wikilit';
import type {DiffOpening} from '../src/wiki/compare/diff-opening.js';
import type {DiffRequest} from '../src/wiki/compare/diff-request.js';
import {readTexts, revisionsBetween} from '../src/wiki/compare/history.js';
import {openAcross} from '../src/wiki/compare/open-across.js';
import {as, make, nobody, refusal, requests} from './asking.js';
import {counted, open, revids, revision, textOf} from './comparing.js';
import {expect, test} from './fixtures.js';

test.describe('revisions', () => {
  test('two of a page, with their headers, who asks and the messages: one request', async ({wiki}) => {
    const client = await as(wiki, 'Henrik');
    const [first = 0, second = 0, third = 0] = await revids(client, 'Reverted twice');
    const {texts, asked, opening} = await counted(wiki, client, {fromrev: first, torev: second}, {messages: ['editundo', 'nosuchmessage-x']});
    expect(asked).toBe(1);
    expect(texts).toEqual(['Good text.', 'Bad text.']);
    expect(opening).toMatchObject({
      from: {kind: 'revision', revid: first, parentid: 0, timestamp: '2024-04-01T12:00:00Z', user: 'Olga', anon: false, comment: 'start', parsedcomment: 'start', tags: [], minor: false, size: 10, archived: false, hidden: {text: false, user: false, comment: false, suppressed: false}},
      to: {revid: second, parentid: first, user: '203.0.113.99', anon: true, userid: 0, slots: {main: {contentmodel: 'wikitext', size: 9}}, page: {title: 'Reverted twice', ns: 0, lang: 'en', dir: 'ltr', lastrevid: third, may: {edit: true, rollback: false, patrol: false}}},
      between: {revisions: 0, users: [], more: false},
      older: undefined,
      newer: {fromrev: second, torev: 'next', page: 'Reverted twice'},
      user: {name: 'Henrik', anon: false, rights: expect.arrayContaining(['edit'])},
      site: {script: `${wiki.origin}/w/index.php`, articlepath: `${wiki.origin}/wiki/$1`},
      messages: {editundo: 'undo'},
      uselang: 'en',
    });
    expect(opening.messages).not.toHaveProperty('nosuchmessage-x');
    // What the wiki is, is known by now; the other way round it is shown as it was asked.
    const back = await counted(wiki, client, {fromrev: third, torev: first});
    expect([back.asked, back.texts]).toEqual([1, ['Good text.', 'Good text.']]);
    expect(back.opening.site).toEqual(opening.site);
    expect((await counted(wiki, client, {fromrev: first, torev: first})).texts).toEqual(['Good text.', 'Good text.']);
  });

  test('of two pages, each with its own', async ({wiki}) => {
    const client = nobody(wiki);
    const [one = 0] = await revids(client, 'Protected');
    const [other = 0] = await revids(client, 'Sandbox');
    const {asked, texts, opening} = await counted(wiki, client, {fromrev: other, torev: one});
    expect(asked).toBe(1);
    expect(texts[1]).toBe('Only administrators edit this.');
    expect(opening).toMatchObject({from: {page: {title: 'Sandbox', may: {edit: true}}}, to: {page: {title: 'Protected', may: {edit: false}}}, between: undefined, older: undefined, newer: undefined});
  });

  test('and their neighbours, as in the wiki’s own addresses: with the page one request, without it one more', async ({wiki}) => {
    const client = nobody(wiki);
    const page = 'Reverted twice';
    const [first = 0, second = 0, third = 0] = await revids(client, page);
    const shown = async (request: DiffRequest): Promise<unknown> => {
      const {asked, opening} = await counted(wiki, client, request);
      return [asked, opening.from && revision(opening.from).revid, revision(opening.to).revid];
    };
    expect(await shown({torev: second})).toEqual([2, first, second]);
    expect(await shown({torev: second, page})).toEqual([1, first, second]);
    expect(await shown({fromrev: second, torev: 'prev', page: 'reverted twice'})).toEqual([1, first, second]);
    expect(await shown({fromrev: second, torev: 'next'})).toEqual([2, second, third]);
    expect(await shown({fromrev: second, torev: 'next', page})).toEqual([1, second, third]);
    expect(await shown({fromrev: first, torev: 'cur'})).toEqual([2, first, third]);
    // The page is a hint: what is asked for is the revision.
    expect(await shown({torev: second, page: 'Sandbox'})).toEqual([3, first, second]);
    expect(await shown({torev: second, page: 'No such page'})).toEqual([3, first, second]);
    expect(await shown({torev: first, page})).toEqual([1, undefined, first]);
    expect(await shown({page})).toEqual([1, second, third]);
  });

  test('the change before, and the one after, lead through a history in one request each', async ({wiki}) => {
    const client = nobody(wiki);
    const [first = 0, second = 0, third = 0] = await revids(client, 'Reverted twice');
    let {opening} = await counted(wiki, client, {page: 'Reverted twice'});
    const steps: unknown[] = [];
    for (let request = opening.older; request; request = opening.older) {
      const next = await counted(wiki, client, request);
      ({opening} = next);
      steps.push([next.asked, opening.from && revision(opening.from).revid, revision(opening.to).revid]);
    }
    for (let request = opening.newer; request; request = opening.newer) {
      const next = await counted(wiki, client, request);
      ({opening} = next);
      steps.push([next.asked, opening.from && revision(opening.from).revid, revision(opening.to).revid]);
    }
    expect(steps).toEqual([[1, first, second], [1, second, third]]);
  });

  test('that are not there, and pages that are not', async ({wiki}) => {
    const client = nobody(wiki);
    const [first = 0, , third = 0] = await revids(client, 'Reverted twice');
    const code = async (request: DiffRequest): Promise<unknown> => (await refusal(open(client, request)))['code'];
    expect(await code({fromrev: first, torev: 999_999})).toBe('nosuchrevid');
    expect(await code({torev: 999_999})).toBe('nosuchrevid');
    expect(await code({torev: 999_999, page: 'Sandbox'})).toBe('nosuchrevid');
    expect(await code({fromrev: 999_999, torev: 'cur'})).toBe('nosuchrevid');
    expect(await code({fromrev: third, torev: 'next'})).toBe('nosuchneighbour');
    expect(await code({fromrev: third, torev: 'next', page: 'Reverted twice'})).toBe('nosuchneighbour');
    expect(await code({page: 'No such page'})).toBe('missingtitle');
    expect(await code({page: 'No such page', since: 'my-last-edit'})).toBe('missingtitle');
    expect(await code({page: 'No such page', since: 'last-other-author'})).toBe('missingtitle');
    expect(await code({page: 'A|B'})).toBe('invalidtitle');
    expect(await code({page: 'Special:Version'})).toBe('pagecannotexist');
    expect(await code({text: 'x', page: 'Special:Version'})).toBe('pagecannotexist');
    expect(await code({text: 'x', fromrev: 999_999})).toBe('nosuchrevid');
  });

  test('without texts, which are read when they are wanted', async ({wiki}) => {
    const client = nobody(wiki);
    const [first = 0, second = 0] = await revids(client, 'Reverted twice');
    const {asked, texts, opening} = await counted(wiki, client, {fromrev: first, torev: second}, {texts: false});
    expect([asked, texts, opening.to.slots['main']?.size]).toEqual([1, [undefined, undefined], 9]);
    let read: DiffOpening | undefined;
    expect(await requests(wiki, async () => (read = await readTexts(client.session, opening)))).toBe(1);
    expect([textOf(read?.from), textOf(read?.to)]).toEqual(['Good text.', 'Bad text.']);
    expect(await requests(wiki, async () => readTexts(client.session, read ?? opening))).toBe(0);
  });
});

test.describe('what lies between', () => {
  test('is counted with its authors, whichever stands left', async ({wiki}) => {
    const client = nobody(wiki);
    const all = await revids(client, 'Harbour log');
    const [first = 0, , , fourth = 0] = all;
    const {opening} = await counted(wiki, client, {fromrev: first, torev: fourth});
    expect(opening.between).toBeUndefined();
    let between: unknown;
    expect(await requests(wiki, async () => (between = await revisionsBetween(client.session, opening)))).toBe(1);
    expect(between).toMatchObject({revisions: 2, more: false});
    expect(await revisionsBetween(client.session, await open(client, {fromrev: fourth, torev: first}))).toEqual(between);
    const whole = await revisionsBetween(client.session, await open(client, {fromrev: first, torev: all.at(-1) ?? 0}));
    expect(whole).toMatchObject({revisions: 238, more: false});
    expect([...(whole?.users ?? [])].sort()).toEqual(['Admin', 'Henrik', 'Iris', 'Olga', 'Sol', 'Tove']);
  });

  test('is nothing where nothing can lie between: of two pages, of neighbours', async ({wiki}) => {
    const client = nobody(wiki);
    const [[sandbox = 0], [first = 0, second = 0]] = [await revids(client, 'Sandbox'), await revids(client, 'Reverted twice')];
    expect(await revisionsBetween(client.session, await open(client, {fromrev: sandbox, torev: second}))).toBeUndefined();
    const neighbours = await open(client, {fromrev: first, torev: second});
    expect(await requests(wiki, () => revisionsBetween(client.session, neighbours))).toBe(0);
  });
});

test.describe('since', () => {
  test('my last edit: mine against the newest; the same twice where it is the newest; refused where there is none', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    const page = 'Reverted twice';
    const {asked, texts, opening} = await counted(wiki, olga, {page, since: 'my-last-edit'}, {messages: ['editundo']});
    expect([asked, texts, opening.messages]).toEqual([2, ['Good text.', 'Good text.'], {editundo: 'undo'}]);
    expect([revision(opening.from).user, revision(opening.to).user]).toEqual(['Olga', 'Henrik']);
    expect(await revisionsBetween(olga.session, opening)).toEqual({revisions: 1, users: ['203.0.113.99'], more: false});
    await olga.page(page).edit({text: 'Better text.'});
    const mine = await counted(wiki, olga, {page, since: 'my-last-edit'});
    expect([mine.asked, mine.opening.from]).toEqual([1, mine.opening.to]);
    expect(await refusal(open(await as(wiki, 'Nils'), {page, since: 'my-last-edit'}))).toMatchObject({name: 'ApiError', code: 'neveredited', message: 'Nils has never edited “Reverted twice”.'});
    expect(await refusal(open(nobody(wiki), {page, since: 'my-last-edit'}))).toMatchObject({code: 'neveredited', message: '127.0.0.1 has never edited “Reverted twice”.'});
  });

  test('the last other author: all that the newest one changed', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    const page = 'Reverted twice';
    const single = await counted(wiki, olga, {page, since: 'last-other-author'});
    expect([single.asked, single.texts]).toEqual([1, ['Bad text.', 'Good text.']]);
    for (const text of ['One.', 'Two.', 'Three.']) await olga.page(page).edit({text});
    const run = await counted(wiki, olga, {page, since: 'last-other-author'});
    expect([run.asked, run.texts]).toEqual([2, ['Good text.', 'Three.']]);
    expect(revision(run.opening.from).user).toBe('Henrik');
    await make(wiki, {'By one alone': 'First.'});
    await olga.page('By one alone').edit({text: 'Second.'});
    const alone = await counted(wiki, olga, {page: 'By one alone', since: 'last-other-author'});
    expect([alone.asked, alone.opening.from, alone.texts[1]]).toEqual([2, undefined, 'Second.']);
  });
});

test.describe('what is hidden or deleted', () => {
  test('hidden parts are told; who may see them gets them with the mark', async ({wiki}) => {
    const [first = 0, second = 0, , fourth = 0, fifth = 0, sixth = 0, seventh = 0] = await revids(nobody(wiki), 'Hidden revisions');
    const seen = async (client: Wiki, torev: number): Promise<unknown> => {
      const {asked, opening, texts} = await counted(wiki, client, {fromrev: first, torev});
      const {user, comment, hidden} = revision(opening.to);
      return [asked, texts[1], user, comment, hidden];
    };
    const all = {text: true, user: true, comment: true};
    const none = {text: false, user: false, comment: false};
    const [anyone, admin, sol] = [nobody(wiki), await as(wiki, 'Admin'), await as(wiki, 'Sol')];
    expect(await seen(anyone, second)).toEqual([1, undefined, undefined, undefined, {...all, suppressed: false}]);
    expect(await seen(admin, second)).toEqual([1, 'Text that nobody should see.', 'Nils', 'something rude', {...all, suppressed: false}]);
    expect(await seen(anyone, fourth)).toEqual([1, 'Third text.', 'Henrik', undefined, {...none, comment: true, suppressed: false}]);
    expect(await seen(anyone, fifth)).toEqual([1, 'Fourth text.', undefined, 'an address to hide', {...none, user: true, suppressed: false}]);
    expect(await seen(admin, sixth)).toEqual([1, undefined, undefined, undefined, {...all, suppressed: true}]);
    expect(await seen(sol, sixth)).toEqual([1, 'A private matter.', 'Olga', 'suppressed', {...all, suppressed: true}]);
    // Also where no texts were asked for; and the run of a hidden author is nobody's.
    expect(revision((await open(anyone, {fromrev: first, torev: second}, {texts: false})).to).hidden.text).toBe(true);
    expect(revision((await open(anyone, {page: 'Hidden revisions', since: 'last-other-author'})).from).revid).toBe(sixth);
    expect(revision((await open(anyone, {page: 'Hidden revisions'})).to).revid).toBe(seventh);
  });

  test('deleted revisions: for administrators as others are, for anybody else not there', async ({wiki}) => {
    const admin = await as(wiki, 'Admin');
    const deleted = await admin.page('Deleted page').list('deletedrevisions', {prop: ['ids'], dir: 'newer'}).toArray();
    const [first = 0, second = 0] = deleted.map(({revid}) => revid);
    const {asked, texts, opening} = await counted(wiki, admin, {fromrev: first, torev: second});
    expect([asked, texts]).toEqual([1, ['This will not stay.', 'This will not stay. Really.']]);
    expect(opening).toMatchObject({from: {archived: true, page: {title: 'Deleted page', pageid: undefined}}, to: {archived: true, user: 'Nils'}, between: {revisions: 0}, newer: undefined});
    expect((await counted(wiki, admin, {torev: second})).texts).toEqual(texts);
    expect((await counted(wiki, admin, {torev: first})).texts).toEqual([undefined, texts[0]]);
    const [live = 0] = await revids(admin, 'Sandbox');
    const mixed = await counted(wiki, admin, {fromrev: first, torev: live});
    expect([mixed.asked, mixed.texts[0], revision(mixed.opening.to).archived]).toEqual([1, texts[0], false]);
    for (const client of [nobody(wiki), await as(wiki, 'Olga')]) {
      expect(await refusal(open(client, {fromrev: first, torev: second}))).toMatchObject({name: 'ApiError', code: 'nosuchrevid', message: `There is no revision ${first}.`});
      expect(await refusal(open(client, {torev: second}))).toMatchObject({code: 'nosuchrevid'});
    }
    expect(await refusal(open(admin, {fromrev: second, torev: 'next'}))).toMatchObject({code: 'nosuchneighbour'});
    expect(await refusal(open(admin, {fromrev: second, torev: 'cur'}))).toMatchObject({code: 'missingtitle'});
  });
});

test('two wikis: a request to each, messages of the right one', async ({wiki}) => {
  const [left, right] = [nobody(wiki), await as(wiki, 'Olga')];
  const [revid = 0] = await revids(left, 'Reverted twice');
  let opening: Awaited<ReturnType<typeof openAcross>> | undefined;
  expect(await requests(wiki, async () => (opening = await openAcross({session: left.session, rev: revid}, {session: right.session, page: 'Sandbox'}, {messages: ['editundo']})))).toBe(2);
  expect(opening).toMatchObject({from: {revid}, to: {page: {title: 'Sandbox'}}, between: undefined, older: undefined, newer: undefined, messages: {editundo: 'undo'}, user: {name: 'Olga'}, fromContext: {user: {anon: true}}});
  expect(await refusal(openAcross({session: left.session, page: 'No such page'}, {session: right.session, page: 'Sandbox'}))).toMatchObject({code: 'missingtitle'});
});
