/** What makes no difference a second time: lists of pages, and one's own marks. */
import type {Params} from '../../../core/params.js';
import {type Action, asText, flag, listed, pages, type RulesOf, text, timestamp, words} from './action.js';
import {expiryRule} from './expiry.js';
import {reader, rowsReader, wrongPage} from './read.js';

const lists = ['titles', 'pageids', 'revids'];

/** @see https://www.mediawiki.org/wiki/API:Watch */
export const watch: Action = {
  rules: {...pages, title: text, expiry: expiryRule, unwatch: flag} satisfies RulesOf<'watch'>,
  one: [[...lists, 'title', 'generator']],
  target: targetOf('watch'),
  lists,
  token: 'watch',
  again: 'same',
  read: rowsReader('watch', wrongPage),
};

/** @see https://www.mediawiki.org/wiki/API:Purge */
export const purge: Action = {
  rules: {...pages, forcelinkupdate: flag, forcerecursivelinkupdate: flag} satisfies RulesOf<'purge'>,
  one: [[...lists, 'generator']],
  target: targetOf('purge'),
  lists,
  again: 'same',
  read: rowsReader('purge', (row) => wrongPage(row) ?? (row['missing'] === true ? {code: 'missingtitle', text: `There is no page “${asText(row['title'] ?? row['pageid'])}”.`} : undefined)),
};

/** @see https://www.mediawiki.org/wiki/API:Setnotificationtimestamp */
export const setnotificationtimestamp: Action = {
  rules: {...pages, entirewatchlist: flag, timestamp, torevid: [Number.isInteger, 'a revision’s number'], newerthanrevid: [Number.isInteger, 'a revision’s number']} satisfies RulesOf<'setnotificationtimestamp'>,
  one: [[...lists, 'generator', 'entirewatchlist']],
  target: targetOf('notifications'),
  lists,
  token: 'csrf',
  again: 'same',
  read: rowsReader('setnotificationtimestamp', wrongPage, ({notwatched}) => notwatched === true),
};

/** @see https://www.mediawiki.org/wiki/API:Clearhasmsg */
export const clearhasmsg: Action = {
  rules: {},
  target: () => 'clearhasmsg',
  again: 'same',
  read: reader('clearhasmsg'),
};

/** @see https://www.mediawiki.org/wiki/API:Stashedit */
export const stashedit: Action = {
  rules: {title: text, section: words, sectiontitle: words, text: words, stashedtexthash: text, summary: words, contentmodel: text, contentformat: text, baserevid: [Number.isInteger, 'a revision’s number']} satisfies RulesOf<'stashedit'>,
  one: [['title'], ['text', 'stashedtexthash'], ['contentmodel'], ['contentformat'], ['baserevid']],
  target: ({title}) => `stash ${asText(title)}`,
  token: 'csrf',
  again: 'same',
  read: reader('stashedit', ({status}) => status === 'ratelimited' || status === 'busy'),
};

function targetOf(what: string): (params: Params) => string {
  return (params) => `${what} ${asText(lists.map((name) => listed(params[name])[0]).find((first) => first !== undefined) ?? '')}`;
}
