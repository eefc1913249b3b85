/** What the real wiki compares itself, what can be done about a change, and versions of files. */
import type {Wiki} from 'wikilit';
import {diffActions, hasThanks, isUnpatrolled} from '../src/wiki/compare/diff-actions.js';
import {fileVersions} from '../src/wiki/compare/file-versions.js';
import {mayAskRest, type WikiDiff, wikiDiff} from '../src/wiki/compare/wiki-diff.js';
import {as, make, nobody, refusal, requests} from './asking.js';
import {open, revids, revision} from './comparing.js';
import {expect, test, wikiFromNode} from './fixtures.js';

test.describe('the wiki’s own engine', () => {
  test('by rest.php for two revisions of a page', async ({wiki}) => {
    const warnings: unknown[] = [];
    const client = wikiFromNode(wiki.api, undefined, {onWarning: (warning) => warnings.push(warning)});
    const [first = 0, second = 0] = await revids(client, 'Reverted twice');
    const {from, to} = await open(client, {fromrev: first, torev: second}, {texts: false});
    let diff: WikiDiff | undefined;
    expect(await requests(wiki, async () => (diff = await wikiDiff(client.session, from, to)))).toBe(1);
    expect(diff).toMatchObject({engine: 'rest', answer: {from: {id: first}, to: {id: second}, diff: [{type: 3, highlightRanges: expect.any(Array)}]}});
    expect([mayAskRest(client.session), warnings]).toEqual([true, []]);
  });

  test('by action=compare for all others: the first revision, two pages, deleted ones, texts', async ({wiki}) => {
    const warnings: unknown[] = [];
    const client = wikiFromNode(wiki.api, undefined, {onWarning: (warning) => warnings.push(warning)});
    await client.clientlogin({username: wiki.users.Admin.name, password: wiki.users.Admin.password});
    const [first = 0, second = 0] = await revids(client, 'Reverted twice');
    const [sandbox = 0] = await revids(client, 'Sandbox');
    const [gone = 0, goneToo = 0] = (await client.page('Deleted page').list('deletedrevisions', {prop: ['ids'], dir: 'newer'}).toArray()).map(({revid}) => revid);
    const body = async (...request: Parameters<typeof open>): Promise<string> => {
      const {from, to} = await open(...request);
      const diff = await wikiDiff(client.session, from, to);
      expect(diff.engine).toBe('html');
      return diff.engine === 'html' ? diff.body : '';
    };
    const added = (text: string): RegExp => new RegExp(`diff-addedline[^]*>${text}<`);
    expect(await body(client, {torev: first})).toMatch(added('Good text\\.'));
    expect(await body(client, {fromrev: sandbox, torev: second})).toMatch(added('Bad text\\.'));
    expect(await body(client, {fromrev: gone, torev: goneToo})).toContain('. Really</ins>.');
    expect(await body(client, {fromrev: second, text: 'Bad text.\n\nAnd more.'})).toMatch(added('And more\\.'));
    expect(await body(client, {fromrev: second, text: `Bad text.\n\n${'And more. '.repeat(1000)}`})).toContain('And more. And more.');
    expect(await body(client, {page: 'No such page', text: 'New.'})).toMatch(added('New\\.'));
    expect(await body(client, {fromrev: second, text: 'Bad text.'})).toBe('');
    expect(warnings).toEqual([]);
  });

  test('compares nothing that is hidden', async ({wiki}) => {
    const client = nobody(wiki);
    const [first = 0, second = 0] = await revids(client, 'Hidden revisions');
    const {from, to} = await open(client, {fromrev: first, torev: second});
    expect(await refusal(wikiDiff(client.session, from, {...revision(to), hidden: {...revision(to).hidden, text: false}}))).toMatchObject({name: 'ApiError', code: 'missingcontent'});
    expect(mayAskRest(client.session)).toBe(true);
  });
});

test.describe('what can be done', () => {
  test('undo and rollback: what the wiki lets one do, done with what is given for it', async ({wiki}) => {
    const page = 'Reverted twice';
    const [admin, olga] = [await as(wiki, 'Admin'), await as(wiki, 'Olga')];
    const [first = 0, second = 0] = await revids(admin, page);
    const actions = async (client: Wiki, ...request: Parameters<typeof open> extends [Wiki, ...infer Rest] ? Rest : never): Promise<ReturnType<typeof diffActions>> => diffActions(await open(client, ...request));
    expect(await actions(nobody(wiki), {page})).toEqual({undo: {title: page, revid: expect.any(Number), undoafter: second}});
    expect(await actions(olga, {page})).toMatchObject({undo: {undoafter: second}, thank: {user: 'Henrik'}});
    expect(await actions(olga, {torev: first})).toEqual({});
    expect(await actions(admin, {fromrev: first, torev: second})).toMatchObject({undo: {revid: second, undoafter: first}, patrol: {revid: second}});
    expect(await actions(admin, {page: 'Protected', text: 'x'})).toEqual({});
    expect(await actions(olga, {page: 'Protected'})).toEqual({thank: expect.anything()});
    await make(wiki, {'For actions': 'One.'});
    await (await as(wiki, 'Henrik')).page('For actions').edit({text: 'Two.'});
    const {rollback, undo} = await actions(admin, {page: 'For actions'});
    expect(rollback).toEqual({title: 'For actions', user: 'Henrik'});
    await admin.page(rollback?.title ?? '').rollback(rollback?.user ?? '');
    expect(await admin.page('For actions').text()).toBe('One.');
    await olga.page('For actions').edit({text: 'Three.'});
    expect(undo).toBeDefined();
    const {undo: last} = await actions(olga, {page: 'For actions'});
    await olga.page('For actions').undo(last?.revid ?? 0, {undoafter: last?.undoafter});
    expect(await olga.page('For actions').text()).toBe('One.');
  });

  test('patrolling and thanking: whether they are of use is asked for when they are to be offered', async ({wiki}) => {
    const [admin, olga] = [await as(wiki, 'Admin'), await as(wiki, 'Olga')];
    await make(wiki, {'To be patrolled': 'New.'});
    const opening = await open(admin, {page: 'To be patrolled'});
    const {patrol} = diffActions(opening);
    expect(await isUnpatrolled(admin.session, revision(opening.to))).toBe(true);
    await admin.patrol({revid: patrol?.revid ?? 0});
    expect(await isUnpatrolled(admin.session, revision(opening.to))).toBe(false);
    expect(await refusal(isUnpatrolled(olga.session, revision(opening.to)))).toMatchObject({name: 'ApiError', code: 'permissiondenied'});
    const {extensions} = await admin.siteinfo({prop: ['extensions']});
    expect(await hasThanks(admin.session)).toBe(extensions.some(({name}) => name === 'Thanks'));
    expect(await requests(wiki, () => hasThanks(admin.session))).toBe(0);
  });
});

test.describe('versions of a file', () => {
  test('of two times, and the newest two: one request', async ({wiki}) => {
    const client = nobody(wiki);
    const {session} = client;
    const title = 'File:Lighthouse at dusk.png';
    const newest = await fileVersions(session, title);
    expect(newest).toMatchObject([
      {timestamp: '2023-04-01T12:00:00Z', user: 'Olga', comment: 'A lighthouse at dusk', width: 640, height: 480, mime: 'image/png', archivename: expect.stringContaining('!'), hidden: {file: false}},
      {timestamp: '2023-05-01T12:00:00Z', user: 'Henrik', width: 800, mime: 'image/png', mediatype: 'BITMAP', archivename: undefined},
    ]);
    expect(newest[0]?.sha1).not.toBe(newest[1]?.sha1);
    for (const {url = '', thumburl = ''} of newest) {
      expect((await fetch(url)).headers.get('content-type')).toBe('image/png');
      expect(thumburl).toMatch(/^http/);
    }
    let named: unknown;
    expect(await requests(wiki, async () => (named = await fileVersions(session, title, ['2023-05-01T12:00:00.000Z', '2023-04-01T12:00:00Z'])))).toBe(1);
    expect(named).toEqual([...newest].reverse());
    expect(await fileVersions(session, title, ['2023-04-01T12:00:00Z'])).toEqual([newest[0]]);
    expect(await fileVersions(session, 'image:small flag.png')).toHaveLength(1);
    expect(await refusal(fileVersions(session, title, ['2020-01-01T00:00:00Z']))).toMatchObject({name: 'ApiError', code: 'nosuchversion'});
    expect(await refusal(fileVersions(session, 'File:No such.png', ['2020-01-01T00:00:00Z']))).toMatchObject({code: 'nofile'});
    expect(await refusal(fileVersions(session, 'Sandbox'))).toMatchObject({code: 'nofile'});
    expect(await refusal(fileVersions(session, 'A|B'))).toMatchObject({code: 'invalidtitle'});
    expect(await refusal(fileVersions(session, title, ['yesterday']))).toMatchObject({name: 'TypeError', message: "timestamps: 'yesterday' given, times such as '2024-01-31T12:00:00Z' expected"});
  });
});
