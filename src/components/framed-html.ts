/**
 * The wiki's HTML on a page of another site: in a frame that runs no scripts and is nobody's. Three things hold it, each
 * of which is enough: what could run is taken out (`html.ts`), the frame is sandboxed, and its own policy forbids
 * scripts, frames and forms. A frame also keeps the wiki's styles from the page around it.
 */
import {trustedTypesPolicy} from '../diff/trusted-types.js';
import {harmless} from './html.js';

export interface FramedPage {
  /** The wiki the HTML comes from. */
  readonly apiUrl: string;
  /** Its style sheets. */
  readonly styles: readonly string[];
  /** Of the frame's body, as the wiki's styles need them. */
  readonly className: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * Puts the HTML into the frame, in place of what is there.
 *
 * @returns false where this page's policy allows no `wikilit`: nothing is changed then
 */
export function frameHtml(frame: HTMLIFrameElement, html: string, page: FramedPage): boolean {
  const body = harmless(html);
  const policy = trustedTypesPolicy();
  if (!body || !policy) return false;
  const {ownerDocument: whole} = body;
  whole.documentElement.lang = page.lang;
  whole.documentElement.dir = page.dir;
  body.className = page.className;
  // A skin's styles are for a body with more around the text.
  body.setAttribute('style', 'block-size: auto; margin: 0; padding: 8px 16px; background: #fff; color: #202122');
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href], area[href]')) openOutside(link);
  whole.head.replaceChildren(...headOf(page, whole));
  // Links open tabs, and what opens there is an ordinary page of the wiki: it needs its own scripts and cookies.
  frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  frame.referrerPolicy = 'no-referrer';
  frame.srcdoc = policy.createHTML(`<!doctype html>${whole.documentElement.outerHTML}`) as string;
  return true;
}

/** But for places in the text itself, which the base would make places on the wiki's front page. */
function openOutside(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href') ?? '';
  const isInside = href.startsWith('#');
  if (isInside) link.setAttribute('href', `about:srcdoc${href}`);
  link.setAttribute('target', isInside ? '_self' : '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
}

/** The policy first: it holds for what follows it. */
function headOf({apiUrl, styles}: FramedPage, whole: Document): HTMLElement[] {
  const {origin} = new URL(apiUrl);
  const sources = `${origin} https:`;
  const policy = whole.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `default-src 'none'; img-src ${sources} data:; media-src ${sources}; font-src ${sources} data:; style-src ${origin} 'unsafe-inline'; base-uri ${origin}; form-action 'none'`;
  const base = whole.createElement('base');
  base.setAttribute('href', `${origin}/`);
  const sheets = styles.map((href) => {
    const link = whole.createElement('link');
    link.rel = 'stylesheet';
    link.setAttribute('href', href);
    return link;
  });
  return [policy, base, ...sheets];
}
