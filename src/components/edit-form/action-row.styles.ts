/** The row of buttons. `row-end` is its last line, where it is when nothing is in its way. */
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

  .row-end {
    block-size: 1px;
    margin-block-start: -13px;
  }

  .question {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  @container (width < 480px) {
    .actions > .save,
    .actions > .cancel,
    .question,
    .question > button {
      inline-size: 100%;
    }
  }
`;
