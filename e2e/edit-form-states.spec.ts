/**
 * Each state of `<wiki-edit-form>` on the real wiki: what leads there, what the form says, and the way out. After each
 * refusal the text is still there, and can be saved where the cause can be taken away. The table of states in
 * docs/edit-form.md is what was seen here: `npm run states` writes it again.
 */
import type {Page} from '@playwright/test';
import {as, make} from './asking.js';
import {button, formOf, openForm, save, textOf, violations} from './edit-form-page.js';
import {expectRow, rowNames} from './edit-form-states.js';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import {type Door, type Scenario, type TestWiki, users, type WikiUser} from './wiki/index.js';
import {loggedIn} from './write-proof.js';

const title = 'Project:States';
const text = 'First paragraph.\n\nSecond paragraph.\n\nThird paragraph.';

/** What a test of one state has at hand. */
interface Place {
  readonly page: Page;
  readonly wiki: TestWiki;
  /** Where the form asks. */
  readonly door: Door;
}

interface State {
  /** As `state` and the attribute `data-state` have it; with a remark where there are several ways. */
  readonly name: string;
  /** What leads there, for the table. */
  readonly by: string;
  readonly out: string;
  readonly scenario?: Scenario;
  /** Default: Olga; undefined: nobody. */
  readonly user?: WikiUser | undefined;
  /** Default: the page with three paragraphs. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What it opens with. */
  readonly opens?: string;
  /** What is typed. */
  readonly typed?: string;
  /** Others do it while the form is open. */
  readonly meanwhile?: (place: Place) => Promise<unknown>;
  /** In place of pressing the button that saves. */
  readonly lead?: (place: Place) => Promise<unknown>;
  /** Where what is said stands; default: in the refusal. */
  readonly says?: string;
  /** Takes the cause away, and saves. */
  readonly leave?: (place: Place) => Promise<unknown>;
  /** What is on the wiki then; default: what was typed. */
  readonly saved?: string;
}

const reasons = '.message p';
const outcome = '.outcome .message p';
const captcha = '#refusal p, label[for=captcha]';
const changed = text.replace('Second', 'Another');

/** The same wiki in its usual state, for a form that asks at a door with a scenario. */
const usual = ({page, wiki, door}: Place): Promise<unknown> => page.route(`${door.origin}/w/api.php*`, (route) => route.continue({url: route.request().url().replace(door.origin, wiki.origin)}));

const again = ({page}: Place): Promise<void> => save(page);
const insert = async (place: Place, words: string): Promise<void> => {
  await textOf(place.page).fill(words);
  await save(place.page);
};
const admin = async ({wiki}: Place, params: Readonly<Record<string, string>> & {readonly action: string}): Promise<unknown> => (await as(wiki, 'Admin')).post(params, {token: 'csrf'});
const henrik = async ({wiki}: Place, words: string, of = title): Promise<unknown> => (await as(wiki, 'Henrik')).page(of).edit({text: words});

const states: readonly State[] = [
  {name: 'ready', by: 'the text is there', out: 'type, and save', typed: changed, lead: async () => {}, says: '.save', leave: again},
  {
    name: 'ready (temporary account)',
    by: 'nobody is logged in, and the wiki makes accounts for a time',
    out: 'type, and save',
    scenario: 'tempaccounts',
    user: undefined,
    typed: changed,
    lead: async () => {},
    says: reasons,
    leave: async ({page, wiki}) => {
      await save(page);
      expect((await newestRevision(wiki.api, title)).user).toMatch(/^~\d{4}-\d/);
    },
  },
  {name: 'readonly (protected)', by: 'the page is protected', out: 'read and copy', attributes: {page: 'Protected'}, opens: 'readonly', says: reasons},
  {name: 'readonly (blocked)', by: 'the user is blocked', out: 'read and copy', user: users.Blair, attributes: {page: 'Sandbox'}, opens: 'readonly', says: reasons},
  {name: 'readonly (title)', by: 'nobody but administrators may create it', out: 'none', attributes: {page: 'Create-protected'}, opens: 'readonly', says: reasons},
  {name: 'failed', by: 'it cannot be opened: here a section that is not there', out: '“Edit the whole page”, or “Try again” where that can help', attributes: {page: title, section: '99'}, opens: 'failed', says: reasons},
  {name: 'saved', by: 'saved', out: 'goes on from what was saved', typed: changed, lead: again, says: outcome},
  {name: 'saved (nothing changed)', by: 'the page has this text already', out: 'goes on', typed: text, lead: again, says: outcome, saved: text},
  {
    name: 'saved (put together)',
    by: 'somebody else changed another paragraph meanwhile',
    out: 'goes on from both texts',
    typed: `${text} Mine.`,
    meanwhile: (place) => henrik(place, text.replace('First', 'Their first')),
    lead: again,
    says: outcome,
    saved: `${text.replace('First', 'Their first')} Mine.`,
  },
  {
    name: 'conflict',
    by: 'somebody else changed the same lines meanwhile',
    out: '“Put together”, “Edit their text instead”, “Save my text in place of it”',
    typed: changed,
    meanwhile: (place) => henrik(place, text.replace('Second', 'Their second')),
    leave: async (place) => {
      await formOf(place.page).getByLabel('Both, theirs first').check();
      await button(place.page, 'Put together').click();
      await save(place.page);
    },
    saved: text.replace('Second paragraph.', 'Their second paragraph.\nAnother paragraph.'),
  },
  {
    name: 'conflict (created meanwhile)',
    by: 'somebody else created the page meanwhile',
    out: 'as any conflict',
    attributes: {page: 'Project:States, new'},
    typed: 'Mine.',
    meanwhile: (place) => henrik(place, 'Theirs.', 'Project:States, new'),
    leave: async (place) => {
      await formOf(place.page).getByLabel('Both, theirs first').check();
      await button(place.page, 'Put together').click();
      await save(place.page);
    },
    saved: 'Theirs.\nMine.',
  },
  {
    name: 'conflict (section)',
    by: 'the section that is edited has another place now',
    out: '“Edit the whole page”: the text stands beside it',
    attributes: {page: 'Sandbox', section: '1'},
    typed: '== First ==\nMine.',
    meanwhile: (place) => henrik(place, '== Another ==\nTheirs.', 'Sandbox'),
    leave: async ({page}) => {
      await button(page, 'Edit the whole page').click();
      await expect(formOf(page).getByRole('textbox', {name: 'Your text'})).toHaveValue('== First ==\nMine.');
      await expect(textOf(page)).toHaveValue('== Another ==\nTheirs.');
      await textOf(page).fill('== Another ==\nTheirs.\n\n== First ==\nMine.');
      await save(page);
    },
    saved: '== Another ==\nTheirs.\n\n== First ==\nMine.',
  },
  {
    name: 'conflict (section gone)',
    by: 'somebody else took that section away meanwhile',
    out: '“Edit the whole page”: the text stands beside it',
    attributes: {page: 'Sandbox', section: '2'},
    typed: '== Second ==\nMine.',
    meanwhile: (place) => henrik(place, '== First ==\nTheirs.', 'Sandbox'),
    leave: async ({page}) => {
      await button(page, 'Edit the whole page').click();
      await expect(formOf(page).getByRole('textbox', {name: 'Your text'})).toHaveValue('== Second ==\nMine.');
      await textOf(page).fill('== First ==\nTheirs.\n\n== Second ==\nMine.');
      await save(page);
    },
    saved: '== First ==\nTheirs.\n\n== Second ==\nMine.',
  },
  {
    name: 'deleted',
    by: 'the page was deleted meanwhile',
    out: '“Create the page again”',
    typed: changed,
    meanwhile: (place) => admin(place, {action: 'delete', title}),
    leave: async ({page}) => {
      await button(page, 'Create the page again').click();
      await expect(formOf(page)).toHaveAttribute('data-state', 'saved');
    },
  },
  {
    name: 'protected',
    by: 'the page was protected meanwhile',
    out: 'copy the text; save again once it may be edited',
    typed: changed,
    meanwhile: (place) => admin(place, {action: 'protect', title, protections: 'edit=sysop'}),
    leave: async (place) => {
      await admin(place, {action: 'protect', title, protections: 'edit=all'});
      await save(place.page);
    },
  },
  {
    name: 'blocked',
    by: 'the user was blocked meanwhile',
    out: 'copy the text; save again once the block is over',
    typed: changed,
    meanwhile: (place) => admin(place, {action: 'block', user: 'Olga', expiry: '1 day', reason: 'by mistake'}),
    leave: async (place) => {
      await admin(place, {action: 'unblock', user: 'Olga'});
      await save(place.page);
    },
  },
  {
    name: 'captcha (sum)',
    by: 'the wiki asks for a sum',
    out: 'answer it, and save',
    scenario: 'captcha',
    says: captcha,
    typed: changed,
    leave: async ({page}) => {
      const field = formOf(page).locator('#captcha');
      await field.fill('wrong');
      await formOf(page).locator('.save').click();
      await expect(formOf(page)).toContainText('That was not the right answer. Please try this one.');
      const sum = /(\d+)\s*([+−-])\s*(\d+)/.exec(await formOf(page).locator('label[for=captcha]').innerText()) ?? [];
      await field.fill(String(sum[2] === '+' ? Number(sum[1]) + Number(sum[3]) : Number(sum[1]) - Number(sum[3])));
      await save(page);
    },
  },
  {
    name: 'captcha (question)',
    by: 'the wiki asks a question',
    out: 'answer it, and save',
    scenario: 'questycaptcha',
    says: captcha,
    typed: changed,
    leave: async ({page}) => {
      await formOf(page).getByLabel('What is the first letter of the alphabet?').fill('a');
      await save(page);
    },
  },
  {name: 'abuse-warning', by: 'a filter of the wiki warns', out: '“Save anyway”', typed: `${text} abuse-warn`, leave: again},
  {name: 'abuse-disallowed', by: 'a filter of the wiki refuses', out: 'change the text, and save', typed: `${text} abuse-disallow`, leave: (place) => insert(place, changed), saved: changed},
  {
    name: 'spam',
    by: 'a link is on the wiki’s list of spam',
    out: '“Find …” selects it in the text; change it, and save',
    typed: `${text} http://spam.example.com/ is here.`,
    leave: async (place) => {
      await button(place.page, /^Find/).click();
      expect(await textOf(place.page).evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toContain('spam.example.com');
      await place.page.keyboard.press('Delete');
      await save(place.page);
    },
    saved: `${text} http:/// is here.`,
  },
  {
    name: 'title-blacklist',
    by: 'the title was put on the wiki’s list of titles meanwhile',
    out: 'copy the text; save again once the title is allowed',
    attributes: {page: 'Not listed yet'},
    typed: 'New.',
    meanwhile: async ({wiki}) => (await as(wiki, 'Admin')).page('MediaWiki:Titleblacklist').append('\n.*not listed yet.*'),
    leave: async ({page, wiki}) => {
      await (await as(wiki, 'Admin')).page('MediaWiki:Titleblacklist').edit((list) => list.replace('\n.*not listed yet.*', ''));
      await save(page);
    },
  },
  {
    name: 'refused',
    by: 'an extension of the wiki refuses, by a code of its own: here a module that is no Lua',
    out: 'change the text, and save; or “Continue on the wiki”, in another tab',
    attributes: {page: 'Module:States'},
    typed: 'return {',
    leave: (place) => insert(place, 'return {}'),
    saved: 'return {}',
  },
  {
    name: 'refused (content model)',
    by: 'the page was made another kind of content meanwhile',
    out: '“Open the page again”: the text stands beside it',
    typed: changed,
    meanwhile: (place) => admin(place, {action: 'changecontentmodel', title, model: 'text'}),
    leave: async ({page}) => {
      await button(page, 'Open the page again').click();
      await expect(formOf(page).getByRole('textbox', {name: 'Your text'})).toHaveValue(changed);
      await textOf(page).fill(changed);
      await save(page);
    },
  },
  {name: 'too-big', by: 'the text is longer than the wiki takes; nothing is sent', out: 'shorten it, and save', scenario: 'maxarticlesize=1', typed: 'ä'.repeat(600), leave: (place) => insert(place, changed), saved: changed},
  {name: 'bad-json', by: 'a page of JSON that is none; nothing is sent', out: 'mend it, and save', attributes: {page: 'User:Olga/states.json'}, typed: '{"a": }', leave: (place) => insert(place, '{"a": 1}'), saved: '{\n\t"a": 1\n}'},
  {
    name: 'ratelimited',
    by: 'the user edits too often',
    out: 'wait: it is saved by itself; or “Save now”',
    scenario: 'ratelimit=1',
    typed: changed,
    meanwhile: async ({page, wiki, door}) => {
      await (await loggedIn(wiki, 'Olga', door.api)).page('Sandbox').append('\nThe one edit of this minute.');
      await page.clock.install();
    },
    leave: async (place) => {
      await usual(place);
      await place.page.clock.fastForward('01:10');
      await expect(formOf(place.page)).toHaveAttribute('data-state', 'saved');
    },
  },
  {
    name: 'ratelimited (none)',
    by: 'the wiki allows this user no edit for now, and nobody knows for how long',
    out: '“Save now”, later',
    scenario: 'ratelimit',
    typed: changed,
    leave: async (place) => {
      await expect(formOf(place.page).locator('.countdown')).toHaveCount(0);
      await usual(place);
      await button(place.page, 'Save now').click();
      await expect(formOf(place.page)).toHaveAttribute('data-state', 'saved');
    },
  },
  {
    name: 'wiki-readonly',
    by: 'the wiki takes no edits for now',
    out: 'wait: it is saved by itself; or “Save now”',
    scenario: 'readonly=Being moved.',
    typed: changed,
    leave: async (place) => {
      await usual(place);
      await button(place.page, 'Save now').click();
      await expect(formOf(place.page)).toHaveAttribute('data-state', 'saved');
    },
  },
  {
    name: 'loggedout',
    by: 'the user is not logged in any more',
    out: 'log in, inside the form: it is saved then',
    typed: changed,
    meanwhile: ({page}) => page.context().clearCookies(),
    leave: async ({page}) => {
      await formOf(page).getByLabel('Password').fill(users.Olga.password);
      await formOf(page).getByRole('button', {name: 'Log in'}).click();
      await expect(formOf(page)).toHaveAttribute('data-state', 'saved');
    },
  },
  {
    name: 'unknown',
    by: 'the connection failed after the text was sent, and cannot be used to look',
    out: '“Check whether it was saved”',
    typed: changed,
    meanwhile: async ({door}) => {
      let isSent = false;
      door.setFaults(({action}) => {
        isSent ||= action === 'edit';
        return action === 'edit' ? {type: 'dropAfter'} : isSent ? {type: 'html200'} : undefined;
      });
    },
    leave: async ({page, door}) => {
      door.setFaults(undefined);
      await button(page, 'Check whether it was saved').click();
      await expect(formOf(page)).toHaveAttribute('data-state', 'saved');
      await expect(formOf(page)).toContainText('The wiki’s answer was lost, but the text was saved.');
    },
  },
];

for (const state of states) {
  const {name, by, out, scenario, attributes = {page: title}, opens = 'ready', typed, meanwhile, lead, says = '#refusal p', leave, saved = typed} = state;
  const user = 'user' in state ? state.user : users.Olga;
  const shown = name.replace(/ \(.*/, '');
  test(name, async ({page, wiki}) => {
    test.slow();
    const door = await wiki.door(scenario ? {scenario} : {});
    const place = {page, wiki, door};
    await make(wiki, {[title]: text});
    if (user) await signIn(page, wiki, user);
    await openForm(page, door, {api: door.api, ...attributes}, opens);
    if (typed !== undefined) {
      await textOf(page).fill(typed);
      await meanwhile?.(place);
      await (lead ?? (() => save(page, shown)))(place);
      if (shown !== 'saved') await expect(textOf(page)).toHaveValue(typed);
    }
    await expect(formOf(page)).toHaveAttribute('data-state', shown);
    // In the form's own tree: what a login form inside says is not its words.
    const said = await formOf(page).evaluate((form, says) => [...(form.shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>(says)].map(({innerText}) => innerText), says);
    expect(await violations(page)).toEqual([]);
    expectRow(states.map((one) => one.name), {name, by, said: said.join(' '), out}, wiki.version);
    await leave?.(place);
    if (saved !== undefined) expect((await newestRevision(wiki.api, attributes['page'] ?? '')).text).toBe(saved);
    await door.close();
  });
}

test('docs/edit-form.md has these states', () => {
  expect(rowNames()).toEqual(states.map(({name}) => name));
});
