/** A wiki that runs already, by its address (WIKILIT_WIKI_URL), for who has neither Debian nor PHP. */

export interface ExistingWiki {
  readonly origin: string;
  readonly api: string;
  readonly rest: string;
  /** E.g. `MediaWiki 1.43.9`. */
  readonly generator: string;
}

/** Takes the address of api.php, or of a site whose api.php is at one of the usual places. */
export async function existingWiki(url: string): Promise<ExistingWiki> {
  const given = URL.canParse(url) ? new URL(url) : undefined;
  if (!given || !/^https?:$/.test(given.protocol)) throw new TypeError(`"${url}" is no http address of a wiki`);
  const bases = new Set([given.origin, (given.origin + given.pathname).replace(/\/$/, '')]);
  const candidates = given.pathname.endsWith('/api.php')
    ? [given.origin + given.pathname]
    : Array.from(bases).flatMap((base) => [`${base}/w/api.php`, `${base}/api.php`]);
  const said: string[] = [];
  for (const api of candidates) {
    const result = await ask(api);
    if (typeof result === 'object') return {origin: new URL(api).origin, api, rest: api.replace(/api\.php$/, 'rest.php'), ...result};
    said.push(`${api}: ${result}`);
  }
  throw new Error(`There is no MediaWiki at ${url}:\n  ${said.join('\n  ')}`);
}

async function ask(api: string): Promise<{generator: string} | string> {
  try {
    const answer = await fetch(`${api}?action=query&meta=siteinfo&format=json&formatversion=2`, {signal: AbortSignal.timeout(10_000)});
    if (!answer.ok) return `status ${answer.status}`;
    const body = (await answer.json()) as {query?: {general?: {generator?: unknown}}};
    const generator = body.query?.general?.generator;
    return typeof generator === 'string' ? {generator} : 'answers, but not as a MediaWiki';
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return (error instanceof Error ? error.message : String(error)) + cause;
  }
}
