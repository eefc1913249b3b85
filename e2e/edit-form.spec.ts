/** `<wiki-edit-form>` on the real wiki: what it asks for, its preview and its changes, and what it begins with by its attributes. */
import {as, make} from './asking.js';
import {revids} from './comparing.js';
import {asked, openBare} from './diff-page.js';
import {button, formOf, openForm, putForm, save, textOf} from './edit-form-page.js';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import {signIn} from './signed-in.js';

test.describe('one request to open', () => {
  test('on the wiki’s own page', async ({page, wiki}) => {
    await signIn(page, wiki);
    await openBare(page, wiki);
    const [request, ...more] = await asked(wiki.front, () => putForm(page, {api: wiki.api, page: 'Sandbox'}));
    expect(more.map(({url}) => url)).toEqual([]);
    expect(request?.url).not.toContain('origin=');
    await expect(textOf(page)).toHaveValue(/^Try things out here\./);
    await expect(page.locator('.wiki-edit-form-notices')).toContainText('It is emptied every night.');
    const section = await asked(wiki.front, () => putForm(page, {api: wiki.api, page: 'Sandbox', section: '2'}));
    expect(section).toHaveLength(1);
    await expect(textOf(page)).toHaveValue('== Second ==\nTwo.\n\n=== Deeper ===\nThree.');
  });

  test('from a page of another site: one, as nobody, with origin=*', async ({page, wiki}) => {
    const door = await wiki.door({host: 'localhost'});
    await openBare(page, wiki);
    const requests = await asked(door, () => putForm(page, {api: door.api, page: 'Sandbox'}, 'readonly'));
    expect(requests.map(({method, url}) => [method, new URL(url, door.origin).searchParams.get('origin')])).toEqual([['GET', '*']]);
    await expect(textOf(page)).toHaveValue(/^Try things out here\./);
    await expect(formOf(page)).toContainText('From this page the wiki can only be read, as nobody');
    await door.close();
  });

  test('from a site that the wiki lists: one, as who is logged in there, with that origin=', async ({page, wiki}) => {
    const home = await wiki.door();
    const listed = await wiki.door({crossSite: [new URL(home.origin).host]});
    await signIn(page, wiki);
    await openBare(page, home);
    const requests = await asked(listed, async () => {
      await page.evaluate(async (api) => {
        const path = '/dist/wikilit.js';
        const {Wiki} = (await import(path)) as typeof import('wikilit');
        const form = Object.assign(document.createElement('wiki-edit-form'), {wiki: new Wiki(api, {auth: 'cookies'}), page: 'Sandbox'});
        document.body.replaceChildren(form);
      }, listed.api);
      await expect(formOf(page)).toHaveAttribute('data-state', 'ready');
    });
    expect(requests.filter(({method}) => method !== 'OPTIONS').map(({url}) => new URL(url, listed.origin).searchParams.get('origin'))).toEqual([home.origin]);
    await textOf(page).fill('From a listed site.');
    await save(page);
    expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({text: 'From a listed site.', user: 'Olga'});
    await Promise.all([home.close(), listed.close()]);
  });
});

test.describe('preview and changes', () => {
  test('~~~~ is the signature, in one request; what is saved is the same', async ({page, wiki}) => {
    await signIn(page, wiki);
    await openForm(page, wiki, {api: wiki.api, page: 'Sandbox'});
    await textOf(page).fill("Hello ''there''. ~~~~");
    const requests = await asked(wiki.front, async () => {
      await button(page, 'Preview').click();
      await expect(formOf(page).getByText('This is only a preview.')).toBeVisible();
    });
    expect(requests.map(({action}) => action)).toEqual(['parse']);
    const preview = formOf(page).locator('[slot=preview]');
    await expect(preview.getByRole('link', {name: 'Olga'})).toBeVisible();
    await expect(preview.locator('i')).toHaveText('there');
    await expect(preview).toContainText(/\d\d:\d\d, \d+ \w+ \d{4} \(UTC\)/);
    await expect(textOf(page)).toHaveValue("Hello ''there''. ~~~~");
    await save(page);
    const {text} = await newestRevision(wiki.api, 'Sandbox');
    expect(text).toMatch(/^Hello ''there''\. \[\[User:Olga\|Olga\]\]/);
    // The next edit is of what the wiki has stored.
    await expect(textOf(page)).toHaveValue(text);
  });

  test('changes are compared here, without any request, and can be taken back one by one', async ({page, wiki}) => {
    await make(wiki, {'Project:Changes': 'One.\n\nTwo.\n\nThree.'});
    await signIn(page, wiki);
    await openForm(page, wiki, {api: wiki.api, page: 'Project:Changes'});
    const requests = await asked(wiki.front, async () => {
      await textOf(page).fill('One, changed.\n\nTwo.\n\nThree, changed.');
      await button(page, 'Changes').click();
      await expect(formOf(page).locator('wiki-diff .body ins')).toHaveText([', changed', ', changed']);
      await formOf(page).locator('wiki-diff').getByRole('button', {name: 'Undo this change'}).first().click();
      await expect(textOf(page)).toHaveValue('One.\n\nTwo.\n\nThree, changed.');
      await expect(formOf(page).locator('wiki-diff .body ins')).toHaveText([', changed']);
    });
    expect(requests.map(({url}) => url)).toEqual([]);
    await save(page);
    expect((await newestRevision(wiki.api, 'Project:Changes')).text).toBe('One.\n\nTwo.\n\nThree, changed.');
  });
});

test.describe('what it begins with', () => {
  const title = 'Project:Begins';

  test.beforeEach(async ({page, wiki}) => {
    await make(wiki, {[title]: 'One.\n\nTwo.\n\nThree.'});
    const henrik = (await as(wiki, 'Henrik')).page(title);
    await henrik.edit({text: 'One, by mistake.\n\nTwo.\n\nThree.'});
    await henrik.edit({text: 'One, by mistake.\n\nTwo.\n\nThree, well done.'});
    await signIn(page, wiki);
  });

  test('a revision undone: what came later stays, and the summary is the wiki’s', async ({page, wiki}) => {
    const [first = 0, mistake = 0] = await revids(wikiFromNode(wiki.api), title);
    await page.goto(`${wiki.origin}/w/index.php?${new URLSearchParams({title, action: 'edit', undo: String(mistake), undoafter: String(first)}).toString()}`);
    await expect(page.locator('#wpSummary')).toHaveValue(/^Undo revision/);
    const core = {text: await page.locator('#wpTextbox1').inputValue(), summary: await page.locator('#wpSummary').inputValue()};
    for (const undoafter of [undefined, first]) {
      await openForm(page, wiki, {api: wiki.api, page: title, undo: String(mistake), ...(undoafter && {undoafter: String(undoafter)})});
      await expect(textOf(page)).toHaveValue(core.text.trimEnd());
      await expect(formOf(page).getByLabel('Summary')).toHaveValue(core.summary);
    }
    await save(page);
    expect(await newestRevision(wiki.api, title)).toMatchObject({text: 'One.\n\nTwo.\n\nThree, well done.', user: 'Olga', comment: core.summary});
    // For the wiki it is an undoing, as from its own form: whose edit it was is told.
    const {query} = await wikiFromNode(wiki.api).get<{query: {pages: readonly {revisions: readonly {tags: readonly string[]}[]}[]}}>({action: 'query', titles: title, prop: 'revisions', rvprop: 'tags'});
    expect(query.pages[0]?.revisions[0]?.tags).toContain('mw-undo');
  });

  test('an old revision takes the place of all later ones', async ({page, wiki}) => {
    const [first = 0] = await revids(wikiFromNode(wiki.api), title);
    await openForm(page, wiki, {api: wiki.api, page: title, oldid: String(first)});
    await expect(textOf(page)).toHaveValue('One.\n\nTwo.\n\nThree.');
    await save(page);
    expect(await newestRevision(wiki.api, title)).toMatchObject({text: 'One.\n\nTwo.\n\nThree.', user: 'Olga'});
  });

  test('a revision that later edits are in the way of is not undone, and that is said', async ({page, wiki}) => {
    await (await as(wiki, 'Henrik')).page(title).edit({text: 'One, otherwise.'});
    const [, mistake = 0] = await revids(wikiFromNode(wiki.api), title);
    await openForm(page, wiki, {api: wiki.api, page: title, undo: String(mistake)}, 'failed');
    await expect(formOf(page).getByRole('alert')).toContainText('cannot be undone: later edits changed the same lines.');
  });

  test('a page’s text for a new page; an intro above', async ({page, wiki}) => {
    await make(wiki, {'Project:Preload': 'Write <includeonly>here</includeonly><noinclude>not</noinclude>.', 'Project:Intro': 'Read this first.'});
    await openForm(page, wiki, {api: wiki.api, page: 'Project:Preloaded', preload: 'Project:Preload', editintro: 'Project:Intro'});
    await expect(textOf(page)).toHaveValue('Write here.');
    await expect(formOf(page)).toContainText('Read this first.');
    await save(page);
    expect((await newestRevision(wiki.api, 'Project:Preloaded')).text).toBe('Write here.');
  });
});
