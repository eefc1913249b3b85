/**
 * Colours and measures of all components. On a wiki the skin's Codex properties decide, night mode included; elsewhere
 * day values do, or the `theme` attribute: `dark`, `light`, `auto` (as the system). Without that attribute nothing
 * follows the system, as the page around may not: a dark box on a white page helps nobody.
 *
 * Borders of fields and the text of disabled buttons are stronger here than in Codex, for contrast.
 *
 * @see https://doc.wikimedia.org/codex/latest/design-tokens/color.html
 */
import {css} from 'lit';

export const tokens = css`
  :host {
    --wiki-color: var(--color-base, #202122);
    --wiki-color-subtle: var(--color-subtle, #54595d);
    --wiki-color-progressive: var(--color-progressive, #36c);
    --wiki-color-error: var(--color-error, #bf2c2c);
    --wiki-color-success: var(--color-success, #177860);
    --wiki-background: var(--background-color-base, #fff);
    --wiki-background-subtle: var(--background-color-interactive-subtle, #f8f9fa);
    --wiki-background-pressed: var(--background-color-interactive, #eaecf0);
    --wiki-background-disabled: var(--background-color-disabled-subtle, #eaecf0);
    --wiki-background-progressive: var(--background-color-progressive, #36c);
    --wiki-background-progressive-hover: #2a4b8d;
    --wiki-background-progressive-active: var(--background-color-progressive--active, #233566);
    --wiki-background-notice: var(--background-color-notice-subtle, #eaecf0);
    --wiki-background-warning: var(--background-color-warning-subtle, #fdf2d5);
    --wiki-background-error: var(--background-color-error-subtle, #ffe9e5);
    --wiki-background-success: var(--background-color-success-subtle, #dff2eb);
    --wiki-border: var(--border-color-interactive, #72777d);
    --wiki-border-subtle: var(--border-color-subtle, #c8ccd1);
    --wiki-border-notice: var(--border-color-notice, #54595d);
    --wiki-border-warning: var(--border-color-warning, #987027);
    --wiki-border-error: var(--border-color-error, #9f3526);
    --wiki-border-success: var(--border-color-success, #196551);
    --wiki-focus: var(--box-shadow-color-progressive--focus, #36c);
    --wiki-focus-inner: var(--box-shadow-color-inverted, #fff);
    --wiki-radius: 2px;
    --wiki-control: 32px;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host([theme]) {
      --wiki-color: light-dark(#202122, #eaecf0);
      --wiki-color-subtle: light-dark(#54595d, #a2a9b1);
      --wiki-color-progressive: light-dark(#36c, #88a3e8);
      --wiki-color-error: light-dark(#bf2c2c, #fd7865);
      --wiki-color-success: light-dark(#177860, #2cb491);
      --wiki-background: light-dark(#fff, #101418);
      --wiki-background-subtle: light-dark(#f8f9fa, #202122);
      --wiki-background-pressed: light-dark(#eaecf0, #27292d);
      --wiki-background-disabled: light-dark(#eaecf0, #404244);
      --wiki-background-notice: light-dark(#eaecf0, #27292d);
      --wiki-background-warning: light-dark(#fdf2d5, #453217);
      --wiki-background-error: light-dark(#ffe9e5, #612419);
      --wiki-background-success: light-dark(#dff2eb, #153d31);
      --wiki-border: light-dark(#72777d, #a2a9b1);
      --wiki-border-subtle: light-dark(#c8ccd1, #54595d);
      --wiki-border-notice: light-dark(#54595d, #c8ccd1);
      --wiki-border-warning: light-dark(#987027, #fecc44);
      --wiki-border-error: light-dark(#9f3526, #fc493b);
      --wiki-border-success: light-dark(#196551, #2cb491);
      --wiki-focus: light-dark(#36c, #6b8edf);
      --wiki-focus-inner: light-dark(#fff, #000);
    }

    :host([theme='dark']) {
      color-scheme: dark;
    }

    :host([theme='light']) {
      color-scheme: light;
    }

    :host([theme='auto']) {
      color-scheme: light dark;
    }
  }

  /* A finger needs more room. */
  @media (pointer: coarse) {
    :host {
      --wiki-control: 44px;
    }
  }
`;
