/** What proves that an edit whose answer was lost is on the wiki, and what does not. */
import {describe, expect, test} from 'vitest';
import type {OutcomeUnknownError} from '../../core/errors.js';
import {type FakeAnswer, fakeWiki, type FakeWiki} from '../../testing/fake-wiki.js';
import type {Edit as AnyEdit, SavedEdit} from './edit.js';
import {Wiki} from '../wiki.js';
import {read} from './read.fixtures.js';

type Edit = AnyEdit & {readonly text: string};

const lost = new TypeError('Failed to fetch');
const base = {revid: 12, parentid: 11, user: 'Nils', comment: 'x', timestamp: '2026-11-21T12:00:00Z'};
const history = (revisions: object[], me = 'Olga'): object => ({query: {pages: [{pageid: 7, ns: 0, title: 'Oslo', revisions}], userinfo: {id: 3, name: me}}});
const by = (user: string, comment: string, more: object = {}): object => ({...base, revid: 14, parentid: 12, user, comment, timestamp: new Date().toISOString(), ...more});

let wikis = 0;
/** A wiki of its own for each, as what was saved on one is known on it from then on. It looks once, and sends nothing again. */
const wikiOf = (fake: FakeWiki, user = 'Olga'): Wiki => new Wiki(`wiki${wikis++}.example`, {fetch: fake.fetch, userAgent: 'Test/1.0', user, tokens: {csrf: 't'}, retry: false});

/** Answers with texts by revision; all other revisions hold `x`. */
const holding = (texts: Readonly<Record<string, string>> = {12: 'old'}): FakeAnswer => ({params: {revids = ''}}) =>
  history(revids.split('|').map((revid) => ({revid: Number(revid), slots: {main: {content: texts[revid] ?? 'x'}}})));

/** What comes of an edit; nothing, where that cannot be known. */
async function outcome(saving: Promise<SavedEdit>): Promise<SavedEdit | undefined> {
  return saving.catch((error: Error) => {
    if (error.name !== 'OutcomeUnknownError') throw error;
    return undefined;
  });
}

async function unknown(wiki: Wiki, change: Edit): Promise<OutcomeUnknownError<SavedEdit>> {
  return (await read(wiki.page('Oslo')).edit(change).catch((error: unknown) => error)) as OutcomeUnknownError<SavedEdit>;
}

async function found(change: Edit, revisions: object[], {user, texts}: {user?: string; texts?: Record<string, string>} = {}): Promise<SavedEdit | undefined> {
  const asked: FakeAnswer = holding({12: 'old', ...texts});
  const fake = fakeWiki([[{action: 'edit'}, lost], [{prop: 'revisions'}, history(revisions)], ...Array.from({length: 4}, () => [{rvslots: 'main'}, asked] as const)]);
  return outcome((change.createonly ? wikiOf(fake, user).page('Oslo') : read(wikiOf(fake, user).page('Oslo'))).edit(change));
}

describe('a summary is known as the wiki stores it', () => {
  test.each<[string, Edit, string]>([
    ['as it was', {text: 'x', summary: 'typo', baserevid: 12}, 'typo'],
    ['line breaks kept', {text: 'x', summary: 'two\nlines', baserevid: 12}, 'two\nlines'],
    ['line breaks made spaces', {text: 'x', summary: 'two\nlines', baserevid: 12}, 'two lines'],
    ['a section’s name before it', {text: 'x', section: 1, summary: 'typo', baserevid: 12}, '/* History */ typo'],
    ['cut with dots', {text: 'x', summary: 'ø'.repeat(600), baserevid: 12}, `${'ø'.repeat(497)}...`],
    ['cut with an ellipsis', {text: 'x', summary: 'ø'.repeat(600), baserevid: 12}, `${'ø'.repeat(499)}…`],
    ['composed', {text: 'x', summary: 'cafe\u0301', baserevid: 12}, 'caf\u00E9'],
  ])('%s', async (_, change, comment) => {
    expect(await found(change, [base, by('Olga', comment)])).toMatchObject({recovered: true, newrevid: 14});
    expect(await found(change, [base, by('Nils', comment)])).toBeUndefined();
    expect(await found(change, [base, by('Olga', 'something else')])).toBeUndefined();
  });
});

test('a user who gave the name in another spelling is known by the wiki’s', async () => {
  expect(await found({text: 'x', summary: 's', baserevid: 12}, [base, by('Olga', 's')], {user: 'olga'})).toMatchObject({newrevid: 14});
});

test('a page one made long ago is not the one made now', async () => {
  const change: Edit = {text: 'x', summary: 's', createonly: true};
  expect(await found(change, [by('Olga', 's', {parentid: 0, timestamp: '2020-01-01T00:00:00Z'})])).toBeUndefined();
  expect(await found(change, [by('Nils', 's', {parentid: 0}), by('Olga', 's', {revid: 15, parentid: 14})])).toBeUndefined();
  expect(await found(change, [by('Olga', 's', {parentid: 0})])).toMatchObject({new: true, newrevid: 14});
});

describe('another edit by the same user is not taken for the one sent', () => {
  const other = (comment: string): object[] => [base, by('Olga', comment)];

  test.each<[string, Edit, string]>([
    ['with the same summary', {text: 'x', summary: 'typo', baserevid: 12}, 'typo'],
    ['where no summary was given', {text: 'x', baserevid: 12}, 'comma'],
    ['in the same section', {text: 'x', section: 1, baserevid: 12}, '/* History */'],
  ])('%s', async (_, change, comment) => {
    expect(await found(change, other(comment), {texts: {14: 'old, with a comma'}})).toBeUndefined();
    expect(await found(change, other(comment))).toMatchObject({newrevid: 14});
  });

  test('the one that was sent is found behind it', async () => {
    const revisions = [base, by('Olga', 'typo'), by('Olga', 'typo', {revid: 15, parentid: 14})];
    expect(await found({text: 'x', summary: 'typo', baserevid: 12}, revisions, {texts: {14: 'other'}})).toMatchObject({newrevid: 15, oldrevid: 14});
  });

  test('one whose text is hidden proves nothing', async () => {
    const hidden = history([{revid: 14, slots: {main: {texthidden: true}}}]);
    const fake = fakeWiki([[{action: 'edit'}, lost], [{}, history(other('s'))], [{revids: '12|14'}, hidden]]);
    expect(await outcome(read(wikiOf(fake).page('Oslo')).edit({text: 'x', summary: 's', baserevid: 12}))).toBeUndefined();
    fake.done();
  });
});

test('where the base is gone with its page, there is no trace', async () => {
  const gone = {errors: [{code: 'badid_rvstartid', text: 'No revision was found for parameter “rvstartid”.'}]};
  const fake = fakeWiki([[{action: 'edit'}, lost], [{rvstartid: '12'}, gone], [{prop: 'info'}, {query: {pages: [{ns: 0, title: 'Oslo', missing: true}]}}]]);
  expect(await outcome(read(wikiOf(fake).page('Oslo')).edit({text: 'x', baserevid: 12}))).toBeUndefined();
  fake.done();
});

test('JSON that tells no history is no proof that there is no trace', async () => {
  const fake = fakeWiki([[{action: 'edit'}, lost], [{}, {hello: 1}], [{}, {hello: 1}]]);
  await expect((await unknown(wikiOf(fake), {text: 'x', baserevid: 12})).check()).rejects.toMatchObject({name: 'InvalidAnswerError'});
});

test('the next edit through the same page goes on from one that was found, and does not find it again', async () => {
  const read = {revid: 12, parentid: 11, timestamp: base.timestamp, slots: {main: {content: 'old'}}};
  const fake = fakeWiki([
    [{rvslots: 'main'}, history([read])],
    [{baserevid: '12'}, lost],
    [{rvstartid: '12'}, history([base, by('Olga', 's')])],
    [{revids: '12|14'}, holding()],
    [{action: 'edit', baserevid: '14'}, lost],
    [{rvstartid: '14'}, history([by('Olga', 's')])],
  ]);
  const page = wikiOf(fake).page('Oslo');
  await page.text();
  const lostEdit = (): Promise<SavedEdit | undefined> => outcome(page.edit({text: 'x', summary: 's'}));
  expect(await lostEdit()).toMatchObject({newrevid: 14});
  expect(await lostEdit()).toBeUndefined();
  fake.done();
});

test('nor where the first was merged, and the base stays', async () => {
  const read = {revid: 12, parentid: 11, timestamp: base.timestamp, slots: {main: {content: 'old'}}};
  const mine = by('Olga', 's', {parentid: 13});
  const fake = fakeWiki([
    [{rvslots: 'main'}, history([read])],
    [{baserevid: '12'}, lost],
    [{}, history([base, by('Nils', '', {revid: 13}), mine])],
    [{revids: '12|13|14'}, holding({12: 'old', 13: 'old\nmore', 14: 'x\nmore'})],
    [{action: 'edit', baserevid: '12'}, lost],
    [{rvstartid: '12'}, history([base, mine])],
  ]);
  const page = wikiOf(fake).page('Oslo');
  await page.text();
  const lostEdit = (): Promise<SavedEdit | undefined> => outcome(page.edit({text: 'x', summary: 's'}));
  expect(await lostEdit()).toMatchObject({newrevid: 14, oldrevid: 13});
  expect(await lostEdit()).toBeUndefined();
  fake.done();
});

test('somebody else who logged in since is not taken for the one who sent it', async () => {
  const fake = fakeWiki([[{action: 'edit'}, lost], [{}, history([base])], [{assertuser: 'Nils'}, history([base, by('Nils', 's')], 'Nils')]]);
  const wiki = wikiOf(fake);
  const error = await unknown(wiki, {text: 'x', summary: 's', baserevid: 12});
  wiki.session.changeUser('Nils');
  expect(await error.check()).toBeUndefined();
});

describe('answers that leave it open', () => {
  test.each<[string, FakeAnswer]>([
    ['an exception in the wiki, perhaps after it saved', {errors: [{code: 'internal_api_error_DBQueryTimeoutError', text: 'Timeout.'}]}],
    ['no word about the edit', {batchcomplete: true}],
  ])('%s', async (_, answer) => {
    const error = await unknown(wikiOf(fakeWiki([[{action: 'edit'}, answer]])), {text: 'x', baserevid: 12});
    expect(error).toMatchObject({name: 'OutcomeUnknownError', check: expect.any(Function)});
  });

  test('a lost connection: what was asked is told, without the token', async () => {
    const error = await unknown(wikiOf(fakeWiki([[{action: 'edit'}, lost]])), {text: 'x', baserevid: 12});
    expect(error).toMatchObject({name: 'OutcomeUnknownError', request: {params: {action: 'edit', text: 'x', token: '***'}}});
  });
});

test('a refusal told as a success is a refusal, with its code and words', async () => {
  const answer = {edit: {result: 'Failure', code: 'abusefilter-disallowed', info: 'Disallowed: “spam”.', warning: '<b>Disallowed</b>'}};
  const refused = unknown(wikiOf(fakeWiki([[{action: 'edit'}, answer]])), {text: 'x', baserevid: 12});
  expect(await refused).toMatchObject({name: 'AbuseFilterError', code: 'abusefilter-disallowed', message: 'Disallowed: “spam”.', answer});
});

test('an abort ends the reading of a conflict’s texts', async () => {
  const controller = new AbortController();
  const fake = fakeWiki([
    [{action: 'edit'}, {errors: [{code: 'editconflict', text: 'Edit conflict.'}]}],
    [{rvdir: 'newer'}, history([base, by('Nils', 'x', {revid: 13})])],
    [{prop: 'revisions'}, () => (controller.abort(), new Promise<never>(() => {}))],
  ]);
  const refused = read(wikiOf(fake).page('Oslo')).edit({text: 'mine', baserevid: 12}, {signal: controller.signal});
  await expect(refused).rejects.toMatchObject({name: 'EditConflictError', mine: 'mine'});
});

test('what the wiki merged in is not overwritten by the next edit through the same page', async () => {
  const saved = (oldrevid: number, newrevid: number): object => ({edit: {result: 'Success', pageid: 7, title: 'Oslo', oldrevid, newrevid}});
  const text = {revid: 12, parentid: 11, timestamp: base.timestamp, slots: {main: {content: 'one\ntwo'}}};
  const fake = fakeWiki([
    [{}, {query: {pages: [{pageid: 7, ns: 0, title: 'Oslo', revisions: [text]}]}}],
    [{baserevid: '12'}, saved(13, 14)], // 13 is somebody else’s, and not in the text at hand
    [{baserevid: '12'}, saved(14, 15)],
  ]);
  const page = wikiOf(fake).page('Oslo');
  await page.text();
  await page.edit({text: 'ONE\ntwo'});
  await page.edit({text: 'ONE\ntwo\nthree'});
  fake.done();
});
