/** What the test wiki says of pairs of texts, in each of its engines' dialects. */
import {at, visitorAs, Visitor} from '../wiki/visitor.js';
import {users, type TestWiki} from '../wiki/index.js';
import type {RecordedDiff} from '../../src/diff/read/recorded.fixtures.js';
import type {DiffPair} from './pairs.js';

/** Languages whose line numbers look unlike English ones: other digits, other separators, none. */
const languages = ['ar', 'my', 'fr', 'qqx'];
const localised = 'lineNumbers';

/** Imports the pairs, each as a page with two revisions, and asks for their differences. */
export async function diffAnswers(wiki: TestWiki, pairs: readonly DiffPair[]): Promise<Record<string, RecordedDiff>> {
  const admin = await visitorAs(wiki.api, users.Admin);
  const imported = await admin.write({action: 'import', xml: new Blob([dump(pairs)]), interwikiprefix: 'w', assignknownusers: true});
  if (at(imported.body, 'import') === undefined) throw new Error(`The pairs were not imported: ${JSON.stringify(imported.body).slice(0, 400)}`);
  const php = await wiki.door({scenario: 'phpdiff'});
  const [own, other] = [new Visitor(wiki.api), new Visitor(php.api)];
  const answers: Record<string, RecordedDiff> = {};
  for (const pair of pairs) {
    const [from, to] = await revisions(wiki, title(pair));
    const body = async (visitor: Visitor, more: Record<string, string>): Promise<string> =>
      String(at((await visitor.get({action: 'compare', fromrev: from.revid, torev: to.revid, prop: 'diff', ...more})).body, 'compare', 'body'));
    const rest = (await (await fetch(`${wiki.rest}/v1/revision/${from.revid}/compare/${to.revid}`)).json()) as RecordedDiff['rest'];
    answers[pair.name] = {
      texts: {from: from.text, to: to.text},
      // Numbers of revisions are those of one wiki.
      rest: {...rest, from: {...rest.from, id: 1}, to: {...rest.to, id: 2}},
      table: await body(own, {}),
      inline: await body(own, {difftype: 'inline'}),
      php: await body(other, {}),
      ...(pair.name === localised && {
        languages: Object.fromEntries(await Promise.all(languages.map(async (uselang) => [uselang, {table: await body(own, {uselang}), inline: await body(own, {uselang, difftype: 'inline'}), php: await body(other, {uselang})}] as const))),
      }),
    };
  }
  await php.close();
  return answers;
}

/** A pair to a line, so that a change of one is seen as that. */
export const fixtureText = (answers: Readonly<Record<string, RecordedDiff>>): string =>
  `{\n${Object.entries(answers).map(([name, answer]) => `${JSON.stringify(name)}: ${JSON.stringify(answer)}`).join(',\n')}\n}\n`;

/** The pages have names of their own, or the wiki takes the model from the name. */
const title = ({name}: DiffPair): string => `Diff of ${name}`;

interface Revision {
  readonly revid: number;
  /** As it is stored: api.php answers with nothing but composed characters (NFC). */
  readonly text: string;
}

async function revisions(wiki: TestWiki, titles: string): Promise<[from: Revision, to: Revision]> {
  const {body} = await new Visitor(wiki.api).get({action: 'query', prop: 'revisions', titles, rvprop: 'ids', rvlimit: 5, rvdir: 'newer'});
  const all = await Promise.all(
    (at(body, 'query', 'pages', 0, 'revisions') as {revid: number}[]).map(async ({revid}) => ({revid, text: await (await fetch(`${wiki.origin}/w/index.php?action=raw&oldid=${revid}`)).text()})),
  );
  const [from, to] = all;
  if (!from || !to) throw new Error(`${titles} has not two revisions`);
  return [from, to];
}

/** Imported texts stay as they are, where saved ones lose blanks at their end and other normal forms. */
function dump(pairs: readonly DiffPair[]): string {
  const pages = pairs.map((pair) => `<page><title>${escaped(title(pair))}</title><ns>0</ns>${[pair.from, pair.to].map((text, index) => revision(text, index, pair.model)).join('')}</page>`);
  return `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">${pages.join('')}</mediawiki>`;
}

const revision = (text: string, index: number, model = 'wikitext'): string =>
  `<revision><timestamp>2024-02-01T00:0${index}:00Z</timestamp><contributor><username>Olga</username></contributor><model>${model}</model><text xml:space="preserve">${escaped(text)}</text></revision>`;

const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
