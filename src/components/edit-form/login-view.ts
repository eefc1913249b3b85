/** Logging in again, inside the form. Loaded when it is needed. */
import {html, type TemplateResult} from 'lit';
import type {Texts} from '../../i18n/messages.js';
import type {Wiki} from '../../wiki/wiki.js';
import '../login/login.js';
import {stop} from '../stop.js';
import type {Saver} from './saver.js';

export interface LoginPlace {
  readonly wiki: Wiki | string | undefined;
  readonly theme: 'auto' | 'dark' | 'light' | undefined;
  readonly messages: Texts;
  readonly saver?: Saver | undefined;
}

/**
 * Who was logged in must be the one who logs in: what was typed is theirs.
 *
 * @returns undefined where nobody can log in so
 */
export function renderLogin({wiki, theme, messages, saver}: LoginPlace, onLoggedIn: () => void): TemplateResult | undefined {
  // A temporary account has no password.
  if (typeof wiki !== 'object' || wiki.session.settings.auth !== 'cookies' || saver?.opening.user.temp) return undefined;
  // Where nothing was read yet, who should have read it.
  const {name = '', anon = false} = saver?.opening.user ?? {name: wiki.session.user};
  const user = anon ? '' : name;
  // The form around it saves by Ctrl+Enter, and takes what is typed for the text.
  return html`<wiki-login .wiki=${wiki} .username=${user} .sameUser=${user !== ''} .stay=${true} .theme=${theme} .messages=${messages} @wiki-logged-in=${onLoggedIn} @keydown=${stop} @input=${stop}><span slot="heading" hidden></span></wiki-login>`;
}
