import {LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import en from '../../i18n/dialog/en.json' with {type: 'json'};
import {LocalizeController} from '../../i18n/localize-controller.js';
import {bundle, type Texts} from '../../i18n/messages.js';
import {controls} from '../controls.styles.js';
import {define} from '../define.js';
import type {WikiEditForm} from '../edit-form/edit-form.js';
import {focusOn} from '../focus-on.js';
import {tokens} from '../tokens.styles.js';
import {styles, themeInside} from './dialog.styles.js';
import {renderDialog} from './dialog-view.js';
import {type DialogCloseReason, WikiDialogCloseEvent} from './events.js';
import {focusedIn, focusInside} from './focus.js';
import {lockScroll, unlockScroll} from './scroll-lock.js';

bundle(en);

/**
 * Holds a form above the page, until it is done. What is typed is not lost: closing asks first.
 *
 *     <wiki-dialog heading="Sandbox" close-on-save open><wiki-edit-form page="Sandbox"></wiki-edit-form></wiki-dialog>
 *
 * While it is open the rest of the page takes neither keys nor clicks, so what a script adds there (a menu, a window of
 * OOUI) cannot be used from inside. A widget inside that takes Escape for itself prevents that key's default.
 *
 * @tag wiki-dialog
 * @fires {WikiDialogCloseEvent} wiki-dialog-close - the user closes it; carries `reason`; cancel to keep it open
 * @slot - the form, and anything else
 * @slot heading - instead of `heading`
 * @csspart dialog - everything
 * @csspart head - the line with the heading and the button, which does not scroll
 * @csspart heading - the heading
 * @csspart close - the button that closes
 * @csspart message - the question before something typed is thrown away
 * @csspart body - what scrolls
 * @cssprop [--wiki-dialog-width=60em] - width, where the window has room for it; below 640 px it fills the window
 * @cssprop [--wiki-dialog-height=fit-content] - height, where the window has room for it
 */
@define('wiki-dialog')
export class WikiDialog extends LitElement {
  static override styles = [tokens, controls, styles, themeInside];

  /** Whether it is shown. Set to false it closes, and asks nobody. */
  @property({type: Boolean, reflect: true}) open = false;

  /** What stands above, and names the dialog. */
  @property() heading = '';

  /** Closes when a form inside has saved, unless its `wiki-saved` is cancelled. */
  @property({type: Boolean, attribute: 'close-on-save'}) closeOnSave = false;

  /** Colours where the page has no skin, of what is inside, too: `light`, `dark`, or `auto` as the system. */
  @property({reflect: true}) theme: 'auto' | 'dark' | 'light' | undefined;

  /** Texts in place of the bundled ones, by key. */
  @property({attribute: false}) messages: Texts = {};

  /** What the user closes it by, while asked whether to throw away what was typed. */
  @state() private asking: DialogCloseReason | undefined;

  private readonly localize = new LocalizeController(this);
  /** What had the focus before. */
  private opener: HTMLElement | undefined;
  /** Has the focus until what is inside can take it. */
  private resting: Element | null = null;
  /** What had the focus when the question came. */
  private asked: HTMLElement | undefined;

  constructor() {
    super();
    this.addEventListener('wiki-opened', this.onOpened);
    this.addEventListener('wiki-cancel', this.onDone);
    this.addEventListener('wiki-saved', this.onDone);
    this.addEventListener('input', this.onInput);
  }

  /** Opens it. */
  show(): void {
    this.open = true;
  }

  /** Closes it, asks nobody, and tells nobody. */
  close(): void {
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Put back into the page, or moved in it, it opens again.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  protected override render(): TemplateResult {
    const {heading, asking, actions, localize} = this;
    const isNamed = heading !== '' || this.querySelector(':scope > [slot=heading]') !== null;
    return renderDialog({heading, isNamed, asking: asking !== undefined}, actions, localize.msg);
  }

  protected override willUpdate(): void {
    // An attribute that is taken away leaves null.
    if (!this.heading) this.heading = '';
    if (!this.open) this.asking = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.open && this.isConnected) this.enter();
    else this.leave();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot?.querySelector('dialog') ?? null;
  }

  private get forms(): readonly WikiEditForm[] {
    return [...this.querySelectorAll('wiki-edit-form')];
  }

  private enter(): void {
    const {dialog} = this;
    if (!dialog || dialog.open) return;
    this.opener = focusedIn(document);
    dialog.showModal();
    lockScroll(this);
    this.resting = this.shadowRoot?.activeElement ?? null;
    if (this.asking) focusOn(this, '#keep');
    else focusInside(this);
  }

  private leave(): void {
    const {dialog, opener} = this;
    unlockScroll(this);
    if (!dialog?.open) return;
    // The browser gives the focus back, but not where the dialog was taken out of the page.
    dialog.close();
    this.opener = undefined;
    opener?.focus({preventScroll: true});
  }

  /** As the user wants; nothing happens while something is being saved, as in the form's own Cancel. */
  private request(reason: DialogCloseReason): void {
    const {forms} = this;
    if (!this.open || forms.some(({state}) => state === 'saving')) return;
    if (!forms.some(({dirty}) => dirty)) {
      this.finish(reason);
      return;
    }
    const {activeElement} = this.getRootNode() as Document | ShadowRoot;
    this.asked = activeElement !== this && this.contains(activeElement) ? focusedIn(document) : undefined;
    this.asking = reason;
    focusOn(this, '#keep');
  }

  private finish(reason: DialogCloseReason): void {
    const unsaved = this.forms.filter(({dirty}) => dirty);
    this.asking = undefined;
    if (!this.dispatchEvent(new WikiDialogCloseEvent(reason))) {
      this.goOn();
      return;
    }
    // Before the focus leaves, at which the form would keep its text in the browser for a later visit.
    for (const form of unsaved) form.discard();
    this.close();
  }

  /** Back to what was typed. */
  private goOn(): void {
    const {asked} = this;
    this.asking = this.asked = undefined;
    if (asked?.isConnected) asked.focus();
    else focusInside(this);
  }

  private readonly actions = {
    onButton: (): void => this.request('button'),
    onKeep: (): void => this.goOn(),
    onDiscard: (): void => this.finish(this.asking ?? 'button'),
    onHeading: (): void => this.requestUpdate(),
    /** The browser closes without a `cancel` that can be stopped where a user presses Escape again and again: so the key is taken before. */
    onKeydown: (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || this.hasPopover) return;
      event.preventDefault();
      this.escape();
    },
    onCancel: (event: Event): void => {
      if (event.target !== this.dialog) return;
      event.preventDefault();
      this.escape();
    },
    /** The browser has closed it by itself, and could not be stopped. */
    onClose: (): void => {
      if (!this.open || !this.isConnected || this.dialog?.open) return;
      unlockScroll(this);
      this.request('escape');
      this.requestUpdate();
    },
  };

  /** The key is for what lies above. */
  private get hasPopover(): boolean {
    return CSS.supports('selector(:popover-open)') && this.querySelector(':popover-open') !== null;
  }

  private escape(): void {
    if (this.asking) this.goOn();
    else this.request('escape');
  }

  /** Of something in this dialog, rather than in another one inside it. */
  private isOwn(event: Event): boolean {
    return event.composedPath().find((node) => node instanceof Element && node.localName === this.localName) === this;
  }

  private readonly onOpened = (event: Event): void => {
    // Unless the user has gone on meanwhile.
    if (this.open && this.isOwn(event) && !this.asking && this.shadowRoot?.activeElement === this.resting) focusInside(this);
  };

  private readonly onDone = (event: Event): void => {
    if (!this.isOwn(event) || (event.type === 'wiki-saved' && !this.closeOnSave)) return;
    // Once all have had their say, and the form has put away what was given up.
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.request(event.type === 'wiki-saved' ? 'saved' : 'cancel');
    });
  };

  private readonly onInput = (): void => {
    this.asking = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'wiki-dialog': WikiDialog;
  }
}
