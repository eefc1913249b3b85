/**
 * What forms have in common: fields, a button that works, the line above it, what stands there while they load.
 * A `steady` button has both its labels in one cell, and so keeps its width.
 */
import {css} from 'lit';

export const formStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }

  label {
    font-weight: 700;
  }

  .tick {
    font-weight: 400;
  }

  .captcha {
    display: block;
    max-inline-size: 100%;
    margin-block-end: 8px;
    background: #fff;
  }

  .skeleton {
    display: grid;
    gap: 12px;
  }

  .bone {
    block-size: 32px;
    border-radius: var(--wiki-radius);
    background: var(--wiki-background-pressed);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .bone.short {
    inline-size: 160px;
  }

  .hint {
    margin-block-start: 8px;
  }

  .hint > summary {
    cursor: pointer;
  }

  @keyframes breathe {
    from {
      opacity: 1;
    }
    to {
      opacity: 0.6;
    }
  }

  .steady {
    display: inline-grid;
    place-items: center;
  }

  .steady > span {
    grid-area: 1 / 1;
  }

  .steady > .rest {
    visibility: hidden;
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

  @media (prefers-reduced-motion: reduce) {
    .progress::before {
      inline-size: 100%;
    }
  }
`;
