/**
 * The wiki's error messages as elements. Parsed in a document that runs and loads nothing, and copied one by one, without
 * what acts; core puts the HTML in as it is.
 */

/**
 * Elements that run, load, send or change the page, or whose text would be read as elements where it is parsed again;
 * those with a hyphen are somebody's own.
 */
const acting = /^(script|style|base|link|meta|form|input|button|select|textarea|iframe|object|embed|noscript|noembed|noframes|xmp|plaintext)$|-/;
/** No `src`, no `style`, no handlers, and no `target`, which would hand over this window. */
const attributes = /^(alt|class|colspan|dir|href|lang|rowspan|title)$/;

/** Puts the markup into an element. Where the page's policy (Trusted Types) forbids to parse, its words. */
export function addHtml(into: Element, html: string): void {
  try {
    copy(new DOMParser().parseFromString(html, 'text/html').body, into);
  } catch {
    into.append(html.replace(/<[^>]*>/g, ''));
  }
}

function copy(from: Element, into: Element): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) into.append(node.data);
    if (!(node instanceof Element) || /^(script|style)$/.test(node.localName)) continue;
    const element = acting.test(node.localName) ? into : document.createElement(node.localName);
    if (element !== into) {
      for (const {name, value} of node.attributes) if (attributes.test(name) && !(name === 'href' && isCode(value))) element.setAttribute(name, value);
      into.append(element);
    }
    copy(node, element);
  }
}

/** Whether an address would run. Browsers skip blanks and control characters inside a scheme. */
const isCode = (address: string): boolean => /^\w+script:|^data:/i.test(address.replace(/[^!-~]/g, ''));
