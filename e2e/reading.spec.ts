/** What is asked of a wiki and of a page, from Node against the real wiki; and what comes of what is not there. */
import type {Wiki} from 'wikilit';
import type {UserName} from './wiki/index.js';
import {as, make, nobody, refusal, requests, titles} from './asking.js';
import {expect, test} from './fixtures.js';

test.describe('the wiki', () => {
  test('what it is, asked once; which version it must be; titles by its rules', async ({wiki}) => {
    const client = nobody(wiki);
    const site = await client.site();
    expect(site).toMatchObject({sitename: 'Wikilit', generator: `MediaWiki ${wiki.version}`, mainpage: 'Main Page', server: wiki.origin});
    expect(site.namespaces.find(({id}) => id === 6)).toMatchObject({name: 'File', aliases: ['Image']});
    expect(await requests(wiki, () => Promise.all([client.site(), client.require('1.39')]))).toBe(0);
    expect(await refusal(client.require('1.99'))).toMatchObject({name: 'VersionError', needed: '1.99', found: site.generator});
    expect(await refusal(client.require('x'))).toMatchObject({name: 'TypeError'});
    const title = await client.title('user_talk:olga/a#B c');
    expect([title.title, title.base.title, title.url()]).toEqual(['User talk:Olga/a', 'User talk:Olga', `${wiki.origin}/wiki/User_talk:Olga/a#B_c`]);
    expect((await client.title('image:x.png')).title).toBe('File:X.png');
  });

  test('who one is, with a block and with messages', async ({wiki}) => {
    expect(await nobody(wiki).userinfo({prop: ['blockinfo', 'hasmsg']})).toEqual({id: 0, name: '127.0.0.1', anon: true, messages: false});
    const [blair, paula] = [await as(wiki, 'Blair'), await as(wiki, 'Paula')];
    expect(await blair.userinfo({prop: ['blockinfo', 'hasmsg']})).toMatchObject({name: 'Blair', blockedby: 'Sol', blockreason: expect.stringContaining('nonsense'), blockexpiry: '2099-12-31T23:59:59Z', blockpartial: false});
    expect(await paula.userinfo({prop: ['blockinfo']})).toMatchObject({blockpartial: true, blockexpiry: 'infinite'});
    const olga = await as(wiki, 'Olga');
    expect(await olga.userinfo({prop: ['hasmsg']})).toMatchObject({name: 'Olga', messages: expect.any(Boolean)});
  });

  test('a page by its number', async ({wiki}) => {
    const client = nobody(wiki);
    const {pageid = 0} = await client.page('Sandbox').info();
    expect((await client.pageById(pageid)).title).toBe('Sandbox');
    expect(await refusal(client.pageById(999_999))).toMatchObject({name: 'ApiError', code: 'nosuchpageid'});
  });
});

test.describe('a page', () => {
  test('by other names of its namespace', async ({wiki}) => {
    const client = nobody(wiki);
    expect(await client.page('Image:small_flag.png').info()).toMatchObject({title: 'File:Small flag.png', ns: 6});
    expect(await client.page('user:olga').info()).toMatchObject({title: 'User:Olga', ns: 2});
  });

  test('whether one may: levels, cascades and blocks as the wiki judges them', async ({wiki}) => {
    const may = async (client: Wiki, ...titles: string[]): Promise<boolean[]> => Promise.all(titles.map((title) => client.page(title).can('edit')));
    const pages = ['Sandbox', 'Semi-protected', 'Protected', 'Cascade-protected', 'User talk:Blair', 'Project:Village pump'];
    expect(await may(nobody(wiki), ...pages)).toEqual([true, false, false, false, true, true]);
    expect(await may(await as(wiki, 'Nils'), ...pages)).toEqual([true, false, false, false, true, true]);
    expect(await may(await as(wiki, 'Olga'), ...pages)).toEqual([true, true, false, false, true, true]);
    expect(await may(await as(wiki, 'Admin'), ...pages)).toEqual([true, true, true, true, true, true]);
    expect(await may(await as(wiki, 'Blair'), ...pages)).toEqual([false, false, false, false, true, false]);
    expect(await may(await as(wiki, 'Paula'), ...pages)).toEqual([false, true, false, false, true, false]);
    expect(await nobody(wiki).page('Sandbox').can('frobnicate')).toBe(false);
  });

  test('protection by action, where it comes from, and of what is not there', async ({wiki}) => {
    const client = nobody(wiki);
    const [plain, own, cascade, create, expiring] = await Promise.all(['Sandbox', 'Protected', 'Cascade-protected', 'Create-protected', 'Protected with expiry'].map((title) => client.page(title).protection()));
    expect(plain).toEqual({});
    expect(own).toEqual({edit: {level: 'sysop', expiry: 'infinity'}, move: {level: 'sysop', expiry: 'infinity'}});
    expect(cascade).toMatchObject({edit: {level: 'sysop', source: 'Cascade root'}});
    expect(create).toEqual({create: {level: 'sysop', expiry: 'infinity'}});
    expect(expiring).toEqual({edit: {level: 'sysop', expiry: '2099-12-31T23:59:59Z'}});
  });

  test('properties; how much is in a category', async ({wiki}) => {
    const client = nobody(wiki);
    expect(await client.page('Hidden from search').pageprops()).toEqual({noindex: ''});
    expect(await client.page('Hidden from search').pageprops({prop: 'nosuch'})).toEqual({});
    expect(await client.page('No such page').pageprops()).toEqual({});
    expect(await client.page('Category:Buildings').categoryinfo()).toMatchObject({size: 2, subcats: 2, pages: 0, files: 0});
    expect(await client.page('Category:No such').categoryinfo()).toBeUndefined();
  });

  test('HTML: of the page, a section, an old revision; of none', async ({wiki}) => {
    const client = await as(wiki, 'Olga');
    const page = client.page('Sandbox');
    const {revid} = await page.read();
    await page.edit({text: 'Quite new.'});
    expect(await page.html()).toContain('<p>Quite new.');
    expect(await page.html({revid})).toContain('Try things out here.');
    const second = await page.html({revid, section: 2});
    expect(second).toContain('Two.');
    expect(second).not.toContain('Try things');
    expect(await refusal(client.page('No such page').html())).toMatchObject({name: 'ApiError', code: 'missingtitle'});
    expect(await refusal(page.html({section: 99}))).toMatchObject({name: 'ApiError', code: 'nosuchsection'});
  });

  test('text: a section, with templates in place, a slot that is not there', async ({wiki}) => {
    const client = nobody(wiki);
    const page = client.page('Sandbox');
    expect(await page.text({section: 3})).toBe('=== Deeper ===\nThree.');
    expect(await client.page('Mercury').text({expandtemplates: true})).not.toContain('{{');
    expect(await refusal(page.text({slot: 'aux'}))).toMatchObject({name: 'ApiError', code: 'nosuchslot'});
  });

  test('hidden revisions: the text, also a section of it, for those who may see it', async ({wiki}) => {
    const title = 'Hidden revisions';
    const history = await nobody(wiki).page(title).revisions({prop: ['ids', 'user', 'comment', 'content'], slots: 'main', dir: 'newer'}).toArray();
    expect(history).toHaveLength(7);
    const hidden = history.filter(({slots}) => slots?.['main']?.texthidden).map(({revid}) => revid);
    const [deleted = 0, suppressed = 0] = hidden;
    expect(hidden).toHaveLength(2);
    const read = async (user: UserName | undefined, revid: number, section?: number): Promise<unknown> => {
      const page = (user ? await as(wiki, user) : nobody(wiki)).page(title);
      return page.text({revid, section}).catch(({name, code}: Error & {code: string}) => ({name, code}));
    };
    const refused = {name: 'ApiError', code: 'texthidden'};
    expect(await read(undefined, deleted)).toEqual(refused);
    expect(await read(undefined, deleted, 0)).toEqual(refused);
    expect(await read('Admin', deleted)).toBe('Text that nobody should see.');
    expect(await read('Admin', suppressed)).toEqual(refused);
    expect(await read('Sol', suppressed)).toBe('A private matter.');
    const [, , , , nameless] = history;
    expect(nameless).toMatchObject({userhidden: true});
    expect((await nobody(wiki).page(title).read({revid: nameless?.revid})).user).toBeUndefined();
  });
});

test.describe('redirects', () => {
  test('to the end, with the place on the page; broken ones, and pages that are none', async ({wiki}) => {
    const target = (title: string): Promise<unknown> => nobody(wiki).page(title).redirectTarget();
    expect(await target('Double redirect')).toEqual({title: 'Sandbox'});
    expect(await target('redirect_to section')).toEqual({title: 'Sandbox', fragment: 'Second'});
    expect(await target('Broken redirect')).toEqual({title: 'No such page'});
    expect(await target('Sandbox')).toBeUndefined();
    expect(await target('No such page')).toBeUndefined();
    const page = await nobody(wiki).page('Double redirect').resolveRedirect();
    expect(await page.text()).toContain('Try things out here.');
  });

  test('to another wiki, in a circle, to oneself', async ({wiki}) => {
    await make(wiki, {'To another wiki': '#REDIRECT [[de:Oslo]]', 'Circle A': '#REDIRECT [[Circle B]]', 'Circle B': '#REDIRECT [[Circle A]]', 'To itself': '#REDIRECT [[To itself]]'});
    const client = nobody(wiki);
    const [other, circle, itself] = await Promise.all(['To another wiki', 'Circle A', 'To itself'].map((title) => client.page(title).redirectTarget()));
    expect(other).toEqual({title: 'de:Oslo', interwiki: 'de'});
    expect([circle, itself]).toEqual([{title: 'Circle A'}, {title: 'To itself'}]);
    expect(await refusal(client.page('To another wiki').resolveRedirect())).toMatchObject({name: 'ApiError', code: 'invalidtitle'});
  });
});

test('a title the wiki refuses is refused by all that is asked of it', async ({wiki}) => {
  const client = nobody(wiki);
  for (const [title, code] of [['Talk:File:x', 'invalidtitle'], ['de:Oslo', 'invalidtitle'], ['Special:Version', 'pagecannotexist']] as const) {
    const page = client.page(title);
    const asked = [page.exists(), page.text(), page.can('edit'), page.protection(), page.pageprops(), page.redirectTarget(), page.resolveRedirect(), page.links().toArray(), page.revisions().take(1).toArray(), page.imageinfo(), page.download()];
    const codes = await Promise.all(asked.map(async (one) => (await refusal(one))['code']));
    expect(codes, title).toEqual(asked.map(() => code));
  }
});

test.describe('a file', () => {
  const title = 'File:Lighthouse at dusk.png';

  test('what is told of it, of its versions, and where it is used', async ({wiki}) => {
    const client = nobody(wiki);
    const file = client.page(title);
    expect(await file.imageinfo()).toMatchObject({user: 'Henrik', mime: 'image/png', sha1: expect.stringMatching(/^[\da-f]{40}$/)});
    expect(await file.imageinfo({prop: ['timestamp']})).toEqual({timestamp: '2023-05-01T12:00:00Z'});
    expect(await file.list('imageinfo', {prop: ['user']}).toArray()).toEqual([{user: 'Henrik'}, {user: 'Olga'}]);
    expect(await client.page('Sandbox').imageinfo()).toBeUndefined();
    expect(titles(await client.page('File:Missing.png').imageusage().toArray())).toContain('Hostile markup');
    expect(await file.duplicatefiles().toArray()).toEqual([]);
  });

  test('comes whole, and says how far it is; of none there is no file', async ({wiki}) => {
    const client = nobody(wiki);
    const seen: {bytes: number; ofBytes: number}[] = [];
    const {size = 0, sha1} = (await client.page(title).imageinfo()) ?? {};
    const file = await client.page(title).download({onProgress: (progress) => seen.push(progress)});
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', await file.arrayBuffer()));
    expect([file.type, file.size, Buffer.from(digest).toString('hex')]).toEqual(['image/png', size, sha1]);
    expect(seen.at(-1)).toEqual({bytes: size, ofBytes: size});
    for (const none of ['File:No such.png', 'Sandbox']) expect(await refusal(client.page(none).download())).toMatchObject({name: 'ApiError', code: 'nofile'});
  });

  test('an abort on the way ends it, and one before it asks nothing', async ({wiki}) => {
    const client = nobody(wiki);
    const controller = new AbortController();
    const file = client.page('File:Bridge in winter.jpg');
    expect(await refusal(file.download({signal: controller.signal, onProgress: () => controller.abort()}))).toMatchObject({name: 'AbortError'});
    expect(await requests(wiki, () => refusal(file.download({signal: AbortSignal.abort()})))).toBe(0);
  });
});
