import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import {type Expected, type FakeAnswer, fakeWiki} from '../../testing/fake-wiki.js';
import {draft, minute} from '../../wiki/drafts/drafts.fixtures.js';
import {holdDraft} from '../../wiki/drafts/hold.js';
import {dropDraft, keepDraft, listDrafts} from '../../wiki/drafts/store.js';
import type {DraftRecord} from '../../wiki/drafts/record.js';
import {Wiki} from '../../wiki/wiki.js';
import {opens} from '../edit-form/edit-form.fixtures.js';
import './drafts.js';
import type {WikiDrafts} from './drafts.js';
import type {WikiDraftOpenEvent} from './events.js';

type Exchange = readonly [Expected, FakeAnswer];

const alice: Exchange = [{meta: 'userinfo'}, {query: {userinfo: {id: 2, name: 'Alice'}}}];

let api: string;
let wikis = 0;
let kept: DraftRecord[];

beforeEach(() => {
  api = `${location.origin}/drafts${wikis++}/api.php`;
  kept = [];
});

afterEach(async () => {
  document.body.replaceChildren();
  await Promise.all(kept.map((one) => dropDraft(one)));
});

async function keep(...drafts: readonly Partial<DraftRecord>[]): Promise<void> {
  for (const [index, parts] of drafts.entries()) {
    const one = draft({wiki: api, id: `id${index}`, at: Date.now() - index * minute, ...parts});
    kept.push(one);
    await keepDraft(one);
  }
}

function list(...exchanges: readonly Exchange[]): WikiDrafts {
  const {fetch} = fakeWiki(exchanges.length > 0 ? exchanges : [alice]);
  const element = Object.assign(document.createElement('wiki-drafts'), {wiki: new Wiki(api, {fetch, retry: false})});
  document.body.append(element);
  return element;
}

const shows = (element: WikiDrafts, state: string): Promise<void> => expect.poll(() => element.dataset['state']).toBe(state);
const names = (element: WikiDrafts): string[] => [...(element.shadowRoot?.querySelectorAll('.what') ?? [])].map(({textContent}) => (textContent ?? '').replace(/\s+/g, ' ').trim());
const button = (name: string) => page.getByRole('button', {name, exact: true});
const left = async (): Promise<readonly string[]> => (await listDrafts({wiki: api, user: 'Alice'})).map(({title}) => title);

async function expectAccessible(element: WikiDrafts): Promise<void> {
  expect((await axe.run(element)).violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
}

test('what was typed and not saved stands there by page and section, the newest first, with its text', async () => {
  await keep({title: 'Oslo'}, {title: 'Bergen', section: '2', heading: 'Harbour'}, {title: 'Talk:Oslo', section: 'new', subject: 'Ships'}, {title: 'Voss', section: '0'}, {title: 'Hamar', section: 'new'});
  const element = list();
  await shows(element, 'ready');
  expect(names(element)).toEqual(['Oslo', 'Bergen – Harbour', 'Talk:Oslo – Ships', 'Voss – Section 0', 'Hamar – New section']);
  await page.getByText('Show what you typed').first().click();
  await expect.element(page.getByRole('textbox', {name: 'Show what you typed: Oslo'})).toHaveValue('One.\n\nTwo, changed.\n');
  expect(element.shadowRoot?.querySelector('.when')?.textContent).toContain(', 20 characters');
  await expectAccessible(element);
});

test('nothing of another user of the browser, nor of another wiki', async () => {
  await keep({title: 'Mine'}, {title: 'Bob’s', user: 'Bob'}, {title: 'Nobody’s', user: undefined}, {title: 'Elsewhere', wiki: 'https://other.example/w/api.php'});
  const element = list();
  await shows(element, 'ready');
  expect(names(element)).toEqual(['Mine']);
  element.remove();
  const nobodys = list([{meta: 'userinfo'}, {query: {userinfo: {id: 0, name: '192.0.2.1', anon: true}}}]);
  await shows(nobodys, 'ready');
  expect(names(nobodys)).toEqual(['Nobody’s']);
});

test('titles and headings are texts', async () => {
  await keep({title: '<img src=x onerror=alert(1)>', section: '1', heading: '<b>bold</b>', text: '</textarea><b>'});
  const element = list();
  await shows(element, 'ready');
  expect(names(element)).toEqual(['<img src=x onerror=alert(1)> – <b>bold</b>']);
  expect(element.shadowRoot?.querySelectorAll('img, b')).toHaveLength(0);
});

describe('one is thrown away', () => {
  test('at the second press; the focus goes on to the next', async () => {
    await keep({title: 'Oslo'}, {title: 'Bergen'});
    const element = list();
    await shows(element, 'ready');
    await button('Discard Oslo').click();
    expect(await left()).toEqual(['Oslo', 'Bergen']);
    await button('Discard: are you sure? Oslo').click();
    await expect.poll(left).toEqual(['Bergen']);
    expect(names(element)).toEqual(['Bergen']);
    await expect.poll(() => element.shadowRoot?.activeElement?.localName).toBe('summary');
    await button('Discard Bergen').click();
    await button('Discard: are you sure? Bergen').click();
    await expect.element(page.getByText('There is nothing that you typed and did not save.')).toBeVisible();
    await shows(element, 'empty');
    await expectAccessible(element);
  });

  test('but not while a form has it open', async () => {
    await keep({title: 'Oslo'});
    const hold = holdDraft({wiki: api, user: 'Alice', title: 'Oslo', section: undefined}, 'id0');
    const element = list();
    await expect.element(page.getByText('This is open for editing now.')).toBeVisible();
    await expect.element(page.getByRole('button')).not.toBeInTheDocument();
    hold.release();
    element.remove();
  });
});

describe('Open', () => {
  test('opens the form on it in a dialog, where it can be restored; once it is saved or closed, the list is as it is then', async () => {
    await keep({title: 'Simple', base: undefined}, {title: 'Oslo'});
    const element = list(alice, opens(), alice);
    await shows(element, 'ready');
    await button('Open: Simple').click();
    await expect.element(button('Restore')).toBeVisible();
    await button('Discard').click();
    await button('Cancel').click();
    await expect.poll(() => document.querySelector('wiki-dialog')).toBeNull();
    await expect.poll(() => names(element)).toEqual(['Oslo']);
    await expect.poll(() => element.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('Open: Oslo');
  });

  test('of several for one page, the form offers the one that was pressed', async () => {
    await keep({title: 'Simple', text: 'The newer one'}, {title: 'Simple', text: 'The older one'});
    const element = list(alice, opens());
    await shows(element, 'ready');
    await button('Open: Simple').nth(1).click();
    await expect.element(button('Restore')).toBeVisible();
    await page.getByText('Show what you typed').nth(2).click();
    await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue('The older one');
  });

  test('is the host’s, where it wants', async () => {
    await keep({title: 'Oslo', section: '2'});
    const element = list();
    const asked: WikiDraftOpenEvent[] = [];
    element.addEventListener('wiki-draft-open', (event) => {
      event.preventDefault();
      asked.push(event);
    });
    await shows(element, 'ready');
    await button('Open: Oslo – Section 2').click();
    expect(asked.map(({page, section}) => [page, section])).toEqual([['Oslo', '2']]);
    expect(document.querySelector('wiki-dialog')).toBeNull();
  });
});

describe('where it cannot be found out', () => {
  test('why is said, and one can try again', async () => {
    await keep({title: 'Oslo'});
    const element = list([{}, new TypeError('Failed to fetch')], alice);
    await shows(element, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('It could not be found out what you typed.');
    await expectAccessible(element);
    await button('Try again').click();
    await shows(element, 'ready');
  });

  test('without a wiki, the author of the page is told what to do', async () => {
    const element = document.createElement('wiki-drafts');
    document.body.append(element);
    await expect.element(page.getByRole('alert')).toHaveTextContent('<wiki-drafts> knows no wiki: give it api="https://…/w/api.php"');
  });
});
