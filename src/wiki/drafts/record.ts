/** What somebody has typed and not saved, as it is kept in this browser. Never a token or a password. */
import {isFlag, isObject, isText, type Rule} from '../../core/check.js';
import {shown} from '../../core/shown.js';
import {editedSectionRule} from '../edit/edited-section.js';

/** Who may see it again. */
export interface DraftOwner {
  /** The address of the wiki's api.php. */
  readonly wiki: string;
  /** By name, temporary accounts as well. Undefined for who is not logged in: an address changes, so all of them share one place in this browser. */
  readonly user: string | undefined;
}

export interface DraftPlace extends DraftOwner {
  /** As the wiki writes it. */
  readonly title: string;
  /** By its number, or `new`; undefined for the whole page. */
  readonly section: string | undefined;
}

export interface DraftRecord extends DraftPlace {
  /** Each opening of a form has its own, so that no two overwrite each other. */
  readonly id: string;
  /** By it the page is found again when it was renamed. */
  readonly pageid: number | undefined;
  /** The words of the section's heading: by them it is found again when sections were put in before it. */
  readonly heading: string | undefined;
  /** What the user started from; undefined for a new page. */
  readonly base: DraftBase | undefined;
  readonly text: string;
  /** The heading of a new section. */
  readonly subject: string;
  readonly summary: string;
  readonly minor: boolean;
  readonly watch: boolean;
  /** When the last key was pressed, in milliseconds since 1970. */
  readonly at: number;
}

/** A revision with its text, or with that of the section. */
export interface DraftBase {
  readonly revid: number;
  readonly text: string;
}

/** @throws {TypeError} names the member that is wrong. @returns the members of a draft alone, whatever else is on it */
export function asDraft(given: DraftRecord): DraftRecord {
  if (!isObject(given)) throw new TypeError(`draft: ${shown(given)} given, an object expected`);
  for (const [name, [test, expected]] of allRules) {
    const value = (given as unknown as Record<string, unknown>)[name];
    // What was typed is nobody's business in a log.
    if (!test(value)) throw new TypeError(`draft.${name}: ${typeof value === 'string' ? 'a string' : shown(value)} given, ${expected} expected`);
  }
  const {wiki, user, title, section, id, pageid, heading, base, text, subject, summary, minor, watch, at} = given;
  return {wiki, user, title, section, id, pageid, heading, base: base && {revid: base.revid, text: base.text}, text, subject, summary, minor, watch, at};
}

/** What is in the store may have been written by anybody. */
export const isDraft = (value: unknown): value is DraftRecord => isObject(value) && allRules.every(([name, [test]]) => test((value as Record<string, unknown>)[name]));

/** After this time nobody comes back for it. */
const keptForDays = 30;

/** Also what comes from the future: it was kept while the clock was wrong. */
export const isOld = (at: number): boolean => Math.abs(Date.now() - at) > keptForDays * 86_400_000;

/** All drafts of one owner stand together in the store. */
export const keyOf = ({wiki, user, title, section, id}: DraftPlace & Pick<DraftRecord, 'id'>): readonly string[] => [...ownerKey({wiki, user}), title, section ?? '', id];

/** No user has an empty name. */
export const ownerKey = ({wiki, user}: DraftOwner): readonly string[] => [wiki, user ?? ''];

const isString = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const optional = ([test, expected]: Rule): Rule => [(value) => value === undefined || test(value), `${expected} or undefined`];
const isBase = (value: unknown): boolean => isObject(value) && 'revid' in value && isNumber(value.revid) && 'text' in value && isString(value.text);

const rules: Readonly<Record<keyof DraftRecord, Rule>> = {
  wiki: [isText, 'the address of an api.php'],
  user: optional([isText, 'a name']),
  title: [isText, 'a title'],
  section: optional(editedSectionRule),
  id: [isText, 'an id'],
  pageid: optional([isNumber, 'a number']),
  heading: optional([isString, 'a string']),
  base: optional([isBase, '{revid, text}']),
  text: [isString, 'a string'],
  subject: [isString, 'a string'],
  summary: [isString, 'a string'],
  minor: [isFlag, 'true or false'],
  watch: [isFlag, 'true or false'],
  at: [isNumber, 'a time in milliseconds'],
};

const allRules = Object.entries(rules);
