/**
 * Pages as an XML dump.
 *
 * @see https://www.mediawiki.org/wiki/Help:Export#Export_format
 */
import type {CorpusPage} from './pages.js';

const begin = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n';

/** The n-th revision of every page is n minutes after this. */
const firstDay = Date.UTC(2024, 1, 1);

export function dump(pages: readonly CorpusPage[]): string {
  return `${begin}${pages.map(page).join('')}</mediawiki>\n`;
}

const page = ({title, ns, texts}: CorpusPage): string => `<page><title>${escaped(title)}</title><ns>${ns}</ns>${texts.map(revision).join('')}</page>\n`;

function revision(text: string, index: number): string {
  const timestamp = new Date(firstDay + index * 60_000).toISOString().replace('.000', '');
  return `<revision><timestamp>${timestamp}</timestamp><contributor><username>Olga</username></contributor><comment>of the corpus</comment><model>wikitext</model><format>text/x-wiki</format><text xml:space="preserve">${escaped(text)}</text></revision>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
