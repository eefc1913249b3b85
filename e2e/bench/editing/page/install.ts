/** The page view with a gadget in it, before anybody clicks. What is here runs in a page of the wiki. */
import type {GadgetFiles} from '../gadget.js';

interface InPage {
  readonly mw: {
    readonly config: {get(name: string): string};
    readonly loader: {using(name: string): Promise<void>};
    readonly util: {addPortletLink(portlet: string, href: string, text: string, id: string): object};
  };
}

/** Adds the link that gadgets add. */
export async function addLink(): Promise<void> {
  const {mw} = globalThis as unknown as InPage;
  // Not every skin has it from the start.
  await mw.loader.using('mediawiki.util');
  mw.util.addPortletLink('p-views', '#', 'Edit here', 'ca-edit-here');
}

/** Loads our form at a click on the link, all files at once as bundlers load them. */
export function installForm({ahead, form, besides}: GadgetFiles): void {
  const page = (globalThis as unknown as InPage).mw.config.get('wgPageName');
  document.querySelector('#ca-edit-here')?.addEventListener('click', (event) => {
    event.preventDefault();
    if (ahead !== undefined) void (import(ahead) as Promise<typeof import('./ahead.js')>).then(({askAhead}) => askAhead(page));
    for (const file of besides) void import(file);
    void (import(form) as Promise<typeof import('./form.js')>).then(({openForm}) => openForm(page));
  });
}

/** What asks is in the gadget itself, which is loaded with the page. */
export async function installAsking(files: GadgetFiles): Promise<void> {
  const {askAhead} = (await import(files.ahead ?? '')) as typeof import('./ahead.js');
  const page = (globalThis as unknown as InPage).mw.config.get('wgPageName');
  document.querySelector('#ca-edit-here')?.addEventListener('click', (event) => {
    event.preventDefault();
    askAhead(page);
    void (import(files.form) as Promise<typeof import('./form.js')>).then(({openForm}) => openForm(page));
  });
}
