import {describe, expect, test} from 'vitest';
import {fakeWiki} from '../../testing/fake-wiki.js';
import type {Edit} from './edit.js';
import {Wiki} from '../wiki.js';
import {read} from './read.fixtures.js';

const success = {edit: {result: 'Success', pageid: 7, title: 'Oslo', oldrevid: 12, newrevid: 13, newtimestamp: '2026-11-21T12:01:00Z'}};

describe('an edit that says what cannot be meant is refused before anything is sent', () => {
  test.each<[Record<string, unknown>, RegExp]>([
    [{sumary: 'typo'}, /^sumary: no such member of an edit; did you mean summary\?/],
    [{Minor: true}, /^Minor: .* did you mean minor\?/],
    [{nosuch: 'x'}, /^nosuch: no such member of an edit/],
    [{appendtext: 'x'}, /^text and appendtext exclude each other/],
    [{prependtext: 'x'}, /^text and prependtext exclude each other/],
    [{undo: 12}, /^undo and text exclude each other/],
    [{undo: '12'}, /^undo: '12' given, a revision’s number expected/],
    [{undoafter: 12}, /^undoafter goes with undo/],
    [{text: undefined}, /^text: undefined given, a string expected; or appendtext/],
    [{text: undefined, appendtext: 'x', section: 'new'}, /^section: 'new' goes with text/],
    [{minor: true, notminor: true}, /^minor and notminor exclude each other/],
    [{recreate: true, createonly: true}, /^recreate and createonly exclude each other/],
    [{nocreate: true, createonly: true}, /^nocreate and createonly exclude each other/],
    [{basetimestamp: 'yesterday'}, /^basetimestamp: 'yesterday' given, a time such as/],
    [{basetimestamp: '2026-11-21T12:00:00Z', baserevid: 12}, /^basetimestamp and baserevid exclude each other/],
    [{token: 'x'}, /^token: no such member/],
    [{minor: 'false'}, /^minor: 'false' given, true or false expected/],
    [{bot: 1}, /^bot: 1 given/],
    [{createonly: 'yes'}, /^createonly: 'yes' given/],
    [{tags: 'a|b'}, /^tags: 'a\|b' given, an array of tag names expected/],
    [{tags: [1]}, /^tags: an array given/],
    [{section: -1}, /^section: -1 given/],
    [{section: 1.5}, /^section: 1\.5 given/],
    [{section: ''}, /^section: '' given/],
    [{section: true}, /^section: true given/],
    [{sectiontitle: 7}, /^sectiontitle: 7 given/],
    [{watchlist: true}, /^watchlist: true given, 'watch', 'unwatch'/],
    [{captchaid: 7}, /^captchaid: 7 given, a string expected/],
    [{sectiontitle: 'Title'}, /^sectiontitle: .*section: 'new'/],
  ])('%j', async (wrong, message) => {
    const fake = fakeWiki();
    const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0', user: 'Olga', tokens: {csrf: 't'}});
    const refused = wiki.page('Oslo').edit({text: 'x', ...wrong});
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toBeInstanceOf(TypeError);
    expect(fake.requests).toEqual([]);
  });
});

test.each<[Edit, Record<string, string | undefined>]>([
  [{text: '', baserevid: 12}, {text: ''}],
  [{text: 'x', section: 0, baserevid: 12}, {section: '0'}],
  [{appendtext: 'x', baserevid: 12}, {appendtext: 'x', text: undefined, baserevid: '12', nocreate: '1'}],
  [{undo: 12, undoafter: 10, baserevid: 12}, {undo: '12', undoafter: '10', baserevid: '12'}],
  [{text: 'cafe\u0301', baserevid: 12}, {md5: '07117fe4a1ebd544965dc19573183da2'}],
  [{appendtext: 'fé', prependtext: 'ca', baserevid: 12}, {md5: '07117fe4a1ebd544965dc19573183da2'}],
  [{text: 'x', minor: true, bot: false, tags: ['a', 'b'], baserevid: 12}, {minor: '1', bot: undefined, tags: 'a|b'}],
  [{text: 'x', createonly: false, baserevid: 12}, {createonly: undefined, baserevid: '12'}],
])('%j goes out as %j', async (change, sent) => {
  const fake = fakeWiki([[{action: 'edit', ...sent}, success]]);
  await read(new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0', user: 'Olga', tokens: {csrf: 't'}}).page('Oslo')).edit(change as Edit & {text: string});
  fake.done();
});
