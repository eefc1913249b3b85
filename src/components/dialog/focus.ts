/** Where the focus is, and where in a dialog it goes. */

/** What has the focus, through shadow roots. */
export function focusedIn(root: DocumentOrShadowRoot): HTMLElement | undefined {
  const {activeElement} = root;
  const inside = activeElement?.shadowRoot ? focusedIn(activeElement.shadowRoot) : undefined;
  return inside ?? (activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : undefined);
}

/** What the page asks for by `autofocus`, else the form, which knows its field itself, else the first that takes it. */
export function focusInside(host: HTMLElement): void {
  const place = host.querySelector<HTMLElement>('[autofocus]') ?? host.querySelector<HTMLElement>(takers);
  place?.focus();
}

const takers = 'wiki-edit-form, wiki-login, textarea, select, input:not([type=hidden]), button, a[href], [tabindex]';
