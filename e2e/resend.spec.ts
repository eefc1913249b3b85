/** What the browser does by itself: a POST whose connection dies without a byte of an answer is sent again. */
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';

for (const title of ['Sandbox', 'A page of one’s own']) {
  test(`one answer is lost, the browser sends the edit again: it is there once, and saved is what is told (${title})`, async ({page, wiki}) => {
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
    const saved = await page.evaluate(() => {
      const {place} = globalThis as unknown as {place: import('wikilit').Page};
      return place.edit({text: 'Written once.', summary: 'once'}).catch((error: Error) => ({outcome: error.name, newrevid: 0}));
    });
    wiki.front.setFaults(undefined);
    expect(wiki.front.requests.slice(before).filter(({action}) => action === 'edit').length).toBeGreaterThan(1);
    const revision = await newestRevision(wiki.api, title);
    expect(revision.text).toBe('Written once.');
    expect(saved).toMatchObject({outcome: 'saved', newrevid: revision.revid});
  });
}
