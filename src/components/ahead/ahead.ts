/** Asks for the text of a page while the form's code is on its way. Without Lit: it is there long before the form is. */
import {isText} from '../../core/check.js';
import {shown} from '../../core/shown.js';
import {askAhead as ask} from '../../wiki/edit/ahead.js';
import type {OpenEditOptions} from '../../wiki/edit/opening.js';
import {wikiHere} from '../../wiki/here.js';
import type {Wiki} from '../../wiki/wiki.js';
import {wikiMessageKeys} from '../edit-form/keys.js';

/** As the form's attributes. */
export interface AskAheadOptions extends Pick<OpenEditOptions, 'section' | 'preload' | 'preloadparams' | 'editintro'> {
  /** The object the form will have; default: the wiki whose page this is, as with the form. */
  readonly wiki?: Wiki | undefined;
}

/**
 * Asks the wiki what a `<wiki-edit-form>` for this page will ask. The next form for it opens with the answer, if it is there
 * within half a minute; what the wiki refuses is shown in it.
 *
 *     askAhead('Sandbox');
 *     await import('wikilit/components/edit-form.js');
 *
 * @param page - its title, as in the form's `page`
 * @throws {TypeError} no title, a wrong option, or no wiki whose page this is
 */
export function askAhead(page: string, options: AskAheadOptions = {}): void {
  if (!isText(page)) throw new TypeError(`page: ${shown(page)} given, a page’s title expected`);
  const {wiki = wikiHere(), ...rest} = options;
  if (!wiki.session) throw new TypeError(`wiki: ${shown(wiki)} given, a Wiki expected`);
  ask(wiki.session, page, {...rest, messages: wikiMessageKeys});
}
