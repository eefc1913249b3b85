/** `<wiki-diff>` on the real wiki: what it asks for, what it shows, and what its buttons do there. */
import type {WikiDiff} from 'wikilit/components.js';
import {as, make, nobody} from './asking.js';
import {revids} from './comparing.js';
import {afterShown, asked, cellsOf, diffOf, marksOf, openBare, show} from './diff-page.js';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import {users} from './wiki/users.js';

const title = 'Reverted twice';

test.describe('requests', () => {
  test('on the wiki’s own page: one to open two revisions, none to show them otherwise', async ({page, wiki}) => {
    const [fromrev = 0, torev = 0] = await revids(nobody(wiki), title);
    await openBare(page, wiki);
    const [request, ...more] = await asked(wiki.front, () => show(page, {api: wiki.api, fromrev, torev}));
    expect(more).toEqual([]);
    expect(request?.url).not.toContain('origin=');
    expect(await marksOf(page)).toEqual(['Good', 'Bad']);
    const later = await asked(wiki.front, async () => {
      for (const name of ['Inline', 'Side by side', 'Next change']) await diffOf(page).getByRole('button', {name}).click();
      await diffOf(page).getByText('More', {exact: true}).click();
      await diffOf(page).getByLabel('Show blanks').check();
      await afterShown(page, () => diffOf(page).getByLabel('Ignore differences in blanks').check());
    });
    expect(later.map(({url}) => url)).toEqual([]);
  });

  test('from a page of another site: one, as nobody', async ({page, wiki}) => {
    const door = await wiki.door({host: 'localhost'});
    const [fromrev = 0, torev = 0] = await revids(nobody(wiki), title);
    await openBare(page, wiki);
    const requests = await asked(door, () => show(page, {api: door.api, fromrev, torev}));
    expect(requests).toHaveLength(1);
    expect(new URL(requests[0]?.url ?? '', door.origin).searchParams.get('origin')).toBe('*');
    await door.close();
  });
});

test.describe('the wiki’s own engine', () => {
  const lines = (count: number): string[] => Array.from({length: count}, (_, index) => `line ${index + 1}`);
  const pair = (): [string, string] => {
    const left = lines(40);
    return [left.join('\n'), left.map((line) => (line === 'line 20' ? 'line 20 is longer now' : line)).filter((line) => line !== 'line 35').join('\n')];
  };

  for (const scenario of [undefined, 'phpdiff'] as const) {
    test(`${scenario ? 'action=compare' : 'rest.php'}: the same rows as here, and more lines when they are wanted`, async ({page, wiki}) => {
      const [one, two] = pair();
      await make(wiki, {'For engines': one});
      await (await as(wiki, 'Olga')).page('For engines').edit({text: two});
      const [fromrev = 0, torev = 0] = await revids(nobody(wiki), 'For engines');
      // From another site, rest.php does not answer.
      const door = await wiki.door(scenario ? {scenario, host: 'localhost'} : {});
      await openBare(page, scenario ? wiki : door);
      await show(page, {api: door.api, fromrev, torev, engine: 'local'});
      const here = await cellsOf(page);
      const requests = await asked(door, () => show(page, {api: door.api, fromrev, torev, engine: 'wiki'}));
      expect(await diffOf(page).evaluate((diff: WikiDiff) => diff.model?.engine)).toBe(scenario ? 'html' : 'rest');
      expect(await cellsOf(page)).toEqual(here);
      expect(requests.at(-1)?.url).toMatch(scenario ? /action=compare/ : /rest\.php.*\/compare\//);
      const read = await asked(door, async () => {
        await diffOf(page).getByRole('button', {name: '17 unchanged lines'}).click();
        await expect(diffOf(page).locator('.cell.to', {hasText: /^line 1$/})).toBeVisible();
        await diffOf(page).getByRole('button', {name: '10 unchanged lines'}).click();
        await expect(diffOf(page).locator('.cell.to', {hasText: /^line 27$/})).toBeVisible();
      });
      expect(read).toHaveLength(1);
      await door.close();
    });
  }
});

test.describe('what can be compared', () => {
  test('a text that is not saved: of a page, of a section, of a page that is not there', async ({page, wiki}) => {
    await make(wiki, {'For a text': 'Top.\n\n== One ==\nFirst.\n\n== Two ==\nSecond.'});
    await openBare(page, wiki);
    await show(page, {api: wiki.api, page: 'For a text', text: 'Top changed.\n\n== One ==\nFirst.\n\n== Two ==\nSecond.'});
    expect(await marksOf(page)).toEqual([' changed']);
    await expect(diffOf(page)).toContainText('Your text, not saved');
    await show(page, {api: wiki.api, page: 'For a text', section: 2, text: '== Two ==\nSecond and third.'});
    expect(await marksOf(page)).toEqual([' and third']);
    await show(page, {api: wiki.api, page: 'Not there yet', text: 'All new.'});
    expect(await marksOf(page)).toContain('All new.');
  });

  test('the first revision: all of it is new', async ({page, wiki}) => {
    const [torev = 0] = await revids(nobody(wiki), title);
    await openBare(page, wiki);
    await show(page, {api: wiki.api, torev});
    expect(await marksOf(page)).toContain('Good text.');
    await expect(diffOf(page)).toContainText('This is the first revision: all of it is new.');
  });

  test('revisions of two pages, with their titles', async ({page, wiki}) => {
    const client = nobody(wiki);
    const [[fromrev = 0], [torev = 0]] = [await revids(client, 'Protected'), await revids(client, title)];
    await openBare(page, wiki);
    await show(page, {api: wiki.api, fromrev, torev});
    await expect(diffOf(page).locator('.head .title')).toHaveText(['Protected', title]);
  });

  test('deleted revisions, for an administrator', async ({page, wiki}) => {
    const admin = await as(wiki, 'Admin');
    const [fromrev = 0, torev = 0] = (await admin.page('Deleted page').list('deletedrevisions', {prop: ['ids'], dir: 'newer'}).toArray()).map(({revid}) => revid);
    await openBare(page, wiki);
    await show(page, {api: wiki.api, fromrev, torev}, 'failed');
    await expect(diffOf(page).getByRole('alert')).toContainText(`There is no revision ${fromrev}.`);
    await signIn(page, wiki, users.Admin);
    await openBare(page, wiki);
    for (const engine of ['local', 'wiki'] as const) {
      await show(page, {api: wiki.api, fromrev, torev, engine});
      expect((await marksOf(page)).join('')).toContain('Really');
      await expect(diffOf(page).locator('.head')).toContainText(['(deleted)', '(deleted)']);
      await expect(diffOf(page).getByRole('button', {name: 'undo'})).toHaveCount(0);
    }
  });

  test('a text that is hidden: not for everybody, and for an administrator when asked for', async ({page, wiki}) => {
    const [fromrev = 0, torev = 0] = await revids(nobody(wiki), 'Hidden revisions');
    await openBare(page, wiki);
    for (const engine of ['local', 'wiki'] as const) {
      await show(page, {api: wiki.api, fromrev, torev, engine}, 'withheld');
      await expect(diffOf(page)).toContainText('you may not see it');
    }
    await signIn(page, wiki, users.Admin);
    await openBare(page, wiki);
    for (const engine of ['local', 'wiki'] as const) {
      await show(page, {api: wiki.api, fromrev, torev, engine}, 'hidden');
      await expect(diffOf(page)).not.toContainText('nobody should see');
      await diffOf(page).getByRole('button', {name: 'Show it'}).click();
      await expect(diffOf(page)).toContainText('Text that nobody should see.');
    }
  });

  test('since my last edit', async ({page, wiki}) => {
    await signIn(page, wiki, users.Olga);
    await openBare(page, wiki);
    const [fromrev = 0, , torev = 0] = await revids(nobody(wiki), title);
    await show(page, {api: wiki.api, page: title, since: 'my-last-edit'}, 'same');
    expect(await diffOf(page).evaluate(({opening}: WikiDiff) => [opening?.from, opening?.to].map((side) => side?.kind === 'revision' && side.revid))).toEqual([fromrev, torev]);
  });

  test('since the last edit of somebody else', async ({page, wiki}) => {
    await make(wiki, {'For others': 'One.'});
    const henrik = (await as(wiki, 'Henrik')).page('For others');
    for (const text of ['One. And two.', 'One. And two, and three.']) await henrik.edit({text});
    await openBare(page, wiki);
    await show(page, {api: wiki.api, page: 'For others', since: 'last-other-author'});
    expect(await marksOf(page)).toEqual([' And two, and three.']);
  });

  test('pages of two wikis, with links to each', async ({page, wiki}) => {
    const other = await wiki.door({host: 'localhost'});
    await openBare(page, wiki);
    await show(page, {api: wiki.api, fromApi: other.api, frompage: 'Protected', page: title});
    await expect(diffOf(page).locator('.head .title')).toHaveText(['Protected', title]);
    expect(await diffOf(page).locator('.head time').evaluateAll((times) => times.map((time) => new URL(time.closest('a')?.href ?? '').origin))).toEqual([other.origin, wiki.origin]);
    await other.close();
  });

  test('versions of a file', async ({page, wiki}) => {
    await openBare(page, wiki);
    const requests = await asked(wiki.front, () => show(page, {api: wiki.api, page: 'File:Lighthouse at dusk.png', files: true}, 'files'));
    expect(requests).toHaveLength(1);
    await expect(diffOf(page).locator('figcaption')).toContainText(['Olga', 'Henrik']);
    await expect.poll(() => diffOf(page).locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0))).toEqual([true, true]);
  });

  test('JSON, JavaScript and CSS: what encloses the change is named', async ({page, wiki}) => {
    const filler = (make: (index: number) => string): string => Array.from({length: 12}, (_, index) => make(index)).join('\n');
    const admin = await as(wiki, 'Admin');
    const pages: Record<string, [text: (word: string) => string, mark: string, model: string]> = {
      'User:Admin/a.json': [(word) => JSON.stringify({outer: Object.fromEntries([...Array.from({length: 12}, (_, index) => [`k${index}`, index]), ['inner', word]])}), 'outer', 'json'],
      'User:Admin/a.js': [(word) => `function outer() {\n${filler((index) => `  f${index}();`)}\n  return '${word}';\n}`, 'outer', 'javascript'],
      'User:Admin/a.css': [(word) => `.outer {\n${filler((index) => `  --p${index}: 1;`)}\n  color: ${word};\n}`, '.outer', 'css'],
    };
    await openBare(page, wiki);
    for (const [title, [text, mark, model]] of Object.entries(pages)) {
      await admin.page(title).edit({text: text('red')});
      await admin.page(title).edit({text: text('blue')});
      await show(page, {api: wiki.api, page: title});
      expect(await diffOf(page).evaluate(({opening}: WikiDiff) => opening?.to.page.contentmodel)).toBe(model);
      expect(await marksOf(page)).toEqual(['red', 'blue']);
      await expect(diffOf(page).getByRole('heading')).toContainText([mark]);
    }
  });
});

test.describe('from edit to edit', () => {
  test('older and newer, one request each; the address follows, and the browser goes back', async ({page, wiki}) => {
    const [first = 0, second = 0, third = 0] = await revids(nobody(wiki), title);
    await openBare(page, wiki);
    const address = page.url();
    await show(page, {api: wiki.api, page: title, history: true});
    expect(await marksOf(page)).toEqual(['Bad', 'Good']);
    expect(await asked(wiki.front, () => afterShown(page, () => diffOf(page).getByRole('button', {name: 'Older edit'}).click()))).toHaveLength(1);
    expect(await marksOf(page)).toEqual(['Good', 'Bad']);
    expect(page.url()).toBe(`${address}?oldid=${first}&diff=${second}`);
    await expect(diffOf(page).getByRole('button', {name: 'Older edit'})).toHaveCount(0);
    expect(await asked(wiki.front, () => afterShown(page, () => diffOf(page).getByRole('button', {name: 'Newer edit'}).click()))).toHaveLength(1);
    expect(page.url()).toBe(`${address}?oldid=${second}&diff=${third}`);
    await expect(diffOf(page).getByRole('button', {name: 'Newer edit'})).toHaveCount(0);
    await afterShown(page, () => page.goBack());
    expect(await marksOf(page)).toEqual(['Good', 'Bad']);
    await afterShown(page, () => page.goBack());
    expect([await marksOf(page), page.url()]).toEqual([['Bad', 'Good'], address]);
  });

  test('what lies between is counted when somebody asks', async ({page, wiki}) => {
    const [fromrev = 0, , torev = 0] = await revids(nobody(wiki), title);
    await openBare(page, wiki);
    await show(page, {api: wiki.api, fromrev, torev}, 'same');
    await diffOf(page).getByRole('button', {name: 'Are there revisions in between?'}).click();
    await expect(diffOf(page)).toContainText('(One intermediate revision by one other user not shown)');
  });
});

test.describe('what is done about a change', () => {
  test.beforeEach(async ({wiki}) => {
    await make(wiki, {'For deeds': 'One.'});
    await (await as(wiki, 'Henrik')).page('For deeds').edit({text: 'Two.'});
  });

  const press = async (page: Parameters<typeof diffOf>[0], name: string): Promise<void> => {
    await diffOf(page).getByRole('button', {name, exact: true}).click();
    await diffOf(page).getByRole('button', {name: `${name}: are you sure?`}).click();
  };

  test('undo: at the second press', async ({page, wiki}) => {
    await signIn(page, wiki, users.Olga);
    await openBare(page, wiki);
    await show(page, {api: wiki.api, page: 'For deeds'});
    expect(await asked(wiki.front, () => diffOf(page).getByRole('button', {name: 'undo', exact: true}).click())).toEqual([]);
    const acted = diffOf(page).evaluate((diff: WikiDiff) => new Promise<string>((resolve) => diff.addEventListener('wiki-diff-acted', (event) => resolve(event.action))));
    await diffOf(page).getByRole('button', {name: 'undo: are you sure?'}).click();
    expect(await acted).toBe('undo');
    await expect(diffOf(page).getByRole('status').filter({hasText: 'Done.'})).toBeVisible();
    await expect(diffOf(page).getByRole('button', {name: /^undo/})).toHaveCount(0);
    expect(await newestRevision(wiki.api, 'For deeds')).toMatchObject({text: 'One.', user: 'Olga'});
  });

  test('rollback', async ({page, wiki}) => {
    await signIn(page, wiki, users.Admin);
    await openBare(page, wiki);
    await show(page, {api: wiki.api, page: 'For deeds'});
    await press(page, 'rollback');
    await expect(diffOf(page)).toContainText('Done.');
    expect(await newestRevision(wiki.api, 'For deeds')).toMatchObject({text: 'One.', user: 'Admin'});
  });

  test('patrol: offered where the edit waits for it', async ({page, wiki}) => {
    await signIn(page, wiki, users.Admin);
    await openBare(page, wiki);
    await show(page, {api: wiki.api, page: 'For deeds'});
    await diffOf(page).getByText('More', {exact: true}).click();
    await press(page, 'Mark as patrolled');
    await expect(diffOf(page)).toContainText('Done.');
    const {query} = await (await as(wiki, 'Admin')).get<{query: {recentchanges: {patrolled: boolean}[]}}>({action: 'query', list: 'recentchanges', rctitle: 'For deeds', rcprop: ['patrolled'], rclimit: 1});
    expect(query.recentchanges[0]?.patrolled).toBe(true);
    await show(page, {api: wiki.api, page: 'For deeds'});
    await diffOf(page).getByText('More', {exact: true}).click();
    await expect(diffOf(page).getByLabel('Show blanks')).toBeVisible();
    await expect(diffOf(page).getByRole('button', {name: 'Mark as patrolled'})).toHaveCount(0);
  });

  test('who cancels the event has nothing sent', async ({page, wiki}) => {
    await signIn(page, wiki, users.Olga);
    await openBare(page, wiki);
    await show(page, {api: wiki.api, page: 'For deeds'});
    await page.evaluate(() => document.addEventListener('wiki-diff-action', (event) => event.preventDefault()));
    expect(await asked(wiki.front, () => press(page, 'undo'))).toEqual([]);
    expect((await newestRevision(wiki.api, 'For deeds')).text).toBe('Two.');
  });

  test('what the wiki refuses is told in its words', async ({page, wiki}) => {
    await signIn(page, wiki, users.Olga);
    await openBare(page, wiki);
    await show(page, {api: wiki.api, page: 'For deeds'});
    await (await as(wiki, 'Henrik')).page('For deeds').edit({text: 'Three, in the same line.'});
    await press(page, 'undo');
    await expect(diffOf(page).locator('.message.error')).toContainText('could not be undone due to conflicting intermediate edits');
    expect((await newestRevision(wiki.api, 'For deeds')).text).toBe('Three, in the same line.');
  });

  test('nobody is offered what they may not', async ({page, wiki}) => {
    await openBare(page, wiki);
    await show(page, {api: wiki.api, page: 'For deeds'});
    await expect(diffOf(page).getByRole('button', {name: 'rollback'})).toHaveCount(0);
    await expect(diffOf(page).getByRole('button', {name: 'undo'})).toHaveCount(1);
  });
});
