/** How a wrong argument is shown in the `TypeError` that refuses it: what it is, and no more of it than helps. */
export function shown(value: unknown): string {
  const type = typeof value;
  if (typeof value === 'string') return `'${value.replace(/\s+/g, ' ').slice(0, 80)}'`;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : ((value as {[Symbol.toStringTag]?: string})[Symbol.toStringTag] ?? 'an object');
  return type === 'function' ? 'a function' : type === 'symbol' ? type : String(value);
}
