/** Styles of a part that is loaded later, beside those the element came with. */
import {adoptStyles, type CSSResult} from 'lit';

export function addStyles(root: ShadowRoot, styles: CSSResult): void {
  const {styleSheet} = styles;
  // Where a browser has no style sheets to adopt, Lit adds an element.
  if (!styleSheet) adoptStyles(root, [styles]);
  else if (!root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
