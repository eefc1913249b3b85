import {css} from 'lit';

export const toolStyles = css`
  .panel {
    min-inline-size: 0;
  }

  .tool[aria-pressed='true'] {
    background: var(--wiki-background-pressed);
  }

  @container (width < 480px) {
    .tool {
      flex: 1;
    }
  }
`;
