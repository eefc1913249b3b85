import type {WikiEditForm} from 'wikilit/components.js';

/** What every browser must be able to do. It runs in the page, so it may use nothing from outside itself. */

export interface SmokeSetting {
  readonly library: string;
  readonly api: string;
  readonly title: string;
  readonly username: string;
  readonly password: string;
}

/** @returns a line for each thing that was done; it throws at the first that cannot be */
export async function smoke({library, api, title, username, password}: SmokeSetting): Promise<string[]> {
  const done: string[] = [];
  const {Api, Wiki} = (await import(library)) as typeof import('wikilit') & typeof import('wikilit/compat');
  const wiki = new Wiki(api);

  done.push(`read ${(await wiki.page(title).text()).length > 0}`);
  const login = document.createElement('wiki-login');
  Object.assign(login, {wiki, username, values: {password}});
  const loggedIn = new Promise<string | undefined>((resolve, reject) => {
    login.addEventListener('wiki-logged-in', (event) => resolve(event.username), {once: true});
    setTimeout(() => reject(new Error(`Not logged in; the form says: ${login.shadowRoot?.textContent}`)), 15_000);
  });
  document.body.append(login);
  while (login.state === 'opening') await new Promise(requestAnimationFrame);
  await login.updateComplete;
  login.shadowRoot?.querySelector<HTMLElement>('[type=submit]')?.click();
  done.push(`logged in as ${await loggedIn}`);
  login.remove();

  const form: WikiEditForm = document.createElement('wiki-edit-form');
  form.wiki = wiki;
  form.page = title;
  const opened = new Promise((resolve) => form.addEventListener('wiki-opened', resolve, {once: true}));
  document.body.append(form);
  await opened;
  await form.updateComplete;
  const textarea = form.querySelector('textarea');
  if (!textarea) throw new Error('The edit form has no textarea');
  textarea.value = `Saved by ${navigator.userAgent.replace(/[()]/g, '')} 東京`;
  textarea.dispatchEvent(new Event('input', {bubbles: true}));
  const saved = new Promise<string>((resolve, reject) => {
    form.addEventListener('wiki-saved', ({saved}) => resolve(saved.outcome), {once: true});
    setTimeout(() => reject(new Error(`Not saved; the form says: ${form.shadowRoot?.textContent}`)), 15_000);
  });
  await form.save();
  done.push(`form ${await saved}`);
  done.push(`read back ${(await wiki.page(title).text()) === textarea.value}`);

  // What not every browser has.
  for (const name of ['requestIdleCallback', 'scheduler']) Object.defineProperty(globalThis, name, {value: undefined, configurable: true});
  const diff = document.createElement('wiki-diff');
  Object.assign(diff, {fromText: 'The quick brown fox.\nsame', toText: 'The quick red fox.\nsame'});
  const compared = new Promise((resolve, reject) => {
    diff.addEventListener('wiki-diff-shown', resolve, {once: true});
    setTimeout(() => reject(new Error(`Not compared; the element says: ${diff.shadowRoot?.textContent}`)), 15_000);
  });
  document.body.append(diff);
  await compared;
  done.push(`diff ${[...(diff.shadowRoot?.querySelectorAll('.body del, .body ins') ?? [])].map(({textContent}) => textContent).join(' → ')}`);
  const numbered = diff.shadowRoot?.querySelector('.cell');
  done.push(`sign ${numbered ? getComputedStyle(numbered, '::before').content.includes('−') || getComputedStyle(numbered, '::before').content.includes('±') : false}`);
  diff.remove();

  const dialog = document.createElement('wiki-dialog');
  dialog.innerHTML = '<button>Inside</button>';
  document.body.append(dialog);
  dialog.show();
  await dialog.updateComplete;
  const isModal = dialog.shadowRoot?.querySelector('dialog')?.matches(':modal');
  done.push(`dialog ${isModal} ${document.activeElement === dialog.firstElementChild}`);
  dialog.remove();

  const mwApi = new Api({ajax: {url: api}});
  const edited = await mwApi.edit(title, ({content}) => ({text: `${content} and again`, summary: 'mw.Api'}));
  done.push(`mw.Api ${String(edited['result'])}`);
  const fractions: number[] = [];
  const file = new Blob(['x'.repeat(20_000)], {type: 'text/plain'});
  await mwApi.upload(file, {filename: 'Smoke.txt', stash: true, ignorewarnings: true}).progress((fraction) => fractions.push(fraction));
  done.push(`upload ${fractions.at(-1)}`);
  return done;
}

export const expectedSmoke = (username: string): string[] => ['read true', `logged in as ${username}`, 'form saved', 'read back true', 'diff brown → red', 'sign true', 'dialog true true', 'mw.Api Success', 'upload 1'];
