/** Addresses that stand in an answer: a stranger's word, which may be anything. */

/** @returns the absolute address, if it is one by http(s) */
export function givenUrl(given: unknown, apiUrl: string): URL | undefined {
  // Of nothing, the platform makes the address `undefined` beside api.php.
  if (typeof given !== 'string') return undefined;
  try {
    const url = new URL(given, apiUrl);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Of index.php: what the wiki says, if it is on the wiki; else beside api.php, where it mostly is. */
export function scriptUrl(given: unknown, apiUrl: string): string {
  const url = givenUrl(given, apiUrl);
  return url?.origin === new URL(apiUrl).origin ? url.href : new URL('index.php', apiUrl).href;
}
