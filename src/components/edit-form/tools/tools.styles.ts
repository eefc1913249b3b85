import {css} from 'lit';

export const toolStyles = css`
  .panel {
    min-inline-size: 0;
  }

  .work > :is(.panel, .preview) {
    scroll-margin-block-start: 64px;
  }

  /* Which is which goes without saying. */
  .panel > wiki-diff::part(from),
  .panel > wiki-diff::part(to) {
    display: none;
  }

  @container (width >= 960px) {
    .work:has(> .preview) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .work > .preview {
      padding-block-start: 0;
      border-block-start: 0;
    }
  }

  .blocks {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .blocks dl,
  .blocks dd {
    margin: 0;
  }

  .blocks dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }

  .blocks dt {
    font-weight: 700;
  }

  .quick {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .quick > .button {
    padding-inline: 7px;
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  .quick > .button[aria-pressed='true'],
  .tool[aria-pressed='true'] {
    background: var(--wiki-background-pressed);
  }

  .place {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px 16px;
    margin: 8px 0 0;
    padding: 4px 12px 12px;
    border: 1px solid var(--wiki-border-subtle);
    border-radius: var(--wiki-radius);
    background: var(--wiki-background);
  }

  .place > .tick {
    align-items: start;
  }

  .tick input[type='radio'] {
    border-radius: 50%;
  }

  .tick input[type='radio']:checked::before {
    inline-size: 8px;
    block-size: 8px;
    border: 0;
    border-radius: 50%;
    background: #fff;
    transform: none;
  }

  .pick {
    flex: 1;
    min-inline-size: 0;
  }

  .place-text {
    max-block-size: 12rem;
    margin: 4px 0 0;
    padding: 4px 8px;
    overflow: auto;
    border-radius: var(--wiki-radius);
    background: var(--wiki-background-subtle);
    font-size: max(13px, 0.93em);
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  @container (width >= 720px) {
    .place {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (width < 480px) {
    .actions > .tool,
    .tool ~ .cancel {
      flex: 1;
      inline-size: auto;
      padding-inline: 4px;
    }
  }
`;
