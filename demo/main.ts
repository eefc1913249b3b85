/** The demo: choose a wiki, be somebody, read a page, edit it, and see each request. */
import 'wikilit/components/diff.js';
import 'wikilit/components/edit-form.js';
import './requests.js';
import {type Wiki, WikiError} from 'wikilit';
import type {WikiEditForm} from 'wikilit/components/edit-form.js';
import {DemoLogin} from './login.js';
import {DemoWiki} from './wiki-choice.js';
import {demoSetting} from './wikis.js';

function find<Kind extends Element>(selector: string, kind: abstract new () => Kind): Kind {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The demo page has no ${selector}`);
  return element;
}

const wikiChoice = find('demo-wiki', DemoWiki);
const login = find('demo-login', DemoLogin);
const said = find('#said', HTMLElement);
const title = find('#title', HTMLInputElement);
const shown = find('#shown', HTMLElement);
const text = find('#text', HTMLElement);
const formPlace = find('#form', HTMLElement);
const diffPlace = find('#diff', HTMLElement);
const theme = find('#theme', HTMLSelectElement);
let wiki: Wiki | undefined;

wikiChoice.addEventListener('wiki-chosen', (event) => {
  if (!mayLeave()) {
    event.preventDefault();
    return;
  }
  wiki = event.wiki;
  login.wiki = wiki;
  close();
  void login.refresh();
});

login.addEventListener('user-changed', () => {
  // What another user may do differs; what is typed stays.
  if (form() && !form()?.dirty) edit();
});

find('#open', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  if (mayLeave()) void read();
});
find('#edit', HTMLElement).addEventListener('click', () => {
  if (mayLeave()) edit();
});
find('#changes', HTMLElement).addEventListener('click', () => {
  if (mayLeave()) compare();
});

async function read(): Promise<void> {
  if (!wiki || !title.reportValidity()) return;
  close();
  say('Reading …');
  try {
    const revision = await wiki.page(title.value).read();
    say(`“${revision.title}”, revision ${revision.revid} by ${revision.user ?? 'somebody hidden'}, ${revision.timestamp.slice(0, 10)}.`);
    text.textContent = revision.text;
    shown.hidden = false;
  } catch (error) {
    if (!(error instanceof WikiError || error instanceof TypeError)) throw error;
    say(error.message, 'error');
  }
}

function edit(): void {
  if (!wiki || !title.reportValidity()) return;
  close();
  const opened = document.createElement('wiki-edit-form');
  opened.wiki = wiki;
  opened.page = title.value;
  opened.theme = isDark() ? 'dark' : 'light';
  opened.addEventListener('wiki-saved', ({saved}) => say(saved.outcome === 'nochange' ? 'Nothing had changed.' : `Saved “${saved.title}” as revision ${saved.newrevid}.`, 'success'));
  opened.addEventListener('wiki-cancel', close);
  formPlace.append(opened);
}

function compare(): void {
  if (!wiki || !title.reportValidity()) return;
  close();
  const diff = document.createElement('wiki-diff');
  diff.wiki = wiki;
  diff.page = title.value;
  diff.theme = isDark() ? 'dark' : 'light';
  diffPlace.append(diff);
}

const form = (): WikiEditForm | null => formPlace.querySelector('wiki-edit-form');

/** What was typed is not thrown away for a click elsewhere. */
function mayLeave(): boolean {
  if (!form()?.dirty) return true;
  say('There is unsaved text in the form: save it, or cancel, first.', 'error');
  form()?.scrollIntoView({block: 'nearest'});
  return false;
}

function close(): void {
  formPlace.replaceChildren();
  diffPlace.replaceChildren();
  shown.hidden = true;
  say('');
}

function say(words: string, kind: 'plain' | 'error' | 'success' = 'plain'): void {
  said.textContent = words;
  said.dataset['kind'] = kind;
}

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = (): boolean => (theme.value === 'auto' ? systemIsDark.matches : theme.value === 'dark');
function applyTheme(): void {
  const colours = isDark() ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = colours;
  login.theme = colours;
  for (const element of [form(), diffPlace.querySelector('wiki-diff')]) if (element) element.theme = colours;
}
theme.addEventListener('change', applyTheme);
systemIsDark.addEventListener('change', applyTheme);
applyTheme();

const setting = await demoSetting();
wikiChoice.wikis = setting.wikis;
if (setting.wikis.length === 0) wikiChoice.chosen = 'other';
login.users = setting.users;
find('#titles', HTMLElement).replaceChildren(...setting.titles.map((name) => Object.assign(document.createElement('option'), {value: name})));
title.value = setting.titles[0] ?? '';
wikiChoice.open();
