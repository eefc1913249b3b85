/** What mwclient promises of its lists (its test_listing.py), by the names of its tests, as behaviours of ours. */
import {describe, expect, test} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../testing/fake-wiki.js';
import {Wiki} from './wiki.js';

const wikiOf = (fake: FakeWiki): Wiki => new Wiki('test.wikipedia.org', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', onWarning: () => {}});

const rows = [{pageid: 1, ns: 0, title: "Kre'fey"}, {pageid: 2, ns: 0, title: 'Kre-O'}, {pageid: 3, ns: 0, title: 'Kre-O Transformers'}] as const;
const some = (of: readonly object[], next?: string): object => ({...(next !== undefined && {continue: {apcontinue: next, continue: '-||'}}), query: {allpages: of}});

/** Two rows, and one. */
const inTwo: readonly (readonly [Expected, FakeAnswer])[] = [
  [{list: 'allpages', aplimit: '2', apcontinue: undefined}, some(rows.slice(0, 2), 'Kre_Mbaye')],
  [{aplimit: '2', apcontinue: 'Kre_Mbaye'}, some(rows.slice(2))],
];

describe('a list', () => {
  test('mwclient: test_list_continuation — goes on to its end', async () => {
    const fake = fakeWiki(inTwo);
    expect(await wikiOf(fake).allpages({limit: 2}).toArray()).toEqual(rows);
    fake.done();
  });

  test('mwclient: test_list_max_items — of so many items, no more are asked for', async () => {
    const fake = fakeWiki(inTwo.slice(0, 1));
    expect(await wikiOf(fake).allpages().take(2).toArray()).toEqual(rows.slice(0, 2));
    fake.done();
  });

  test('mwclient: test_list_max_items_continuation — so many in all, and so many at once', async () => {
    const fake = fakeWiki([[{aplimit: '1'}, some(rows.slice(0, 1), 'Kre_Mbaye')], [{aplimit: '1', apcontinue: 'Kre_Mbaye'}, some(rows.slice(1, 2), 'Kre_Blip')]]);
    expect(await wikiOf(fake).allpages({limit: 1}).take(2).toArray()).toEqual(rows.slice(0, 2));
    fake.done();
  });

  test('mwclient: test_list_with_str_return_value — one member of each item, by taking it', async () => {
    const titles: string[] = [];
    for await (const {title} of wikiOf(fakeWiki(inTwo)).allpages({limit: 2})) titles.push(title);
    expect(titles).toEqual(["Kre'fey", 'Kre-O', 'Kre-O Transformers']);
  });

  test('mwclient: test_list_with_tuple_return_value — several members, by taking them', async () => {
    const taken: [string, number][] = [];
    for await (const {title, ns} of wikiOf(fakeWiki(inTwo)).allpages({limit: 2})) taken.push([title, ns]);
    expect(taken).toEqual(rows.map(({title, ns}) => [title, ns]));
  });

  test.each([[{}], [{batchcomplete: true}], [{query: {}}], [{query: {allpages: []}}]])('mwclient: test_list_empty — %j has no items', async (answer) => {
    expect(await wikiOf(fakeWiki([[{}, answer]])).allpages().toArray()).toEqual([]);
  });

  // There it is an empty list.
  test('mwclient: test_list_invalid — one that the wiki does not have is refused', async () => {
    const none = {paraminfo: {modules: []}, warnings: [{code: 'badmodule', text: 'The module “query” does not have a submodule “allpagess”.'}]};
    const fake = fakeWiki([[{action: 'paraminfo', modules: 'query+allpagess'}, none]]);
    await expect(wikiOf(fake).list('allpagess').toArray()).rejects.toMatchObject({name: 'ApiError', code: 'badvalue', message: "This wiki has no module 'allpagess' among list=."});
    fake.done();
  });

  test('mwclient: test_nested_list — items that stand one deeper, of a module that only some wikis have', async () => {
    const entries = [{user: 'Dreamyjazz', action: 'users'}, {user: 'Dreamyjazz', action: 'ip'}];
    const fake = fakeWiki([
      [{action: 'paraminfo', modules: 'query+checkuserlog'}, {paraminfo: {modules: [{name: 'checkuserlog', group: 'list', prefix: 'cul', parameters: [{name: 'limit'}, {name: 'user'}]}]}}],
      [{list: 'checkuserlog', cullimit: 'max', culuser: 'Dreamyjazz'}, {query: {checkuserlog: {entries}}}],
    ]);
    expect(await wikiOf(fake).list('checkuserlog', {user: 'Dreamyjazz'}).toArray()).toEqual(entries);
    fake.done();
  });
});

describe('pages', () => {
  test('mwclient: test_generator_list — of any kind, each told by its namespace, and asked about as a page', async () => {
    const pages = [{pageid: 1, ns: 0, title: 'Cat'}, {pageid: 2, ns: 6, title: 'File:Cat.jpg'}, {pageid: 3, ns: 14, title: 'Category:Cats'}];
    const fake = fakeWiki([
      [{generator: 'allpages', gaplimit: 'max', prop: 'info'}, {query: {pages}}],
      [{prop: 'imageinfo', titles: 'File:Cat.jpg'}, {query: {pages: [{...pages[1], imageinfo: [{size: 7}]}]}}],
      [{list: 'categorymembers', cmtitle: 'Category:Cats'}, {query: {categorymembers: [{ns: 0, title: 'Cat'}]}}],
    ]);
    const wiki = wikiOf(fake);
    const [, file, category] = await wiki.generator('allpages', {}, {prop: 'info'}).toArray();
    expect([file?.ns, category?.ns]).toEqual([6, 14]);
    expect(await wiki.page(file?.title ?? '').imageinfo({prop: ['size']})).toEqual({size: 7});
    expect(await wiki.page(category?.title ?? '').categorymembers().toArray()).toEqual([{ns: 0, title: 'Cat'}]);
    fake.done();
  });

  test('mwclient: test_category — members of one namespace, or all', async () => {
    const drafts = [{ns: 118, title: 'Draft:Cat'}, {ns: 118, title: 'Draft:Dog'}];
    const all = [...drafts, {ns: 0, title: 'Hamster'}];
    const fake = fakeWiki([[{cmtitle: 'Category:Furry things', cmnamespace: '118'}, {query: {categorymembers: drafts}}], [{cmtitle: 'Category:Furry things', cmnamespace: undefined}, {query: {categorymembers: all}}]]);
    const category = wikiOf(fake).page('Category:Furry things');
    expect(await category.categorymembers({namespace: 118}).toArray()).toEqual(drafts);
    expect(await category.categorymembers().toArray()).toEqual(all);
    fake.done();
  });

  test('mwclient: test_pagelist — from here to there, by a prefix, by title, by number', async () => {
    const fake = fakeWiki([
      [{apfrom: 'Herring', apto: 'Marmalade', apprefix: undefined}, some([])],
      [{apprefix: 'Ham', apfrom: undefined}, some([])],
      [{titles: 'Category:Spreads', prop: 'info'}, {query: {pages: [{ns: 14, title: 'Category:Spreads', missing: true}]}}],
      [{pageids: '8052484', titles: undefined}, {query: {pages: [{pageid: 8052484, ns: 0, title: 'Impossible'}]}}],
    ]);
    const wiki = wikiOf(fake);
    await wiki.allpages({from: 'Herring', to: 'Marmalade'}).toArray();
    await wiki.allpages({prefix: 'Ham'}).toArray();
    expect(await wiki.page('Category:Spreads').info()).toMatchObject({ns: 14});
    expect((await wiki.pageById(8052484)).title).toBe('Impossible');
    fake.done();
  });

  test('mwclient: test_revisions_iterator — the history of a page, from a revision on', async () => {
    const revisions = [{revid: 5000, parentid: 4999, user: 'Bob', comment: 'an edit'}, {revid: 4999, parentid: 4998, user: 'Alice', comment: 'an earlier edit'}];
    const page = {pageid: 8052484, ns: 0, title: 'Impossible'};
    const fake = fakeWiki([[{prop: 'revisions', titles: 'Impossible', rvstartid: '5000', rvstart: undefined, rvlimit: 'max'}, {query: {pages: [{...page, revisions}]}}], [{}, {query: {pages: [page]}}]]);
    const impossible = wikiOf(fake).page('Impossible');
    expect(await impossible.revisions({startid: 5000}).toArray()).toEqual(revisions);
    expect(await impossible.revisions({startid: 1}).toArray()).toEqual([]);
    fake.done();
  });
});
