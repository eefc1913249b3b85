/** Texts to copy from, beside the one that is edited. */
import {css} from 'lit';

export const otherStyles = css`
  .others {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 12px;
  }

  .text > .name {
    font-weight: 700;
  }

  .other {
    inline-size: 100%;
    padding: 8px 12px;
    border-color: var(--wiki-border-subtle);
    background: var(--wiki-background-subtle);
    font-family: monospace;
    font-size: max(13px, 0.93em);
    line-height: 1.5;
    resize: vertical;
  }

  .kept {
    overflow-wrap: anywhere;
  }

  @container (width >= 720px) {
    .texts:has(.others) {
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      grid-template-columns: none;
    }

    /* One alone is as high as the text beside it. */
    .others:has(> .field:only-child) {
      align-content: stretch;
    }

    .others > .field:only-child {
      grid-template-rows: auto 1fr;
    }

    .others > .field:only-child > .other {
      block-size: 100%;
      min-block-size: 96px;
    }
  }
`;
