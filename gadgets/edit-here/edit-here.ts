/**
 * Edit here: a tab that opens the edit form above the article, instead of another page. Section links open their
 * section. After saving the article shows what was saved.
 */
import 'wikilit/components/edit-form.js';

/** The part of a wiki page's `mw` that is used. */
interface MediaWiki {
  readonly config: {get(name: string): unknown};
  readonly loader: {using(modules: string[]): Promise<unknown>};
  readonly util: {addPortletLink(portlet: string, href: string, text: string, id: string, title?: string): HTMLElement | null};
}

const {mw} = globalThis as unknown as {mw: MediaWiki};

/** Opens the form, for the page or one section of it; one at a time. */
function open(section?: string): void {
  const content = document.getElementById('mw-content-text');
  if (!content || content.querySelector('wiki-edit-form')) return;
  const form = document.createElement('wiki-edit-form');
  form.page = String(mw.config.get('wgPageName'));
  form.section = section;
  form.addEventListener('wiki-saved', ({saved}) => {
    if (saved.outcome === 'saved') form.remove();
  });
  // A page that is new, or has something on it that cannot be put in its place.
  form.addEventListener('wiki-refreshed', ({refreshed}) => {
    if (!refreshed) location.reload();
  });
  form.addEventListener('wiki-cancel', () => form.remove());
  form.addEventListener('wiki-opened', () => form.focus());
  content.prepend(form);
  form.scrollIntoView({block: 'nearest'});
}

/** The section an edit link of the article is for; none for other links. */
function sectionOf(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.mw-editsection a') : null;
  const query = link ? new URL(link.href).searchParams : undefined;
  return query?.get('section') ?? undefined;
}

if (mw.config.get('wgIsArticle') && mw.config.get('wgIsProbablyEditable')) {
  void mw.loader.using(['mediawiki.util']).then(() => {
    const tab = mw.util.addPortletLink('p-views', '#', 'Edit here', 'ca-edit-here', 'Edit this page in its place');
    tab?.addEventListener('click', (event) => {
      event.preventDefault();
      open();
    });
  });
  document.addEventListener('click', (event) => {
    const section = sectionOf(event.target);
    if (section === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(section);
  });
}
