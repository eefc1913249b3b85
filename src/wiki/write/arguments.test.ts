/** What cannot be meant is refused before anything is sent; long lists go in parts; `wiki.post` tells what is not known. */
import {describe, expect, test} from 'vitest';
import type {ApiError} from '../../core/api-errors.js';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../../testing/fake-wiki.js';
import {Wiki} from '../wiki.js';
import type {WikiWrites} from '../wiki-writes.js';
import {actions} from './actions.js';

const tokens = {csrf: 'abc+\\', rollback: 'rol+\\', userrights: 'rig+\\', watch: 'wat+\\', patrol: 'pat+\\'};
const wikiOf = (fake: FakeWiki, retry?: false): Wiki => new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', user: 'Olga', tokens, ...(retry === false && {retry})});

test.each<[keyof WikiWrites, object | undefined, string]>([
  ['move', {from: 'A'}, 'to: undefined given, a string that is not empty expected'],
  ['move', {from: 'A', to: ''}, "to: '' given, a string that is not empty expected"],
  ['move', {to: 'A'}, 'from: undefined given, a string that is not empty expected; or fromid'],
  ['move', {from: 'A', fromid: 1, to: 'B'}, 'from and fromid exclude each other'],
  ['move', {from: 'A', to: 'B', noRedirect: true}, 'noRedirect: no such parameter of move; did you mean noredirect?'],
  ['move', {from: 'A', to: 'B', movetalk: 'yes'}, "movetalk: 'yes' given, true or false expected"],
  ['move', {from: 'A', to: 'B', watchlist: 'yes'}, "watchlist: 'yes' given, 'watch' or 'unwatch' or 'preferences' or 'nochange' expected"],
  ['move', {from: 'A', to: 'B', token: 'x'}, 'token: no such parameter of move'],
  ['delete', {}, 'title: undefined given'],
  ['delete', undefined, 'title: undefined given'],
  ['delete', {title: 'A', pageid: 1}, 'title and pageid exclude each other'],
  ['delete', {pageid: 0}, 'pageid: 0 given, a number above 0 expected'],
  ['protect', {title: 'A', protections: []}, "protections: an array given, an array such as ['edit=sysop'"],
  ['protect', {title: 'A', protections: ['edit']}, 'protections: an array given'],
  ['protect', {title: 'A', protections: ['edit=sysop'], expiry: '2026-13-45'}, "expiry: '2026-13-45' given, a time to come"],
  ['protect', {title: 'A', protections: ['edit=sysop'], expiry: ['1 week', 'never']}, 'expiry: 2 given, one, or 1 as of protections, expected'],
  ['block', {user: 'A', expiry: '2020-01-01'}, "expiry: '2020-01-01' given, a time to come"],
  ['block', {user: 'A', partial: true}, 'partial: true given, pagerestrictions'],
  ['block', {user: 'A', pagerestrictions: ['B']}, 'partial: undefined given, true expected'],
  ['block', {expiry: 'never'}, 'user: undefined given'],
  ['unblock', {user: 'A', id: 1}, 'user and id exclude each other'],
  ['rollback', {title: 'A'}, 'user: undefined given'],
  ['userrights', {user: 'A'}, 'add: undefined given, groups expected; or remove'],
  ['userrights', {user: 'A', add: []}, 'add: an array given, an array with something in it expected'],
  ['watch', {titles: []}, 'titles: an array given, an array with something in it expected'],
  ['watch', {}, 'titles: undefined given'],
  ['watch', {titles: ['A'], pageids: [1]}, 'titles and pageids exclude each other'],
  ['watch', {title: 'A', generator: 'links'}, 'title and generator exclude each other'],
  ['setnotificationtimestamp', {entirewatchlist: true, generator: 'allpages'}, 'generator and entirewatchlist exclude each other'],
  ['purge', {titles: ['A'], gnamespace: 0}, 'gnamespace: no such parameter of purge'],
  ['patrol', {}, 'rcid: undefined given'],
  ['thank', {rev: 1, log: 2}, 'rev and log exclude each other'],
  ['tag', {add: 'x'}, 'revid: undefined given'],
  ['tag', {revid: 1}, 'add: undefined given'],
  ['revisiondelete', {type: 'revisions', ids: [1], hide: 'user'}, "type: 'revisions' given, 'revision' or"],
  ['revisiondelete', {type: 'revision', ids: [1]}, 'hide: undefined given'],
  ['emailuser', {target: 'A', subject: '', text: 'x'}, "subject: '' given"],
  ['emailuser', {target: 'A', subject: 's'}, 'text: undefined given'],
  ['filerevert', {filename: 'A.png'}, 'archivename: undefined given'],
  ['import', {}, 'xml: undefined given, a Blob or File with something in it expected; or interwikipage'],
  ['import', {xml: new Blob([]), interwikiprefix: 'en'}, 'xml: Blob given, a Blob or File with something in it expected'],
  ['import', {xml: new Blob(['x'])}, 'interwikiprefix: undefined given'],
  ['imagerotate', {titles: 'A.png', rotation: 45}, "rotation: 45 given, '90' or '180' or '270' expected"],
  ['managetags', {operation: 'make', tag: 'x'}, "operation: 'make' given, 'create' or"],
  ['options', {}, 'change: undefined given'],
  ['setnotificationtimestamp', {titles: 'A', timestamp: 'soon'}, "timestamp: 'soon' given, a time such as"],
  ['clearhasmsg', {x: 1}, 'x: no such parameter of clearhasmsg'],
])('%s %o is refused: %s', async (name, params, message) => {
  const fake = fakeWiki();
  await expect((wikiOf(fake)[name] as (params: unknown) => Promise<unknown>)(params)).rejects.toThrow(TypeError);
  await expect((wikiOf(fake)[name] as (params: unknown) => Promise<unknown>)(params)).rejects.toThrow(message);
  expect(fake.requests).toEqual([]);
});

test('a signal that is given in the place of options is told', async () => {
  await expect(wikiOf(fakeWiki()).purge({titles: ['A']}, new AbortController().signal as never)).rejects.toThrow(TypeError);
});

test('every action knows what it is about, and is a method', () => {
  for (const name of Object.keys(actions)) expect(name in Wiki.prototype).toBe(true);
});

describe('a list longer than the wiki takes at once', () => {
  const titles = Array.from({length: 120}, (_, index) => `Page ${index}`);
  const rights: [Expected, FakeAnswer] = [{meta: 'userinfo', uiprop: 'rights'}, {query: {userinfo: {id: 3, name: 'Olga', rights: ['edit']}}}];
  const watched = (given: readonly string[]): object => ({watch: given.map((title) => ({ns: 0, title, watched: true}))});
  const part = (from: number, to: number): [Expected, FakeAnswer] => [{action: 'watch', titles: titles.slice(from, to).join('|')}, watched(titles.slice(from, to))];

  test('goes in parts one after the other, whose answers are joined; each is told', async () => {
    const fake = fakeWiki([rights, part(0, 50), part(50, 100), part(100, 120)]);
    const progress: unknown[] = [];
    const {outcome, watch} = await wikiOf(fake).watch({titles}, {onProgress: (told) => progress.push(told)});
    fake.done();
    expect(outcome).toBe('saved');
    expect(watch.map(({title}) => title)).toEqual(titles);
    expect(progress).toEqual([{done: 50, of: 120}, {done: 100, of: 120}, {done: 120, of: 120}]);
  });

  test('goes at once where the user may have more', async () => {
    const fake = fakeWiki([[{meta: 'userinfo'}, {query: {userinfo: {id: 3, name: 'Olga', rights: ['apihighlimits']}}}], part(0, 120)]);
    await wikiOf(fake).watch({titles});
    fake.done();
  });

  test('ends with an abort between the parts', async () => {
    const fake = fakeWiki([rights, part(0, 50)]);
    const abort = new AbortController();
    await expect(wikiOf(fake).watch({titles}, {signal: abort.signal, onProgress: () => abort.abort()})).rejects.toMatchObject({name: 'AbortError'});
    fake.done();
  });

  test('tells what is left when the wiki refuses', async () => {
    const fake = fakeWiki([rights, part(0, 50), [{action: 'watch'}, {errors: [{code: 'readonly', text: 'Not now.'}]}]]);
    await expect(wikiOf(fake).watch({titles, expiry: 'never'})).rejects.toMatchObject({code: 'readonly', unsaved: {action: 'watch', expiry: 'never', titles: titles.slice(50)}});
  });

  const bad = (from: number, to: number): [Expected, FakeAnswer] => [part(from, to)[0], {watch: titles.slice(from, to).map((title) => ({title, invalid: true, invalidreason: {code: 'title-invalid', text: 'Wrong.'}}))}];

  test.each([
    ['the first', [bad(0, 50), part(50, 100), part(100, 120)], 50],
    ['the last', [part(0, 50), part(50, 100), bad(100, 120)], 20],
    ['all but one', [bad(0, 50), part(50, 100), bad(100, 120)], 70],
  ])('is not refused as a whole because of %s; what is wrong stands in the rows', async (_which, parts, wrong) => {
    const fake = fakeWiki([rights, ...parts]);
    const progress: number[] = [];
    const {outcome, watch} = await wikiOf(fake).watch({titles}, {onProgress: ({done}) => progress.push(done)});
    fake.done();
    expect(outcome).toBe('saved');
    expect(watch.map(({title}) => title)).toEqual(titles);
    expect(watch.filter(({invalid}) => invalid)).toHaveLength(wrong);
    expect(progress).toEqual([50, 100, 120]);
  });

  test('is refused when nothing of any part is done, with all that is wrong', async () => {
    const fake = fakeWiki([rights, bad(0, 50), bad(50, 100), bad(100, 120)]);
    const told: unknown = await wikiOf(fake).watch({titles}).catch((error: unknown) => error);
    fake.done();
    expect(told).toMatchObject({name: 'ApiError', code: 'invalidtitle', message: 'Wrong.', unsaved: {action: 'watch', titles}});
    expect((told as ApiError).errors).toHaveLength(120);
  });

  test('tells what is left when the wiki refuses after a part that was wrong as a whole', async () => {
    const fake = fakeWiki([rights, bad(0, 50), [part(50, 100)[0], {errors: [{code: 'readonly', text: 'Not now.'}]}]]);
    await expect(wikiOf(fake).watch({titles})).rejects.toMatchObject({code: 'readonly', unsaved: {action: 'watch', titles: titles.slice(50)}});
  });

  test('tells all of it when nobody can be asked how much the wiki takes', async () => {
    const fake = fakeWiki([[{meta: 'userinfo'}, new TypeError('Failed to fetch')]]);
    await expect(wikiOf(fake, false).watch({titles, expiry: 'never'})).rejects.toMatchObject({name: 'NetworkError', unsaved: {action: 'watch', expiry: 'never', titles}});
  });

  test('of more than one kind', async () => {
    const fake = fakeWiki([[{meta: 'userinfo'}, rights[1]], ...['revid', 'revid', 'logid'].flatMap((name): [Expected, FakeAnswer][] => [[{lelimit: '1'}, {query: {logevents: []}}], [{[name]: /\d/, add: 'x'}, {tag: [{status: 'success', added: ['x']}]}]])]);
    expect((await wikiOf(fake).tag({revid: Array.from({length: 60}, (_, index) => index + 1), logid: 7, add: 'x'})).tag).toHaveLength(3);
    fake.done();
  });

  test('that a generator names is followed to its end', async () => {
    const fake = fakeWiki([
      [{action: 'purge', generator: 'allpages', gapprefix: 'A', token: undefined}, {purge: [{ns: 0, title: 'A', purged: true}], continue: {gapcontinue: 'B', continue: 'gapcontinue||'}}],
      [{action: 'purge', generator: 'allpages', gapcontinue: 'B'}, {purge: [{ns: 0, title: 'B', purged: true}]}],
    ]);
    expect(await wikiOf(fake).purge({generator: 'allpages', gapprefix: 'A'})).toEqual({outcome: 'saved', purge: [{ns: 0, title: 'A', purged: true}, {ns: 0, title: 'B', purged: true}]});
    fake.done();
  });

  test('that a generator makes of named pages is followed for each part of these; how many there are, nobody knows before', async () => {
    const from = (names: readonly string[], more: Expected = {}): Expected => ({action: 'purge', generator: 'links', titles: names.join('|'), gplcontinue: undefined, ...more});
    const purged = (title: string): object => ({purge: [{ns: 0, title, purged: true}]});
    const given = titles.slice(0, 60);
    const fake = fakeWiki([
      rights,
      [from(given.slice(0, 50)), {...purged('A'), continue: {gplcontinue: 'B', continue: 'gplcontinue||'}}],
      [from(given.slice(0, 50), {gplcontinue: 'B'}), purged('B')],
      [from(given.slice(50)), purged('C')],
    ]);
    const progress: unknown[] = [];
    const {purge} = await wikiOf(fake).purge({titles: given, generator: 'links'}, {onProgress: (told) => progress.push(told)});
    fake.done();
    expect(purge.map(({title}) => title)).toEqual(['A', 'B', 'C']);
    expect(progress).toEqual([{done: 1}, {done: 2}, {done: 3}]);
  });

  test('that a generator names goes on after pages of which none is there', async () => {
    const missing = {ns: 0, title: 'A', missing: true};
    const first: [Expected, FakeAnswer] = [{generator: 'allpages', gapcontinue: undefined}, {purge: [missing], continue: {gapcontinue: 'B', continue: 'gapcontinue||'}}];
    const some = fakeWiki([first, [{gapcontinue: 'B'}, {purge: [{ns: 0, title: 'B', purged: true}]}]]);
    expect(await wikiOf(some).purge({generator: 'allpages'})).toEqual({outcome: 'saved', purge: [missing, {ns: 0, title: 'B', purged: true}]});
    const none = fakeWiki([first, [{gapcontinue: 'B'}, {purge: []}]]);
    await expect(wikiOf(none).purge({generator: 'allpages'})).rejects.toMatchObject({code: 'missingtitle', unsaved: {action: 'purge', generator: 'allpages'}});
    none.done();
  });
});

describe('of a list', () => {
  const bad = {title: '<', invalid: true, invalidreason: {code: 'title-invalid-characters', text: 'Wrong.'}};

  test('what is wrong with some stands in their rows, with all it is refused', async () => {
    const some = fakeWiki([[{}, {watch: [bad, {ns: 0, title: 'A', watched: true}]}]]);
    expect(await wikiOf(some).watch({titles: ['<', 'A']})).toMatchObject({outcome: 'saved', watch: [bad, {watched: true}]});
    const all = fakeWiki([[{}, {watch: [bad]}]]);
    await expect(wikiOf(all).watch({titles: ['<']})).rejects.toMatchObject({code: 'invalidtitle', message: 'Wrong.'});
  });

  test('a page is told without a list', async () => {
    const fake = fakeWiki([[{action: 'purge', titles: 'Oslo'}, {purge: [{ns: 0, title: 'Oslo', purged: true}]}]]);
    expect(await wikiOf(fake).page('Oslo').purge()).toEqual({outcome: 'saved', ns: 0, title: 'Oslo', purged: true});
    const missing = fakeWiki([[{action: 'purge'}, {purge: [{ns: 0, title: 'Oslo', missing: true}]}]]);
    await expect(wikiOf(missing).page('Oslo').purge()).rejects.toMatchObject({code: 'missingtitle', unsaved: {action: 'purge'}});
  });
});

test('a purge goes again by itself, without a token and as nobody; and what stays without an answer is not known', async () => {
  const lost = new TypeError('Failed to fetch');
  const fake = fakeWiki([[{token: undefined}, lost], [{}, {purge: [{ns: 0, title: 'A', purged: true}]}]]);
  expect(await new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0'}).purge({titles: 'A'})).toMatchObject({outcome: 'saved'});
  fake.done();
  await expect(wikiOf(fakeWiki([[{}, lost]]), false).purge({titles: 'A'})).rejects.toMatchObject({name: 'OutcomeUnknownError', unsaved: {titles: 'A'}});
  const refused = fakeWiki([[{}, lost], [{}, {errors: [{code: 'ratelimited', text: 'Wait.'}]}]]);
  await expect(wikiOf(refused).purge({titles: 'A'})).rejects.toMatchObject({name: 'OutcomeUnknownError', cause: {code: 'ratelimited'}});
});

describe('wiki.post', () => {
  const lost = new TypeError('Failed to fetch');
  const now = (shiftMs: number): string => new Date(Date.now() + shiftMs).toISOString();

  test('does not send a write again, and says that it is not known', async () => {
    const fake = fakeWiki([[{action: 'flowthank', token: tokens.csrf}, lost]]);
    const told: unknown = await wikiOf(fake).post({action: 'flowthank', postid: 1}, {token: 'csrf'}).catch((error: unknown) => error);
    expect(told).toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'NetworkError'}, unsaved: {action: 'flowthank', postid: 1}, request: {params: {action: 'flowthank', token: '***'}}});
    expect(await (told as {check: () => Promise<unknown>}).check()).toBeUndefined();
    fake.done();
  });

  test('tells what came after it was sent, by the wiki’s clock, of an action known here', async () => {
    const entry = (shiftMs: number): object => ({logid: 11, title: 'Oslo', logpage: 7, action: 'delete', comment: 'r', timestamp: now(shiftMs)});
    // The wiki is an hour ahead of this device.
    for (const [shiftMs, expected] of [[3_605_000, {outcome: 'saved', recovered: true, logid: 11}], [3_590_000, undefined]] as const) {
      const fake = fakeWiki([[{action: 'delete'}, lost], [{list: 'logevents'}, () => ({curtimestamp: now(3_600_000), query: {logevents: [entry(shiftMs)]}})]]);
      const told: unknown = await wikiOf(fake).post({action: 'delete', title: 'oslo', reason: 'r'}, {token: 'csrf'}).catch((error: unknown) => error);
      const found = await (told as {check: () => Promise<unknown>}).check();
      expect(found).toEqual(expected && expect.objectContaining(expected));
      fake.done();
    }
  });

  test('aborted when it was sent, it is not known either; before, it is an abort', async () => {
    const abort = new AbortController();
    const sending = fakeWiki([[{}, () => (abort.abort(), abort.signal.reason as Error)]]);
    await expect(wikiOf(sending).post({action: 'delete', title: 'A'}, {token: 'csrf', signal: abort.signal})).rejects.toMatchObject({name: 'OutcomeUnknownError', cause: {name: 'AbortError'}});
    await expect(wikiOf(fakeWiki()).post({action: 'delete', title: 'A'}, {token: 'csrf', signal: abort.signal})).rejects.toMatchObject({name: 'AbortError'});
  });

  test('a refusal is a refusal, and a question a question', async () => {
    await expect(wikiOf(fakeWiki([[{}, {errors: [{code: 'permissiondenied', text: 'No.'}]}]])).post({action: 'delete', title: 'A'}, {token: 'csrf'})).rejects.toMatchObject({name: 'ApiError'});
    await expect(wikiOf(fakeWiki([[{}, lost]]), false).post({action: 'parse', text: 'x'})).rejects.toMatchObject({name: 'NetworkError'});
    await expect(wikiOf(fakeWiki()).post({action: 'delete', title: 'A'}, {token: 'csrf', tokn: 1} as never)).rejects.toThrow('tokn: no such option');
  });
});
