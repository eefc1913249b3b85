/**
 * How a page may talk to a wiki: which `origin=` goes into the URL, whether cookies go along, whether a header of our
 * own is free. One pure function; every row is measured against a real wiki in e2e/origin.spec.ts.
 *
 * @see https://www.mediawiki.org/wiki/API:Cross-site_requests
 * @see https://www.mediawiki.org/wiki/Manual:CORS
 */

/** As whom to ask: nobody, the user of the wiki's cookies, or the user of an `Authorization` header (OAuth). */
type AuthKind = 'anonymous' | 'cookies' | 'header';

export interface OriginQuestion {
  /** Origin of the page the script runs in; undefined where there is none (Node, a userscript manager's own fetch). */
  readonly pageOrigin: string | undefined;
  /** The absolute URL of api.php. */
  readonly apiUrl: string;
  readonly auth: AuthKind;
  /** Whether the wiki knows `crossorigin` (MediaWiki 1.44). Before that, tokens need a listed origin. Undefined: not known yet. */
  readonly crossorigin?: boolean | undefined;
}

export interface OriginAnswer {
  /** What goes into the URL; always the URL, as a preflight cannot see the body. */
  readonly query: Readonly<{origin?: string; crossorigin?: '1'}>;
  readonly credentials: 'omit' | 'same-origin' | 'include';
  /** Whether the wiki will take us for anonymous whatever we send: no tokens, no login, and its caches may answer. */
  readonly anonymous: boolean;
  /** The header that may tell the wiki who runs this tool; undefined where it would cost a preflight for nothing. */
  readonly userAgentHeader: 'User-Agent' | 'Api-User-Agent' | undefined;
  /** Whether a refused cookie or token would silently make us anonymous, so that every request must assert the user. */
  readonly mustAssert: boolean;
}

/**
 * @throws {TypeError} no way exists; says why and what to do
 */
export function decideOrigin({pageOrigin, apiUrl, auth, crossorigin}: OriginQuestion): OriginAnswer {
  const free = pageOrigin === undefined || new URL(apiUrl).origin === pageOrigin;
  const nobody = auth === 'anonymous';
  // Elsewhere each header of our own would cost an OPTIONS request per URL, as MediaWiki sends no Access-Control-Max-Age.
  const userAgentHeader = pageOrigin === undefined ? 'User-Agent' : free || !nobody ? 'Api-User-Agent' : undefined;
  const answer = (query: OriginAnswer['query'], credentials: OriginAnswer['credentials'], mustAssert: boolean): OriginAnswer => ({query, credentials, anonymous: nobody, userAgentHeader, mustAssert});
  // Never with credentials: `Access-Control-Allow-Origin: *` forbids them, and the request is executed all the same.
  // On the wiki's own origin, and where a cookie jar goes along, `*` makes us nobody, too.
  if (nobody) return answer({origin: '*'}, 'omit', false);
  const header = auth === 'header';
  // Never `origin` to oneself: browsers send no Origin header with a same-origin GET, and MediaWiki answers 403.
  if (free) return answer({}, header && pageOrigin !== undefined ? 'omit' : 'same-origin', header);
  if (header && crossorigin) return answer({crossorigin: '1'}, 'omit', true);
  if (pageOrigin === 'null' && !(header && crossorigin === undefined)) throw new TypeError("auth: this page has no origin (a file, or sandboxed). Serve it over http, or use 'anonymous'.");
  // The wiki must list our origin in $wgCrossSiteAJAXdomains; a denied origin cannot be told from a network fault.
  return answer({origin: pageOrigin}, header ? 'omit' : 'include', true);
}
