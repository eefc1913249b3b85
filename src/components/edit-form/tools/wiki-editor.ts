/** An editor of the wiki in the textarea's place: found here, the textarea gets its `value`, by which all of the form goes. */
import {editorHere, type TextSelection} from '../../../wiki/editor-here.js';

export class WikiEditor {
  private readonly area: () => HTMLTextAreaElement;
  private readonly host: EventTarget;
  /** By what it has registered. */
  private known: object | undefined;
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
    const {registered, editor} = editorHere(area) ?? {};
    if (registered === this.known) return;
    this.known = registered;
    if (registered && editor) {
      this.takeOver(area, registered, editor);
      settleCodeMirror(area);
    } else {
      giveBack(area);
    }
    this.text = area.value;
  }

  private tell(): void {
    this.look();
    if (this.known && this.area().value !== this.text) this.host.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  }

  private takeOver(area: HTMLTextAreaElement, registered: object, editor: TextSelection): void {
    // It may have gone since, and jQuery would then ask the textarea itself.
    const isThere = (): boolean => {
      if (editorHere(area)?.registered === registered) return true;
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
