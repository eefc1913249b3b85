/** What changes a page, but for `edit` itself; loaded when it is called. Each is a method of {@link Page} under its name. */
import {isObject} from '../core/check.js';
import {lazily, once} from '../core/lazily.js';
import type {Params} from '../core/params.js';
import {shown} from '../core/shown.js';
import {editOrTransform, editPage} from './edit/edit-page.js';
import type {Page} from './page.js';
import type {PageWrites} from './page-methods.js';
import type {ActionName, WriteOptions} from './write/actions.js';

/** The functions here, each by the name of its method. */
type Writes<Name extends keyof PageWrites> = (page: Page, ...given: Parameters<PageWrites[Name]>) => ReturnType<PageWrites[Name]>;

export const edit = (page: Page, ...given: readonly unknown[]): ReturnType<PageWrites['edit']> => editOrTransform(page.session, page.title, page['memory'], given);

export const append: Writes<'append'> = (page, text, fields, options = {}) => editPage(page.session, page.title, page['memory'], {...fieldsOf(fields), appendtext: textOf(text)}, options);

export const prepend: Writes<'prepend'> = (page, text, fields, options = {}) => editPage(page.session, page.title, page['memory'], {...fieldsOf(fields), prependtext: textOf(text)}, options);

export const newSection: Writes<'newSection'> = (page, heading, text, fields, options = {}) => {
  if (typeof heading !== 'string') throw new TypeError(`heading: ${shown(heading)} given, a string expected`);
  return editPage(page.session, page.title, page['memory'], {...fieldsOf(fields, 'section'), section: 'new', sectiontitle: heading, text: textOf(text)}, options);
};

export const create: Writes<'create'> = (page, text, fields, options = {}) => editPage(page.session, page.title, page['memory'], {...fieldsOf(fields, 'section'), text: textOf(text), createonly: true}, options);

export const undo: Writes<'undo'> = (page, undone, fields, options = {}) => editPage(page.session, page.title, page['memory'], {...fieldsOf(fields), undo: undone}, options);

/** An edit that adds nothing: the page and what depends on it are made anew. */
export const touch: Writes<'touch'> = (page, options = {}) => editPage(page.session, page.title, {}, {appendtext: '', nocreate: true}, options);

/** Of a file: see {@link uploadTo}. */
export const upload: Writes<'upload'> = async ({session, title}, file, params, options) => (await lazily(() => import('./upload/page-upload.js'))).uploadTo(session, title, file, params, options);

export const move: Writes<'move'> = (page, to, params, options) => act(page, 'move', {...params, from: page.title, to}, options);

const deletePage: Writes<'delete'> = (page, params, options) => act(page, 'delete', {...params, title: page.title}, options);
export {deletePage as delete};

export const undelete: Writes<'undelete'> = (page, params, options) => act(page, 'undelete', {...params, title: page.title}, options);

export const protect: Writes<'protect'> = (page, params, options) => act(page, 'protect', {...(params as Params), title: page.title}, options);

export const rollback: Writes<'rollback'> = (page, user, params, options) => act(page, 'rollback', {...params, title: page.title, user}, options);

export const watch: Writes<'watch'> = (page, params, options) => act(page, 'watch', {...params, titles: [page.title]}, options);

export const unwatch: Writes<'unwatch'> = (page, params, options) => act(page, 'watch', {...params, titles: [page.title], unwatch: true}, options);

export const purge: Writes<'purge'> = (page, params, options) => act(page, 'purge', {...params, titles: [page.title]}, options);

export const changecontentmodel: Writes<'changecontentmodel'> = (page, model, params, options) => act(page, 'changecontentmodel', {...params, title: page.title, model}, options);

export const setpagelanguage: Writes<'setpagelanguage'> = (page, lang, params, options) => act(page, 'setpagelanguage', {...params, title: page.title, lang}, options);

export const filerevert: Writes<'filerevert'> = (page, archivename, params, options) => act(page, 'filerevert', {...params, filename: page.title.slice(page.title.indexOf(':') + 1), archivename}, options);

export const imagerotate: Writes<'imagerotate'> = (page, rotation, params, options) => act(page, 'imagerotate', {...params, titles: [page.title], rotation}, options);

const actions = once(() => import('./write/actions.js'));

/** Of a list of one page, what became of that one. */
async function act<Result>(page: Page, name: ActionName, params: Params, options: WriteOptions | undefined): Promise<Result> {
  const {[name]: rows, ...result} = await (await actions()).act(page.session, name, params, options);
  const [row] = Array.isArray(rows) ? (rows as readonly object[]) : [];
  return (row ? {...row, outcome: result.outcome, ...(result.recovered && {recovered: true})} : result) as Result;
}

function fieldsOf(fields: object = {}, not?: string): object {
  if (!isObject(fields)) throw new TypeError(`fields: ${shown(fields)} given, an object such as {summary: 'typo'} expected`);
  if (not !== undefined && not in fields) throw new TypeError(`${not}: this is about the page as a whole`);
  return fields;
}

function textOf(text: unknown): string {
  if (typeof text !== 'string') throw new TypeError(`text: ${shown(text)} given, a string expected`);
  return text;
}
