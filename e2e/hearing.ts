/** What those hear who do not see: Chromium's accessibility tree, and what is said without being asked for. */
import type {Page} from '@playwright/test';

interface AxNode {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: {readonly value: string};
  readonly name?: {readonly value: string};
  readonly description?: {readonly value: string};
  readonly value?: {readonly value: unknown};
  readonly properties?: readonly {readonly name: string; readonly value: {readonly value?: unknown}}[];
}

/** Roles that stand for the look alone, or for parts of a text that is told as a whole. */
const silent = new Set(['generic', 'InlineTextBox', 'LineBreak', 'RootWebArea', 'LabelText', 'Legend', 'none', 'strong', 'emphasis', 'paragraph', 'MenuListPopup']);

/** States that are told. */
const told = new Set(['focused', 'readonly', 'invalid', 'pressed', 'checked', 'expanded', 'disabled', 'modal', 'busy']);

/**
 * Each thing there is, in the order it is read in: `button “Save changes” (focused)`, with its description behind a dash;
 * texts as they are. What is said by itself begins with `alert` or `status`.
 *
 * @param role - of the first thing with this role, and what is in it
 */
export async function heard(page: Page, role = 'form'): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const {nodes} = (await session.send('Accessibility.getFullAXTree')) as unknown as {nodes: readonly AxNode[]};
  await session.detach();
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (node: AxNode | undefined, within: string, isLabel: boolean): void => {
    if (!node) return;
    const role = node.role?.value ?? '';
    const line = node.ignored || (isLabel && role === 'StaticText') ? undefined : lineOf(node, within);
    if (line) lines.push(line);
    // What is in a field is told with it, in short.
    if (/^(textbox|combobox)$/.test(role)) return;
    // A button's text, or a heading's, is its name, and a label's its field's.
    const inside = node.ignored || !node.name?.value || role === 'generic' ? within : node.name.value;
    for (const id of node.childIds ?? []) walk(known.get(id), inside, isLabel || role === 'LabelText' || role === 'Legend');
  };
  walk(nodes.find((node) => !node.ignored && node.role?.value === role), '', false);
  return lines;
}

function lineOf({role: {value: role} = {value: ''}, name, description, value, properties = []}: AxNode, within: string): string | undefined {
  const words = name?.value.replace(/\s+/g, ' ').trim() ?? '';
  if (role === 'StaticText') return words && !within.replace(/\s+/g, ' ').includes(words) ? words : undefined;
  if (silent.has(role) || (role === 'group' && words === '')) return undefined;
  const states = properties.filter(({name, value: {value}}) => told.has(name) && value !== undefined && value !== false && value !== 'false').map(({name, value: {value}}) => (value === true || value === 'true' ? name : `${name}=${String(value)}`));
  // What is typed, in short.
  const content = typeof value?.value === 'string' && value.value !== '' ? `: ${value.value.slice(0, 40).replace(/\s+/g, ' ')}` : '';
  return `${role}${words && ` “${words}”`}${content}${states.length > 0 ? ` (${states.join(', ')})` : ''}${description?.value ? ` – ${description.value}` : ''}`;
}

/**
 * Listens to the pages that are opened from now on.
 *
 * @returns what their live regions have said since the last time, each as often as it is heard: `status: Saved.` What a
 * region has in it when it comes into the page is heard from an alert alone, and nothing is while something around it is
 * busy: such words are given as `(unheard) …`
 * @see https://www.w3.org/TR/wai-aria-1.2/#live_region_roles
 */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(hear);
  return () => page.evaluate(() => (globalThis as unknown as {said: string[]}).said.splice(0));
}

function hear(): void {
  const said: string[] = [];
  const roots = new Set<Document | ShadowRoot>();
  const before = new WeakMap<Element, string>();
  const parentOf = (node: Node): Node | null => (node instanceof Element ? node.assignedSlot : null) ?? node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  const isBusy = (node: Node | null): boolean => node !== null && ((node instanceof Element && node.getAttribute('aria-busy') === 'true') || isBusy(parentOf(node)));
  const wordsOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    if (node.getAttribute('aria-hidden') === 'true' || !node.checkVisibility()) return '';
    const children = node instanceof HTMLSlotElement && node.assignedNodes().length > 0 ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    return [...children].map(wordsOf).join(' ');
  };
  const look = (): void => {
    for (const root of roots) {
      for (const region of root.querySelectorAll('[role=alert], [role=status], [aria-live]:not([aria-live=off])')) {
        if (!region.isConnected || !region.checkVisibility()) {
          before.delete(region);
          continue;
        }
        const words = wordsOf(region).replace(/\s+/g, ' ').trim();
        const known = before.get(region);
        before.set(region, words);
        if (words === '' || words === known) continue;
        const role = region.getAttribute('role') ?? 'status';
        const isHeard = !isBusy(region) && (known !== undefined || role === 'alert');
        said.push(`${isHeard ? '' : '(unheard) '}${role}: ${words}`);
      }
    }
  };
  const observer = new MutationObserver(look);
  const observe = (root: Document | ShadowRoot): void => {
    roots.add(root);
    observer.observe(root, {subtree: true, childList: true, characterData: true, attributes: true});
  };
  observe(document);
  const {attachShadow} = Element.prototype;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
    const root = attachShadow.call(this, init);
    observe(root);
    return root;
  };
  Object.assign(globalThis, {said});
}
