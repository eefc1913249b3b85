/**
 * Yellow and blue, as on every wiki, and told apart by colour-blind people. Behind a line they are pale (a quarter of
 * the colour by day, less than half at night), in its words as the skin has them; the stripe is strong enough alone.
 */
import {css} from 'lit';

export const diffColours = css`
  :host {
    --wiki-diff-removed: #fff8e6;
    --wiki-diff-removed: color-mix(in srgb, var(--background-color-content-removed, #ffe49c) 25%, var(--wiki-background));
    --wiki-diff-removed-word: var(--background-color-content-removed, #ffe49c);
    --wiki-diff-removed-stripe: var(--border-color-warning, #987027);
    --wiki-diff-added: #e8f4ff;
    --wiki-diff-added: color-mix(in srgb, var(--background-color-content-added, #a3d3ff) 25%, var(--wiki-background));
    --wiki-diff-added-word: var(--background-color-content-added, #a3d3ff);
    --wiki-diff-added-stripe: var(--border-color-progressive--focus, #36c);
    display: block;
    min-block-size: 0;
    color: var(--wiki-color);
    font-size: max(1em, 13px);
    contain: inline-size;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --wiki-diff-removed: light-dark(color-mix(in srgb, var(--background-color-content-removed, #ffe49c) 25%, var(--wiki-background)), color-mix(in srgb, var(--background-color-content-removed, #ffe49c) 45%, var(--wiki-background)));
      --wiki-diff-added: light-dark(color-mix(in srgb, var(--background-color-content-added, #a3d3ff) 25%, var(--wiki-background)), color-mix(in srgb, var(--background-color-content-added, #a3d3ff) 45%, var(--wiki-background)));
    }

    :host([theme]) {
      --wiki-diff-removed: light-dark(#fff8e6, #282218);
      --wiki-diff-removed-word: light-dark(#ffe49c, #5a4320);
      --wiki-diff-removed-stripe: light-dark(#987027, #b58a3c);
      --wiki-diff-added: light-dark(#e8f4ff, #19233b);
      --wiki-diff-added-word: light-dark(#a3d3ff, #2c4585);
      --wiki-diff-added-stripe: light-dark(#36c, #6b8edf);
    }
  }
`;
