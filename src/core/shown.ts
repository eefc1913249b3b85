/** How a wrong argument is shown in the `TypeError` that refuses it: what it is, and no more of it than helps. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `'${value.replace(/\s+/g, ' ').slice(0, 80)}'`;
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'an array' : ((value as {[Symbol.toStringTag]?: string})[Symbol.toStringTag] ?? 'an object');
    case 'function':
      return 'a function';
    case 'number':
    case 'boolean':
    case 'bigint':
      return `${value}`;
    default:
      return typeof value;
  }
}
