import {css} from 'lit';

export const actionRowStyles = css`
  .actions {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block: 8px;
  }

  .actions.stuck {
    background: var(--wiki-background);
    box-shadow: 0 -1px var(--wiki-border-subtle);
  }

  /* The last line of the row, where it is when nothing is in its way. */
  .row-end {
    block-size: 1px;
    margin-block-start: -13px;
  }

  .save {
    display: inline-grid;
    place-items: center;
  }

  /* Both labels in one cell: the button keeps its width. */
  .save > span {
    grid-area: 1 / 1;
  }

  .save > .rest {
    visibility: hidden;
  }

  .question {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .progress {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: 4px;
    overflow: hidden;
    border-radius: 9999px;
    background: var(--wiki-background-pressed);
    opacity: 0;
    animation: appear 0.1s 0.3s forwards;
  }

  .progress::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inline-size: 33%;
    background: var(--wiki-background-progressive);
    animation: pass 1.6s linear infinite;
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  @keyframes pass {
    from {
      inset-inline-start: -33%;
    }
    to {
      inset-inline-start: 100%;
    }
  }

  @container (width < 480px) {
    .actions > .save,
    .actions > .cancel,
    .question,
    .question > button {
      inline-size: 100%;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .progress::before {
      inline-size: 100%;
    }
  }
`;
