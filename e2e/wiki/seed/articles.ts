/** The encyclopedia: who wrote what about which invented place, in which steps. */
import {prng} from '../faults.js';
import {FLASHES, MATERIALS, NTH, PEOPLE, PIECES, PROSE, SHIPS, randomOf, type Random, type Topic} from './prose.js';
import {stamp, type SeedEvent} from './types.js';

const PLACES = {
  first: ['Hal', 'Brem', 'Ost', 'Skar', 'Linn', 'Wend', 'Torn', 'Mar', 'Ells', 'Grav', 'Kel', 'Ravn', 'Sund', 'Holt', 'Var', 'Fiske', 'Bor', 'Stav'],
  last: ['vik', 'holm', 'stad', 'mouth', 'wick', 'borg', 'haven', 'nes', 'ford', 'ey'],
};
const FIRST_NAMES = ['Johanna', 'Elias', 'Margarethe', 'Niklas', 'Sofie', 'Albrecht', 'Teresa', 'Magnus', 'Helene', 'Oskar'];
const LAST_NAMES = ['Lindqvist', 'Aurland', 'Berwald', 'Castberg', 'Dahlgren', 'Ekmann', 'Falkner', 'Gripen', 'Haller', 'Ingeborn'];

export interface Article {
  title: string;
  topic: Topic;
}

/** The titles, by topic: 22 lighthouses, 20 rivers, 24 towns, 20 composers, 14 bridges, 10 islands. */
export function articleTitles(): Article[] {
  const {shuffle} = randomOf(prng(1815));
  const places = shuffle(PLACES.first.flatMap((first) => PLACES.last.map((last) => first + last)));
  const next = (): string => places.pop() ?? 'Nowhere';
  const people = shuffle(FIRST_NAMES.flatMap((first) => LAST_NAMES.map((last) => `${first} ${last}`)));
  const make = (topic: Topic, count: number, title: () => string): Article[] => Array.from({length: count}, () => ({title: title(), topic}));
  return [
    ...make('town', 24, next),
    ...make('lighthouse', 22, () => `${next()} Lighthouse`),
    ...make('river', 20, () => `River ${next().replace(/(vik|holm|stad|mouth|wick|borg|haven|nes|ford|ey)$/, '')}`),
    ...make('composer', 20, () => people.pop() ?? 'Anonymous'),
    ...make('bridge', 14, () => `${next()} Bridge`),
    ...make('island', 10, () => `Isle of ${next()}`),
  ].filter((article, index, all) => all.findIndex((other) => other.title === article.title) === index);
}

/** Authors by weight; the addresses are of the ranges kept for documentation. */
const AUTHORS = ['Olga', 'Olga', 'Olga', 'Henrik', 'Henrik', 'Admin', 'Iris', 'Sol', 'Paula', 'Blair', 'Tove', 'Ulf', '192.0.2.44', '203.0.113.7'];

interface Draft {
  infobox: boolean;
  lead: string[];
  sections: {title: string; sentences: string[]; table?: string}[];
  seeAlso: string[];
  references: boolean;
  extra: string;
}

/** The history of one article: a stub that grows, with typos mended, vandalism and its reverts. */
export function articleHistory(article: Article, all: readonly Article[], index: number): SeedEvent[] {
  const random = randomOf(prng(7000 + index));
  const of = (topic: Topic): string => random.pick(all.filter((other) => other.topic === topic && other.title !== article.title)).title;
  const values = slots(article, random, of);
  const prose = PROSE[article.topic];
  const say = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.() ?? name);
  const draft: Draft = {infobox: false, lead: [say(prose.lead[0] ?? '')], sections: [], seeAlso: [], references: false, extra: ''};
  const facts = factsFor(article.topic, values);
  const events: SeedEvent[] = [];
  let time = Date.UTC(2022, random.int(0, 11), random.int(1, 28), random.int(6, 21), random.int(0, 59), index % 60);
  const save = (by: string, reason: string, minor = false): void => {
    const tags = by === 'Robin' ? ['proofread'] : [];
    events.push({do: 'revision', tags, at: stamp(new Date(time)), by, reason, title: article.title, text: render(draft, article, facts), minor});
    time += random.int(3, 60) * 86_400_000 + random.int(0, 80_000) * 1000;
  };
  const author = (): string => random.pick(AUTHORS);

  save(author(), 'new article');
  draft.lead = prose.lead.map(say);
  draft.infobox = true;
  save(author(), 'infobox, longer introduction');
  for (const title of random.shuffle(Object.keys(prose.sections)).slice(0, random.int(2, 4))) {
    const sentences = random.shuffle(prose.sections[title] ?? []).slice(0, random.int(3, 6)).map(say);
    const section = {title, sentences, ...(random.int(1, 3) === 1 && {table: table(random)})};
    draft.sections.push(section);
    if (random.int(1, 4) === 1) {
      const right = section.sentences[0] ?? '';
      section.sentences[0] = right.replace(/the/, 'teh');
      save(author(), `/* ${title} */ new section`);
      section.sentences[0] = right;
      save('Robin', 'typo', true);
    } else {
      save(author(), `/* ${title} */ new section`);
    }
  }
  if (random.int(1, 5) === 1) {
    draft.extra = 'HELLO I WAS HERE';
    save('198.51.100.23', '');
    draft.extra = '';
    save('Sol', 'Reverted edits by [[Special:Contributions/198.51.100.23|198.51.100.23]]', true);
  }
  draft.seeAlso = [of('town'), of(article.topic)];
  draft.references = true;
  save(author(), 'references, see also');
  return events;
}

/** These say the same in the text, in the infobox and in every revision; the others are new wherever they stand. */
const CONSTANT = ['town', 'town2', 'town3', 'river', 'year', 'early', 'height', 'length', 'area', 'area2', 'n2', 'people', 'works', 'flash', 'piece'];

function slots(article: Article, random: Random, of: (topic: Topic) => string): Record<string, () => string> {
  const all = freshSlots(article, random, of);
  for (const name of CONSTANT) {
    const draw = all[name];
    let value: string | undefined;
    if (draw) all[name] = () => (value ??= draw());
  }
  return all;
}

function freshSlots(article: Article, random: Random, of: (topic: Topic) => string): Record<string, () => string> {
  const number = (low: number, high: number) => (): string => String(random.int(low, high));
  const link = (topic: Topic) => (): string => `[[${of(topic)}]]`;
  const birth = random.int(1702, 1820);
  const death = birth + random.int(38, 84);
  const fixed = {name: article.title, birth: String(birth), death: String(death), year: String(random.int(1780, 1905))};
  return {
    ...Object.fromEntries(Object.entries(fixed).map(([name, value]) => [name, () => value])),
    early: number(1420, 1760), mid: number(1790, 1899), late: number(1921, 1998),
    few: number(3, 9), n: number(24, 180), n2: number(12, 60), low: number(6, 19), high: number(20, 32),
    height: number(14, 61), width: number(4, 12), steps: number(68, 240), seconds: number(5, 30), km: number(2, 14),
    length: number(31, 420), area: number(200, 4800), area2: number(18, 640), altitude: number(240, 1120),
    people: number(2100, 48000), many: number(3100, 68000), works: number(24, 180), money: number(150, 1900),
    town: link('town'), town2: link('town'), town3: link('town'), river: link('river'), bridge: link('bridge'),
    island: link('island'), lighthouse: link('lighthouse'), composer: link('composer'),
    ship: () => random.pick(SHIPS), piece: () => random.pick(PIECES), material: () => random.pick(MATERIALS),
    flash: () => random.pick(FLASHES), nth: () => random.pick(NTH), person: () => random.pick(PEOPLE),
  };
}

function factsFor(topic: Topic, values: Record<string, () => string>): Record<string, string> {
  const get = (name: string): string => values[name]?.() ?? '';
  switch (topic) {
    case 'lighthouse':
      return {location: get('town'), built: get('year'), height: `${get('height')} m`, light: get('flash'), image: 'Lighthouse at dusk.png'};
    case 'river':
      return {mouth: get('town'), length: `${get('length')} km`, basin: `${get('area')} km²`};
    case 'town':
      return {river: get('river'), population: get('people'), charter: get('early'), image: 'Map of the coast.svg'};
    case 'composer':
      return {born: get('birth'), died: get('death'), instrument: 'organ', works: get('works')};
    case 'bridge':
      return {crosses: get('river'), opened: get('year'), length: `${get('length')} m`};
    case 'island':
      return {mainland: get('town'), area: `${get('area2')} ha`, population: get('n2')};
  }
}

function table(random: Random): string {
  const rows = [1850, 1880, 1910, 1940, 1970, 2000].map((year) => `|-\n| ${year} || ${random.int(200, 9000)} || ${random.int(1, 99)} %`);
  return `{| class="wikitable sortable"\n|+ Figures by year\n! Year !! Count !! Share\n${rows.join('\n')}\n|}`;
}

function render(draft: Draft, article: Article, facts: Record<string, string>): string {
  const cite = (text: string, index: number): string =>
    draft.references && index % 3 === 1 ? `${text}<ref>{{Cite book|title=Notes on ${article.title}|year=${1900 + ((text.length * 7) % 99)}|page=${text.length}}}</ref>` : text;
  const blocks = [
    draft.infobox && `{{Infobox ${article.topic}\n| name = ${article.title}\n${Object.entries(facts).map(([name, value]) => `| ${name} = ${value}`).join('\n')}\n}}`,
    draft.lead.map(cite).join(' '),
    ...draft.sections.flatMap((section) => {
      // Two sentences to a paragraph: diffs and section edits then have something to hold on to.
      const paragraphs: string[] = [];
      section.sentences.map(cite).forEach((sentence, index) => (paragraphs[Math.floor(index / 2)] = [paragraphs[Math.floor(index / 2)], sentence].filter(Boolean).join(' ')));
      return [`== ${section.title} ==`, ...paragraphs, ...(section.table ? [section.table] : [])];
    }),
    draft.extra,
    ...(draft.seeAlso.length > 0 ? ['== See also ==', draft.seeAlso.map((title) => `* [[${title}]]`).join('\n')] : []),
    ...(draft.references ? ['== References ==', '<references />'] : []),
    `[[Category:${CATEGORY[article.topic]}]]`,
  ];
  return blocks.filter((block) => typeof block === 'string' && block !== '').join('\n\n').replace(/(== [^\n]* ==)\n\n/g, '$1\n');
}

const CATEGORY: Record<Topic, string> = {
  lighthouse: 'Lighthouses',
  river: 'Rivers',
  town: 'Towns',
  composer: 'Composers',
  bridge: 'Bridges',
  island: 'Islands',
};
