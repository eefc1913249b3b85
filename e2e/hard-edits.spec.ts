/** Edits that are hard to know again, and edits that could overwrite what somebody else has saved. */
import type {EditOptions, Page, SavedEdit, Wiki} from 'wikilit';
import {as, refusal} from './asking.js';
import {expect, newestRevision, test} from './fixtures.js';
import {losses} from './write-losses.js';
import {loggedIn} from './write-proof.js';
import type {TestWiki} from './wiki/index.js';

const title = 'Sandbox';
const start = 'one\n\ntwo';
const text = (wiki: TestWiki, of = title): Promise<string> => newestRevision(wiki.api, of).then((revision) => revision.text);

interface Row {
  readonly of?: string;
  readonly start?: string;
  readonly told: 'saved' | 'unknown';
  write(page: Page, options?: EditOptions): Promise<SavedEdit>;
}

const rows: Readonly<Record<string, Row>> = {
  'a signature alone, with a summary': {told: 'saved', write: (page) => page.append('\n~~~~', {summary: 'signed'})},
  'a signature alone': {told: 'unknown', write: (page) => page.append('\n~~~~')},
  'a template alone, with a summary': {told: 'saved', write: (page) => page.append('\n\n{{subst:PAGENAME}} ~~~~', {summary: 'Welcome!'})},
  'a function that adds a signature': {told: 'saved', write: (page) => page.edit((old) => `${old}\n~~~~`, {summary: 'signed'})},
  'a section without words': {told: 'saved', write: (page) => page.newSection('☺', '~~~~')},
  'a section with a heading that is cut in the summary': {told: 'saved', write: (page) => page.newSection('long '.repeat(110), 'text')},
  'JSON, which the wiki lays out anew': {of: 'User:Olga/list.json', start: '[1]', told: 'saved', write: (page) => page.edit((old) => JSON.stringify([...(JSON.parse(old) as number[]), 2]), {summary: 'two'})},
  'half an emoji, a control character': {told: 'saved', write: (page) => page.append(`\n${'Great 😀'.slice(0, 7)} a\u0001b`, {summary: 'Great 😀'.slice(0, 7)})},
  'a signature where some tags keep it': {told: 'saved', write: (page) => page.append('\n<ref>Source ~~~~</ref> and words', {summary: 'ref'})},
  'a text with a control character': {told: 'saved', write: (page) => page.edit({text: 'a\u0001b', summary: 's'})},
};

for (const [name, {of = title, start: from = start, told, write}] of Object.entries(rows)) {
  test(`its answer is lost, and it is there once: ${name}`, async ({wiki}) => {
    const olga = await as(wiki, 'Olga');
    const {newrevid = 0} = await olga.page(of).edit({text: from});
    const door = await wiki.door();
    const page = (await loggedIn(wiki, 'Olga', door.api)).page(of);
    door.setFaults({seed: 1, rules: [{action: 'edit', nth: 1, fault: {type: 'dropAfter'}}]});
    const outcome = await write(page).then(
      ({outcome, recovered}) => (recovered ? outcome : `${outcome}, and not recovered`),
      (error: Error) => (error.name === 'OutcomeUnknownError' ? 'unknown' : error.name),
    );
    door.setFaults(undefined);
    const since = (await olga.page(of).revisions({prop: 'ids'}).toArray()).filter(({revid}) => revid > newrevid);
    expect({outcome, times: since.length}).toEqual({outcome: told, times: 1});
    await door.close();
  });
}

test.describe('nobody is overwritten', () => {
  const both = async (wiki: TestWiki): Promise<[Wiki, Wiki]> => [await as(wiki, 'Olga'), await as(wiki, 'Henrik')];

  test('a text that was read, an addition, and then the text: what came between is in the way', async ({wiki}) => {
    const [olga, henrik] = await both(wiki);
    await olga.page(title).edit({text: start});
    const page = olga.page(title);
    const read = await page.text();
    await henrik.page(title).append('\n\nHenrik');
    await page.append('\n\nadded');
    await page.edit({text: read.replace('one', 'ONE')});
    expect(await text(wiki)).toBe('ONE\n\ntwo\n\nHenrik\n\nadded');
    expect(await refusal(page.edit({text: read.replace('two', 'TWO\n\nand more')}))).toMatchObject({name: 'EditConflictError'});
  });

  const sections = '== A ==\na\n\n== B ==\nb\n\n== C ==\nc';

  test('a section’s number is of the text that was read', async ({wiki}) => {
    const [olga, henrik] = await both(wiki);
    await olga.page(title).edit({text: sections});
    const page = olga.page(title);
    await page.text();
    await henrik.page(title).edit((old) => `== New ==\nnew\n\n${old}`);
    await page.append('\nfor B', {section: 2});
    expect(await text(wiki)).toBe(`== New ==\nnew\n\n${sections.replace('\nb\n', '\nb\nfor B\n')}`);
  });

  test('a section that somebody changes while a function works on it is a conflict, whatever its number is by then', async ({wiki}) => {
    const [olga, henrik] = await both(wiki);
    await olga.page(title).edit({text: sections});
    const changed = `== New ==\nnew\n\n${sections.replace('\nb\n', '\nHenrik\n')}`;
    const editing = olga.page(title).edit(async (old) => {
      await henrik.page(title).edit({text: changed});
      return old.replace('b', 'bee');
    }, {section: 2});
    expect(await refusal(editing)).toMatchObject({name: 'EditConflictError'});
    expect(await text(wiki)).toBe(changed);
  });

  test('by way of a redirect, too; and the redirect itself stays what it is', async ({wiki}) => {
    const [olga, henrik] = await both(wiki);
    await olga.page('Target').edit({text: 'target'});
    await olga.page('Way').edit({text: '#REDIRECT [[Target]]'});
    const page = olga.page('Way');
    await page.edit({text: 'mine 1', redirect: true});
    await henrik.page('Target').edit({text: 'Henrik'});
    expect(await refusal(page.edit({text: 'mine 2', redirect: true}))).toMatchObject({name: 'EditConflictError', theirs: 'Henrik'});
    await page.edit({text: '#REDIRECT [[Main Page]]'});
    expect([await text(wiki, 'Target'), await text(wiki, 'Way')]).toEqual(['Henrik', '#REDIRECT [[Main Page]]']);
    await olga.page('Leads on').edit({text: '#REDIRECT [[Not there yet]]'});
    await olga.page('Leads on').append('there now', {redirect: true});
    expect([await text(wiki, 'Leads on'), await text(wiki, 'Not there yet')]).toEqual(['#REDIRECT [[Not there yet]]', 'there now']);
  });
});

test('a page that was made and deleted before it was looked for is not made again', async ({wiki}) => {
  const admin = await as(wiki, 'Admin');
  const door = await wiki.door();
  const olga = await loggedIn(wiki, 'Olga', door.api);
  door.setFaults({seed: 1, rules: [{action: 'edit', nth: 1, fault: {type: 'dropAfter'}}, {action: 'query', fault: {type: 'delay', ms: 1500}}]});
  const making = refusal(olga.page('Made once').create('text', {summary: 's'}));
  await expect.poll(() => admin.page('Made once').exists(), {intervals: [20]}).toBe(true);
  await admin.delete({title: 'Made once', reason: 'no'});
  expect(await making).toMatchObject({name: 'OutcomeUnknownError', unsaved: {text: 'text'}});
  expect(await admin.page('Made once').exists()).toBe(false);
  await door.close();
});

test('an undoing that never arrived is not taken for an edit that names the number', async ({wiki}) => {
  const door = await wiki.door();
  const page = (await loggedIn(wiki, 'Olga', door.api)).page(title);
  const elsewhere = await as(wiki, 'Olga');
  await elsewhere.page(title).edit({text: 'good'});
  const {newrevid = 0} = await elsewhere.page(title).edit({text: 'bad'});
  await page.text();
  await elsewhere.page('Talk:Sandbox').append('x');
  await elsewhere.page(title).append(' and worse', {summary: `see revision ${newrevid} and ISBN 978${newrevid}42`});
  door.setFaults({seed: 1, rules: [{action: 'edit', nth: 1, fault: {type: 'dropBefore'}}]});
  expect(await refusal(page.undo(newrevid))).toMatchObject({name: 'OutcomeUnknownError', cause: {code: 'undofailure'}});
  expect(await text(wiki)).toBe('bad and worse');
  await door.close();
});

test('a function that never ends is given up with the signal, and the page is free', async ({wiki}) => {
  const page = (await as(wiki, 'Olga')).page(title);
  const controller = new AbortController();
  const hanging = refusal(page.edit(() => (setTimeout(() => controller.abort(), 50), new Promise<string>(() => {})), {}, {signal: controller.signal}));
  expect(await hanging).toMatchObject({name: 'AbortError'});
  expect(await page.append('\nfree')).toMatchObject({outcome: 'saved'});
});

test('in the order they were asked, whatever they are', async ({wiki}) => {
  const olga = await as(wiki, 'Olga');
  await olga.page(title).edit({text: 'start'});
  const page = olga.page(title);
  await Promise.all([page.edit((old) => `${old}\nA`), page.append('\nB'), page.edit((old) => `${old}\nC`), page.newSection('D', 'd'), page.append('\nE'), page.prepend('F\n')]);
  expect(await text(wiki)).toBe('F\nstart\nA\nB\nC\n\n== D ==\n\nd\nE');
});

test('a bad network, and edits of every kind on one page, all at once: each is there once', async ({wiki}) => {
  const door = await wiki.door();
  const olga = await loggedIn(wiki, 'Olga', door.api);
  const page = olga.page('Project:Mixed');
  await page.create('start');
  door.setFaults({seed: 5, rules: losses});
  const told = await Promise.all(
    Array.from({length: 12}, (_, nth) => {
      const line = `line ${nth}.`;
      return nth % 3 === 0 ? page.append(`\n${line}`, {summary: 'log'}) : nth % 3 === 1 ? page.edit((old) => `${old}\n${line}`, {summary: 'log'}) : page.newSection(`Section ${nth}`, line);
    }),
  );
  door.setFaults(undefined);
  expect(told.map(({outcome}) => outcome)).toEqual(told.map(() => 'saved'));
  const lines = (await text(wiki, 'Project:Mixed')).split('\n').filter((line) => line.startsWith('line '));
  expect(lines).toEqual(Array.from({length: 12}, (_, nth) => `line ${nth}.`));
  await door.close();
});
