/** Shows a refusal in the wiki's words, with what can be done next. */
import {html, type nothing, type TemplateResult} from 'lit';
import {type Captcha, type Conflict, isApiError} from '../../../core/errors.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import {button, choices} from '../../choices.js';
import {message, type MessageKind} from '../../message.js';
import {hintOf, renderHint} from '../../hint.js';
import {textsOf} from '../../words.js';
import {renderLogin} from '../login-loading.js';
import type {LoginPlace} from '../login-view.js';
import type {Refusal, RefusalState} from '../refusal.js';
import {renderCaptcha} from './captcha-view.js';
import {renderConflict} from './conflict-view.js';
import {Merging} from './merging.js';
import {alone} from './said-alone.js';
import type {WaysOut} from './ways-out.js';

export interface RefusalPlace extends LoginPlace {
  readonly apiUrl: string;
  readonly scriptUrl: string;
  /** Who edits. */
  readonly user: string;
  /** Undefined: the whole page is edited. */
  readonly section: string | undefined;
  readonly onContinue: () => void;
  readonly onWholePage: () => void;
  /** Reads the page again; what was typed stands beside it. */
  readonly onRetry: () => void;
  /** What the tools have to offer. */
  readonly more: TemplateResult | typeof nothing | undefined;
}

/** What the form adds to the wiki's words: the next step. */
const advice: Partial<Record<RefusalState, string>> = {
  'abuse-warning': 'wikilit-advice-warning',
  'abuse-disallowed': 'wikilit-advice-change',
  spam: 'wikilit-advice-change',
  'too-big': 'wikilit-advice-change',
  'bad-json': 'wikilit-advice-change',
  refused: 'wikilit-advice-refused',
  'title-blacklist': 'wikilit-advice-copy',
  ratelimited: 'wikilit-advice-wait',
  'wiki-readonly': 'wikilit-advice-wait',
  loggedout: 'wikilit-advice-login',
  network: 'wikilit-advice-again',
  deleted: 'wikilit-advice-deleted',
  blocked: 'wikilit-advice-copy',
  protected: 'wikilit-advice-copy',
};

const kinds: Partial<Record<RefusalState, MessageKind>> = {captcha: 'notice', 'abuse-warning': 'warning', ratelimited: 'warning', 'wiki-readonly': 'warning', deleted: 'warning', unknown: 'warning', loggedout: 'warning'};

/** What was chosen stays chosen while the form is drawn again. */
const merging = new WeakMap<Refusal, Merging>();

function mergingOf(refusal: Refusal, conflict: Conflict): Merging {
  const known = merging.get(refusal) ?? new Merging(conflict);
  merging.set(refusal, known);
  return known;
}

/** The focus goes here, unless there is a field to fill in. */
export function renderRefusal(refusal: Refusal, place: RefusalPlace, actions: WaysOut, msg: Msg): TemplateResult {
  const shown = body(refusal, place, actions, msg);
  return refusal.state === 'conflict' || refusal.state === 'loggedout' ? html`<div>${shown}</div>` : html`<div id="refusal" role="alert" tabindex="-1">${shown}</div>`;
}

function body(refusal: Refusal, place: RefusalPlace, actions: WaysOut, msg: Msg): TemplateResult | typeof nothing {
  const {apiUrl, scriptUrl, section, user, onWholePage} = place;
  const {state, error, checked, checkError, again = false, word = ''} = refusal;
  const kind = kinds[state] ?? 'error';
  switch (state) {
    case 'conflict': {
      const {conflict} = error as {conflict: Conflict};
      return renderConflict({conflict, merging: mergingOf(refusal, conflict), user, section, onWholePage}, actions, msg);
    }
    case 'captcha': {
      const {captcha} = error as {captcha: Captcha};
      return message(kind, renderCaptcha({captcha, again, word, apiUrl, onContinue: place.onContinue}, actions.onCaptchaWord, msg));
    }
    case 'unknown': {
      const text = msg(checked === 'not found' ? 'wikilit-unknown-no-trace' : checked === 'failed' ? 'wikilit-unknown-unchecked' : 'wikilit-unknown');
      const reasons = checked === 'failed' ? textsOf(checkError) : [];
      return message(kind, paragraphs([text, ...reasons]), choices(button(msg(checked === 'checking' ? 'wikilit-checking' : 'wikilit-check'), () => void actions.onCheck())));
    }
    case 'deleted':
      return message(kind, words(refusal, msg), choices(button(msg('wikilit-recreate'), actions.onRecreate)));
    case 'loggedout':
      return message(kind, alone(words(refusal, msg)), renderLogin(place, actions.onSaveAgain) ?? html`<p><a class="link" href="${scriptUrl}?title=Special:UserLogin" target="_blank" rel="noopener">${msg('login')}</a></p>`);
    case 'refused': {
      const [label, onClick, next] = anew(error, place) ?? ['wikilit-continue-on-wiki', place.onContinue];
      return message(kind, words(refusal, msg, next), choices(button(msg(label), onClick)));
    }
    default:
      return message(kind, words(refusal, msg), place.more);
  }
}

/** Where no text that is typed into this form could be saved: what is open is not what the page has. */
function anew(error: unknown, {onRetry, onWholePage}: RefusalPlace): readonly [label: string, onClick: () => void, advice?: string] | undefined {
  if (isApiError(error, 'contentmodel-mismatch')) return ['wikilit-open-again', onRetry, 'wikilit-advice-open-again'];
  return isApiError(error, 'sectionsnotsupported') || isApiError(error, 'nosuchsection') ? ['wikilit-whole-page', onWholePage, 'wikilit-advice-open-again'] : undefined;
}

function words({texts, state, error}: Refusal, msg: Msg, next = advice[state]): TemplateResult {
  const {errors = []} = (error ?? {}) as {errors?: readonly {data?: {readonlyreason?: unknown}}[]};
  const reasons = errors.flatMap(({data}) => (typeof data?.readonlyreason === 'string' ? [data.readonlyreason] : []));
  return html`${paragraphs([...texts, ...reasons, ...(next ? [msg(next)] : [])])}${renderHint(hintOf(error), msg)}`;
}

const paragraphs = (texts: readonly string[]): TemplateResult[] => texts.map((text) => html`<p>${text}</p>`);
