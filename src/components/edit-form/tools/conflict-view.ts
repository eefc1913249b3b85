/** Somebody else saved first: both texts are put together, and where that cannot be, one chooses. Nothing is thrown away. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Conflict} from '../../../core/errors.js';
import type {MergeConflict} from '../../../diff/merge3.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import {button, choices} from '../../choices.js';
import {message} from '../../message.js';
import type {Merging, Pick} from './merging.js';
import {alone} from './said-alone.js';
import type {WaysOut} from './ways-out.js';
import {newSection} from '../section.js';

export interface ConflictView {
  readonly conflict: Conflict;
  readonly merging: Merging;
  /** Of the user who edits. */
  readonly user: string;
  readonly section: string | undefined;
  readonly onWholePage: () => void;
}

export function renderConflict({conflict, merging, user, section, onWholePage}: ConflictView, actions: WaysOut, msg: Msg): TemplateResult {
  const {theirs, theirRevid, theirUser} = conflict;
  const {onSaveAgain, onSaveMine, onRebase} = actions;
  const words = theirUser === undefined ? msg('wikilit-conflict') : theirUser === user ? msg('wikilit-conflict-own') : msg('wikilit-conflict-by', theirUser);
  const who = html`<p><strong>${words}</strong> ${msg('wikilit-conflict-kept')}</p>`;
  if (theirs === undefined || theirRevid === undefined) {
    const isMoved = section !== undefined && section !== newSection;
    return message('warning', alone(html`${who}<p>${msg(isMoved ? 'wikilit-conflict-moved' : 'wikilit-conflict-unread')}</p>`), choices(isMoved ? button(msg('wikilit-whole-page'), onWholePage) : button(msg('wikilit-retry'), onSaveAgain)));
  }
  // A new section takes the place of nothing.
  if (section === newSection) return message('warning', alone(who), choices(button(msg('wikilit-add-mine'), onSaveMine)));
  const {places, open} = merging;
  return message(
    'warning',
    alone(html`${who}<p>${places.length === 0 ? msg('wikilit-conflict-apart') : msg('wikilit-conflict-places', places.length)}</p>`),
    html`
      ${places.map((place, index) => renderPlace(place, index, merging, actions, msg))}
      ${choices(
        html`<button type="button" class="button together" aria-disabled=${open < 0 ? 'false' : 'true'} @click=${() => open < 0 && onRebase(merging.text)}>${msg('wikilit-together')}</button>`,
        button(msg('wikilit-take-theirs'), () => onRebase(theirs), 'quiet'),
        button(msg('wikilit-save-mine'), onSaveMine, 'quiet'),
      )}
    `,
  );
}

const picks: readonly (readonly [Pick, string])[] = [['theirs', 'wikilit-pick-theirs'], ['mine', 'wikilit-pick-mine'], ['both', 'wikilit-pick-both']];

function renderPlace(place: MergeConflict, index: number, merging: Merging, {onUpdate}: WaysOut, msg: Msg): TemplateResult {
  const text = (pick: Pick): TemplateResult | typeof nothing => (pick === 'both' ? nothing : html`<pre class="place-text" dir="auto">${place[pick] || msg('wikilit-pick-nothing')}</pre>`);
  const onPick = (pick: Pick): void => {
    merging.pick(index, pick);
    onUpdate();
  };
  return html`
    <fieldset class="place">
      <legend>${msg('wikilit-place', index + 1, merging.places.length)}</legend>
      ${picks.map(([pick, key]) => html`<label class="tick"><input type="radio" name="place-${index}" .checked=${merging.picked(index) === pick} @change=${() => onPick(pick)} /><span class="pick"><bdi>${msg(key)}</bdi>${text(pick)}</span></label>`)}
    </fieldset>
  `;
}
