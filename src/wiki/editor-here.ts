/**
 * The editor that stands in a textarea's place on a page of a wiki, such as CodeMirror or CodeEditor: it tells MediaWiki's
 * jQuery alone what is in it. Reads `jQuery`, as `content-here.ts` reads `mw`.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/js/jQuery.plugin.textSelection.html
 */

/** The plugin, on an element. */
export interface TextSelection {
  textSelection(command: 'getContents'): string;
  textSelection(command: 'setContents', text: string): void;
  textSelection(command: 'setSelection', range: {readonly start: number; readonly end: number}): void;
}

interface JQueryArea extends TextSelection {
  data(key: string): Readonly<Record<string, unknown>> | undefined;
}

export interface EditorHere {
  /** What the editor has registered: another one for each. */
  readonly registered: object;
  readonly editor: TextSelection;
}

/** Undefined where none has taken the textarea's place, or this is no page of a wiki. */
export function editorHere(area: HTMLTextAreaElement): EditorHere | undefined {
  const {jQuery} = globalThis as {readonly jQuery?: (element: Element) => JQueryArea};
  const editor = jQuery?.(area);
  const registered = editor?.data('jquery.textSelection');
  return editor && registered?.['getContents'] ? {registered, editor} : undefined;
}
