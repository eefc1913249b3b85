/** Where the first edit of nobody makes a temporary account. */
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';

const scenario = 'tempaccounts' as const;

test('the name is reserved before the first edit; the next edits are the same user’s, each with a token that counts', async ({page, wiki}) => {
  const door = await wiki.door({scenario});
  await page.goto(`${door.origin}/pages/bare.html`);
  const edits = await page.evaluate(async (api) => {
    const path = '/dist/wikilit.js';
    const {Wiki} = (await import(path)) as typeof import('wikilit');
    const wiki = new Wiki(api);
    const first = await wiki.page('Sandbox').edit({text: 'One.', summary: 'one'});
    const second = await wiki.page('Sandbox').edit({text: 'Two.', summary: 'two'});
    return {first, second, user: wiki.user, me: await wiki.userinfo()};
  }, door.api);
  expect(edits).toMatchObject({first: {outcome: 'saved', tempusercreated: true}, second: {outcome: 'saved'}, me: {temp: true}});
  expect(edits.second.tempusercreated).toBeUndefined();
  expect(edits.user).toBe(edits.me.name);
  expect(await newestRevision(wiki.api, 'Sandbox')).toMatchObject({text: 'Two.', user: edits.user});
  expect(door.requests.filter(({action}) => action === 'acquiretempusername')).toHaveLength(1);
  await door.close();
});

test('the answer to it is lost: the edit is known by that name, and there once', async ({wiki}) => {
  const door = await wiki.door({scenario, faults: {seed: 1, rules: [{action: 'edit', nth: 1, fault: {type: 'dropAfter'}}]}});
  const nobody = wikiFromNode(door.api, undefined, {forceLogin: false});
  expect(await nobody.page('Sandbox').append(' Once.', {summary: 'once'})).toMatchObject({outcome: 'saved', recovered: true});
  const {text, user} = await newestRevision(wiki.api, 'Sandbox');
  expect(text.match(/Once\./g)).toHaveLength(1);
  expect(user).toMatch(/^~\d{4}-\d/);
  expect(door.requests.filter(({action, method}) => action === 'edit' && method === 'POST')).toHaveLength(1);
  await door.close();
});

test('from another site, as nobody, each edit would make another account: refused, and nothing is sent', async ({page, wiki}) => {
  const door = await wiki.door({scenario});
  const home = await wiki.door({host: 'localhost'});
  await page.goto(`${home.origin}/pages/bare.html`);
  const error = await page.evaluate(async (api) => {
    const path = '/dist/wikilit.js';
    const {Wiki} = (await import(path)) as typeof import('wikilit');
    return new Wiki(api, {forceLogin: false}).page('Sandbox').edit({text: 'Mine.', summary: 'x'}).catch(({name, code, unsaved}: {name: string; code: string; unsaved: object}) => ({name, code, unsaved}));
  }, door.api);
  expect(error).toMatchObject({name: 'LoginError', code: 'tempaccount-for-each-edit', unsaved: {text: 'Mine.'}});
  expect(door.requests.filter(({method}) => method === 'POST')).toEqual([]);
  await Promise.all([home.close(), door.close()]);
});

test('where there are no such accounts, nobody edits as before', async ({page, wiki}) => {
  const door = await wiki.door();
  const home = await wiki.door({host: 'localhost'});
  await page.goto(`${home.origin}/pages/bare.html`);
  const {outcome} = await page.evaluate(async (api) => {
    const path = '/dist/wikilit.js';
    const {Wiki} = (await import(path)) as typeof import('wikilit');
    return new Wiki(api, {forceLogin: false}).page('Sandbox').edit({text: 'By nobody.', summary: 'x'});
  }, door.api);
  expect(outcome).toBe('saved');
  await Promise.all([home.close(), door.close()]);
});
