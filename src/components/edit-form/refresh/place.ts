/** Where the form and the focus are, while what is around them is replaced. */

/** Through shadow roots. */
export function holds(content: Node, node: Node): boolean {
  if (content.contains(node)) return true;
  const root = node.getRootNode();
  return root instanceof ShadowRoot && holds(content, root.host);
}

/** Keeps the focus on the link that had it, such as the one that opened the form: what takes its place has the same address. */
export function refocus(old: Element, fresh: Element, replace: () => void): void {
  const {activeElement} = document;
  const href = activeElement && old.contains(activeElement) ? activeElement.getAttribute('href') : null;
  replace();
  if (href !== null) fresh.querySelector<HTMLElement>(`[href="${CSS.escape(href)}"]`)?.focus({preventScroll: true});
}
