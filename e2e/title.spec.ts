/** Titles, against what the real wiki makes of each. */
import fc from 'fast-check';
import type {Wiki} from 'wikilit';
import {siteFacts} from '../src/wiki/site.js';
import type {SiteFacts} from '../src/wiki/site-facts.js';
import {parseTitle} from '../src/wiki/title.js';
import {titleProblem} from '../src/wiki/title-problem.js';
import {expect, test, wikiFromNode} from './fixtures.js';
import {hostileTitles} from './hostile-titles.js';

/** What becomes of a title; undefined: refused. */
type Made = {readonly ns?: number; readonly title: string; readonly interwiki?: string} | undefined;

interface Answer {
  readonly query?: {
    readonly pages?: readonly {readonly ns: number; readonly title: string; readonly invalid?: boolean}[];
    readonly interwiki?: readonly {readonly title: string; readonly iw: string}[];
  };
}

async function byWiki(wiki: Wiki, title: string): Promise<Made> {
  const {query} = await wiki.get<Answer>({action: 'query', titles: [title]});
  const other = query?.interwiki?.[0];
  if (other) return {title: other.title, interwiki: other.iw};
  const page = query?.pages?.[0];
  return page && !page.invalid ? {ns: page.ns, title: page.title} : undefined;
}

function byUs(text: string, facts: SiteFacts): Made {
  try {
    const {ns, title, interwiki} = parseTitle(text, facts);
    return interwiki === undefined ? {ns, title} : {title, interwiki};
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return undefined;
  }
}

/** Side by side, so that all that differ are told at once. */
async function compare(wiki: Wiki, titles: readonly string[]): Promise<void> {
  const facts = await siteFacts(wiki.session, {interwiki: true});
  const theirs: unknown[] = [];
  const ours: unknown[] = [];
  for (const text of new Set(titles)) {
    const made = await byWiki(wiki, text);
    theirs.push([text, made]);
    ours.push([text, byUs(text, facts)]);
    // What is refused without knowing the wiki must be refused by it.
    if (made && titleProblem(text) !== undefined) ours.push([text, `${titleProblem(text)}, says titleProblem`]);
  }
  expect(ours).toEqual(theirs);
}

test('hostile titles: the same as the wiki makes of them', async ({wiki}) => {
  test.slow(); // a request for each
  expect(new Set(hostileTitles).size).toBeGreaterThan(500);
  await compare(wikiFromNode(wiki.api), hostileTitles);
});

test('random titles: the same as the wiki makes of them', async ({wiki}) => {
  test.slow(); // a request for each
  const piece = fc.oneof(
    fc.constantFrom(':', '::', '#', '/', '.', '..', '_', ' ', '%', '&', ';', '&amp;', '&#', '~~', '~~~', 'User', 'user talk', 'Talk', 'File', 'Special', 'mw', 'Image', '::1', '1.2.3.4', 'ß', 'ǆ', 'é', '\u200E', '\u00A0', '\u0301'),
    fc.string({maxLength: 4}),
    fc.string({maxLength: 4, unit: 'grapheme'}),
  );
  const title = fc.array(piece, {minLength: 1, maxLength: 6}).map((pieces) => pieces.join(''));
  // Always the same in a short run, so that it finds today what it found yesterday; others in a long one.
  const runs = Number(process.env['WIKILIT_RUNS'] ?? 0);
  const known = fc.sample(title, runs > 0 ? {numRuns: runs * 5} : {numRuns: 600, seed: 7}).filter((text) => !isOnlyTheWikis(text));
  expect(known.length).toBeGreaterThan(400);
  await compare(wikiFromNode(wiki.api), known);
});

test('every letter that has capitals: as the wiki begins a title with it', async ({wiki}) => {
  interface Normalized {
    readonly query: {readonly normalized?: readonly {readonly from: string; readonly to: string}[]};
  }
  const client = wikiFromNode(wiki.api);
  const facts = await siteFacts(client.session);
  const points = Array.from({length: 0x20000 - 0x80}, (_, place) => 0x80 + place).filter((point) => point < 0xd800 || point > 0xdfff);
  const letters = points.map((point) => String.fromCodePoint(point)).filter((letter) => /\p{Cased}|\p{Changes_When_Titlecased}/u.test(letter) && letter.normalize('NFC') === letter);
  expect(letters.length).toBeGreaterThan(2000);
  const different: string[] = [];
  for (let start = 0; start < letters.length; start += 50) {
    const titles = letters.slice(start, start + 50).map((letter) => `${letter}x`);
    const {query} = await client.get<Normalized>({action: 'query', titles});
    const made = new Map(query.normalized?.map(({from, to}) => [from, to]));
    for (const title of titles) {
      const theirs = made.get(title) ?? title;
      const ours = parseTitle(title, facts).title;
      // JavaScript may know capitals that this PHP does not know yet.
      if (ours !== theirs && theirs !== title) different.push(`${title}: ${theirs}, not ${ours}`);
    }
  }
  expect(different).toEqual([]);
});

/** Names of special pages, names of characters, and letters that are newer than the wiki’s PHP. */
const isOnlyTheWikis = (text: string): boolean => /special/i.test(text) || /&[a-z0-9]+;/i.test(text.replace(/&amp;/g, '')) || text.includes('\u001F');

test('addresses are those the wiki gives', async ({wiki}) => {
  interface Urls {
    readonly query: {
      readonly pages?: readonly {readonly fullurl: string; readonly editurl: string}[];
      readonly interwiki?: readonly {readonly url: string}[];
    };
  }
  const client = wikiFromNode(wiki.api);
  const facts = await siteFacts(client.session, {interwiki: true});
  const made = hostileTitles.map((text) => byUs(text, facts)).filter((made) => made && (made.ns ?? 0) >= 0);
  for (const {title} of made as {title: string}[]) {
    // A letter may need more bytes as a capital, and then nobody can ask for the page.
    if (!byUs(title, facts)) continue;
    const {query} = await client.get<Urls>({action: 'query', prop: 'info', inprop: 'url', iwurl: true, titles: [title]});
    const [theirs = '', edit] = query.interwiki ? [query.interwiki[0]?.url] : [query.pages?.[0]?.fullurl, query.pages?.[0]?.editurl];
    const ours = parseTitle(title, facts);
    expect(ours.url(), title).toBe(new URL(theirs).href);
    if (edit !== undefined) expect(ours.url({action: 'edit'}), title).toBe(new URL(edit).href);
  }
});
