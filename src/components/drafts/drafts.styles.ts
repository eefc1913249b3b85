/** A list, with a line between what stands in it. */
import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    color: var(--wiki-color);
    font-family: var(--wiki-font, inherit);
    line-height: 1.5;
  }

  ul {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    gap: 8px;
  }

  li + li {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--wiki-border-subtle);
  }

  p,
  .choices {
    margin: 0;
  }

  .what {
    font-weight: 700;
    overflow-wrap: anywhere;
  }

  .when {
    color: var(--wiki-color-subtle);
    font-size: 0.875em;
  }

  summary {
    inline-size: fit-content;
    color: var(--wiki-color-progressive);
    cursor: pointer;
  }

  textarea {
    inline-size: 100%;
    margin-block-start: 4px;
    font-family: monospace;
    resize: vertical;
  }
`;
