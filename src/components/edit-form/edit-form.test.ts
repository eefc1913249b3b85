import {afterEach, describe, expect, test, vi} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import type {SavedEdit} from '../../wiki/edit/edit.js';
import type {WikiProvider} from '../provider/provider.js';
import type {WikiEditForm} from './edit-form.js';
import './edit-form.js';
import {blockedUser, bobs, missing, noChange, notices, opening, openingNobody, opens, protectedPage, refusals, refuses, revision, saves, since, stage, success, text} from './edit-form.fixtures.js';
import {button, change, expectAccessible, expectState, open, summary, textbox} from './form-page.fixtures.js';

afterEach(() => document.body.replaceChildren());

describe('opening', () => {
  test('asks once, and shows the text under a name a screen reader says', async () => {
    const {form, fake} = stage([opens()]);
    document.body.append(form);
    expect(form.state).toBe('opening');
    await expect.element(page.getByText('Loading the text…')).toBeInTheDocument();
    await expect.element(textbox()).toHaveValue(text);
    await expectState(form, 'ready');
    await expectAccessible();
    expect(fake.requests).toHaveLength(1);
    expect(form.dirty).toBe(false);
  });

  test('asks as soon as it is in the page, before anything is laid out; and does not ask again', async () => {
    const fetch = vi.fn(async (url: string) => Response.json(url.includes('intestactions') ? opening() : {}));
    const {form} = stage([], {fetch});
    document.body.append(form);
    expect(fetch).toHaveBeenCalledTimes(1);
    await expectState(form, 'ready');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test('tells the page around each state', async () => {
    const {form} = stage([opens(), ...refuses(refusals.spam), saves()]);
    const states: string[] = [];
    document.addEventListener('wiki-state', ({target}) => states.push((target as WikiEditForm).state));
    await open(form);
    await change();
    await expectState(form, 'spam');
    await change('Better');
    await expectState(form, 'saved');
    expect(states).toEqual(['opening', 'ready', 'saving', 'spam', 'saving', 'saved']);
  });

  test('gives the text the language and direction of the page', async () => {
    const {form} = stage([opens(opening({pagelanguagehtmlcode: 'he', pagelanguagedir: 'rtl'}))]);
    await open(form);
    const area = textbox().element() as HTMLTextAreaElement;
    expect([area.lang, area.dir]).toEqual(['he', 'rtl']);
  });

  test('uses the wiki’s own messages, as text without their markup', async () => {
    const {form} = stage([opens(opening({}, {allmessages: [{name: 'savechanges', content: "Publish <img src=x onerror='hit()'>'''now'''"}]}))]);
    await open(form);
    await expect.element(button('Publish now')).toBeVisible();
    expect(form.shadowRoot?.querySelector('img')).toBeNull();
  });

  test('puts the texts of the host page before the wiki’s', async () => {
    const {form} = stage([opens()]);
    form.messages = {savechanges: 'Keep <b>it</b>'};
    await open(form);
    await expect.element(button('Keep it')).toBeVisible();
  });

  test('uses the textarea the page brings', async () => {
    const {form} = stage([opens()]);
    form.innerHTML = '<div slot="textarea"><label>Source <textarea id="theirs"></textarea></label></div>';
    await open(form);
    await expect.element(page.getByRole('textbox', {name: 'Source'})).toHaveValue(text);
    expect(form.querySelectorAll('textarea')).toHaveLength(1);
  });

  test('hands the text over to a textarea that comes later', async () => {
    const {form} = stage([opens()]);
    await open(form);
    await textbox().fill('typed');
    const theirs = Object.assign(document.createElement('textarea'), {slot: 'textarea', ariaLabel: 'Theirs'});
    form.append(theirs);
    await expect.element(page.getByRole('textbox', {name: 'Theirs'})).toHaveValue('typed');
    expect(form.text).toBe('typed');
  });

  test('aborts the request when it is taken out of the page, and asks again when it is put back', async () => {
    let signal: AbortSignal | null | undefined;
    const {form, fake} = stage([opens((_request, init) => {
      signal = init.signal;
      return new Promise(() => {});
    }), opens()]);
    document.body.append(form);
    await expect.poll(() => signal).toBeDefined();
    form.remove();
    await expect.poll(() => signal?.aborted).toBe(true);
    document.body.append(form);
    await expectState(form, 'ready');
    fake.done();
  });

  test('shows the page asked for last', async () => {
    let answerFirst = (_answer: object): void => {};
    const {form} = stage([opens(() => new Promise((resolve) => (answerFirst = resolve))), opens(opening({title: 'Other'}))]);
    document.body.append(form);
    await form.updateComplete;
    form.page = 'Other';
    await expect.element(textbox('Editing Other')).toBeVisible();
    answerFirst(opening());
    await new Promise((resolve) => setTimeout(resolve, 20));
    await expect.element(textbox('Editing Other')).toBeVisible();
    expect(form.state).toBe('ready');
  });

  test('keeps what was typed at hand when another page is asked for', async () => {
    const {form} = stage([opens(), opens(opening({title: 'Other'}))]);
    await open(form);
    await textbox().fill('My text');
    form.page = 'Other';
    await expect.element(textbox('Editing Other')).toHaveValue(text);
    await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue('My text');
    expect(form.dirty).toBe(true);
  });

  test('drops a repeated reading when the page is changed meanwhile', async () => {
    const {form} = stage([opens(), saves(), opens(() => new Promise(() => {})), opens(opening({title: 'Other'}))]);
    await open(form);
    await change('Hello. ~~~~');
    await expectState(form, 'saved');
    form.page = 'Other';
    await expect.element(textbox('Editing Other')).toHaveValue(text);
    await expectState(form, 'ready');
    await expect.element(page.getByText('Saved as')).not.toBeInTheDocument();
  });

  test('offers to try again when the wiki cannot be reached', async () => {
    const {form} = stage([opens(new TypeError('Failed to fetch')), opens()]);
    document.body.append(form);
    await expectState(form, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not be opened');
    await expectAccessible();
    await button('Try again').click();
    await expect.element(textbox()).toHaveValue(text);
  });

  test('keeps what was typed at hand also when the next page cannot be reached', async () => {
    const {form} = stage([opens(), opens(new TypeError('Failed to fetch')), opens(opening({title: 'Other'}))]);
    await open(form);
    await textbox().fill('My text');
    form.page = 'Other';
    await expectState(form, 'failed');
    await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue('My text');
    await button('Try again').click();
    await expect.element(textbox('Editing Other')).toHaveValue(text);
    await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue('My text');
  });

  test('opens the whole page in place of a section that is gone', async () => {
    const {form, fake} = stage([opens(opening({revisions: [{revid: 2, slots: {main: {nosuchsection: true}}}]})), opens()]);
    form.section = '9';
    document.body.append(form);
    await button('Edit the whole page').click();
    await expect.element(textbox()).toHaveValue(text);
    expect(fake.requests.map(({params}) => params['rvsection'])).toEqual(['9', undefined]);
  });

  test('says what is missing on a page that is no wiki', async () => {
    const form = document.createElement('wiki-edit-form');
    form.page = 'Simple';
    document.body.append(form);
    await expectState(form, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('<wiki-edit-form> knows no wiki');
    await expectAccessible();
  });

  test('says that no page is named, and opens the one that is named later', async () => {
    const {form} = stage([opens()]);
    form.page = '';
    document.body.append(form);
    await expect.element(page.getByText('<wiki-edit-form> has no page: give it page="Title".')).toBeVisible();
    await expectAccessible();
    form.page = 'Simple';
    await expectState(form, 'ready');
  });

  test('says what is wrong with the address of the provider, and goes on when it is corrected', async () => {
    const threw = vi.fn((event: Event) => event.preventDefault());
    window.addEventListener('error', threw);
    window.addEventListener('unhandledrejection', threw);
    const {wiki} = stage([opens()]);
    document.body.innerHTML = '<wiki-provider api="ftp://nowhere"><wiki-edit-form page="Simple"></wiki-edit-form></wiki-provider>';
    const form = document.querySelector('wiki-edit-form') as WikiEditForm;
    const provider = document.querySelector('wiki-provider') as WikiProvider;
    await expectState(form, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('<wiki-provider>: ');
    await expect.element(page.getByRole('alert')).toHaveTextContent('ftp://nowhere');
    await expect.element(button('Try again')).not.toBeInTheDocument();
    provider.api = 'also wrong/';
    await expect.element(page.getByRole('alert')).toHaveTextContent('also wrong/');
    provider.wiki = wiki;
    await expectState(form, 'ready');
    provider.wiki = undefined;
    await expectState(form, 'failed');
    expect(threw).not.toHaveBeenCalled();
    window.removeEventListener('error', threw);
    window.removeEventListener('unhandledrejection', threw);
  });

  test.each([
    ['an invalid title', 'A[B', {query: {pages: [{title: 'A[B', invalid: true, invalidreason: {code: 'title-invalid-characters', html: 'The requested page title contains invalid characters: &quot;[&quot;.'}}]}}, 'contains invalid characters: "[".'],
    ['a title that is a section alone', '#Top', {query: {normalized: [{from: '#Top', to: ''}], allmessages: [{name: 'title-invalid-empty', content: 'The requested page title is empty or contains only a namespace prefix.'}]}}, 'page title is empty'],
    ['a special page', 'Special:Version', {query: {pages: [{ns: -1, title: 'Special:Version', special: true}]}}, 'has no text'],
  ])('offers no second attempt at %s', async (_name, title, answer, words) => {
    const {form} = stage([opens(answer)]);
    form.page = title;
    document.body.append(form);
    await expectState(form, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    await expect.element(button('Try again')).not.toBeInTheDocument();
  });

  test('says what is wrong with an address', async () => {
    const form = document.createElement('wiki-edit-form');
    form.page = 'Simple';
    form.api = 'ftp://nowhere';
    document.body.append(form);
    await expectState(form, 'failed');
    await expect.element(page.getByRole('alert')).toBeVisible();
  });

  test('takes the wiki of the provider around it, also when that comes late', async () => {
    const {form, wiki} = stage([opens()]);
    form.wiki = undefined;
    const provider = document.createElement('wiki-provider');
    provider.append(form);
    document.body.append(provider);
    await expect.element(page.getByText('The <wiki-provider> around it knows no wiki')).toBeVisible();
    expect(form.state).toBe('opening');
    await expectAccessible();
    provider.wiki = wiki;
    await expectState(form, 'ready');
  });
});

describe('notices', () => {
  test('stand in the page’s own tree, as the wiki wrote them', async () => {
    const {form} = stage([opens(opening({editintro: notices}))]);
    await open(form);
    await expect.element(page.getByText('2 notices')).toBeVisible();
    await expect.poll(() => form.querySelector('[slot=notices] .pagenotice i')?.textContent).toBe('italics');
    await expectAccessible();
  });

  test('lose scripts and handlers', async () => {
    const hit = vi.fn();
    Object.assign(window, {hit});
    const html = '<p>Fine</p><img src=x onerror="hit()"><script>hit()</script><iframe srcdoc="<script>parent.hit()</script>"></iframe><a href="java\nscript:hit()">a</a><form action="/"><button>b</button></form><svg onload="hit()"><animate onbegin="hit()"/></svg>';
    const {form} = stage([opens(opening({editintro: {'editnotice-0': html}}))]);
    await open(form);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(hit).not.toHaveBeenCalled();
    const box = form.querySelector('[slot=notices]');
    expect(box?.querySelectorAll('script, iframe, form, button, animate, [onerror], [onload], [href]')).toHaveLength(0);
    expect(box?.textContent).toContain('Fine');
  });

  test('are text on a page of another site', async () => {
    const {form} = stage([opens(opening({editintro: notices}))], {auth: 'cookies'}, 'https://wiki.example/w/api.php');
    await open(form);
    const box = form.querySelector('[slot=notices]');
    expect(box?.textContent).toContain('Page notice italics');
    expect(box?.querySelector('i')).toBeNull();
  });
});

describe('who may not edit', () => {
  test.each([
    ['a protected page', protectedPage, 'This page has been protected'],
    ['a blocked user', blockedUser, 'The reason given is Vandalism'],
  ])('%s: the text can be read, the reason stands above it', async (_name, answer, reason) => {
    const {form} = stage([opens(opening(answer))]);
    await open(form);
    expect(form.state).toBe('readonly');
    await expect.element(page.getByText(reason)).toBeVisible();
    const area = textbox('View source for Simple');
    await expect.element(area).toHaveValue(text);
    expect((area.element() as HTMLTextAreaElement).readOnly).toBe(true);
    await expect.element(button('Save changes')).not.toBeInTheDocument();
    await expectAccessible();
    expect(await form.save()).toBeUndefined();
  });

  test('a session that is nobody on another site asks for no token, and says why it cannot save', async () => {
    const {form, fake} = stage([opens(openingNobody())], {user: undefined as never, auth: 'anonymous'}, 'https://wiki.example/w/api.php');
    await open(form);
    expect(form.state).toBe('readonly');
    await expect.element(page.getByText('the wiki can only be read, as nobody')).toBeVisible();
    const hint = page.getByText('$wgCrossSiteAJAXdomains');
    await expect.element(hint).not.toBeVisible();
    await page.getByText('For the author of this page').click();
    await expect.element(hint).toBeVisible();
    await expectAccessible();
    expect(fake.requests[0]?.params['meta']).not.toContain('tokens');
  });

  test('ticks are offered only to those who may use them', async () => {
    const {form} = stage([opens(openingNobody())], {user: undefined as never});
    await open(form);
    await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
  });

  test('somebody who is only too fast may go on writing', async () => {
    const {form} = stage([opens(opening({actions: {edit: [{code: 'ratelimited', html: 'As an anti-abuse measure, you are limited.'}], create: []}}))]);
    await open(form);
    expect(form.state).toBe('ready');
    await expect.element(page.getByText('As an anti-abuse measure')).toBeVisible();
  });

  test('who may not create a page sees no empty box', async () => {
    const {form} = stage([opens(opening({...missing, actions: {edit: [], create: [{code: 'protectedtitle', html: 'This title has been protected from creation.'}]}}))]);
    await open(form);
    await expect.element(page.getByText('You cannot create this page.')).toBeVisible();
    await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
    await expectAccessible();
  });

  test('a wiki that takes no edits at present says so before anything is typed', async () => {
    const {form} = stage([opens(opening({}, {general: {readonly: true, readonlyreason: 'Upgrading the database'}}))]);
    await open(form);
    await expect.element(page.getByText('Upgrading the database')).toBeVisible();
    expect(form.state).toBe('ready');
  });
});

describe('saving', () => {
  test('sends one request, on the revision that was read, and goes on from the new one', async () => {
    const again = {edit: {...success.edit, oldrevid: 43, newrevid: 44}};
    const {form, fake} = stage([opens(), saves(success, {baserevid: '2', pageid: '2', text: 'My text', summary: 'typo', nocreate: '1', minor: undefined, notminor: '1', watchlist: 'nochange', token: 'f4181c08+\\', assertuser: 'Alice'}), saves(again, {baserevid: '43'})]);
    await open(form);
    const saved: SavedEdit[] = [];
    form.addEventListener('wiki-saved', (event) => saved.push(event.saved));
    await summary().fill('typo');
    await change();
    await expect.element(page.getByText('Saved as revision 43.')).toBeVisible();
    await expectState(form, 'saved');
    expect(form.dirty).toBe(false);
    expect(saved).toMatchObject([{outcome: 'saved', newrevid: 43}]);
    await expectAccessible();
    await change('More');
    await expect.element(page.getByText('Saved as revision 44.')).toBeVisible();
    fake.done();
  });

  test('sends what is ticked', async () => {
    const {form, fake} = stage([opens(), saves(success, {minor: '1', notminor: undefined, watchlist: 'watch'})]);
    await open(form);
    await page.getByRole('checkbox', {name: 'This is a minor edit'}).click();
    await page.getByRole('checkbox', {name: 'Watch this page'}).click();
    await change();
    await expectState(form, 'saved');
    fake.done();
  });

  test('unwatches what an earlier save has watched', async () => {
    const {form, fake} = stage([opens(), saves(success, {watchlist: 'watch'}), saves({edit: {...success.edit, oldrevid: 43, newrevid: 44}}, {watchlist: 'unwatch'})]);
    await open(form);
    await page.getByRole('checkbox', {name: 'Watch this page'}).click();
    await change();
    await expectState(form, 'saved');
    await page.getByRole('checkbox', {name: 'Watch this page'}).click();
    await change('More');
    await expect.element(page.getByText('Saved as revision 44.')).toBeVisible();
    fake.done();
  });

  test('creates a page that was not there, and only then', async () => {
    const {form, fake} = stage([opens(opening(missing)), saves({edit: {...success.edit, new: true, oldrevid: 0}}, {createonly: '1', baserevid: undefined})]);
    form.page = 'New page';
    await open(form);
    await textbox('Creating New page').fill('Hello');
    await button('Save page').click();
    await expectState(form, 'saved');
    fake.done();
  });

  test('names the section before the summary', async () => {
    const section = opening({revisions: [{revid: 2, slots: {main: {content: '== [[One]] ==\nFirst.'}}}]});
    const {form, fake} = stage([opens(section), saves(success, {section: '1', summary: '/* One */ typo'})]);
    form.section = '1';
    await open(form);
    await summary().fill('typo');
    await change('== [[One]] ==\nMine.');
    await expectState(form, 'saved');
    fake.done();
  });

  test.each([
    ['Ctrl+Enter in the text', '{Control>}{Enter}{/Control}'],
    ['Ctrl+S in the text', '{Control>}s{/Control}'],
  ])('%s saves', async (_name, keys) => {
    const {form} = stage([opens(), saves()]);
    await open(form);
    await textbox().fill('My text');
    await userEvent.keyboard(keys);
    await expectState(form, 'saved');
  });

  test('Enter in the summary saves', async () => {
    const {form} = stage([opens(), saves()]);
    await open(form);
    await summary().fill('typo');
    await userEvent.keyboard('{Enter}');
    await expectState(form, 'saved');
  });

  test('can be stopped by the page', async () => {
    const {form, fake} = stage([opens()]);
    await open(form);
    form.addEventListener('wiki-save', (event) => {
      expect(event.edit.text).toBe('My text');
      event.preventDefault();
    });
    await change();
    expect(form.state).toBe('ready');
    expect(fake.requests).toHaveLength(1);
  });

  test('what the page around changes in the edit is what is saved, and what is gone on from', async () => {
    const again = opening({lastrevid: 43, revisions: [{revid: 43, parentid: 2, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: 'My text\n\n[[Category:Ships]]'}}}]});
    const {form, fake} = stage([opens(), saves(success, {text: 'My text\n\n[[Category:Ships]]', summary: 'by a tool'}), opens(again)]);
    await open(form);
    form.addEventListener('wiki-save', ({edit}) => Object.assign(edit, {text: `${edit.text}\n\n[[Category:Ships]]`, summary: 'by a tool'}));
    await change();
    await expectState(form, 'saved');
    await expect.element(textbox()).toHaveValue('My text\n\n[[Category:Ships]]');
    expect(form.dirty).toBe(false);
    fake.done();
  });

  test('while it lasts, the button keeps its width and the focus, and a second press does nothing', async () => {
    let answer = (_answer: object): void => {};
    const {form, fake} = stage([opens(), saves(() => new Promise((resolve) => (answer = resolve)))]);
    await open(form);
    const width = (): number => form.shadowRoot?.querySelector('.save')?.getBoundingClientRect().width ?? 0;
    const before = width();
    await change();
    await expectState(form, 'saving');
    expect(width()).toBe(before);
    expect(form.shadowRoot?.activeElement?.className).toContain('save');
    await expect.element(page.getByRole('button', {name: 'Saving…'})).toHaveAttribute('aria-disabled', 'true');
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    answer(success);
    await expectState(form, 'saved');
    expect(fake.requests).toHaveLength(2);
  });

  test('of a page that was left meanwhile is told, and leaves the next page alone', async () => {
    let answer = (_answer: object): void => {};
    const {form, fake} = stage([opens(), saves(() => new Promise((resolve) => (answer = resolve))), opens(opening({title: 'Other'}))]);
    await open(form);
    await change();
    await expectState(form, 'saving');
    await expect.poll(() => fake.requests.length).toBe(2);
    form.page = 'Other';
    await expect.element(textbox('Editing Other')).toHaveValue(text);
    const saved = new Promise<number | undefined>((resolve) => form.addEventListener('wiki-saved', (event) => resolve(event.saved.newrevid)));
    answer(success);
    expect(await saved).toBe(43);
    expect(form.state).toBe('ready');
    await expect.element(textbox('Editing Other')).toHaveValue(text);
    await expect.element(page.getByRole('textbox', {name: 'Your text'})).not.toBeInTheDocument();
  });

  test('says when nothing changed', async () => {
    const {form} = stage([opens(), saves(noChange), since()]);
    await open(form);
    await change(text);
    await expect.element(page.getByText('The page has this text already.')).toBeVisible();
  });

  test('reads the text again when the wiki merged it with the edits of others', async () => {
    const merged = opening({revisions: [{revid: 43, slots: {main: {content: 'My text and Bob’s'}}}]});
    const {form, fake} = stage([opens(), saves({edit: {...success.edit, oldrevid: 41}}), opens(merged), saves({edit: {...success.edit, oldrevid: 43, newrevid: 44}}, {baserevid: '43', text: 'My text and Bob’s!'})]);
    await open(form);
    await change();
    await expect.element(textbox()).toHaveValue('My text and Bob’s');
    await expect.element(page.getByText('put it together with what others saved')).toBeVisible();
    await change('My text and Bob’s!');
    await expectState(form, 'saved');
    fake.done();
  });

  test('reads the text again after a signature', async () => {
    const signed = opening({revisions: [{revid: 43, slots: {main: {content: 'Hello. Alice'}}}]});
    const {form, fake} = stage([opens(), saves(), opens(signed)]);
    await open(form);
    await change('Hello. ~~~~');
    await expect.element(textbox()).toHaveValue('Hello. Alice');
    fake.done();
  });

  test('does not let the wiki cut a long summary', async () => {
    const {form, fake} = stage([opens()]);
    await open(form);
    await summary().fill('😀'.repeat(450));
    await expect.element(page.getByText('50 characters left')).toBeVisible();
    await summary().fill('é'.repeat(501));
    await expect.element(page.getByText('1 character too many')).toBeVisible();
    await button('Save changes').click();
    await expect.element(summary()).toHaveAttribute('aria-invalid', 'true');
    expect(form.shadowRoot?.activeElement?.id).toBe('summary');
    await expectAccessible();
    expect(fake.requests).toHaveLength(1);
  });
});

describe('a refusal', () => {
  test.each([
    ['abuse-warning', 'automatically identified as harmful'],
    ['abuse-disallowed', 'therefore disallowed'],
    ['spam', 'spam.example.com'],
    ['blocked', 'has been blocked'],
    ['protected', 'has been protected'],
    ['wiki-readonly', 'Upgrading the database'],
    ['ratelimited', 'exceeded your rate limit'],
    ['deleted', 'doesn’t exist'],
    ['too-big', 'exceeds the page size limit'],
    ['bad-json', 'Syntax error'],
    ['title-blacklist', 'banned from creation'],
    ['refused', 'aborted by an extension'],
  ] as const)('%s is told in the wiki’s words, with the text kept and the focus on it', async (state, words) => {
    const {form} = stage([opens(), saves(refusals[state])]);
    await open(form);
    await change();
    await expectState(form, state);
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    await expect.poll(() => form.shadowRoot?.activeElement?.id).toBe('refusal');
    await expect.element(textbox()).toHaveValue('My text');
    expect((textbox().element() as HTMLTextAreaElement).readOnly).toBe(false);
    expect(form.dirty).toBe(true);
    await expectAccessible();
  });

  test('of several reasons shows all, and the strongest decides', async () => {
    const both = {errors: [...refusals.ratelimited.errors, ...refusals.blocked.errors]};
    const {form} = stage([opens(), saves(both)]);
    await open(form);
    await change();
    await expectState(form, 'blocked');
    await expect.element(page.getByRole('alert')).toHaveTextContent('rate limit');
    await expect.element(page.getByRole('alert')).toHaveTextContent('has been blocked');
  });

  test('hostile words stay words', async () => {
    const hostile = '<img src=x onerror="hit()"> is "forbidden"';
    const {form} = stage([opens(opening({title: hostile})), saves({errors: [{code: 'hookaborted', text: hostile, module: 'edit'}]})]);
    document.body.append(form);
    await expectState(form, 'ready');
    form.summary = hostile;
    form.text = 'x';
    await form.save();
    await expect.element(page.getByRole('alert')).toHaveTextContent(hostile);
    expect([...(form.shadowRoot?.querySelectorAll('img') ?? []), ...form.querySelectorAll('img')]).toHaveLength(0);
  });

  test('an abuse filter’s warning: the same again, by another button', async () => {
    const {form, fake} = stage([opens(), ...refuses(refusals['abuse-warning']), saves(success, {text: 'My text', baserevid: '2'})]);
    await open(form);
    await change();
    await button('Save anyway').click();
    await expectState(form, 'saved');
    fake.done();
  });

  test('logged out: the same again after logging in, with a new token', async () => {
    const token = {query: {tokens: {csrftoken: 'new+\\'}, userinfo: {name: 'Alice'}}};
    const {form, fake} = stage([opens(), saves(refusals.loggedout), [{meta: /authmanagerinfo/}, new TypeError('Failed to fetch')], saves({errors: [{code: 'badtoken', text: 'Invalid CSRF token.'}]}), [{action: 'query', meta: /tokens/}, token], saves(success, {token: 'new+\\', assertuser: 'Alice'})]);
    await open(form);
    await change();
    await expectState(form, 'loggedout');
    await expect.element(page.getByText('The wiki could not be asked how to log in.')).toBeVisible();
    await button('Save changes').click();
    await expectState(form, 'saved');
    fake.done();
  });

  test('deleted meanwhile: can be created again', async () => {
    const {form, fake} = stage([opens(), ...refuses(refusals.deleted), saves({edit: {...success.edit, oldrevid: 0}}, {createonly: '1', baserevid: undefined, text: 'My text'})]);
    await open(form);
    await change();
    await button('Create the page again').click();
    await expectState(form, 'saved');
    fake.done();
  });
});

/** The wiki's own page is opened with the text, and without a token. */
async function expectCarriedOver(): Promise<void> {
  const sent = new Promise<FormData>((resolve) => {
    vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementationOnce(function (this: HTMLFormElement) {
      resolve(new FormData(this));
    });
  });
  await button('Continue on the wiki').click();
  expect(Object.fromEntries(await sent)).toMatchObject({wpTextbox1: 'My text', wpPreview: '1', editRevId: '2'});
  expect([...(await sent).keys()]).not.toContain('wpEditToken');
}

describe('a captcha', () => {
  test('is asked by its question, and a wrong answer asks the next one', async () => {
    const {form, fake} = stage([
      opens(),
      saves(refusals.captcha),
      ...refuses(refusals.captchaAgain, {captchaid: '8530515751274767765', captchaword: '55', text: 'My text'}),
      saves(success, {captchaid: '777', captchaword: '3'}),
    ]);
    await open(form);
    await change();
    await expectState(form, 'captcha');
    await expect.poll(() => form.shadowRoot?.activeElement?.id).toBe('captcha');
    await expectAccessible();
    await page.getByRole('textbox', {name: '50+4'}).fill('55');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('That was not the right answer.')).toBeVisible();
    await expect.element(page.getByRole('textbox', {name: '10−7'})).toHaveValue('');
    await page.getByRole('textbox', {name: '10−7'}).fill('3');
    await button('Save changes').click();
    await expectState(form, 'saved');
    fake.done();
  });

  test('in HTML is asked as text', async () => {
    const {form} = stage([opens(), saves(refusals.captchaQuestion)]);
    await open(form);
    await change();
    await expect.element(page.getByRole('textbox', {name: 'What colour is the sky?'})).toBeVisible();
    expect(form.shadowRoot?.querySelector('label b')).toBeNull();
  });

  test.each(['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'http://['])('whose picture is at %s is left to the wiki’s own page', async (url) => {
    const {form} = stage([opens(), saves({edit: {captcha: {type: 'image', mime: 'image/png', id: '12', url}, result: 'Failure'}})]);
    await open(form);
    await change();
    await expectCarriedOver();
    expect(form.shadowRoot?.querySelector('img.captcha')).toBeNull();
  });

  test('as a picture is shown from the wiki', async () => {
    const {form} = stage([opens(), saves(refusals.captchaImage)]);
    await open(form);
    await change();
    await expect.element(page.getByRole('img', {name: 'Picture with letters to type'})).toHaveAttribute('src', `${location.origin}/w/index.php?title=Special:Captcha/image&wpCaptchaId=12`);
    await expectAccessible();
  });

  test('that needs a script of its own is left to the wiki', async () => {
    const {form} = stage([opens(), saves(refusals.captchaScript)]);
    await open(form);
    await change();
    await expectCarriedOver();
    await expectAccessible();
  });
});

describe('a conflict', () => {
  const conflict = [saves(refusals.conflict), since(bobs), [{prop: 'revisions'}, revision(3, 'Bob’s text')], [{rvstartid: undefined, revids: '2'}, revision(2, text, 'Admin')]] as const;

  test('shows their text beside mine and saves nothing', async () => {
    const {form} = stage([opens(), ...conflict]);
    await open(form);
    await change();
    await expectState(form, 'conflict');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Bob saved this page while you were editing.');
    await expect.element(page.getByRole('textbox', {name: 'The text as it is on the wiki now'})).toHaveValue('Bob’s text');
    await expect.element(textbox()).toHaveValue('My text');
    await expectAccessible();
    expect(await form.save()).toBeUndefined();
  });

  test('mine can be saved on top of theirs, deliberately', async () => {
    const {form, fake} = stage([opens(), ...conflict, saves({edit: {...success.edit, oldrevid: 3}}, {baserevid: '3', text: 'My text'})]);
    await open(form);
    await change();
    await button('Save my text in place of it').click();
    await expectState(form, 'saved');
    fake.done();
  });

  test('what is far apart is put together, and saved on top of theirs', async () => {
    const theirs = text.replace('Second section.', 'Second section, by Bob.');
    const mine = text.replace('Intro.', 'My intro.');
    const both = theirs.replace('Intro.', 'My intro.');
    const {form, fake} = stage([opens(), saves(refusals.conflict), since(bobs), [{prop: 'revisions'}, revision(3, theirs)], [{rvstartid: undefined, revids: '2'}, revision(2, text, 'Admin')], saves({edit: {...success.edit, oldrevid: 3}}, {baserevid: '3', text: both})]);
    await open(form);
    await change(mine);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Your changes and theirs do not touch each other');
    await button('Put together').click();
    await expect.element(textbox()).toHaveValue(both);
    expect(form.dirty).toBe(true);
    await button('Save changes').click();
    await expectState(form, 'saved');
    fake.done();
  });

  test.each([['Theirs: Bob’s intro.', 'Bob’s intro.'], ['Mine: My intro.', 'My intro.'], ['Both, theirs first', 'Bob’s intro.\nMy intro.']])('where both changed the same, one chooses: %s', async (label, chosen) => {
    const theirs = text.replace('Intro.', 'Bob’s intro.').replace('Second section.', 'Second section, by Bob.');
    const {form} = stage([opens(), saves(refusals.conflict), since(bobs), [{prop: 'revisions'}, revision(3, theirs)], [{rvstartid: undefined, revids: '2'}, revision(2, text, 'Admin')]]);
    await open(form);
    await change(text.replace('Intro.', 'My intro.'));
    await expect.element(page.getByRole('group', {name: 'Place 1 of 1'})).toBeVisible();
    await expect.element(button('Put together')).toHaveAttribute('aria-disabled', 'true');
    await expectAccessible();
    await page.getByRole('radio', {name: label}).click();
    await button('Put together').click();
    await expect.element(textbox()).toHaveValue(theirs.replace('Bob’s intro.', chosen));
    await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue(text.replace('Intro.', 'My intro.'));
  });

  test('with oneself is told as such', async () => {
    const {form} = stage([opens(), saves(refusals.conflict), since(bobs), [{prop: 'revisions'}, revision(3, 'Of another window', 'Alice')], [{rvstartid: undefined, revids: '2'}, revision(2, text, 'Admin')]]);
    await open(form);
    await change();
    await expectState(form, 'conflict');
    await expect.element(page.getByRole('alert')).toHaveTextContent('You saved this page yourself');
  });

  test('theirs can be taken, with mine kept beside it', async () => {
    const {form, fake} = stage([opens(), ...conflict, saves({edit: {...success.edit, oldrevid: 3}}, {baserevid: '3', text: 'Both texts'})]);
    await open(form);
    await change();
    await button('Edit their text instead').click();
    await expect.element(textbox()).toHaveValue('Bob’s text');
    await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue('My text');
    await expectAccessible();
    await change('Both texts');
    await expectState(form, 'saved');
    fake.done();
  });

  test('whose text could not be read can be tried again', async () => {
    const lost = new TypeError('Failed to fetch');
    const {form, fake} = stage([opens(), saves(refusals.conflict), since(bobs), [{prop: 'revisions'}, lost], [{revids: '2'}, lost], ...conflict]);
    await open(form);
    await change();
    await expect.element(page.getByRole('alert')).toHaveTextContent('That text could not be read.');
    await button('Try again').click();
    await expect.element(page.getByRole('textbox', {name: 'The text as it is on the wiki now'})).toHaveValue('Bob’s text');
    fake.done();
  });

  test('about a section that has moved is never saved over another', async () => {
    const section = opening({revisions: [{revid: 2, slots: {main: {content: '== Two ==\nSecond.'}}}]});
    const moved = [saves(refusals.conflict), since(bobs), [{prop: 'revisions'}, revision(3, '== New ==\nBob’s.')], [{revids: '2'}, revision(2, '== Two ==\nSecond.')]] as const;
    const {form} = stage([opens(section), ...moved, opens()]);
    form.section = '2';
    await open(form);
    await change('== Two ==\nMine.');
    await expectState(form, 'conflict');
    await expect.element(button('Save my text in place of it')).not.toBeInTheDocument();
    await button('Edit the whole page').click();
    await expect.element(textbox()).toHaveValue(text);
    await expect.element(page.getByRole('textbox', {name: 'Your text'})).toHaveValue('== Two ==\nMine.');
  });
});

describe('a lost answer', () => {
  const traces = (revisions: object[]) => [{prop: 'revisions', rvdir: 'newer'}, {query: {pages: [{pageid: 2, ns: 0, title: 'Simple', revisions}]}}] as const;
  const content = (revid: number, words: string): object => ({revid, slots: {main: {content: words}}});
  const found = [
    traces([{revid: 43, parentid: 2, user: 'Alice', timestamp: '2026-11-21T11:46:00Z', comment: ''}]),
    [{revids: /43/}, {query: {pages: [{pageid: 2, ns: 0, title: 'Simple', revisions: [content(2, text), content(43, 'My text')]}]}}],
  ] as const;

  test('is looked for at once: the edit is there', async () => {
    const {form, fake} = stage([opens(), saves(new TypeError('Failed to fetch')), ...found]);
    await open(form);
    await change();
    await expect.element(page.getByText('The wiki’s answer was lost, but the text was saved.')).toBeVisible();
    expect(form.state).toBe('saved');
    fake.done();
  });

  test('is looked for again: the edit is there', async () => {
    const {form} = stage([opens(), saves(new TypeError('Failed to fetch')), traces([]), ...found]);
    await open(form);
    await change();
    await expectState(form, 'unknown');
    await expectAccessible();
    await button('Check whether it was saved').click();
    await expect.element(page.getByText('The wiki’s answer was lost, but the text was saved.')).toBeVisible();
    expect(form.state).toBe('saved');
  });

  test('that cannot be looked for either: says so and why, and can be looked for again', async () => {
    const lost = new TypeError('Failed to fetch');
    const {form} = stage([opens(), saves(lost), traces([]), [{prop: 'revisions'}, new Response('Gateway', {status: 502})], ...found]);
    await open(form);
    await change();
    await button('Check whether it was saved').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('It could not be found out whether your text was saved.');
    await expect.element(page.getByRole('alert')).toHaveTextContent('502');
    await expectState(form, 'unknown');
    await expectAccessible();
    await button('Check whether it was saved').click();
    await expectState(form, 'saved');
  });

  test('is looked for: there is no trace, and the same can be sent again', async () => {
    const {form, fake} = stage([opens(), saves(new TypeError('Failed to fetch')), traces([]), traces([]), saves(success, {baserevid: '2'})]);
    await open(form);
    await change();
    await button('Check whether it was saved').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('no trace');
    await expect.element(textbox()).toHaveValue('My text');
    await button('Save again').click();
    await expectState(form, 'saved');
    fake.done();
  });
});

describe('leaving', () => {
  const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', {cancelable: true}));

  test('the browser asks while something is not saved, and only then', async () => {
    const {form} = stage([opens(), saves()]);
    await open(form);
    expect(leave()).toBe(true);
    await textbox().fill('My text');
    await form.updateComplete;
    expect(leave()).toBe(false);
    await button('Save changes').click();
    await expectState(form, 'saved');
    expect(leave()).toBe(true);
    await textbox().fill('More');
    form.remove();
    expect(leave()).toBe(true);
  });

  test('Cancel tells the page at once when nothing was typed', async () => {
    const {form} = stage([opens()]);
    await open(form);
    const onCancel = vi.fn();
    form.addEventListener('wiki-cancel', onCancel);
    await button('Cancel').click();
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test('Cancel asks first when something was typed', async () => {
    const {form} = stage([opens()]);
    await open(form);
    const onCancel = vi.fn();
    form.addEventListener('wiki-cancel', onCancel);
    await textbox().fill('My text');
    await button('Cancel').click();
    await expect.element(page.getByText('Discard what you typed?')).toBeVisible();
    await expectAccessible();
    await button('Keep editing').click();
    expect(onCancel).not.toHaveBeenCalled();
    await expect.element(textbox()).toHaveValue('My text');
    await button('Cancel').click();
    await button('Discard').click();
    expect(onCancel).toHaveBeenCalledOnce();
    await expect.element(textbox()).toHaveValue(text);
  });

  test('its host gives up what was typed, without a question or a request', async () => {
    const {form, fake} = stage([opens(), ...refuses(refusals['abuse-warning'])]);
    await open(form);
    await change('Mine');
    await expectState(form, 'abuse-warning');
    form.discard();
    await expectState(form, 'ready');
    await expect.element(textbox()).toHaveValue(text);
    expect(form.dirty).toBe(false);
    fake.done();
  });
});

describe('for the page around', () => {
  test('a text that is none is refused by name, before it stands in the page', async () => {
    const {form} = stage([opens()]);
    await open(form);
    expect(() => ((form as {text: unknown}).text = undefined)).toThrow(new TypeError('text: undefined given, a string expected'));
    expect(form.text).toBe(text);
  });

  test('text and summary can be set before the page is read', async () => {
    const {form} = stage([opens()]);
    form.text = 'A draft';
    form.summary = 'from a gadget';
    await open(form);
    await expect.element(textbox()).toHaveValue('A draft');
    await expect.element(summary()).toHaveValue('from a gadget');
    expect(form.dirty).toBe(true);
  });

  test('focus() goes to the text, reload() reads it again', async () => {
    const {form} = stage([opens(), opens()]);
    await open(form);
    form.focus();
    expect(document.activeElement).toBe(textbox().element());
    await textbox().fill('My text');
    await form.reload();
    await expect.element(textbox()).toHaveValue(text);
  });

  test.each(['dark', 'light'] as const)('the %s theme passes axe', async (theme) => {
    document.body.style.background = theme === 'dark' ? '#101418' : '#fff';
    const {form} = stage([opens(), saves(refusals.refused)]);
    form.theme = theme;
    await open(form);
    await change();
    await expectState(form, 'refused');
    await expectAccessible();
    document.body.style.background = '';
  });
});
