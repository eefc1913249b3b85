/**
 * XML without a DOM: for feeds, which workers and Node read, too. Strict, and made for hostile input: one pass, a limit
 * to the depth, and no document type, so that no entity can be defined.
 *
 * @see https://www.w3.org/TR/xml/
 */

export interface XmlElement {
  /** As written, with its prefix: `dc:creator`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const deepest = 100;

/**
 * @returns the root element
 * @throws {SyntaxError} the text is not well-formed, has a document type, or is nested deeper than anybody means
 */
export function parseXml(text: string): XmlElement {
  const reader = new Reader(text.replace(/^\uFEFF/, ''));
  const document: Open = {name: '', attributes: new Map(), children: []};
  const open = [document];
  for (let top = open.at(-1); top && !reader.atEnd; top = open.at(-1)) {
    const piece = reader.next();
    if (typeof piece === 'string') add(top, piece);
    else if (piece.kind === 'end') {
      if (piece.name !== top.name || open.length === 1) throw new SyntaxError(`</${piece.name}> closes nothing`);
      open.pop();
    } else {
      const element = {name: piece.name, attributes: piece.attributes, children: []};
      top.children.push(element);
      if (piece.kind === 'start') open.push(element);
      if (open.length > deepest) throw new SyntaxError(`nested deeper than ${deepest}`);
    }
  }
  if (open.length > 1) throw new SyntaxError(`<${open.at(-1)?.name}> is not closed`);
  const [root, ...more] = document.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (typeof root !== 'object' || more.length > 0) throw new SyntaxError('one element expected, and nothing beside it');
  return root;
}

/** The first child of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined => childrenOf(element, name)[0];

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => typeof child === 'object' && child.name === name);

/** The text in the element and below; empty where there is no element. */
export const textOf = (element: XmlElement | undefined): string => (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/** Text, also in parts, is one child. */
function add({children}: Open, text: string): void {
  if (text === '') return;
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

type Tag = {readonly kind: 'start' | 'empty'; readonly name: string; readonly attributes: ReadonlyMap<string, string>} | {readonly kind: 'end'; readonly name: string};

/** Sticky: each is tried at one place, and none can match in two ways. */
const startName = /<([^\s<>/="'&!?]+)/y;
const attribute = /\s+([^\s<>/="'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const startEnd = /\s*(\/?)>/y;
const endTag = /<\/([^\s<>/="'&]+)\s*>/y;

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Text, decoded, or a tag. Comments and instructions come as no text. */
  next(): string | Tag {
    if (this.text[this.at] !== '<') return decode(this.upTo('<', false));
    if (this.skip('<!--')) return this.upTo('-->') && '';
    if (this.skip('<![CDATA[')) return this.upTo(']]>').slice(0, -3);
    if (this.skip('<?')) return this.upTo('?>') && '';
    const end = this.match(endTag);
    if (end) return {kind: 'end', name: end[1] ?? ''};
    return this.start();
  }

  private start(): Tag {
    const [, name] = this.match(startName) ?? [];
    if (name === undefined) throw new SyntaxError(`no tag: ${this.text.slice(this.at, this.at + 20)}`);
    const attributes = new Map<string, string>();
    for (let found = this.match(attribute); found; found = this.match(attribute)) {
      const [, key = '', double, single = ''] = found;
      if (attributes.has(key)) throw new SyntaxError(`${key} is there twice`);
      attributes.set(key, decode(double ?? single));
    }
    const end = this.match(startEnd);
    if (!end) throw new SyntaxError(`<${name}> does not end`);
    return {kind: end[1] ? 'empty' : 'start', name, attributes};
  }

  /** What comes before the mark, and the mark; without a mark, the rest. */
  private upTo(mark: string, required = true): string {
    const found = this.text.indexOf(mark, this.at);
    if (required && found < 0) throw new SyntaxError(`${mark} is missing`);
    const end = found < 0 ? this.text.length : required ? found + mark.length : found;
    const part = this.text.slice(this.at, end);
    this.at = end;
    return part;
  }

  private skip(mark: string): boolean {
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}

const named: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"};

/** Of entities there are these five, and numbers; what they stand for is not read again. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7});|#x([\da-f]{1,6});|([a-z]{2,4});|)/gi, (all, decimal?: string, hex?: string, name?: string) => {
    const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    const meant = point === undefined ? named[name ?? ''] : isCharacter(point) ? String.fromCodePoint(point) : undefined;
    if (meant === undefined) throw new SyntaxError(`no entity: ${all}`);
    return meant;
  });
}

const isCharacter = (point: number): boolean => point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
