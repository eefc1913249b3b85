/** Every way to edit a page, on the real wiki: what it holds afterwards, and what is told. */
import type {SavedEdit, Wiki} from 'wikilit';
import {as, nobody, refusal, requests} from './asking.js';
import {expect, newestRevision, test} from './fixtures.js';
import type {TestWiki} from './wiki/index.js';

const title = 'Sandbox';
const text = (wiki: TestWiki, of = title): Promise<string> => newestRevision(wiki.api, of).then((revision) => revision.text);

/** Another one of the same user: what one has read, the other has not. */
async function two(wiki: TestWiki): Promise<[Wiki, Wiki]> {
  return [await as(wiki, 'Olga'), await as(wiki, 'Henrik')];
}

test.describe('what is added', () => {
  test('below and above, each with its summary; a page that is not there is made', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    const page = olga.page(title);
    await page.edit({text: 'Middle.'});
    await page.append('\nBelow.', {summary: 'below', minor: true});
    await page.prepend('Above.\n', {summary: 'above'});
    expect(await newestRevision(wiki.api, title)).toMatchObject({text: 'Above.\nMiddle.\nBelow.', comment: 'above'});
    expect(await olga.page('Nowhere yet').append('First.', {summary: 'new'})).toMatchObject({outcome: 'saved', new: true});
    expect(await text(wiki, 'Nowhere yet')).toBe('First.');
    expect(await refusal(olga.page('Nowhere at all').append('x', {nocreate: true}))).toMatchObject({name: 'ApiError', code: 'missingtitle'});
    expect(await refusal(olga.page('Nowhere at all').touch())).toMatchObject({code: 'missingtitle'});
  });

  test('to a section; to what others have saved since the page was read', async ({wiki}) => {
    const [olga, henrik] = await two(wiki);
    const page = olga.page(title);
    await page.edit({text: 'Top.\n\n== One ==\na\n\n== Two ==\nb'});
    await page.append('\nmore', {section: 1});
    expect(await text(wiki)).toBe('Top.\n\n== One ==\na\nmore\n\n== Two ==\nb');
    await henrik.page(title).append('\nHenrik was here.');
    const saved = await page.append('\nOlga, too.');
    expect(saved).toMatchObject({outcome: 'saved'});
    expect(await text(wiki)).toMatch(/\nb\nHenrik was here\.\nOlga, too\.$/);
  });

  test('nothing: no revision', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    const before = await newestRevision(wiki.api, title);
    expect(await olga.page(title).touch()).toMatchObject({outcome: 'nochange'});
    expect(await olga.page(title).append('')).toMatchObject({outcome: 'nochange'});
    expect(await newestRevision(wiki.api, title)).toEqual(before);
  });
});

test.describe('a new section', () => {
  const sections: readonly (readonly [heading: string, text: string, summary?: string])[] = [
    ['A question', 'Why? ~~~~'],
    ['With [[Main Page|the \'\'main\'\' page]] and [[Oslo]]', 'Text.\n\n=== Sub ===\nmore  \n'],
    ['  Spaces  ', 'x', 'a summary of its own'],
    ['', 'Without a heading.', 'no heading'],
    ['<b>Bold</b> & {{x}}', '* a\n* b'],
  ];

  test('is what the wiki’s own would be: text and summary', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    for (const start of ['', 'Top.']) {
      const [ours, core] = [olga.page('Project:Ours'), olga.page('Project:Core')];
      for (const page of [ours, core]) await page.edit({text: start || 'x'});
      for (const [heading, words, summary] of sections) {
        await ours.newSection(heading, words, summary === undefined ? {} : {summary});
        await olga.post({action: 'edit', title: 'Project:Core', section: 'new', sectiontitle: heading, text: words, summary}, {token: 'csrf'});
        const [mine, theirs] = await Promise.all([newestRevision(wiki.api, ours.title), newestRevision(wiki.api, core.title)]);
        const undated = (words: string): string => words.replace(/\d\d:\d\d, \d+ \w+ \d{4}/g, 'now');
        expect(undated(mine.text)).toBe(undated(theirs.text));
        expect(mine.comment).toBe(theirs.comment);
      }
    }
  });

  test('on a page that is not there; headed by its summary', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    expect(await olga.page('New talk').newSection('Hello', 'x')).toMatchObject({new: true});
    expect(await newestRevision(wiki.api, 'New talk')).toMatchObject({text: '== Hello ==\n\nx', comment: '/* Hello */ new section'});
    await olga.page('New talk').edit({section: 'new', summary: 'Second', text: 'y'});
    expect(await newestRevision(wiki.api, 'New talk')).toMatchObject({text: '== Hello ==\n\nx\n\n== Second ==\n\ny', comment: '/* Second */ new section'});
  });

  test('of a page without sections is refused in the wiki’s words', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    await olga.page('User:Olga/x.css').create('a {}');
    expect(await refusal(olga.page('User:Olga/x.css').newSection('Hello', 'x'))).toMatchObject({name: 'ApiError', code: 'sectionsnotsupported', message: '“User:Olga/x.css” has no sections: it holds css, not wikitext.'});
  });
});

test.describe('a change by a function', () => {
  test('of the newest text, made again when somebody was faster, and never on what has it already', async ({wiki}) => {
    const [olga, henrik] = await two(wiki);
    await olga.page(title).edit({text: 'n = 0\nend'});
    const seen: string[] = [];
    const saved = await olga.page(title).edit(async (old) => {
      seen.push(old);
      if (seen.length === 1) await henrik.page(title).edit({text: 'n = 5\nend'});
      return old.replace(/\d+/, (number) => String(Number(number) + 1));
    }, {summary: 'count'});
    expect(seen).toEqual(['n = 0\nend', 'n = 5\nend']);
    expect(saved).toMatchObject({outcome: 'saved'});
    expect(await newestRevision(wiki.api, title)).toMatchObject({text: 'n = 6\nend', comment: 'count'});
  });

  test('with its own summary; nothing, or the same text, sends nothing', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    await olga.page(title).edit((old, {revid}) => ({text: `${old}!`, summary: `after ${revid}`, minor: true}));
    expect((await newestRevision(wiki.api, title)).comment).toMatch(/^after \d+$/);
    expect(await requests(wiki, async () => expect(await olga.page(title).edit(() => undefined)).toMatchObject({outcome: 'nochange'}))).toBe(1);
    expect(await requests(wiki, async () => expect(await olga.page(title).edit((old) => old)).toMatchObject({outcome: 'nochange'}))).toBe(1);
  });

  test('of a section; what the function throws is told, and a page that is missing', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    await olga.page(title).edit({text: '== One ==\na\n\n== Two ==\nb'});
    await olga.page(title).edit((old) => old.replace('b', 'c'), {section: 2});
    expect(await text(wiki)).toBe('== One ==\na\n\n== Two ==\nc');
    const wrong = (): never => {
      throw new RangeError('not like this');
    };
    expect(await refusal(olga.page(title).edit(wrong))).toMatchObject({name: 'RangeError'});
    expect(await refusal(olga.page(title).edit((() => 7) as never))).toMatchObject({name: 'TypeError', message: expect.stringMatching(/^edit: the function gave 7/)});
    expect(await refusal(olga.page('Nowhere').edit((old) => `${old}x`))).toMatchObject({code: 'missingtitle'});
  });
});

test.describe('other ways', () => {
  test('undone: one revision, and several; where later edits are in the way, refused', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    const page = olga.page(title);
    const revids: number[] = [];
    for (const words of ['one', 'two', 'three']) revids.push(Number((await page.edit({text: words})).newrevid));
    const [one, two = 0, three = 0] = revids;
    expect(await refusal(page.undo(two))).toMatchObject({code: 'undofailure'});
    await page.undo(three);
    expect(await newestRevision(wiki.api, title)).toMatchObject({text: 'two', comment: expect.stringContaining(String(three))});
    await page.undo(three, {undoafter: one, summary: 'back'}).catch(() => {});
    await page.edit({text: 'three'});
    await page.undo((await newestRevision(wiki.api, title)).revid, {undoafter: one, summary: 'back'});
    expect(await newestRevision(wiki.api, title)).toMatchObject({text: 'one', comment: 'back'});
  });

  test('created, only where there is nothing; made again where it was deleted', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    const admin = await as(wiki, 'Admin');
    const page = olga.page('A new one');
    expect(await page.create('first', {summary: 's'})).toMatchObject({new: true});
    expect(await refusal(olga.page('A new one').create('second'))).toMatchObject({name: 'EditConflictError', code: 'articleexists', mine: 'second', theirs: 'first', unsaved: {text: 'second'}});
    await admin.post({action: 'delete', title: 'A new one'}, {token: 'csrf'});
    expect(await refusal(page.edit({text: 'third'}))).toMatchObject({code: 'nosuchpageid', unsaved: {text: 'third'}});
    expect(await page.edit({text: 'fourth', recreate: true})).toMatchObject({outcome: 'saved', new: true});
    expect(await text(wiki, 'A new one')).toBe('fourth');
  });

  test('the page a redirect leads to', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    await olga.page('Target').edit({text: 'here'});
    await olga.page('Way').edit({text: '#REDIRECT [[Target]]'});
    expect(await olga.page('Way').append(' and there', {redirect: true})).toMatchObject({title: 'Target'});
    expect(await olga.page('Way').edit((old) => `${old}!`, {redirect: true})).toMatchObject({title: 'Target'});
    expect(await text(wiki, 'Target')).toBe('here and there!');
  });

  test('on a base of another page: told, not merged in silence', async ({wiki}) => {
    const [olga, henrik] = await two(wiki);
    const other = await olga.page('Other').edit({text: 'other'});
    await henrik.page(title).edit({text: 'theirs'});
    expect(await refusal(olga.page(title).edit({text: 'mine', baserevid: other.newrevid}))).toMatchObject({code: 'nosuchrevid', message: expect.stringContaining('is of “Other”')});
    expect(await text(wiki)).toBe('theirs');
  });

  test('a section that is not there, in the wiki’s words', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    expect(await refusal(olga.page(title).edit({text: 'x', section: 99}))).toMatchObject({name: 'ApiError', code: 'nosuchsection', unsaved: {text: 'x'}});
  });

  test('a section that somebody has taken away meanwhile: a conflict', async ({wiki}) => {
    const [olga, henrik] = await two(wiki);
    await olga.page(title).edit({text: '== A ==\na\n\n== B ==\nb'});
    const page = olga.page(title);
    await page.text();
    await henrik.page(title).edit({text: '== A ==\na'});
    const told = {name: 'EditConflictError', code: 'nosuchsection', base: '== B ==\nb', theirs: undefined, conflict: {theirUser: 'Henrik'}};
    expect(await refusal(page.edit({text: '== B ==\nmine', section: 2}))).toMatchObject({...told, mine: '== B ==\nmine'});
    expect(await refusal(page.edit((old) => `${old}\nmine`, {section: 2}))).toMatchObject({...told, mine: '== B ==\nb\nmine'});
    expect(await text(wiki)).toBe('== A ==\na');
  });

  test('a mark in the summary, for those who share an account', async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    await olga.page(title).append('\nx', {summary: 'bot'}, {mark: true});
    expect((await newestRevision(wiki.api, title)).comment).toMatch(/^bot \[[a-z0-9]{6}\]$/);
  });

  test('as nobody, where that is meant', async ({wiki}) => {
    const somebody = nobody(wiki);
    expect(await refusal(somebody.page(title).append('x'))).toMatchObject({name: 'LoginError'});
  });
});

test('edits of one page made at once are saved one after the other, in their order; a text made on what was read before is no overwriting', async ({wiki}) => {
  const olga = await as(wiki, 'Olga');
  const page = olga.page(title);
  await page.edit({text: 'Start.'});
  const all: Promise<SavedEdit>[] = ['a', 'b', 'c', 'd'].map((letter) => page.append(`\n${letter}`));
  const revids = (await Promise.all(all)).map(({newrevid}) => newrevid);
  expect(revids).toEqual([...revids].sort((one, other) => Number(one) - Number(other)));
  expect(await text(wiki)).toBe('Start.\na\nb\nc\nd');
  await page.text();
  const [first, second] = await Promise.all([page.edit({text: 'first'}), refusal(page.edit({text: 'second'}))]);
  expect(first).toMatchObject({outcome: 'saved'});
  expect(second).toMatchObject({name: 'EditConflictError', theirs: 'first'});
});
