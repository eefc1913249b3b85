import {css} from 'lit';

export const previewStyles = css`
  .preview {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--wiki-border-subtle);
  }

  .preview-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }

  .preview-row > .heading {
    flex: 1 0 auto;
  }

  .preview-note,
  .preview-line {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .preview-note {
    color: var(--wiki-color-subtle);
  }

  .preview-summary {
    font-style: italic;
  }

  .from-wiki a {
    color: var(--wiki-color-progressive);
  }

  ::slotted(div.wiki-edit-form-preview) {
    overflow: auto;
    overflow-wrap: break-word;
  }

  /* Of what is in it nothing is known from outside, so that it cannot be as high as that. */
  ::slotted(iframe.wiki-edit-form-preview) {
    box-sizing: border-box !important;
    inline-size: 100% !important;
    block-size: var(--wiki-preview-height, clamp(16rem, 60vh, 60rem));
    border: 1px solid var(--wiki-border-subtle) !important;
    border-radius: var(--wiki-radius) !important;
    background: #fff !important;
    resize: vertical;
  }
`;
