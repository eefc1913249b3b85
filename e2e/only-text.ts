/** Whether what an enemy wrote is no more than text in what an element shows: looked for in the page. */
import type {Page} from '@playwright/test';

/** In a page that was given it by {@link watchForHarm}. */
export interface HarmWatch {
  /** @returns what is more than text, in the element's own tree, its shadow roots, and what it has put into the page */
  harmIn(element: Element): string[];
  /** Of an element, through shadow roots. */
  within(element: Element): Element[];
}

/** From the next page on. @returns whom else the pages ask */
export async function watchForHarm(page: Page): Promise<readonly string[]> {
  const elsewhere: string[] = [];
  await page.route(/evil\.example/, (route) => {
    elsewhere.push(route.request().url());
    return route.abort();
  });
  await page.addInitScript(watch);
  return elsewhere;
}

/** What a page is given. */
export async function watch(): Promise<void> {
  const own = new Set('a abbr bdi br button datalist dd details del dialog div dl dt em fieldset figure form h2 h3 img input ins label legend li option p path pre section select slot span strong summary svg textarea time ul wiki-dialog wiki-diff wiki-edit-form wiki-login'.split(' '));
  // What the wiki's parser made of a text may be much; none of it acts.
  const parsed = '[slot=notices], [slot=preview], .from-wiki';
  const active = 'script, iframe, frame, object, embed, base, meta, link, form, template, x-harm';
  const within = (element: Element): Element[] => {
    const found: Element[] = [];
    for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) found.push(child, ...within(child));
    return found;
  };
  const harmIn = (element: Element): string[] => {
    const found: string[] = 'harm' in window ? ['it ran'] : [];
    if (getComputedStyle(element).display === 'none') found.push('it is hidden');
    for (const each of [element, ...within(element)]) {
      const isParsed = Boolean(each.parentElement?.closest(parsed));
      if (isParsed ? each.matches(active) : !own.has(each.localName)) found.push(`element ${each.localName}`);
      for (const {name, value} of each.attributes) {
        const isHarm = /^on|^srcdoc$|^formaction$/.test(name) || (/^(href|src|action|data)$/.test(name) && /^[^\w]*(javascript|vbscript|data):/i.test(value)) || (!isParsed && name === 'style' && /evil|url/.test(value));
        if (isHarm) found.push(`attribute ${name}=${value.slice(0, 80)}`);
      }
      if (!isParsed && (each instanceof HTMLAnchorElement || each instanceof HTMLImageElement) && new URL(each.getAttribute('href') ?? each.getAttribute('src') ?? '', location.href).origin !== location.origin) found.push(`leads elsewhere: ${each.outerHTML.slice(0, 120)}`);
    }
    return found;
  };
  Object.assign(globalThis, {harmIn, within} satisfies HarmWatch);
}
