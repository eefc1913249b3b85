/** Headers, bar and list of a diff; the rows have styles of their own. */
import {css} from 'lit';

export const styles = css`
  .heads {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 8px;
  }

  :host([narrow]) .heads {
    grid-template-columns: minmax(0, 1fr);
  }

  .head {
    min-inline-size: 0;
    padding: 8px 12px;
    border: 1px solid var(--wiki-border-subtle);
    border-block-start-width: 4px;
    border-radius: var(--wiki-radius);
    overflow-wrap: anywhere;
  }

  .head:first-child {
    border-block-start-color: var(--wiki-diff-removed-stripe);
  }

  .head:last-child {
    border-block-start-color: var(--wiki-diff-added-stripe);
  }

  .file {
    margin: 0;
  }

  .picture {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    margin-block-end: 8px;
    background: repeating-conic-gradient(#eaecf0 0 25%, #fff 0 50%) 0 0 / 16px 16px;
  }

  .line {
    line-height: 1.5;
  }

  .comment {
    color: var(--wiki-color-subtle);
    font-style: italic;
  }

  .autocomment {
    font-style: normal;
  }

  .tools {
    font-size: 0.9em;
  }

  .hidden {
    text-decoration: line-through;
  }

  .minor {
    font-weight: 700;
    text-decoration: none;
  }

  .size {
    white-space: nowrap;
  }

  .more {
    color: var(--wiki-color-success);
  }

  .less {
    color: var(--wiki-color-error);
  }

  .subtle,
  .tools,
  .stats,
  .place {
    color: var(--wiki-color-subtle);
  }

  .tag {
    display: inline-block;
    padding-inline: 6px;
    border: 1px solid var(--wiki-border-subtle);
    border-radius: 9px;
    font-size: 0.85em;
    font-style: normal;
  }

  .step {
    margin-block-start: 4px;
    margin-inline-start: -11px;
    color: var(--wiki-color-progressive);
  }

  .head.to .step {
    display: block;
    margin-inline: auto -11px;
  }

  .between {
    margin: 4px 0 0;
    text-align: center;
  }

  .between .button {
    color: var(--wiki-color-progressive);
    font-weight: 400;
  }

  .stats {
    margin: 8px 0;
    font-size: 0.9em;
  }

  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding-block: 4px;
    background: var(--wiki-background);
  }

  .modes {
    display: flex;
  }

  .modes .button {
    font-weight: 400;
  }

  .modes .button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .modes .button:last-child {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .modes .button[aria-pressed='true'] {
    background: var(--wiki-background-pressed);
    font-weight: 700;
  }

  .steps,
  .deeds {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }

  .button.icon {
    display: grid;
    place-content: center;
    min-inline-size: var(--wiki-control);
    padding: 0;
  }

  .deeds .button {
    padding-inline: 8px;
    color: var(--wiki-color-progressive);
    font-weight: 400;
  }

  .menu {
    position: relative;
    margin-inline-start: auto;
  }

  .menu > summary {
    display: inline-flex;
    align-items: center;
    list-style: none;
  }

  .menu > summary::-webkit-details-marker {
    display: none;
  }

  .menu > summary::after {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    margin-block-start: -4px;
    margin-inline-start: 8px;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }

  .items {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    display: grid;
    gap: 4px;
    inline-size: max-content;
    max-inline-size: 80vw;
    padding: 8px 12px;
    border: 1px solid var(--wiki-border);
    border-radius: var(--wiki-radius);
    background: var(--wiki-background);
    box-shadow: 0 2px 2px rgb(0 0 0 / 20%);
  }

  .item {
    padding-inline: 0;
    text-align: start;
    font-weight: 400;
  }

  .what {
    margin-block: 4px 8px;
  }

  .what > summary {
    cursor: pointer;
  }

  .kind {
    margin-inline-start: 12px;
    color: var(--wiki-color-subtle);
    white-space: nowrap;
  }

  .what dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 16px;
    margin: 8px 0;
    padding-inline-start: 16px;
  }

  :host([narrow]) .what dl {
    grid-template-columns: minmax(0, 1fr);
  }

  .what dt {
    color: var(--wiki-color-subtle);
  }

  .what dd,
  .what ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }

  .what li :is(ins, del) {
    padding-inline: 4px;
    border-radius: 2px;
    color: inherit;
  }

  .what ins {
    background: var(--wiki-diff-added-word);
    text-decoration: none;
  }

  .what del {
    background: var(--wiki-diff-removed-word);
  }

  :host([data-state='loading']) .body {
    opacity: 0.6;
  }

  .role {
    margin-block: 16px 4px;
    font: inherit;
    font-weight: 700;
  }

  .message {
    margin-block: 8px;
  }

  .choices {
    margin-block-start: 8px;
  }

  summary:focus-visible {
    outline: 2px solid var(--wiki-focus);
  }

  .loading {
    block-size: 96px;
    border-radius: var(--wiki-radius);
    background: var(--wiki-background-pressed);
  }

  @media (forced-colors: active) {
    .what ins {
      text-decoration: underline;
    }

    .modes .button[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .bar,
    .step,
    .between .button {
      display: none;
    }
  }
`;
