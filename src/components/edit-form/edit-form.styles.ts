import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--wiki-color);
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  .form,
  .work,
  .outcome {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    margin: 0;
  }

  /* Not under the row of buttons when they get the focus. */
  :is(input, textarea, button, a, .field, #refusal) {
    scroll-margin-block: 8px calc(var(--wiki-control) + 24px);
  }

  /* Ours only; a textarea of the page keeps its looks. The skin's rules for textareas would win otherwise. */
  ::slotted(textarea.wiki-edit-form-text) {
    display: block !important;
    box-sizing: border-box !important;
    inline-size: 100% !important;
    block-size: var(--wiki-text-height, clamp(12rem, 45vh, 60rem));
    min-block-size: 96px;
    margin: 0 !important;
    padding: 8px 12px !important;
    border: 1px solid var(--wiki-border) !important;
    border-radius: var(--wiki-radius) !important;
    background: var(--wiki-background) !important;
    color: var(--wiki-color) !important;
    font-family: monospace !important;
    font-size: max(13px, 0.93em) !important;
    line-height: 1.5 !important;
    resize: vertical;
    tab-size: 4;
  }

  /* As high as its text, up to there; until the user draws it to another height. */
  @supports (field-sizing: content) {
    ::slotted(textarea.wiki-edit-form-text:not([style*='height'])) {
      field-sizing: content;
      block-size: auto;
      min-block-size: min(10rem, var(--wiki-text-height, 10rem));
      max-block-size: var(--wiki-text-height, clamp(12rem, 45vh, 60rem));
    }
  }

  ::slotted(textarea.wiki-edit-form-text:focus) {
    border-color: var(--wiki-focus) !important;
    outline: 1px solid transparent !important;
    box-shadow: inset 0 0 0 1px var(--wiki-focus) !important;
  }

  ::slotted(textarea.wiki-edit-form-text:read-only) {
    background: var(--wiki-background-subtle) !important;
  }

  .notices {
    padding: 0 0 4px;
    border-block-end: 1px solid var(--wiki-border-subtle);
  }

  .notices > summary {
    inline-size: fit-content;
    padding-block: 4px;
    color: var(--wiki-color-subtle);
    cursor: pointer;
  }

  .texts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }

  .text {
    display: grid;
    align-content: start;
    gap: 4px;
  }

  .label-row {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 16px;
  }

  .left {
    color: var(--wiki-color-subtle);
  }

  .left.over {
    color: var(--wiki-color-error);
    font-weight: 700;
  }

  .summary {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 0;
  }

  .summary > input {
    flex: 1;
    min-inline-size: 0;
    align-self: stretch;
    padding: 4px 8px;
    border: 0;
    outline: 0;
    background: transparent;
    line-height: 1.375;
  }

  .summary:has([aria-invalid='true']) {
    border-color: var(--wiki-border-error);
  }

  .chip {
    flex: 0 1 auto;
    max-inline-size: 40%;
    margin-inline-start: 4px;
    padding: 0 8px;
    overflow: hidden;
    border-radius: 9999px;
    background: var(--wiki-background-pressed);
    color: var(--wiki-color-subtle);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip > [aria-hidden] {
    margin-inline-end: 4px;
  }

  .chip:dir(rtl) > [aria-hidden] {
    display: inline-block;
    transform: scaleX(-1);
  }

  .ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
  }

  #refusal:focus {
    outline: 2px solid var(--wiki-focus);
    outline-offset: 1px;
    border-radius: var(--wiki-radius);
  }

  /* No row of the form; but there, or what comes into it would not be said. */
  .outcome:empty {
    position: absolute;
  }

  .message .field {
    max-inline-size: 320px;
  }

  .bone.tall {
    block-size: var(--wiki-text-height, clamp(12rem, 45vh, 60rem));
  }

  @container (width < 480px) {
    :is(input, textarea, button, a, .field, #refusal) {
      scroll-margin-block-end: calc(2 * var(--wiki-control) + 32px);
    }

    .ticks {
      flex-direction: column;
    }
  }
`;
