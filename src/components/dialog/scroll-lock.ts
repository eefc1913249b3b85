/** The page behind a dialog does not scroll. It is done by a style sheet: what the page has in its own styles stays as it is, also where two copies of this library are on it. */
import {css} from 'lit';

/** The place of the scroll bar stays, where there is one, so that nothing behind moves. */
const {styleSheet} = css`
  html {
    overflow: hidden !important;
    scrollbar-gutter: var(--wiki-dialog-gutter, auto);
  }
`;

const holders = new Set<object>();

/** @param holder - the dialog; of several, the last to let go lets the page scroll again */
export function lockScroll(holder: object): void {
  // Browsers that have no style sheets to adopt scroll the page behind, and nothing else is wrong.
  if (holders.size === 0 && styleSheet && 'adoptedStyleSheets' in document) {
    const {documentElement} = document;
    const hasBar = window.innerWidth > documentElement.clientWidth;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
    if (hasBar) documentElement.style.setProperty('--wiki-dialog-gutter', 'stable');
  }
  holders.add(holder);
}

export function unlockScroll(holder: object): void {
  if (!holders.delete(holder) || holders.size > 0 || !styleSheet) return;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
  document.documentElement.style.removeProperty('--wiki-dialog-gutter');
}
