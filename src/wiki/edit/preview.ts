/**
 * What an edit will look like, asked as MediaWiki's own live preview does (`mediawiki.page.preview`): parsed, and not saved.
 *
 * @see https://www.mediawiki.org/wiki/API:Parsing_wikitext
 */
import {checkOptions, isObject, isText, type Rule, signalRule} from '../../core/check.js';
import type {Params} from '../../core/params.js';
import {required} from '../../core/required.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import type {Parsed} from '../actions/parse.js';
import {editedSectionRule} from './edited-section.js';
import {type Needs, needsOf} from '../content-needs.js';
import {nameForPreview} from './preview-name.js';

/** An edit, as it would be saved. */
export interface PreviewedEdit {
  readonly title: string;
  /** Of the page, or of its section alone. */
  readonly text: string;
  /** The section the text is of; `new` for one more. */
  readonly section?: number | string | undefined;
  /** The heading of a new section. */
  readonly sectiontitle?: string | undefined;
  readonly summary?: string | undefined;
  /** Of the text; for the wiki, else, that of the title. */
  readonly contentmodel?: string | undefined;
  /** What it is shown in; without one, the wiki names no modules of a skin. */
  readonly useskin?: string | undefined;
  /** Of a language that is written in several ways, e.g. `sr-el`. */
  readonly variant?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** All of it is the wiki's HTML: never put it anywhere but through `components/html.ts`. */
export interface Preview extends Needs {
  readonly html: string;
  /** HTML. */
  readonly displaytitle: string;
  /** HTML; empty where there are no categories. */
  readonly categorieshtml: string;
  /** HTML; empty without a summary. */
  readonly parsedsummary: string;
  /** What the parser warns of, as HTML. */
  readonly warnings: readonly string[];
  readonly sections: NonNullable<Parsed['sections']>;
}

/**
 * Parses the text as it would be saved, with signatures and substitutions made. Nothing is saved. Who would get a
 * temporary account has its name reserved, once, where the text is signed.
 *
 * @throws {ApiError} `invalidtitle`, `contenttoobig`, `concurrency-limit`, …
 * @throws {TypeError} names the argument, before anything is sent
 * @throws the signal's reason
 */
export async function previewEdit(session: Session, edit: PreviewedEdit): Promise<Preview> {
  check(edit);
  const {title, text, section, useskin, contentmodel, variant, signal} = edit;
  await nameForPreview(session, text, signal);
  const parsed = await ask(session, {
    title,
    text,
    ...summaryOf(edit),
    contentmodel,
    useskin,
    variant,
    prop: ['text', 'displaytitle', 'modules', 'jsconfigvars', 'categorieshtml', 'parsewarningshtml', 'sections'],
    pst: true,
    preview: true,
    // The number of a section is not sent: of the text, which is that section alone, the wiki would take another.
    sectionpreview: section !== undefined,
    disableeditsection: true,
  }, signal);
  return {
    html: parsed.text ?? '',
    displaytitle: parsed.displaytitle ?? '',
    ...needsOf(parsed),
    categorieshtml: textOf(parsed['categorieshtml']),
    parsedsummary: textOf(parsed['parsedsummary']),
    warnings: Array.isArray(parsed['parsewarningshtml']) ? parsed['parsewarningshtml'].map(textOf) : [],
    sections: parsed.sections ?? [],
  };
}

/**
 * The summary alone, as the history will show it: nothing is parsed but that.
 *
 * @returns HTML; empty without a summary
 * @throws as {@link previewEdit} does
 */
export async function previewSummary(session: Session, edit: Omit<PreviewedEdit, 'text'>): Promise<string> {
  check({...edit, text: ''});
  // With an empty `prop` the wiki parses nothing of the page.
  const parsed = await ask(session, {title: edit.title, ...summaryOf(edit), prop: ''}, edit.signal);
  return textOf(parsed['parsedsummary']);
}

/** Each member has its rule, or this does not compile. */
const rules: Readonly<Record<keyof PreviewedEdit, Rule>> = {
  title: [isText, 'a title'],
  text: [(value) => typeof value === 'string', 'a string'],
  section: editedSectionRule,
  sectiontitle: [(value) => typeof value === 'string', 'a string'],
  summary: [(value) => typeof value === 'string', 'a string'],
  contentmodel: [isText, "a model such as 'wikitext'"],
  useskin: [isText, "a skin’s name such as 'vector-2022'"],
  variant: [isText, "a language code such as 'sr-el'"],
  signal: signalRule,
};

function check(edit: PreviewedEdit): void {
  if (!isObject(edit)) throw new TypeError(`edit: ${shown(edit)} given, an object such as {title, text} expected`);
  checkOptions(edit, rules, 'member of a preview');
  for (const name of ['title', 'text'] as const) if (edit[name] === undefined) throw new TypeError(`${name}: undefined given, ${rules[name][1]} expected`);
  if (edit.sectiontitle !== undefined && edit.section !== 'new') throw new TypeError("sectiontitle: a new section’s heading; it goes with section: 'new'");
}

/** As saving takes it: a new section's heading is the summary where none is given, and without a heading it is more text. */
function summaryOf({section, sectiontitle, summary}: Omit<PreviewedEdit, 'text'>): Params {
  const heading = section === 'new' ? (sectiontitle ?? summary ?? '').trim() : '';
  if (!heading) return {summary};
  return {section: 'new', sectiontitle: heading, summary: sectiontitle === undefined ? undefined : summary};
}

async function ask(session: Session, params: Params, signal: AbortSignal | undefined): Promise<Parsed> {
  const {pageOrigin} = session.settings;
  const isFree = pageOrigin === undefined || new URL(session.apiUrl).origin === pageOrigin;
  // So a farm of several data centres lets the nearest answer. From another site it would cost a preflight, which asks the far one.
  const headers = isFree ? {'promise-non-write-api-action': 'true'} : undefined;
  const answer = await session.post<{parse?: Parsed}>({action: 'parse', errorformat: 'html', ...params}, {signal, headers});
  return required(session.apiUrl, answer, 'parse', answer.parse);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
