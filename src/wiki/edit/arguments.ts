/** What an edit may say: all is looked at before anything is sent. */
import {checkOptions, isFlag, isObject, type Rule, signalRule} from '../../core/check.js';
import {shown} from '../../core/shown.js';
import {expiryRule} from '../write/kinds/expiry.js';
import type {Edit, EditOptions} from './edit.js';
import {editedSectionRule} from './edited-section.js';

const text: Rule = [(value) => typeof value === 'string', 'a string'];
const flag: Rule = [isFlag, 'true or false'];
const revision: Rule = [(value) => Number.isInteger(value) && Number(value) > 0, 'a revision’s number'];
const timestamp: Rule = [(value) => typeof value === 'string' && /^(\d{14}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)$/.test(value), "a time such as '2026-01-31T12:00:00Z'"];

/** Each member has its rule, or this does not compile. */
const rules: Readonly<Record<keyof Edit, Rule>> = {
  text,
  appendtext: text,
  prependtext: text,
  undo: revision,
  undoafter: revision,
  summary: text,
  section: editedSectionRule,
  sectiontitle: text,
  baserevid: revision,
  createonly: flag,
  nocreate: flag,
  recreate: flag,
  redirect: flag,
  minor: flag,
  notminor: flag,
  bot: flag,
  tags: [(value) => Array.isArray(value) && value.every(text[0]), 'an array of tag names'],
  watchlist: [(value) => ['watch', 'unwatch', 'preferences', 'nochange'].includes(String(value)), "'watch', 'unwatch', 'preferences' or 'nochange'"],
  watchlistexpiry: expiryRule,
  contentmodel: text,
  contentformat: text,
  captchaid: text,
  captchaword: text,
  assertuser: text,
  starttimestamp: timestamp,
  basetimestamp: timestamp,
  returnto: text,
  returntoquery: text,
  returntoanchor: text,
};

/** @throws {TypeError} names the member, what was given and what is expected */
export function checkEdit(change: Edit, options: EditOptions): void {
  if (!isObject(change)) throw new TypeError(`edit: ${shown(change)} given, an object such as {text, summary: 'typo'} expected, or a function`);
  checkOptions(change, rules, 'member of an edit');
  checkOptions(options, optionRules);
  requireOneText(change);
  for (const [one, other, why] of exclusive) if (isGiven(change[one]) && isGiven(change[other])) throw new TypeError(`${one} and ${other} exclude each other: ${why}`);
  if (change.sectiontitle !== undefined && change.section !== 'new') throw new TypeError("sectiontitle: a new section’s heading; it goes with section: 'new'");
  if (change.section === 'new' && change.text === undefined) throw new TypeError("section: 'new' goes with text");
  if (change.undoafter !== undefined && change.undo === undefined) throw new TypeError('undoafter goes with undo, the newest of the revisions to undo');
  if (change.basetimestamp !== undefined && change.baserevid !== undefined) throw new TypeError('basetimestamp and baserevid exclude each other: with the time, the wiki overwrites later edits of the same user');
}

/**
 * What goes along with a function, or with a text that is given beside it.
 *
 * @throws {TypeError} names the member
 */
export function checkFields(fields: object, options: EditOptions): void {
  if (!isObject(fields)) throw new TypeError(`fields: ${shown(fields)} given, an object such as {summary: 'typo'} expected`);
  const own = notBeside.find((name) => (fields as Edit)[name] !== undefined);
  if (own !== undefined) throw new TypeError(`${own}: this makes the text itself, on the newest; {text, ${own}} goes into edit()`);
  if ((fields as Edit).section === 'new') throw new TypeError("section: 'new' given, a section’s number expected; newSection() adds one");
  checkEdit({...fields, text: ''}, options);
}

const notBeside = ['text', 'appendtext', 'prependtext', 'undo', 'undoafter', 'createonly', 'baserevid', 'basetimestamp'] as const;

function requireOneText({text, appendtext, prependtext, undo}: Edit): void {
  if (text === undefined && appendtext === undefined && prependtext === undefined && undo === undefined) {
    throw new TypeError("text: undefined given, a string expected; or appendtext, prependtext or undo");
  }
}

/** What a request cannot mean at once. */
const exclusive: readonly (readonly [keyof Edit, keyof Edit, string])[] = [
  ['text', 'appendtext', 'the text is the whole of it'],
  ['text', 'prependtext', 'the text is the whole of it'],
  ['undo', 'text', 'undoing makes the text'],
  ['undo', 'appendtext', 'undoing makes the text'],
  ['undo', 'prependtext', 'undoing makes the text'],
  ['undo', 'section', 'undoing is about the whole page'],
  ['baserevid', 'createonly', 'a new page has no base'],
  ['nocreate', 'createonly', 'it cannot both be there and not'],
  ['nocreate', 'recreate', 'it cannot both be there and not'],
  ['recreate', 'createonly', 'a new page is not made again'],
  ['minor', 'notminor', 'an edit is one or the other'],
  ['createonly', 'undo', 'a new page has nothing to undo'],
];

const isGiven = (value: unknown): boolean => value !== undefined && value !== false;

const optionRules: Readonly<Record<keyof EditOptions, Rule>> = {signal: signalRule, mark: flag};
