import {Task} from '@lit/task';
import {LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {isAbort} from '../../core/errors.js';
import {lazily} from '../../core/lazily.js';
import en from '../../i18n/drafts/en.json' with {type: 'json'};
import {LocalizeController} from '../../i18n/localize-controller.js';
import {bundle, messagesOf, type Texts} from '../../i18n/messages.js';
import {chooseDraft} from '../../wiki/drafts/find.js';
import {heldDrafts} from '../../wiki/drafts/hold.js';
import type {DraftRecord} from '../../wiki/drafts/record.js';
import {dropDraft, listDrafts} from '../../wiki/drafts/store.js';
import type {Wiki} from '../../wiki/wiki.js';
import {controls} from '../controls.styles.js';
import {define} from '../define.js';
import type {WikiDialog} from '../dialog/dialog.js';
import {focusOn} from '../focus-on.js';
import {tokens} from '../tokens.styles.js';
import {WikiController} from '../wiki-controller.js';
import {styles} from './drafts.styles.js';
import {type DraftsActions, renderList} from './drafts-view.js';
import {WikiDraftOpenEvent} from './events.js';

bundle(en);

/** What the list shows. */
export type DraftsState = 'empty' | 'failed' | 'loading' | 'ready';

/**
 * Lists what was typed in forms on this wiki, in this browser, and not saved; by the user who is logged in, of no other.
 *
 *     <wiki-drafts api="https://test.wikipedia.org/w/api.php"></wiki-drafts>
 *
 * @tag wiki-drafts
 * @fires {WikiDraftOpenEvent} wiki-draft-open - the user wants to go on with one; carries `page` and `section`; cancel to open no form
 * @csspart list - all of them
 * @csspart draft - one of them
 * @csspart message - why there is no list
 */
@define('wiki-drafts')
export class WikiDrafts extends LitElement {
  static override styles = [tokens, controls, styles];

  /** The wiki, by the address of its api.php; not needed on the wiki's own pages, or in a `<wiki-provider>`. */
  @property() api = '';

  /** The wiki as an object, with options of its own. */
  @property({attribute: false}) wiki: Wiki | undefined;

  /** Colours where the page has no skin: `light`, `dark`, or `auto` as the system. */
  @property({reflect: true}) theme: 'auto' | 'dark' | 'light' | undefined;

  /** Texts in place of the bundled ones, by key. */
  @property({attribute: false}) messages: Texts = {};

  @state() private drafts: readonly DraftRecord[] | undefined;
  @state() private held: ReadonlySet<string> = new Set();
  @state() private sure: string | undefined;

  private readonly wikiFinder = new WikiController(this);
  private readonly localize = new LocalizeController(this);

  /** Of which wiki they are. */
  private listed: Wiki | string | undefined;

  private readonly finder = new Task(this, {
    args: () => [this.wikiFinder.find()] as const,
    task: async ([wiki], {signal}) => {
      if (wiki !== this.listed) this.drafts = undefined;
      this.listed = wiki;
      // A reason why there is none: as a text, since a new error each time would start the task each time.
      if (typeof wiki === 'string') throw new TypeError(wiki);
      if (!wiki) return;
      const {session} = wiki;
      this.localize.messages = messagesOf(session);
      const {name, anon} = await wiki.userinfo({}, {signal});
      const [drafts, held] = await Promise.all([listDrafts({wiki: session.apiUrl, user: anon ? undefined : name}), heldDrafts()]);
      signal.throwIfAborted();
      this.drafts = drafts;
      this.held = held;
    },
  });

  /** What it shows now; also on the attribute `data-state`. */
  get state(): DraftsState {
    if (this.failure !== undefined) return 'failed';
    return this.drafts === undefined ? 'loading' : this.drafts.length === 0 ? 'empty' : 'ready';
  }

  /** Looks again. */
  async reload(): Promise<void> {
    await this.finder.run();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.reload();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.finder.abort();
  }

  protected override render(): TemplateResult | symbol {
    const {drafts, held, sure, failure, actions, localize} = this;
    return renderList({drafts, held, sure, failure, lang: document.documentElement.lang || undefined}, actions, localize.msg);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.dataset['state'] = this.state;
  }

  private get failure(): unknown {
    const {error} = this.finder;
    return isAbort(error) ? undefined : error;
  }

  private readonly actions: DraftsActions = {
    onRetry: () => void this.reload(),
    onOpen: (draft) => void this.open(draft),
    onDiscard: (draft) => void this.discard(draft),
  };

  /** At the second press. */
  private async discard(draft: DraftRecord): Promise<void> {
    const {id} = draft;
    if (this.sure !== id) {
      this.sure = id;
      return;
    }
    this.sure = undefined;
    const all = this.drafts ?? [];
    const index = all.findIndex((one) => one.id === id);
    this.drafts = all.filter((one) => one.id !== id);
    // The button that was pressed is gone: on to the next draft, or to the last.
    const next = this.drafts[Math.min(index, this.drafts.length - 1)];
    focusOn(this, next ? `li[data-id="${next.id}"] summary` : '.none');
    await dropDraft(draft);
  }

  private async open(draft: DraftRecord): Promise<void> {
    this.sure = undefined;
    chooseDraft(draft);
    if (!this.dispatchEvent(new WikiDraftOpenEvent(draft))) return;
    await Promise.all([lazily(() => import('../dialog/dialog.js')), lazily(() => import('../edit-form/edit-form.js'))]);
    const {title, section} = draft;
    const {wiki, api, theme, messages} = this;
    const form = Object.assign(document.createElement('wiki-edit-form'), {wiki: wiki ?? this.found, api, theme, messages, page: title, section});
    const dialog = Object.assign(document.createElement('wiki-dialog'), {heading: title, closeOnSave: true, theme, messages});
    dialog.append(form);
    this.after(dialog);
    dialog.addEventListener('wiki-dialog-close', (event) => {
      // Once all have had their say.
      queueMicrotask(() => void (event.defaultPrevented || this.closed(dialog)));
    });
    dialog.show();
  }

  private async closed(dialog: WikiDialog): Promise<void> {
    await dialog.updateComplete;
    dialog.remove();
    await this.reload();
    await this.updateComplete;
    // The button that opened it has the focus, unless its draft is gone.
    if (!this.shadowRoot?.activeElement) focusOn(this, 'li button', '.none');
  }

  private get found(): Wiki | undefined {
    const wiki = this.wikiFinder.find();
    return typeof wiki === 'object' ? wiki : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wiki-drafts': WikiDrafts;
  }
}
