/**
 * The page as the wiki makes it. It is a child of the form in the page's own tree: there the skin's styles reach it, and
 * gadgets find it. On a page of another site it is a frame in that place, with the wiki's own styles.
 */
import {htmlToText} from '../../../core/html-to-text.js';
import {announceContent, loadForContent} from '../../../wiki/content-here.js';
import type {Preview} from '../../../wiki/edit/preview.js';
import {frameHtml} from '../../framed-html.js';
import {isAtHome, wikiHtml} from '../../html.js';

export interface ContentPlace {
  readonly apiUrl: string;
  /** Of the page's text. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** What assistive technology calls the frame. */
  readonly label: string;
}

export class PreviewContent {
  readonly #host: HTMLElement;
  #shown: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Puts this in place of what is there. */
  show(preview: Preview, place: ContentPlace): void {
    const hasCategories = /<li\b/.test(preview.categorieshtml);
    const shown = isAtHome(place.apiUrl) ? this.#inPage(preview, hasCategories, place) : this.#inFrame(preview, hasCategories, place);
    if (this.#shown !== shown) this.remove();
    this.#shown = shown;
    if (shown.parentNode !== this.#host) this.#host.append(shown);
    if (isAtHome(place.apiUrl)) announceContent(place.apiUrl, shown);
  }

  remove(): void {
    this.#shown?.remove();
    this.#shown = undefined;
  }

  #inPage(preview: Preview, hasCategories: boolean, {apiUrl, lang, dir}: ContentPlace): HTMLElement {
    loadForContent(apiUrl, preview);
    const box = this.#shown instanceof HTMLDivElement ? this.#shown : this.#box();
    // The wiki's HTML brings its own `mw-parser-output` along.
    box.className = `${ours} mw-body-content mw-content-${dir}`;
    box.lang = lang;
    box.dir = dir;
    box.replaceChildren(wikiHtml(preview.html, apiUrl));
    if (hasCategories) box.append(withoutIds(wikiHtml(preview.categorieshtml, apiUrl)));
    return box;
  }

  #inFrame(preview: Preview, hasCategories: boolean, {apiUrl, lang, dir, label}: ContentPlace): HTMLElement {
    const frame = this.#shown instanceof HTMLIFrameElement ? this.#shown : this.#slotted('iframe');
    frame.title = label;
    const html = `${preview.html}${hasCategories ? preview.categorieshtml : ''}`;
    const className = `mw-body-content mw-content-${dir} ${dir}`;
    if (frameHtml(frame, html, {apiUrl, styles: stylesOf(apiUrl, lang, preview), className, lang, dir})) return frame;
    const box = this.#box();
    box.lang = lang;
    box.dir = dir;
    box.style.whiteSpace = 'pre-line';
    box.textContent = htmlToText(html);
    return box;
  }

  #box(): HTMLDivElement {
    const box = this.#slotted('div');
    // A tick in the preview is nothing that was typed.
    for (const type of ['input', 'change']) box.addEventListener(type, (event) => event.stopPropagation());
    return box;
  }

  #slotted<Name extends 'div' | 'iframe'>(name: Name): HTMLElementTagNameMap[Name] {
    const element = this.#host.ownerDocument.createElement(name);
    element.slot = 'preview';
    element.className = ours;
    return element;
  }
}

const ours = 'wiki-edit-form-preview';

/** The page has its own box of categories, and gadgets find it by its id. */
function withoutIds(fragment: DocumentFragment): DocumentFragment {
  for (const element of fragment.querySelectorAll('[id]')) element.removeAttribute('id');
  return fragment;
}

/**
 * As in the skin that wikis have had longest: tables, boxes and pictures are drawn by skins alone, and which a wiki has it
 * does not say here. One without it gives MediaWiki's plainest; names it does not know do no harm.
 */
function stylesOf(apiUrl: string, lang: string, {modulestyles}: Preview): string[] {
  if (!apiUrl.endsWith('/api.php')) return [];
  const modules = ['mediawiki.skinning.interface', 'skins.vector.styles.legacy', 'site.styles', ...modulestyles];
  const query = new URLSearchParams({...(lang && {lang}), modules: modules.join('|'), only: 'styles', skin: 'vector'});
  return [`${apiUrl.replace(/api\.php$/, 'load.php')}?${query.toString()}`];
}
