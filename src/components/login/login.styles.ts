import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    color: var(--wiki-color);
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  .form,
  .skeleton {
    max-inline-size: 400px;
  }

  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    margin: 0;
  }

  p,
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  select {
    font: inherit;
  }

  legend {
    padding: 0;
    font-weight: 700;
  }

  .where {
    margin-block-start: -12px;
    color: var(--wiki-color-subtle);
    overflow-wrap: anywhere;
  }

  .words,
  .info > p {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .info > .value {
    margin-block-start: 4px;
    font-weight: 700;
  }

  .info > .captcha {
    margin-block: 4px 0;
  }

  .input {
    inline-size: 100%;
  }

  .input:read-only:not(select) {
    background: var(--wiki-background-subtle);
  }

  .help {
    color: var(--wiki-color-subtle);
    overflow-wrap: anywhere;
  }

  .wrong {
    color: var(--wiki-color-error);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .said:not(:has(.message)) {
    display: none;
  }

  #said:focus {
    outline: 2px solid var(--wiki-focus);
    outline-offset: 1px;
    border-radius: var(--wiki-radius);
  }

  .actions {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }

  .actions > .progress {
    inset-block-start: -10px;
  }

  .wide {
    inline-size: 100%;
    overflow-wrap: anywhere;
  }

  .or {
    display: flex;
    align-items: center;
    gap: 12px;
    color: var(--wiki-color-subtle);
  }

  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--wiki-border-subtle);
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
  }

  .bone.label {
    inline-size: 96px;
    block-size: 16px;
    margin-block-end: -8px;
  }
`;
