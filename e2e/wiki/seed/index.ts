/** Everything the test wiki has in it, in the order in which it happened. Fixed: no clock, no chance. */
import {articleHistory, articleTitles, type Article} from './articles.js';
import {LANGUAGE_PAGES} from './languages.js';
import {peopleEvents} from './people.js';
import {FILTERS, INTERWIKI, MESSAGES, PROJECT, TAGS, TEMPLATES} from './site.js';
import {stateEvents} from './states.js';
import type {SeedData, SeedEvent} from './types.js';

export function seedData(): SeedData {
  const articles = articleTitles();
  const first = (topic: Article['topic']): string => articles.find((article) => article.topic === topic)?.title ?? 'Sandbox';
  const events: SeedEvent[] = [
    ...pages(TEMPLATES, 'Admin', '20190305100000'),
    ...pages(MESSAGES, 'Iris', '20190306100000'),
    ...pages(PROJECT, 'Admin', '20190307100000'),
    ...articles.flatMap((article, index) => articleHistory(article, articles, index)),
    ...Object.entries(LANGUAGE_PAGES).flatMap(([title, texts]) =>
      texts.map((text, index): SeedEvent => ({do: 'revision', at: `2024021${index}120000`, by: index === 0 ? 'Olga' : 'Henrik', title, text, reason: index === 0 ? 'new page' : 'more'})),
    ),
    ...peopleEvents(first('town'), first('lighthouse')),
    ...stateEvents(),
  ];
  // Stable, so that what happens in one second happens in the order written.
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {events, filters: FILTERS, tags: TAGS, interwiki: INTERWIKI};
}

function pages(texts: Record<string, string>, by: string, at: string): SeedEvent[] {
  return Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([title, text]) => ({do: 'revision', at, by, title, text, reason: 'set up'}));
}
