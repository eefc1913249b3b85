/** A text that is not saved yet, against the revision it is to replace. */
import type {Params} from '../../core/params.js';
import {required} from '../../core/required.js';
import type {Session} from '../../core/session.js';
import {sectionText} from '../edit/new-section.js';
import {asStored} from '../edit/stored-text.js';
import {ask} from '../query/look-up.js';
import type {RevisionsAnswer} from '../revision.js';
import {askSides} from './ask-sides.js';
import type {Opened} from './diff-opening.js';
import type {OpenDiffOptions, UnsavedText} from './diff-request.js';
import {pageOf, type RevisionSide, sidesOf} from './diff-side.js';
import {existing, noPage, refuse} from './refusals.js';
import {type Place, placesOf, withSection} from './replace-section.js';

/** On a page that is not there yet, all is new. A section that is replaced is asked for at the same time. */
export async function unsaved(session: Session, {base, text, section, sectiontitle, pst}: UnsavedText, options: OpenDiffOptions): Promise<Opened> {
  const where: Params = 'fromrev' in base ? {revids: base.fromrev} : {titles: [base.page]};
  const replaces = section !== undefined && section !== 'new' ? section : undefined;
  // A section is put into the text, which must be there then.
  const both = await Promise.all([askSides(session, where, section === undefined ? options : {...options, texts: true}), replaces === undefined ? undefined : askSection(session, where, replaces, options)]);
  const [{pages, context}, found] = both;
  const from = 'fromrev' in base ? existing(sidesOf(pages), base.fromrev) : sidesOf(pages)[0];
  const asked = pages[0];
  if (!asked || asked.invalid || asked.special) throw await noPage(both[0], 'page' in base ? base.page : '');
  const page = from?.page ?? pageOf(asked);
  const contentmodel = from?.slots['main']?.contentmodel ?? page.contentmodel;
  const whole = section === undefined ? text : replaces === undefined ? withNew(from, text, sectiontitle) : await withReplaced(session, from, {section: replaces, text, found}, options);
  const tidy = asStored(whole);
  const saved = pst ? asStored(await transformed(session, tidy, page.title, contentmodel, options)) : tidy;
  const size = new TextEncoder().encode(saved).length;
  return {...context, from, to: {kind: 'unsaved', page, size, slots: {main: {contentmodel, size, text: saved}}}};
}

function withNew(from: RevisionSide | undefined, text: string, sectiontitle: string | undefined): string {
  const old = from ? textOf(from) : '';
  return old + sectionText({text, summary: undefined, sectiontitle: sectiontitle ?? ''}, {isEmpty: old.trim() === ''}).appendtext;
}

interface Section {
  readonly revid: number;
  readonly text: string | undefined;
}

/** The section as the wiki cuts it out of the newest revision, or of the one that is named. */
async function askSection(session: Session, where: Params, section: number | string, {signal}: OpenDiffOptions): Promise<Section | undefined> {
  const {query} = await ask<RevisionsAnswer>(session, {action: 'query', prop: 'revisions', rvprop: ['ids', 'content'], rvslots: 'main', rvsection: section, ...where}, {signal});
  const revision = query?.pages?.[0]?.revisions?.[0];
  const slot = revision?.slots?.main;
  return revision && {revid: revision.revid, text: slot?.nosuchsection ? undefined : slot?.content};
}

async function withReplaced(session: Session, from: RevisionSide | undefined, {section, text, found}: {readonly section: number | string; readonly text: string; readonly found: Section | undefined}, options: OpenDiffOptions): Promise<string> {
  const none = refuse('nosuchsection', `There is no section ${section}${from ? ` in revision ${from.revid}` : ', as there is no page'}.`);
  if (!from) throw none;
  const old = textOf(from);
  // Somebody saved between the two answers.
  const cut = found?.revid === from.revid ? found : await askSection(session, {revids: from.revid}, section, options);
  if (cut?.text === undefined) throw none;
  const places = placesOf(old, cut.text, section);
  const place = places.length > 1 ? await placeByNumber(session, from, old, places, section, options) : places[0];
  if (!place) throw none;
  return withSection(old, place, text);
}

function textOf({slots, revid, archived}: RevisionSide): string {
  const text = slots['main']?.text;
  if (text === undefined) throw refuse('texthidden', `The text of ${archived ? 'the deleted revision' : 'revision'} ${revid} is hidden.`);
  return text;
}

interface ParsedSections {
  readonly parse?: {readonly sections?: readonly {readonly index: string; readonly byteoffset?: number | null}[]};
}

/** Where a page says the same twice, its parser tells which of them it counts: by characters, whatever the name says. */
async function placeByNumber(session: Session, {revid}: RevisionSide, text: string, places: readonly Place[], section: number | string, {signal}: OpenDiffOptions): Promise<Place | undefined> {
  const {parse} = await session.get<ParsedSections>({action: 'parse', oldid: revid, prop: 'sections'}, {signal});
  const told = parse?.sections?.find(({index}) => index === String(section))?.byteoffset;
  return places.find(({start}) => Array.from(text.slice(0, start)).length === told);
}

/** @see https://www.mediawiki.org/wiki/API:Parsing_wikitext */
async function transformed(session: Session, text: string, title: string, contentmodel: string, {signal}: OpenDiffOptions): Promise<string> {
  const answer = await session.post<{parse?: {text?: string}}>({action: 'parse', onlypst: true, title, text, contentmodel}, {signal});
  return required(session.apiUrl, answer, 'parse', answer.parse).text ?? '';
}
