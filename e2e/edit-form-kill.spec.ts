/** A browser that is killed while somebody types: the next visit offers what was typed, and puts it together with what others saved. */
import {mkdtemp, readlink, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type BrowserContext, chromium, type Page} from '@playwright/test';
import {as, make} from './asking.js';
import {chromiumLaunch} from './chromium.js';
import {button, formOf, openForm, save, textOf} from './edit-form-page.js';
import {expect, newestRevision, test} from './fixtures.js';
import {signIn} from './signed-in.js';
import {prng} from './wiki/index.js';
import {howMany} from './write-proof.js';

/** The form keeps what is typed once in a second; a busy machine may need a moment to write it. */
const mostMilliseconds = 1000;
const writingMilliseconds = 500;

const title = 'Typed until the end';
const paragraphs = ['First paragraph.', 'Second paragraph.', 'Third paragraph.'];

let profile: string;

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'wikilit-profile-'));
});

test.afterEach(() => rm(profile, {recursive: true, force: true, maxRetries: 5}));

const start = (): Promise<BrowserContext> => chromium.launchPersistentContext(profile, {...chromiumLaunch(), headless: true});

/** As a machine that loses power would end it, as far as a machine that goes on can show. @returns when */
async function kill(context: BrowserContext): Promise<number> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  // The lock of a profile names the process that has it.
  const pid = Number((await readlink(join(profile, 'SingletonLock'))).split('-').at(-1));
  const at = Date.now();
  process.kill(pid, 'SIGKILL');
  await gone;
  return at;
}

/** Types until the browser is gone. @returns what was typed, and when each key was pressed */
async function typeUntilGone(page: Page, random: () => number): Promise<{readonly typed: string; readonly pressed: readonly number[]}> {
  const letters = 'abcdefghij klmnop qrstu';
  let typed = '';
  const pressed: number[] = [];
  for (;;) {
    const letter = letters[Math.floor(random() * letters.length)] ?? 'x';
    try {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter, {delay: 10 + random() * 60});
    } catch {
      return {typed, pressed};
    }
    typed += letter;
    pressed.push(Date.now());
  }
}

for (let round = 0; round < howMany(2, 20); round++) {
  test(`killed while typing (${round}): all but the last second is offered, and saved beside what another changed meanwhile`, async ({wiki}) => {
    const random = prng(round + 1);
    await make(wiki, {[title]: paragraphs.join('\n\n')});
    const before = await start();
    const typing = await before.newPage();
    await signIn(typing, wiki);
    await openForm(typing, wiki, {api: wiki.api, page: title});
    const area = textOf(typing);
    // Behind the first paragraph.
    await area.evaluate((element: HTMLTextAreaElement, at) => (element.focus(), element.setSelectionRange(at, at)), paragraphs[0]?.length ?? 0);
    const work = typeUntilGone(typing, random);
    await expect.poll(async () => (await area.inputValue()).length, {timeout: 20_000}).toBeGreaterThan(paragraphs.join('\n\n').length + 20 + Math.floor(random() * 60));
    const killedAt = await kill(before);
    const {typed, pressed} = await work;

    await (await as(wiki, 'Henrik')).page(title).edit((text) => text.replace('Third paragraph.', 'Third paragraph, by Henrik.'));
    const after = await start();
    const page = await after.newPage();
    await signIn(page, wiki);
    await openForm(page, wiki, {api: wiki.api, page: title});
    await expect(formOf(page)).toContainText('You typed something here on');
    await expect(formOf(page)).toContainText('The page was changed by others since. Their changes stay, and yours are put in.');
    await expect(textOf(page)).toHaveValue(['First paragraph.', 'Second paragraph.', 'Third paragraph, by Henrik.'].join('\n\n'));
    await button(page, 'Restore').click();
    const restored = await textOf(page).inputValue();
    const [first = '', ...others] = restored.split('\n\n');
    expect(others).toEqual(['Second paragraph.', 'Third paragraph, by Henrik.']);
    const there = first.slice('First paragraph.'.length);
    const lost = pressed.slice(there.length).map((at) => killedAt - at);
    test.info().annotations.push({type: 'lost', description: `${lost.length} keys of ${typed.length}, ${lost[0] ?? 0} ms`});
    expect(typed.startsWith(there.slice(0, typed.length))).toBe(true);
    expect(lost[0] ?? 0).toBeLessThan(mostMilliseconds + writingMilliseconds);

    await save(page);
    expect(await newestRevision(wiki.api, title)).toMatchObject({text: restored, user: 'Olga'});
    await openForm(page, wiki, {api: wiki.api, page: title});
    await expect(textOf(page)).toHaveValue(restored);
    await expect(button(page, 'Restore')).toHaveCount(0);
    await after.close();
  });
}
