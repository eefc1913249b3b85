/** HTML of the wiki, where only its words are wanted. */

/** The words of a message; for display as text only. */
export function htmlToText(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|quot|amp|nbsp));/gi, (_, decimal?: string, hex?: string, name?: string) => {
      if (name) return {lt: '<', gt: '>', quot: '"', amp: '&', nbsp: '\u00A0'}[name.toLowerCase()] ?? '';
      const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    })
    // Not by one expression: a long run of spaces would be tried from each of them.
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
