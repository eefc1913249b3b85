/**
 * An editor of the wiki, such as CodeMirror or CodeEditor, puts itself in the textarea's place and tells jQuery alone what
 * is in it. Found here, the textarea gets a `value` of its own, by which all of the form goes.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/js/jQuery.plugin.textSelection.html
 */

type Registered = Readonly<Record<string, unknown>> | undefined;

interface JQueryArea {
  data(key: string): Registered;
  textSelection(command: 'getContents'): string;
  textSelection(command: 'setContents', text: string): void;
  textSelection(command: 'setSelection', range: {readonly start: number; readonly end: number}): void;
}

/** Where MediaWiki's plugin keeps what an editor has registered for an element. */
const key = 'jquery.textSelection';

export class WikiEditor {
  private readonly area: () => HTMLTextAreaElement;
  private readonly host: EventTarget;
  private known: Registered;
  /** As the form knows it. */
  private text: string | undefined;

  /** @param area - it may be another one later */
  constructor(host: EventTarget, area: () => HTMLTextAreaElement) {
    this.host = host;
    this.area = area;
    host.addEventListener('focusin', () => this.look());
    host.addEventListener('input', () => (this.text = this.area().value));
    // Not all that changes the text in an editor makes an `input`: its menus, its undo.
    for (const type of ['focusout', 'keyup', 'pointerup']) host.addEventListener(type, () => this.tell());
  }

  /** Whether there is an editor now, or none any longer. */
  look(): void {
    const area = this.area();
    const {jQuery} = globalThis as {readonly jQuery?: (element: Element) => JQueryArea};
    const editor = jQuery?.(area);
    const registered = editor?.data(key);
    if (!editor || registered === this.known) return;
    this.known = registered;
    if (registered?.['getContents']) {
      this.takeOver(area, editor);
      settleCodeMirror(area);
    }
    else {
      giveBack(area);
    }
    this.text = area.value;
  }

  private tell(): void {
    this.look();
    if (this.known && this.area().value !== this.text) this.host.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  }

  private takeOver(area: HTMLTextAreaElement, editor: JQueryArea): void {
    // It may have gone since, and jQuery would then ask the textarea itself.
    const registered = this.known;
    const isThere = (): boolean => {
      if (editor.data(key) === registered) return true;
      giveBack(area);
      this.look();
      return false;
    };
    const get = (): string => (isThere() ? editor.textSelection('getContents') : area.value);
    const set = (text: string): void => {
      this.text = text;
      if (isThere()) editor.textSelection('setContents', text);
      else area.value = text;
    };
    Object.defineProperties(area, {
      value: {configurable: true, get, set},
      setSelectionRange: {configurable: true, value: (start: number, end: number) => editor.textSelection('setSelection', {start, end})},
      focus: {configurable: true, value: () => fieldOf(area)?.focus()},
    });
  }
}

/** The element is as it was. */
function giveBack(area: HTMLTextAreaElement): void {
  for (const name of ['value', 'setSelectionRange', 'focus']) Reflect.deleteProperty(area, name);
}

interface CodeMirrorNode extends Element {
  readonly cmView?: {readonly view?: {setRoot?(root: Document): void}};
  readonly cmTile?: CodeMirrorNode['cmView'];
}

/** CodeMirror 6 takes the root that its slot is in for its own; there it never has the focus, and its cursor does not move. */
function settleCodeMirror(area: HTMLTextAreaElement): void {
  const content: CodeMirrorNode | null | undefined = area.closest('[slot=textarea]')?.querySelector('.cm-content');
  (content?.cmView ?? content?.cmTile)?.view?.setRoot?.(document);
}

/** Where one types in the editor. */
function fieldOf(area: HTMLTextAreaElement): HTMLElement | undefined {
  const fields = area.closest('[slot=textarea]')?.querySelectorAll<HTMLElement>('[contenteditable=true], textarea') ?? [];
  return [...fields].find((field) => field !== area);
}
