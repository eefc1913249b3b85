/**
 * The wiki's error messages as elements. Parsed in a document that runs and loads nothing, and copied one by one from a
 * list of what may be; core puts the HTML in as it is.
 */

const elements = /^(a|abbr|b|bdi|br|code|dd|div|dl|dt|em|i|li|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)$/;
const attributes = /^(class|dir|href|lang|rel|target|title)$/;

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
    if (!(node instanceof Element)) {
      if (node instanceof Text) into.append(node.data);
    } else if (elements.test(node.localName)) {
      const element = document.createElement(node.localName);
      for (const {name, value} of node.attributes) if (attributes.test(name) && !(name === 'href' && isCode(value))) element.setAttribute(name, value);
      copy(node, element);
      into.append(element);
    } else if (!/^(script|style)$/.test(node.localName)) {
      copy(node, into);
    }
  }
}

/** Whether an address would run. Browsers skip blanks and control characters inside a scheme. */
const isCode = (address: string): boolean => /^\w+script:|^data:/i.test(address.replace(/[^!-~]/g, ''));
