/** What mwclient's own tests do on a real wiki (its integration.py), done by ours, under the names they have there. */
import {Wiki} from 'wikilit';
import {refusal} from './asking.js';
import {expect, test, wikiFromNode} from './fixtures.js';
import {botLogin, type TestWiki, type UserName} from './wiki/index.js';

const text = "Hi I'm a new page";

/** By bot password, as `login()` is for. */
function bot(wiki: TestWiki, user: 'Admin' | 'Olga'): {username: string; password: string} {
  const {name: username = '', password = ''} = botLogin(wiki.users[user]) ?? {};
  return {username, password};
}

async function as(wiki: TestWiki, user: UserName): Promise<Wiki> {
  const client = wikiFromNode(wiki.api);
  const {name: username, password} = wiki.users[user];
  await client.clientlogin({username, password});
  return client;
}

test.describe('as nobody', () => {
  test('mwclient: test_page_load — a page is read', async ({wiki}) => {
    expect(await wikiFromNode(wiki.api).page('Main_Page').text()).toMatch(/\S/);
  });

  test('mwclient: test_page_create — where nobody may make a page, nobody makes one', async ({wiki}) => {
    const door = await wiki.door({scenario: 'noanonedit'});
    const page = wikiFromNode(door.api).page('Anonymous New Page');
    expect(await page.can('edit')).toBe(false);
    // Refused as nobody's before it is refused as nobody may; as nobody's, where that is meant, in the wiki's words.
    expect(await refusal(page.edit({text, createonly: true}))).toMatchObject({name: 'LoginError', code: 'assertuserfailed'});
    const nobody = new Wiki(door.api, {userAgent: 'Test/1.0', forceLogin: false});
    expect(await refusal(nobody.page(page.title).edit({text, createonly: true}))).toMatchObject({name: 'ApiError', code: 'permissiondenied'});
    expect(await page.exists()).toBe(false);
    await door.close();
  });

  test('mwclient: test_expandtemplates, test_expandtemplates_with_parsetree', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    const year = String(new Date().getUTCFullYear());
    expect(await client.expandtemplates('{{CURRENTYEAR}}')).toBe(year);
    expect(await client.expandtemplates('{{CURRENTYEAR}}', {prop: ['wikitext', 'parsetree']})).toMatchObject({wikitext: year, parsetree: '<root><template><title>CURRENTYEAR</title></template></root>'});
  });

  test('mwclient: test_private_wiki — a wiki only users may read: refused, and read after the login', async ({wiki}) => {
    const door = await wiki.door({scenario: 'private'});
    const client = wikiFromNode(door.api);
    expect(await refusal(client.site())).toMatchObject({name: 'ApiError', code: 'readapidenied'});
    expect(await refusal(client.page('Sandbox').text())).toMatchObject({name: 'ApiError', code: 'readapidenied'});
    await client.login(bot(wiki, 'Olga'));
    expect((await client.site()).version[0]).toBe(1);
    expect(await client.page('Sandbox').text()).toMatch(/\S/);
    await door.close();
  });
});

test.describe('logged in with a bot password', () => {
  test('mwclient: test_login_wrong_password — nobody is logged in', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    expect(await refusal(client.login({...bot(wiki, 'Olga'), password: 'thisiswrong'}))).toMatchObject({name: 'LoginError', code: 'wrongpassword'});
    expect(client.user).toBeUndefined();
    expect(await client.userinfo()).toMatchObject({anon: true});
  });

  test('mwclient: test_login — a page is made, read and moved', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    await client.login(bot(wiki, 'Olga'));
    expect(await client.userinfo()).toMatchObject({name: 'Olga'});
    const page = client.page('Authed New Page');
    expect(await page.edit({text, summary: 'create new page'})).toMatchObject({outcome: 'saved', new: true});
    expect([await page.text(), await page.exists()]).toEqual([text, true]);
    await page.move('Authed Moved Page');
    expect(await client.page('Authed Moved Page').text()).toBe(text);
    expect(await page.info()).toMatchObject({redirect: true});
    expect((await page.resolveRedirect()).title).toBe('Authed Moved Page');
  });

  test('mwclient: test_page_delete — a page is made and deleted', async ({wiki}) => {
    const client = await as(wiki, 'Admin');
    const page = client.page('Sysop New Page');
    await page.edit({text, summary: 'create new page'});
    expect([await page.text(), await page.exists()]).toEqual([text, true]);
    await page.delete({reason: 'test'});
    expect(await page.exists()).toBe(false);
    // Its text is then not an empty one.
    expect(await refusal(page.text())).toMatchObject({name: 'ApiError', code: 'missingtitle'});
  });
});

test.describe('logged in with an account’s own password', () => {
  test('mwclient: test_clientlogin_wrong_password — nobody is logged in', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    expect(await refusal(client.clientlogin({username: 'Olga', password: 'thisiswrong'}))).toMatchObject({name: 'LoginError', code: 'wrongpassword'});
    expect(client.user).toBeUndefined();
  });

  test('mwclient: test_clientlogin — a page is made', async ({wiki}) => {
    const client = await as(wiki, 'Olga');
    const page = client.page('Anonymous New Page');
    await page.edit({text, summary: 'create new page'});
    expect(await page.text()).toBe(text);
  });
});

test('mwclient: test_site_revisions — revisions by their numbers, with the page, without a warning', async ({wiki}) => {
  const warnings: string[] = [];
  const client = new Wiki(wiki.api, {userAgent: 'Test/1.0', onWarning: ({text}) => warnings.push(text)});
  const {revid, title} = await client.page('Main Page').read();
  const asked = {action: 'query', prop: 'revisions', revids: [revid], rvslots: 'main'} as const;
  const {query: content} = await client.get({...asked, rvprop: ['content']});
  expect(content.pages?.[0]).toMatchObject({title, revisions: [{slots: {main: {content: expect.stringMatching(/\S/)}}}]});
  const {query: usual} = await client.get(asked);
  const [revision] = usual.pages?.[0]?.revisions ?? [];
  expect(new Date(revision?.timestamp ?? '').getTime()).toBeGreaterThan(0);
  expect(warnings).toEqual([]);
});

test('mwclient: test_upload_async — a file is stashed, and then published', async ({wiki}) => {
  const client = await as(wiki, 'Olga');
  const filename = 'Published later.svg';
  const source = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#36c"/></svg>\n';
  interface Upload {
    upload: {result: string; filekey: string};
  }
  const {upload: stashed} = await client.post<Upload>({action: 'upload', filename, file: new Blob([source], {type: 'image/svg+xml'}), stash: true}, {token: 'csrf'});
  expect(stashed).toMatchObject({result: 'Success', filekey: expect.stringMatching(/\S/)});
  const file = client.page(`File:${filename}`);
  expect([await file.exists(), await file.imageinfo()]).toEqual([false, undefined]);
  await client.post({action: 'upload', filename, filekey: stashed.filekey, async: true, comment: 'Test image upload'}, {token: 'csrf'});
  await expect.poll(() => file.imageinfo({prop: ['user', 'size']})).toMatchObject({user: 'Olga', size: source.length});
  expect(await (await file.download()).text()).toBe(source);
});
