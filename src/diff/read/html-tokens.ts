/**
 * HTML, piece by piece: as much of it as wikis write differences in. It builds nothing and runs nothing, so it is safe
 * with any text and works where there is no DOM. What is left open at the end is dropped, as browsers do.
 */
export type HtmlToken =
  /** `source` as it stands there: see {@link attribute}. */
  | {readonly kind: 'start'; readonly name: string; readonly source: string}
  | {readonly kind: 'end'; readonly name: string}
  /** `source` as it stands there: see {@link decoded}. */
  | {readonly kind: 'text' | 'comment'; readonly source: string};

export function* htmlTokens(html: string): Generator<HtmlToken> {
  const opening = /<[a-z/!?]/gi;
  for (let at = 0; at < html.length; ) {
    opening.lastIndex = at;
    const start = opening.exec(html)?.index ?? html.length;
    if (start > at) yield {kind: 'text', source: html.slice(at, start)};
    const comment = html.startsWith('<!--', start);
    const end = comment ? html.indexOf('-->', start + 4) : tagEnd(html, start);
    if (end < 0) return;
    const token = comment ? ({kind: 'comment', source: html.slice(start + 4, end)} as const) : tag(html.slice(start + 1, end));
    if (token) yield token;
    at = end + (comment ? 3 : 1);
  }
}

/** Where its `>` stands, which none in a quoted value is; -1 where there is none. Each character is looked at once. */
function tagEnd(html: string, start: number): number {
  const stop = />|=\s*["']/g;
  stop.lastIndex = start;
  for (let found = stop.exec(html); found; found = stop.exec(html)) {
    if (found[0] === '>') return found.index;
    const end = html.indexOf(found[0].slice(-1), stop.lastIndex);
    if (end < 0) return -1;
    stop.lastIndex = end + 1;
  }
  return -1;
}

function tag(source: string): HtmlToken | undefined {
  const [, slash, name] = /^(\/?)([a-z][^\s/]*)/i.exec(source) ?? [];
  if (name === undefined) return undefined;
  return slash ? {kind: 'end', name: name.toLowerCase()} : {kind: 'start', name: name.toLowerCase(), source};
}

/** The value of a start tag's attribute; undefined where it has none of the name. */
export function attribute(source: string, name: string): string | undefined {
  const each = /[\s/]([^\s/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;
  for (let found = each.exec(source); found; found = each.exec(source)) {
    if (found[1]?.toLowerCase() === name) return decoded(found[2] ?? found[3] ?? found[4] ?? '');
  }
  return undefined;
}

const named = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"], ['nbsp', '\u00a0']]);

/** With its character references resolved; those that wikis do not write stay as they are. */
export const decoded = (source: string): string =>
  source.includes('&')
    ? source.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole: string, decimal?: string, hex?: string, name?: string) =>
        name === undefined ? character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) : (named.get(name) ?? whole),
      )
    : source;

/** What is no character becomes U+FFFD, as HTML wants it. */
const character = (code: number): string => String.fromCodePoint(code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? code : 0xfffd);
