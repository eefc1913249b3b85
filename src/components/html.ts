/**
 * The one door through which the wiki's HTML gets into a page, under a Trusted Types policy named `wikilit`. (A page that
 * lists its policies lists `lit-html` as well: Lit's own templates go through that one.)
 *
 * Only the wiki's own parser output comes this way (edit notices, previews), and only on that wiki's own pages, where it
 * is as trusted as the page itself. Even so it is parsed in a document that runs and loads nothing, and scripts, frames,
 * forms and event handlers are taken out, none of which the parser writes. On a page of another site the wiki is a
 * stranger: there its words go in as text, and a preview into a frame of its own, by `framed-html.ts`.
 */
import {htmlToText} from '../core/html-to-text.js';
import {trustedTypesPolicy} from '../diff/trusted-types.js';

/**
 * @param apiUrl - the wiki the HTML comes from
 * @returns nodes for the light DOM, where the skin's styles reach them
 */
export function wikiHtml(html: string, apiUrl: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const body = isAtHome(apiUrl) ? harmless(html) : undefined;
  if (body) fragment.append(...body.childNodes);
  else fragment.append(htmlToText(html));
  return fragment;
}

/** Whether this page is on the wiki's own site. */
export const isAtHome = (apiUrl: string): boolean => new URL(apiUrl).origin === location.origin;

/**
 * HTML without what could run, in a document that is nowhere.
 *
 * @returns its body; undefined where the page's policy allows no `wikilit`
 */
export function harmless(html: string): HTMLElement | undefined {
  const policy = trustedTypesPolicy();
  if (!policy) return undefined;
  const {body} = document.implementation.createHTMLDocument();
  body.innerHTML = policy.createHTML(html) as string;
  for (const element of body.querySelectorAll(active)) element.remove();
  for (const element of body.querySelectorAll('*')) {
    const attributes = [...element.attributes].filter(({name, value}) => isActive(name, value));
    for (const {name} of attributes) element.removeAttribute(name);
  }
  return body;
}

/** What runs, loads a document, sends, or changes how the page's links are read. */
const active = 'script, iframe, frame, object, embed, base, meta, link, form, template, portal, math annotation-xml, svg foreignObject, svg use, svg animate, svg set';

function isActive(name: string, value: string): boolean {
  if (/^on/i.test(name) || name === 'srcdoc' || name === 'formaction' || name === 'slot') return true;
  // Browsers skip control characters and blanks inside a scheme.
  return /^(href|src|action|xlink:href|data|poster|background)$/i.test(name) && /^(javascript|vbscript|data):/i.test(value.replace(/[^!-~]/g, ''));
}
