/** What changes a page, but for `edit` itself; loaded when it is called. Each is a method of {@link Page} under its name. */
import {shown} from '../core/shown.js';
import {editPage} from './edit/edit.js';
import type {Page} from './page.js';
import type {PageWrites} from './page-methods.js';
import {uploadTo} from './upload/page-upload.js';

/** The functions here, each by the name of its method. */
type Writes<Name extends keyof PageWrites> = (page: Page, ...given: Parameters<PageWrites[Name]>) => ReturnType<PageWrites[Name]>;

export const append: Writes<'append'> = (page, text, fields, options = {}) => editPage(page.session, page.title, page['memory'], {...fields, appendtext: textOf(text)}, options);

export const prepend: Writes<'prepend'> = (page, text, fields, options = {}) => editPage(page.session, page.title, page['memory'], {...fields, prependtext: textOf(text)}, options);

export const newSection: Writes<'newSection'> = (page, heading, text, fields, options = {}) => {
  if (typeof heading !== 'string') throw new TypeError(`heading: ${shown(heading)} given, a string expected`);
  return editPage(page.session, page.title, page['memory'], {...fields, section: 'new', sectiontitle: heading, text: textOf(text)}, options);
};

export const create: Writes<'create'> = (page, text, fields, options = {}) => editPage(page.session, page.title, page['memory'], {...fields, text: textOf(text), createonly: true}, options);

export const undo: Writes<'undo'> = (page, undone, fields, options = {}) => editPage(page.session, page.title, page['memory'], {...fields, undo: undone}, options);

/** An edit that adds nothing: the page and what depends on it are made anew. */
export const touch: Writes<'touch'> = (page, options = {}) => editPage(page.session, page.title, {}, {appendtext: '', nocreate: true}, options);

/** Of a file: see {@link uploadTo}. */
export const upload: Writes<'upload'> = ({session, title}, file, params, options) => uploadTo(session, title, file, params, options);

function textOf(text: unknown): string {
  if (typeof text !== 'string') throw new TypeError(`text: ${shown(text)} given, a string expected`);
  return text;
}
