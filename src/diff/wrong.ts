/** @param given - what is not what was expected */
export function wrong(name: string, given: unknown, expected: string): TypeError {
  const shown = typeof given === 'string' ? `'${given.length > 80 ? `${given.slice(0, 80)}…` : given}'` : Array.isArray(given) ? 'an array' : typeof given === 'object' && given !== null ? 'an object' : String(given);
  return new TypeError(`${name}: ${shown} given, ${expected} expected`);
}
