/** What may go with an edit besides: for how long the page is watched, and tags. Asked of the wiki when somebody looks. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import {tagName} from '../../tag-name.js';
import {textsOf} from '../../words.js';
import type {Draft} from '../draft.js';
import {mayWatch} from '../parts.js';
import type {Saver, SaverFields} from '../saver.js';
import {type Offered, offered} from './offered.js';

/** For the wiki, watching without more has no end. */
const isEndless = (expiry: string): boolean => /^(inf|never)/.test(expiry);

export interface OptionsHost {
  requestUpdate(): void;
}

export class Options {
  private readonly host: OptionsHost;
  private readonly draft: Draft;
  private readonly msg: Msg;
  private offer: Offered | undefined;
  private failure: unknown;
  private saver: Saver | undefined;
  private watchFor = '';
  private tags: ReadonlySet<string> = new Set();

  constructor(host: OptionsHost, draft: Draft, msg: Msg) {
    this.host = host;
    this.draft = draft;
    this.msg = msg;
  }

  /** Another page is open: another user may edit, and nothing is chosen yet. */
  opened(saver: Saver): void {
    if (saver.session !== this.saver?.session) this.offer = undefined;
    this.saver = saver;
    this.done();
  }

  /** What was chosen went along with what was saved. */
  done(): void {
    this.watchFor = '';
    this.tags = new Set();
  }

  /** What goes along. */
  get fields(): Partial<SaverFields> {
    const {watchFor, tags, draft} = this;
    return {...(watchFor && draft.fields.watch && {watchlistexpiry: watchFor}), ...(tags.size > 0 && {tags: [...tags]})};
  }

  render(saver: Saver): TemplateResult {
    const {msg, offer, failure} = this;
    const isNone = offer && offer.tags.length === 0 && !(offer.watchFor.length > 0 && mayWatch(saver.opening));
    const told = failure !== undefined ? textsOf(failure).join(' ') : !offer ? msg('wikilit-options-loading') : isNone ? msg('wikilit-options-none') : undefined;
    return html`
      <details class="options" @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void this.look(saver)}>
        <summary>${msg('wikilit-options')}</summary>
        <div role="status">${told === undefined ? nothing : html`<p>${told}</p>`}</div>
        ${offer ? html`${this.renderWatch(saver, offer)}${this.renderTags(offer)}` : nothing}
      </details>
    `;
  }

  private renderWatch({opening}: Saver, {watchFor}: Offered): TemplateResult | typeof nothing {
    if (!mayWatch(opening) || watchFor.length === 0) return nothing;
    const isChosen = ({expiry}: {readonly expiry: string}): boolean => (this.watchFor === '' ? !opening.watched && isEndless(expiry) : this.watchFor === expiry);
    const unchanged = opening.watched ? 'wikilit-watch-as-now' : watchFor.some(({expiry}) => isEndless(expiry)) ? undefined : 'wikilit-watch-always';
    const onChange = ({target}: Event): void => {
      this.watchFor = (target as HTMLSelectElement).value;
      this.host.requestUpdate();
    };
    return html`
      <div class="field">
        <label for="watch-for">${this.msg('wikilit-watch-for')}</label>
        <select id="watch-for" class="input" ?disabled=${!this.draft.fields.watch} @change=${onChange}>
          ${unchanged === undefined ? nothing : html`<option value="" .selected=${this.watchFor === ''}>${this.msg(unchanged)}</option>`}
          ${watchFor.map((each) => html`<option value=${each.expiry} .selected=${isChosen(each)}>${each.label}</option>`)}
        </select>
      </div>
    `;
  }

  private renderTags({tags}: Offered): TemplateResult | typeof nothing {
    if (tags.length === 0) return nothing;
    const onChange = (name: string, on: boolean): void => {
      this.tags = new Set(on ? [...this.tags, name] : [...this.tags].filter((tag) => tag !== name));
      this.host.requestUpdate();
    };
    return html`
      <fieldset class="tags">
        <legend>${this.msg('wikilit-tags')}</legend>
        ${tags.map((name) => html`<label class="tick"><input type="checkbox" .checked=${this.tags.has(name)} @change=${(event: Event) => onChange(name, (event.target as HTMLInputElement).checked)} /><bdi>${tagName(name, this.msg)}</bdi></label>`)}
      </fieldset>
    `;
  }

  private async look({session}: Saver): Promise<void> {
    if (this.offer) return;
    this.failure = undefined;
    try {
      this.offer = await offered(session);
    } catch (error) {
      this.failure = error;
    }
    this.host.requestUpdate();
  }
}
