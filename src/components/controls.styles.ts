/** Headings, buttons, fields, ticks and messages, as Codex draws them: 32 px high, 2 px round, one ring for all. */
import {css} from 'lit';

export const controls = css`
  * {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }

  .heading {
    margin: 0;
    font: inherit;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  .button {
    min-block-size: var(--wiki-control);
    padding: 1px 11px;
    border: 1px solid var(--wiki-border);
    border-radius: var(--wiki-radius);
    background: var(--wiki-background-subtle);
    color: var(--wiki-color);
    font-weight: 700;
    line-height: 1.25;
    cursor: pointer;
    transition:
      background-color 0.1s,
      color 0.1s,
      border-color 0.1s,
      box-shadow 0.1s;
  }

  .button:hover {
    background: var(--wiki-background);
  }

  .button:active {
    background: var(--wiki-background-pressed);
  }

  .primary {
    border-color: transparent;
    background: var(--wiki-background-progressive);
    color: #fff;
  }

  .primary:hover {
    background: var(--wiki-background-progressive-hover);
  }

  .primary:active {
    background: var(--wiki-background-progressive-active);
  }

  .quiet {
    border-color: transparent;
    background: transparent;
  }

  .quiet:hover {
    background: var(--wiki-background-pressed);
  }

  .button[aria-disabled='true'] {
    border-color: transparent;
    background: var(--wiki-background-disabled);
    color: var(--wiki-color-subtle);
    cursor: default;
  }

  .quiet[aria-disabled='true'] {
    background: transparent;
  }

  .input {
    min-block-size: var(--wiki-control);
    padding: 4px 8px;
    border: 1px solid var(--wiki-border);
    border-radius: var(--wiki-radius);
    background: var(--wiki-background);
    color: var(--wiki-color);
    line-height: 1.375;
    transition:
      border-color 0.25s,
      box-shadow 0.25s;
  }

  .input[aria-invalid='true'] {
    border-color: var(--wiki-border-error);
  }

  .button:focus-visible,
  .input:focus-visible,
  .input:has(:focus-visible),
  .message:focus-visible {
    border-color: var(--wiki-focus);
    box-shadow: inset 0 0 0 1px var(--wiki-focus);
    outline: 1px solid transparent;
  }

  .primary:focus-visible {
    box-shadow:
      inset 0 0 0 1px var(--wiki-focus),
      inset 0 0 0 2px var(--wiki-focus-inner);
  }

  /* A wrong field stays red; the ring goes round it. */
  .input[aria-invalid='true']:focus-visible,
  .input:has([aria-invalid='true']:focus-visible) {
    border-color: var(--wiki-border-error);
    box-shadow: 0 0 0 2px var(--wiki-focus);
  }

  .tick {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    cursor: pointer;
  }

  @media (pointer: coarse) {
    .tick {
      min-block-size: var(--wiki-control);
    }
  }

  .tick input {
    appearance: none;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border: 1px solid var(--wiki-border);
    border-radius: var(--wiki-radius);
    display: grid;
    place-content: center;
    background: var(--wiki-background);
    cursor: inherit;
  }

  .tick input:checked {
    border-color: var(--wiki-background-progressive);
    background: var(--wiki-background-progressive);
  }

  .tick input:checked::before {
    content: '';
    inline-size: 6px;
    block-size: 12px;
    margin-block-start: -3px;
    border: solid #fff;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }

  .tick input:focus-visible {
    border-color: var(--wiki-focus);
    box-shadow:
      inset 0 0 0 1px var(--wiki-focus),
      inset 0 0 0 2px var(--wiki-focus-inner);
    outline: 1px solid transparent;
  }

  .link {
    color: var(--wiki-color-progressive);
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .message {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 11px 15px;
    border: 1px solid var(--wiki-border-notice);
    border-radius: var(--wiki-radius);
    background: var(--wiki-background-notice);
    color: var(--wiki-color);
  }

  .message > .icon {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: 1px;
    fill: currentcolor;
    color: var(--wiki-border-notice);
  }

  .message > .words {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  /* The wiki's messages come with line ends. */
  .message p {
    margin: 0 0 8px;
    text-align: match-parent;
    unicode-bidi: plaintext;
    white-space: pre-line;
  }

  .message p:last-child {
    margin-block-end: 0;
  }

  .message.warning {
    border-color: var(--wiki-border-warning);
    background: var(--wiki-background-warning);
  }

  .message.warning > .icon {
    color: var(--wiki-border-warning);
  }

  .message.error {
    border-color: var(--wiki-border-error);
    background: var(--wiki-background-error);
  }

  .message.error > .icon {
    color: var(--wiki-border-error);
  }

  .message.success {
    border-color: var(--wiki-border-success);
    background: var(--wiki-background-success);
  }

  .message.success > .icon {
    color: var(--wiki-color-success);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .tick input {
      appearance: auto;
    }

    .primary {
      border-color: ButtonText;
    }

    .button[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }

  .choices:empty {
    display: none;
  }
`;
