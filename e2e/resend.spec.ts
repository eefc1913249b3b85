/** What the browser does by itself: a POST whose connection dies without a byte of an answer is sent again. */
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';

const cases = [
  {what: 'a page', title: 'Sandbox', edit: {text: 'Written once.', summary: 'once'}, stored: /^Written once\.$/},
  {what: 'a new page', title: 'A page of one’s own', edit: {text: 'Written once.', summary: 'once'}, stored: /^Written once\.$/},
  {what: 'a signed text', title: 'Sandbox', edit: {text: 'Written once. ~~~~', summary: 'once'}, stored: /^Written once\. \[\[User:Olga/},
  {what: 'a section', title: 'Sandbox', edit: {text: '== Second ==\nWritten once.', section: 2, summary: 'once'}, stored: /== Second ==\nWritten once\.\n/},
  {what: 'a new section', title: 'Sandbox', edit: {text: 'Written once. ~~~~', section: 'new', sectiontitle: 'Once'}, stored: /== Once ==\n\nWritten once\. \[\[User:Olga[^]*$/},
] as const;

for (const {what, title, edit, stored} of cases) {
  test(`one answer is lost, the browser sends the edit again: it is there once, and saved is what is told (${what})`, async ({page, wiki}) => {
    await signIn(page, wiki);
    await page.evaluate(async ([api, title]) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      const place = new Wiki(api).page(title);
      if (await place.exists()) await place.text();
      Object.assign(globalThis, {place});
    }, [wiki.api, title] as const);
    wiki.front.setFaults({seed: 1, rules: [{action: 'edit', nth: 1, fault: {type: 'dropAfter'}}]});
    const before = wiki.front.requests.length;
    const saved = await page.evaluate((change) => {
      const {place} = globalThis as unknown as {place: import('wikilit').Page};
      return place.edit(change).catch((error: Error) => ({outcome: error.name, newrevid: 0}));
    }, edit);
    wiki.front.setFaults(undefined);
    expect(wiki.front.requests.slice(before).filter(({action}) => action === 'edit').length).toBeGreaterThan(1);
    const revision = await newestRevision(wiki.api, title);
    expect(revision.text).toMatch(stored);
    expect(revision.text.match(/Written once/g)).toHaveLength(1);
    expect(saved).toMatchObject({outcome: 'saved', newrevid: revision.revid});
  });
}
