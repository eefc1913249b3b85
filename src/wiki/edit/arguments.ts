/** What an edit may say: all is looked at before anything is sent. */
import {checkOptions, isFlag, type Rule, signalRule} from '../../core/check.js';
import {shown} from '../../core/shown.js';
import type {Edit, EditOptions} from './edit.js';
import {editedSectionRule} from './edited-section.js';

const text: Rule = [(value) => typeof value === 'string', 'a string'];
const flag: Rule = [isFlag, 'true or false'];

/** Each member has its rule, or this does not compile. */
const rules: Readonly<Record<keyof Edit, Rule>> = {
  text,
  summary: text,
  section: editedSectionRule,
  sectiontitle: text,
  baserevid: [(value) => Number.isInteger(value) && Number(value) > 0, 'a revision’s number'],
  createonly: flag,
  minor: flag,
  notminor: flag,
  bot: flag,
  tags: [(value) => Array.isArray(value) && value.every(text[0]), 'an array of tag names'],
  watchlist: [(value) => ['watch', 'unwatch', 'preferences', 'nochange'].includes(String(value)), "'watch', 'unwatch', 'preferences' or 'nochange'"],
  watchlistexpiry: text,
  contentmodel: text,
  contentformat: text,
  captchaid: text,
  captchaword: text,
};

/** @throws {TypeError} names the member, what was given and what is expected */
export function checkEdit(change: Edit, options: EditOptions): void {
  if (typeof change !== 'object' || change === null) throw new TypeError("edit: an object such as {text, summary: 'typo'} expected");
  checkOptions(change, rules, 'member of an edit');
  if (typeof change.text !== 'string') throw new TypeError(`text: ${shown(change.text)} given, ${text[1]} expected`);
  if (change.baserevid !== undefined && change.createonly) throw new TypeError('baserevid and createonly exclude each other: a new page has no base');
  if (change.sectiontitle !== undefined && change.section !== 'new') throw new TypeError("sectiontitle: a new section’s heading; it goes with section: 'new'");
  checkOptions(options, {signal: signalRule});
}
