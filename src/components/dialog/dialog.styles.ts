import {css} from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  /* Where it stands in the page decides nothing of its text: skins have other sizes for their content and their frame. */
  dialog {
    display: none;
    flex-direction: column;
    inline-size: min(var(--wiki-dialog-width, 60em), calc(100% - 64px));
    max-inline-size: none;
    block-size: var(--wiki-dialog-height, fit-content);
    max-block-size: calc(100% - 64px);
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--wiki-border-subtle);
    border-radius: var(--wiki-radius);
    background: var(--wiki-background);
    color: var(--wiki-color);
    font-size: medium;
    font-weight: 400;
    font-style: normal;
    line-height: 1.5;
    text-align: start;
    white-space: normal;
    cursor: auto;
  }

  dialog[open] {
    display: flex;
  }

  /* It has the focus only until there is something to write in. */
  dialog:focus {
    outline: 0;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }

  .head {
    display: flex;
    align-items: start;
    gap: 8px;
    padding-block: 8px;
    padding-inline: 16px 8px;
  }

  .title {
    flex: 1;
    min-inline-size: 0;
    padding-block: 4px;
  }

  .close {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: var(--wiki-control);
    padding: 0;
  }

  .close > svg {
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }

  .question {
    padding: 0 16px 8px;
  }

  .body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  /* The row of buttons of a form sticks above the padding of what scrolls: so that has none. */
  .content {
    padding: 0 16px 16px;
  }

  @media (width < 640px) {
    dialog {
      inline-size: 100%;
      block-size: 100%;
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }
  }
`;

/** What is inside reads the skin's properties: with a `theme`, those are what the theme says, so that a form needs none of its own. */
export const themeInside = css`
  @supports (color: light-dark(#000, #fff)) {
    :host([theme]) {
      --color-base: var(--wiki-color);
      --color-subtle: var(--wiki-color-subtle);
      --color-progressive: var(--wiki-color-progressive);
      --color-error: var(--wiki-color-error);
      --color-success: var(--wiki-color-success);
      --background-color-base: var(--wiki-background);
      --background-color-interactive-subtle: var(--wiki-background-subtle);
      --background-color-interactive: var(--wiki-background-pressed);
      --background-color-disabled-subtle: var(--wiki-background-disabled);
      --background-color-notice-subtle: var(--wiki-background-notice);
      --background-color-warning-subtle: var(--wiki-background-warning);
      --background-color-error-subtle: var(--wiki-background-error);
      --background-color-success-subtle: var(--wiki-background-success);
      --border-color-interactive: var(--wiki-border);
      --border-color-subtle: var(--wiki-border-subtle);
      --border-color-notice: var(--wiki-border-notice);
      --border-color-warning: var(--wiki-border-warning);
      --border-color-error: var(--wiki-border-error);
      --border-color-success: var(--wiki-border-success);
      --box-shadow-color-progressive--focus: var(--wiki-focus);
      --box-shadow-color-inverted: var(--wiki-focus-inner);
    }
  }
`;
