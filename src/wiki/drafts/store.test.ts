/** In Node there is no IndexedDB: all this is in memory. What IndexedDB does is in `components/edit-form/drafts/`. */
import {afterEach, describe, expect, test, vi} from 'vitest';
import {day, draft, minute} from './drafts.fixtures.js';
import {draftFor} from './find.js';
import {holdDraft, isOpenElsewhere} from './hold.js';
import type {DraftRecord} from './record.js';
import {dropDraft, keepDraft, listDrafts, purgeDrafts} from './store.js';

const alice = {wiki: draft().wiki, user: 'Alice'};
const simple = {...alice, title: 'Simple', section: undefined};

const kept: DraftRecord[] = [];

async function keep(parts: Partial<DraftRecord> = {}): Promise<DraftRecord> {
  const one = draft(parts);
  kept.push(one);
  await keepDraft(one);
  return one;
}

afterEach(async () => {
  for (const one of kept.splice(0)) await dropDraft(one);
});

describe('where nothing can be kept', () => {
  test('a draft is there while the page is, and it is told that it will not be there later', async () => {
    const one = draft();
    expect(await keepDraft(one)).toBe(false);
    expect(await draftFor(simple)).toEqual(one);
    await dropDraft(one);
    expect(await draftFor(simple)).toBeUndefined();
    await expect(purgeDrafts()).resolves.toBeUndefined();
  });
});

describe('drafts', () => {
  test('are listed newest first, and only to whom they belong', async () => {
    const old = await keep({id: 'old', title: 'Other', at: Date.now() - minute});
    const fresh = await keep({id: 'fresh'});
    const bobs = await keep({id: 'bobs', user: 'Bob'});
    const nobodys = await keep({id: 'nobodys', user: undefined});
    const elsewhere = await keep({id: 'elsewhere', wiki: 'https://other.example/w/api.php'});
    expect(await listDrafts(alice)).toEqual([fresh, old]);
    expect(await listDrafts({...alice, user: 'Bob'})).toEqual([bobs]);
    expect(await listDrafts({...alice, user: undefined})).toEqual([nobodys]);
    expect(await listDrafts({...alice, wiki: elsewhere.wiki})).toEqual([elsewhere]);
    expect(await draftFor({...simple, user: 'Carol'})).toBeUndefined();
  });

  test('are in place of what was kept under the same id, and of no other', async () => {
    await keep({text: 'a'});
    await keep({id: 'b', text: 'other', at: Date.now() - minute});
    await keep({text: 'ab'});
    expect((await listDrafts(alice)).map(({text}) => text)).toEqual(['ab', 'other']);
  });

  test('are told for 30 days, by a clock that may have been wrong', async () => {
    await keep({id: 'old', at: Date.now() - 31 * day});
    await keep({id: 'future', at: Date.now() + 31 * day});
    const month = await keep({id: 'month', at: Date.now() - 29 * day});
    expect(await listDrafts(alice)).toEqual([month]);
  });

  test('are of one page, also when it was renamed', async () => {
    const one = await keep();
    expect(await draftFor({...simple, title: 'Renamed', pageid: 2})).toEqual(one);
    expect(await draftFor({...simple, title: 'Renamed', pageid: 3})).toBeUndefined();
    expect(await draftFor({...simple, title: 'Renamed'})).toBeUndefined();
  });

  test('of a section are found by its heading where it has another number now, and are not those of what took its number', async () => {
    const three = await keep({id: 'three', section: '3', heading: 'See also'});
    expect(await draftFor({...simple, section: '3', heading: 'See also'})).toEqual(three);
    expect(await draftFor({...simple, section: '4', heading: 'See also'})).toEqual(three);
    expect(await draftFor({...simple, section: '3', heading: 'History'})).toBeUndefined();
    for (const section of [undefined, 'new', '0', '4']) expect(await draftFor({...simple, section}), section).toBeUndefined();
    const six = await keep({id: 'six', section: '6', heading: 'See also', at: Date.now() - minute});
    expect(await draftFor({...simple, section: '6', heading: 'See also'})).toEqual(six);
    expect(await draftFor({...simple, section: '7', heading: 'See also'})).toEqual(six);
  });

  test('of the whole page, of its top and of a new section are apart', async () => {
    const [whole, top, added] = [await keep({id: 'whole'}), await keep({id: 'top', section: '0'}), await keep({id: 'new', section: 'new', subject: 'Hello'})];
    expect([await draftFor(simple), await draftFor({...simple, section: '0'}), await draftFor({...simple, section: 'new'})]).toEqual([whole, top, added]);
  });

  test('have the members of a draft and no others; a wrong one is named, and what was typed is not', async () => {
    await keep({...draft(), token: 'secret+\\'} as DraftRecord);
    expect(Object.keys((await listDrafts(alice))[0] ?? {})).toEqual(Object.keys(draft()));
    await expect(keepDraft(draft({at: Number.NaN}))).rejects.toThrow(new TypeError('draft.at: NaN given, a time in milliseconds expected'));
    await expect(keepDraft(draft({base: 'my text' as never}))).rejects.toThrow(new TypeError('draft.base: a string given, {revid, text} or undefined expected'));
    await expect(keepDraft(undefined as never)).rejects.toThrow('draft: undefined given');
  });
});

describe('a draft that somebody is typing', () => {
  test('is offered to nobody else until it is released', async () => {
    const hold = holdDraft(simple);
    const one = await keep({id: hold.id});
    expect(await draftFor(simple)).toBeUndefined();
    hold.release();
    expect(await draftFor(simple)).toEqual(one);
  });

  test('has an id of its own, and knows of others for the same page and section', async () => {
    const [one, other, section] = [holdDraft(simple), holdDraft(simple), holdDraft({...simple, section: '1'})];
    expect(one.id).not.toBe(other.id);
    expect(await isOpenElsewhere(simple, [one.id])).toBe(true);
    expect(await isOpenElsewhere(simple, [one.id, other.id])).toBe(false);
    expect(await isOpenElsewhere({...simple, section: '1'}, [section.id])).toBe(false);
    other.release();
    expect(await isOpenElsewhere(simple, [one.id])).toBe(false);
    for (const {release} of [one, section]) release();
  });

  test('is typed all the same where the browser refuses its locks', async () => {
    const refusal = () => Promise.reject(new DOMException('No origin.', 'SecurityError'));
    vi.stubGlobal('navigator', {locks: {request: refusal, query: refusal}});
    const hold = holdDraft(simple);
    expect(await isOpenElsewhere(simple, [hold.id])).toBe(false);
    hold.release();
    vi.unstubAllGlobals();
  });
});
