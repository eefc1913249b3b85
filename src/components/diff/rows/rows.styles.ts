/**
 * Rows: what differs is louder than what does not. Left is yellow and right blue, which colour-blind people tell apart; a
 * stripe and a sign say the same without colour. Numbers and signs are generated: nobody copies them. The sign comes before
 * the text: its word is heard first.
 */
import {css} from 'lit';

export const rowStyles = css`
  .body {
    --number: calc((var(--digits) + 1) * 1ch);
    border-block: 1px solid var(--wiki-border-subtle);
    font-family: var(--wiki-diff-font, monospace);
    font-size: var(--wiki-diff-font-size, 0.93em);
    line-height: 1.5;
  }

  .block {
    content-visibility: auto;
    /* Laid out in half the time of a grid. */
    display: flex;
    flex-wrap: wrap;
    column-gap: 8px;
  }

  .cell {
    position: relative;
    box-sizing: border-box;
    inline-size: calc(50% - 4px);
    direction: var(--direction);
    padding-block: 1px;
    padding-inline: calc(var(--number) + 2.5ch) 8px;
    border-inline-start: 4px solid transparent;
    color: var(--wiki-color);
    text-decoration: none;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 4;
    scroll-margin-block: 6em;
  }

  .body[data-mode='inline'] .cell {
    padding-inline-start: calc(2 * var(--number) + 3ch);
  }

  .body[data-mode='inline'] .cell {
    inline-size: 100%;
  }

  /* Of a line that is on one side alone, the other half stays free. The side is the page's: a cell runs as its text does. */
  .body[data-flow='ltr'] .from:is(.removed, .movedFrom),
  .body[data-flow='rtl'] .to:is(.added, .movedTo) {
    margin-right: calc(50% + 4px);
  }

  .body[data-flow='ltr'] .to:is(.added, .movedTo),
  .body[data-flow='rtl'] .from:is(.removed, .movedFrom) {
    margin-left: calc(50% + 4px);
  }

  .cell::after,
  .cell::before {
    position: absolute;
    inset-block-start: 1px;
    user-select: none;
    color: var(--wiki-color-subtle);
  }

  .cell::after {
    content: attr(data-n);
    content: attr(data-n) / '';
    inset-inline-start: 0;
    inline-size: var(--number);
    text-align: end;
    white-space: pre;
  }

  .body[data-mode='inline'] .cell::after {
    inline-size: calc(2 * var(--number));
  }

  .cell::before {
    inset-inline-start: calc(var(--number) + 0.75ch);
    color: inherit;
    font-weight: 700;
  }

  .body[data-mode='inline'] .cell::before {
    inset-inline-start: calc(2 * var(--number) + 1ch);
  }

  .removed,
  .changed.from {
    border-inline-start-color: var(--wiki-diff-removed-stripe);
    background: var(--wiki-diff-removed);
  }

  .added,
  .changed.to {
    border-inline-start-color: var(--wiki-diff-added-stripe);
    background: var(--wiki-diff-added);
  }

  .changed.both {
    border-inline-start-color: var(--wiki-border);
  }

  .removed::before,
  .changed.from::before {
    content: '−';
    content: '−' / var(--wiki-diff-word-removed);
  }

  .added::before,
  .changed.to::before {
    content: '+';
    content: '+' / var(--wiki-diff-word-added);
  }

  .changed.both::before {
    content: '±';
    content: '±' / var(--wiki-diff-word-changed);
  }

  .movedFrom,
  .movedTo {
    border-inline-start: 4px double var(--wiki-border);
  }

  .movedFrom::before,
  .movedTo::before {
    content: '⇅';
    content: '⇅' / var(--wiki-diff-word-moved);
  }

  .cell :is(ins, del) {
    border-radius: 2px;
    color: inherit;
    text-decoration: none;
    box-decoration-break: clone;
  }

  .cell del {
    background: var(--wiki-diff-removed-word);
  }

  .cell ins {
    background: var(--wiki-diff-added-word);
  }

  .both del {
    text-decoration: line-through;
  }

  /* A mark on blanks alone: a dot in each. */
  .blanks {
    background-image: radial-gradient(circle, var(--wiki-color) 0.08em, transparent 0.1em) !important;
    background-position: 0 50% !important;
    background-size: 1ch 1ch !important;
    background-repeat: repeat-x !important;
  }

  .line-end::before {
    content: '⏎';
    content: '⏎' / '';
    color: var(--wiki-color-subtle);
  }

  .invisible {
    unicode-bidi: isolate;
  }

  .invisible::before,
  .blank::before {
    content: attr(data-c);
    color: var(--wiki-color-subtle);
  }

  .invisible::before {
    margin-inline: 1px;
    padding-inline: 2px;
    border: 1px solid var(--wiki-border);
    border-radius: 2px;
    background: var(--wiki-background-subtle);
    font-size: 0.75em;
  }

  .blank {
    position: relative;
  }

  .blank::before {
    position: absolute;
    inset-inline-start: 0;
  }

  .here {
    outline: 2px solid var(--wiki-focus);
    outline-offset: -2px;
  }

  .jump,
  .revert,
  .gap button {
    border: 0;
    border-radius: 2px;
    background: transparent;
    color: var(--wiki-color-progressive);
    font: inherit;
    font-family: var(--wiki-font, sans-serif);
    cursor: pointer;
  }

  .jump,
  .revert {
    display: block;
    padding: 0;
    white-space: normal;
    text-align: start;
    text-decoration: underline;
    user-select: none;
  }

  .gap {
    display: flex;
    box-sizing: border-box;
    inline-size: 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-block-size: 28px;
    padding-inline: 8px;
    border-block: 1px solid var(--wiki-border-subtle);
    background: var(--wiki-background-subtle);
    font-family: var(--wiki-font, sans-serif);
    user-select: none;
  }

  .block:first-child > .gap:first-child {
    border-block-start: 0;
  }

  .block:last-child > .gap:last-child {
    border-block-end: 0;
  }

  .gap button {
    /* A number before words that run the other way than the page. */
    unicode-bidi: plaintext;
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: 0 6px;
  }

  .gap button:hover {
    background: var(--wiki-background-pressed);
  }

  .jump:focus-visible,
  .revert:focus-visible,
  .gap button:focus-visible {
    outline: 2px solid var(--wiki-focus);
  }

  .section {
    color: var(--wiki-color-subtle);
    font-weight: 700;
    overflow-wrap: anywhere;
  }

  .body[data-selecting='from'] .to,
  .body[data-selecting='to'] .from {
    user-select: none;
  }

  /* A finger needs more room. */
  @media (pointer: coarse) {
    .gap button,
    .jump,
    .revert {
      min-block-size: var(--wiki-control);
    }
  }

  @media (forced-colors: active) {
    .cell {
      border-inline-start-color: Canvas;
    }

    .removed,
    .changed,
    .added {
      border-inline-start-color: CanvasText;
    }

    .movedFrom,
    .movedTo {
      border-inline-start-color: LinkText;
    }

    .cell ins {
      text-decoration: underline;
    }

    .cell del {
      text-decoration: line-through;
    }
  }

  @media print {
    .block {
      content-visibility: visible;
    }

    .gap button {
      color: inherit;
    }

    .cell ins {
      text-decoration: underline;
    }

    .cell del {
      text-decoration: line-through;
    }
  }
`;
