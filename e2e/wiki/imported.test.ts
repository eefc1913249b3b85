import {afterAll, beforeAll, expect, test} from 'vitest';
import {startWiki, type TestWiki} from './index.js';

const page = (title: string, text: string): string =>
  `<page><title>${title}</title><ns>0</ns><revision><timestamp>2024-02-01T00:00:00Z</timestamp><contributor><username>Olga</username></contributor><model>wikitext</model><format>text/x-wiki</format><text xml:space="preserve">${text}</text></revision></page>`;

const dump = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">${page('Imported here', '[[Sandbox]] and [[Imported too]] [[Category:Imports]]')}${page('Imported too', 'Text')}</mediawiki>`;

let wiki: TestWiki;

beforeAll(async () => {
  wiki = await startWiki({dump});
});

afterAll(() => wiki?.stop());

interface Query {
  pages: {title: string; revisions?: {slots: {main: {content: string}}}[]}[];
  categorymembers?: object[];
  statistics?: object;
}

async function ask(params: Record<string, string>): Promise<Query> {
  const answer = await fetch(`${wiki.api}?${new URLSearchParams({action: 'query', format: 'json', formatversion: '2', ...params})}`);
  return ((await answer.json()) as {query: Query}).query;
}

test('a dump is there beside the seed, with its links and categories, and nothing is left to be done', async () => {
  const query = await ask({titles: 'Imported here|Main Page', prop: 'links|categories', meta: 'siteinfo', siprop: 'statistics', list: 'categorymembers', cmtitle: 'Category:Imports'});
  expect(query.pages).toMatchObject([{title: 'Main Page', pageid: 1}, {title: 'Imported here', links: [{title: 'Imported too'}, {title: 'Sandbox'}], categories: [{title: 'Category:Imports'}]}]);
  expect(query.categorymembers).toMatchObject([{title: 'Imported here'}]);
  expect(query.statistics).toMatchObject({jobs: 0});
});

test('a reset brings it back', async () => {
  const answer = await fetch(wiki.api, {method: 'POST', body: new URLSearchParams({action: 'edit', title: 'Imported too', text: 'Changed', token: '+\\', format: 'json'})});
  expect(await answer.json()).toMatchObject({edit: {result: 'Success'}});
  await wiki.reset();
  const query = await ask({titles: 'Imported too', prop: 'revisions', rvprop: 'content', rvslots: 'main'});
  expect(query.pages[0]?.revisions?.[0]?.slots.main.content).toBe('Text');
});
