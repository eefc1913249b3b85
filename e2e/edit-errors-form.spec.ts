/** docs/edit-errors.md: forms on the real wiki that meet what `edit-form-states.spec.ts` does not show. The state is the table's; the text is still there, and can be saved. */
import {readFileSync} from 'node:fs';
import type {Page} from '@playwright/test';
import {editErrors} from '../src/wiki/edit/edit-errors.fixtures.js';
import {make} from './asking.js';
import {button, formOf, openForm, save, textOf, violations} from './edit-form-page.js';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import {signIn} from './signed-in.js';
import {type Scenario, type TestWiki, users, type WikiUser} from './wiki/index.js';

const {codes, later} = editErrors(readFileSync(new URL('../docs/edit-errors.md', import.meta.url), 'utf8'));
const stateOf = new Map([...codes, ...later].flatMap(({code, today, state}) => [code, ...today].map((name) => [name, state] as const)));

interface Place {
  readonly page: Page;
  readonly wiki: TestWiki;
}

interface Meeting {
  readonly code: string;
  /** Default: Olga; undefined: nobody. */
  readonly user?: WikiUser | undefined;
  readonly title: string;
  /** Of the page: one more section. */
  readonly section?: 'new';
  /** How the form opens; default: ready. */
  readonly opens?: 'refused';
  readonly typed: string;
  /** The wiki comes into this state while the form is open; and goes out of it again. */
  readonly scenario?: Scenario;
  readonly before?: (wiki: TestWiki) => Promise<unknown>;
  /** Some of what the form says. */
  readonly said: RegExp;
  /** What is typed in its place; default: the same again. */
  readonly better?: string;
  /** In place of typing that, and pressing the button that saves. */
  readonly leave?: (place: Place) => Promise<unknown>;
}

const meetings: readonly Meeting[] = [
  {code: 'spamprotectionmatch', title: 'Sandbox', scenario: 'spamregex', typed: 'cheap watches', said: /triggered our spam filter: cheap watches/},
  {code: 'confirmemail', user: users.Nils, title: 'Sandbox', scenario: 'confirmemail', typed: 'Mine.', said: /must confirm your email address/},
  {code: 'cantcreate', title: 'Project:Not there', scenario: 'nocreate', typed: 'Mine.', said: /do not have permission to create new pages/},
  {code: 'permissiondenied', user: undefined, title: 'Sandbox', scenario: 'noanonedit', typed: 'Mine.', said: /limited to users in the group/},
  {
    code: 'acct_creation_throttle_hit',
    user: undefined,
    title: 'Sandbox',
    scenario: 'tempaccounts=1',
    before: async (wiki) => {
      const door = await wiki.door({scenario: 'tempaccounts=1'});
      await wikiFromNode(door.api, undefined, {forceLogin: false}).page('Project:First').create('By a temporary account.');
      await door.close();
    },
    typed: 'Mine.',
    said: /have created 1 account in the last 1 day/,
  },
  {code: 'noimageredirect-anon', user: undefined, title: 'File:Not there.png', typed: '#REDIRECT [[File:Small flag.png]]', said: /can't create image redirects/, better: 'Words.'},
  {code: 'templatedata-invalid-parse', title: 'Template:Broken', typed: '<templatedata>{</templatedata>', said: /Syntax error in JSON/, better: 'Words.'},
  {
    code: 'sectionsnotsupported',
    title: 'User:Olga/list.json',
    section: 'new',
    opens: 'refused',
    before: (wiki) => make(wiki, {'User:Olga/list.json': '[1]'}),
    typed: '[2]',
    said: /has no sections: it holds json, not wikitext/,
    leave: async ({page}) => {
      await button(page, 'Edit the whole page').click();
      await expect(formOf(page).getByRole('textbox', {name: 'Your text'})).toHaveValue('[2]');
      await textOf(page).fill('[2]');
      await save(page);
    },
  },
  {code: 'hookaborted', user: users.Admin, title: 'MediaWiki:Titleblacklist', typed: '((', said: /aborted by an extension/, better: 'Nothing like this.*'},
];

/** What goes to the wiki goes to that door of it. */
async function reroute({page, wiki}: Place, scenario: Scenario): Promise<() => Promise<void>> {
  const door = await wiki.door({scenario});
  const pattern = `${wiki.origin}/w/api.php*`;
  await page.route(pattern, (route) => route.continue({url: route.request().url().replace(wiki.origin, door.origin)}));
  return async () => {
    await page.unroute(pattern);
    await door.close();
  };
}

async function meet(place: Place, {code, title, section, typed, said, before, ...given}: Meeting): Promise<void> {
  const {page, wiki} = place;
  const user = 'user' in given ? given.user : users.Olga;
  await before?.(wiki);
  if (user) await signIn(page, wiki, user);
  await openForm(page, wiki, {api: wiki.api, page: title, ...(section && {section})}, given.opens);
  await textOf(page).fill(typed);
  const back = given.scenario && (await reroute(place, given.scenario));
  await save(page, stateOf.get(code));
  await expect(formOf(page).locator('#refusal')).toContainText(said);
  await expect(textOf(page)).toHaveValue(typed);
  expect(await violations(page)).toEqual([]);
  await back?.();
}

test.beforeEach(({wiki}) => test.skip(!wiki.version.startsWith('1.43'), 'the table is of 1.43'));

for (const meeting of meetings) {
  const {code, title, typed, better = typed, leave} = meeting;
  test(`${code}: ${stateOf.get(code)}, and saved later`, async ({page, wiki}) => {
    test.slow();
    const place = {page, wiki};
    await meet(place, meeting);
    if (leave) {
      await leave(place);
    } else {
      await textOf(page).fill(better);
      await save(page);
    }
    expect((await newestRevision(wiki.api, title)).text.replace(/\s/g, '')).toBe(better.replace(/\s/g, ''));
  });
}

test('an extension that gives no reason gives it on the wiki’s own page', async ({page, wiki}) => {
  test.slow();
  const meeting = meetings.find(({code}) => code === 'hookaborted') as Meeting;
  await meet({page, wiki}, meeting);
  const [there] = await Promise.all([page.waitForEvent('popup'), button(page, 'Continue on the wiki').click()]);
  await expect(there.locator('#wpTextbox1')).toHaveValue('((\n');
  await there.locator('#wpSave').click();
  await expect(there.getByText('in the disallowed titles list').first()).toBeVisible();
  expect((await newestRevision(wiki.api, 'MediaWiki:Titleblacklist')).text).not.toContain('((');
});
