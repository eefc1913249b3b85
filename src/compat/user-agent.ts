/** The name requests go under where the caller gives none. */
import {config, mediaWiki} from './page.js';

/** As MediaWiki 1.44 names itself; for the wiki of the page only, where a header costs nothing. */
export const standardAgent = (): string | undefined => (mediaWiki().config ? `MediaWiki-JS/${String(config('wgVersion'))}` : undefined);
