/** Names of users without an account, who go by their address: each address in one spelling. */

/**
 * An address, or a range of them, as MediaWiki writes it; any other name as it is.
 *
 * @param name - of a user page, with `_` for spaces
 */
export function ipName(name: string): string {
  const [, address = '', range = ''] = /^([^/]*)(\/[^]*)?$/.exec(name) ?? [];
  if (isV4(address) && /^(\/(3[0-2]|[12]?\d))?$/.test(range)) return address.split('.').map(Number).join('.') + range;
  const words = v6Words(address);
  if (!words || !/^(\/(12[0-8]|1[01]\d|[1-9]?\d))?$/.test(range)) return name;
  // A slip of MediaWiki’s (IPUtils::sanitizeIP), and so the only spelling it finds.
  if (address === '::' && range !== '') return `0:0:0:0:0:0:0:${range}`;
  return words.map((word) => word.toUpperCase().replace(/^0+(?=.)/, '')).join(':') + range;
}

const isV4 = (address: string): boolean => /^((25[0-5]|2[0-4]\d|1\d\d|0?\d?\d)(\.(?!$)|$)){4}$/.test(address);

/** The eight of them; `::` stands for as many zeros as are missing, one at least. */
function v6Words(address: string): string[] | undefined {
  if (!/^[\da-f:]*$/i.test(address)) return undefined;
  const halves = address.split('::');
  const [before = [], after] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - before.length - (after?.length ?? 0);
  const words = after ? [...before, ...Array<string>(Math.max(missing, 0)).fill('0'), ...after] : before;
  const complete = halves.length === 1 ? missing === 0 : halves.length === 2 && missing > 0;
  return complete && words.every((word) => /^[\da-f]{1,4}$/i.test(word)) ? words : undefined;
}
