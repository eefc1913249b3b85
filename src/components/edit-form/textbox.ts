/**
 * The textarea. It is a child of the form in the page's own tree, not in the shadow root: there the skin's styles, other
 * gadgets, editors and the browser's tools find it. The host page may bring its own; else one is made.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface TextLook {
  /** Its name for assistive technology: an id would not reach over the shadow root's border. */
  readonly label: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly readOnly: boolean;
}

export class Textbox implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly own: HTMLTextAreaElement;
  private last: HTMLTextAreaElement | undefined;
  /** The one we gave a name to; a host's own label stays. */
  private named: HTMLTextAreaElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.own = host.ownerDocument.createElement('textarea');
    this.own.slot = 'textarea';
    this.own.className = 'wiki-edit-form-text';
    this.own.rows = 16;
    host.addController(this);
  }

  /** The host's own textarea, in whatever editor it stands, else ours. */
  get element(): HTMLTextAreaElement {
    const theirs = [...this.host.querySelectorAll<HTMLElement>(':scope > [slot=textarea]')].find((element) => element !== this.own);
    const inside = theirs instanceof HTMLTextAreaElement ? theirs : theirs?.querySelector('textarea');
    return inside ?? this.own;
  }

  get value(): string {
    return this.element.value;
  }

  set value(text: string) {
    const {element} = this;
    if (element.value === text) return;
    const {selectionStart, selectionEnd} = element;
    element.value = text;
    // It would be at the end, which is then shown with the focus. An editor with a `value` of its own has its own cursor.
    if (!Object.hasOwn(element, 'value')) element.setSelectionRange(selectionStart, selectionEnd);
  }

  hostUpdate(): void {
    const {element} = this;
    // A textarea that the page puts in later takes over what is there.
    if (this.last && this.last !== element) element.value = this.last.value;
    this.last = element;
    if (element === this.own) {
      if (this.own.parentNode !== this.host) this.host.append(this.own);
    } else {
      this.own.remove();
    }
  }

  show({label, lang, dir, readOnly}: TextLook): void {
    const {element} = this;
    element.lang = lang;
    element.dir = dir;
    element.readOnly = readOnly;
    if (this.named !== element && (element.labels.length > 0 || element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby'))) return;
    this.named = element;
    element.setAttribute('aria-label', label);
  }
}
