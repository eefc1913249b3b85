/** What the rows of writes are set up with, and counted by, on the wiki. */
import type {Wiki} from 'wikilit';

/** Two revisions of one page, as another wiki exports them. */
export const dump = new Blob([
  `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11"><page><title>From elsewhere</title><ns>0</ns>
${['2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z'].map((time) => `<revision><timestamp>${time}</timestamp><contributor><username>Ada</username></contributor><model>wikitext</model><format>text/x-wiki</format><text>Written ${time}.</text></revision>`).join('\n')}
</page></mediawiki>`,
], {type: 'text/xml'});

/** The name of the version of the file before its newest. */
export async function oldVersion(client: Wiki): Promise<string> {
  const [, old] = await client.page('File:Lighthouse at dusk.png').list('imageinfo', {prop: ['archivename']}).toArray();
  return old?.archivename ?? '';
}

export async function firstRevision(client: Wiki, title: string): Promise<number> {
  const [first] = await client.page(title).revisions({prop: ['ids'], dir: 'newer'}).take(1).toArray();
  return first?.revid ?? 0;
}

/** How many watch a page. */
export async function watchers(admin: Wiki, title: string): Promise<number> {
  const {query} = await admin.get({action: 'query', prop: 'info', inprop: 'watchers', titles: [title]});
  return query.pages[0]?.watchers ?? 0;
}

/** Pages with a few words. */
export async function make(admin: Wiki, ...titles: readonly string[]): Promise<void> {
  for (const title of titles) await admin.page(title).edit({text: `About ${title}.`});
}

/** How many entries a log has of a page or user since the seed, whose entries are older. */
export async function entries(admin: Wiki, type: string, title: string, action?: string): Promise<number> {
  const all = await admin.list('logevents', {type, title, end: '2025-12-31T00:00:00Z', prop: ['type']}).toArray();
  return action === undefined ? all.length : all.filter((entry) => (entry as {action?: string}).action === action).length;
}

/** How many revisions of a page, if there is one, are by that user. */
export async function revisionsBy(admin: Wiki, user: string, title: string): Promise<number> {
  const rows = await admin.page(title).revisions({prop: ['ids', 'user']}).toArray().catch(() => []);
  return rows.filter((row) => (row as {user?: string}).user === user).length;
}
