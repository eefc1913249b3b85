/** The corpus of the benchmarks as pages: about an invented county, always the same. Pure: no clock, no chance. */
import {prng} from '../../wiki/index.js';

export interface CorpusPage {
  readonly title: string;
  readonly ns: number;
  /** Oldest first. */
  readonly texts: readonly string[];
}

/** How much of everything there is. */
export interface CorpusSize {
  readonly articles: number;
  /** Links of an article in its text; its template adds one. */
  readonly links: number;
  readonly categories: number;
  /** Of the one page with a history. */
  readonly revisions: number;
}

const corpusSize: CorpusSize = {articles: 2_200, links: 15, categories: 4, revisions: 600};

/** The page everybody edited. */
export const historyTitle = 'Chronicle of the county';

const template = 'Corpus place';
/** Each article is in so many of them. */
const categoryCount = 60;
const seed = 2026;

/** A fresh list each time; equal for equal sizes. */
export function corpusPages(size: CorpusSize = corpusSize): CorpusPage[] {
  const next = prng(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const titles = articleTitles(size);
  const articles = titles.map((title, index) => ({title, ns: 0, texts: [article(index, titles, size, below)]}));
  const history = Array.from({length: size.revisions}, (_, index) => `The chronicle has ${index + 1} entries. ${sentence(below)}\n`);
  return [
    {title: `Template:${template}`, ns: 10, texts: ["{| class=\"infobox\"\n! {{PAGENAME}}\n|-\n| Parish || {{{parish|}}}\n|-\n| Founded || {{{founded|}}}\n|-\n| See || [[Chronicle of the county]]\n|}"]},
    ...Array.from({length: categoryCount}, (_, index) => ({title: `Category:${category(index)}`, ns: 14, texts: [`Places of the parish, ${index + 1} of ${categoryCount}.`]})),
    ...articles,
    {title: historyTitle, ns: 0, texts: history},
  ];
}

/** Titles of the articles, as the wiki writes them. */
export function articleTitles({articles}: Pick<CorpusSize, 'articles'> = corpusSize): string[] {
  return Array.from({length: articles}, (_, index) => `${kinds[index % kinds.length]} of ${names[(index * 7) % names.length]} (${String(index).padStart(4, '0')})`);
}

function article(index: number, titles: readonly string[], {links, categories}: CorpusSize, below: (limit: number) => number): string {
  const others = new Set<string>();
  while (others.size < Math.min(links, titles.length - 1)) {
    const other = titles[below(titles.length)] as string;
    if (other !== titles[index]) others.add(other);
  }
  const paragraphs = Array.from(others, (other) => `${sentence(below)} It can be seen from the [[${other}]]. ${sentence(below)}`);
  const kept = Array.from({length: categories}, (_, place) => `[[Category:${category((index * 13 + place * 17) % categoryCount)}]]`);
  return [
    `{{${template}|parish=${names[index % names.length]}|founded=${1500 + below(450)}}}`,
    `'''${titles[index]}''' is a place of the county. ${sentence(below)}`,
    ...paragraphs.map((text, place) => (place % 5 === 0 ? `== ${headings[(place / 5) % headings.length]} ==\n${text}` : text)),
    kept.join('\n'),
  ].join('\n\n');
}

const category = (index: number): string => `Corpus parish ${String(index + 1).padStart(2, '0')}`;

const sentence = (below: (limit: number) => number): string =>
  `${subjects[below(subjects.length)]} ${verbs[below(verbs.length)]} ${objects[below(objects.length)]} in ${1550 + below(400)}, ${ends[below(ends.length)]}.`;

const kinds = ['Lighthouse', 'Mill', 'Bridge', 'Chapel', 'Harbour', 'Orchard', 'Ferry', 'Quarry', 'School', 'Weir', 'Tower'];
const names = ['Ålvik', 'Brennow', 'Cassel Hythe', 'Dunmarrow', 'Eastry', 'Fjordby', 'Garrane', 'Høyland', 'Innisfold', 'Jarvisk', 'Kelmscar', 'Löwenau', 'Marrick'];
const headings = ['History', 'Buildings', 'Today'];
const subjects = ['The parish council', 'A guild of millers', 'The last keeper', 'Its first teacher', 'The widow of the ferryman', 'The bishop’s surveyor'];
const verbs = ['rebuilt', 'sold', 'measured', 'described', 'flooded', 'roofed', 'lost'];
const objects = ['the lower gate', 'two of the barns', 'the old weighing house', 'a stretch of the towpath', 'the clock of the west gable', 'three cottages by the slipway'];
const ends = ['as the ledgers of the estate tell', 'to the surprise of the harbour master', 'for the sum of forty crowns', 'which the neighbours never forgave', 'after the great storm'];
