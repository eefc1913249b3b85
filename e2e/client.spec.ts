/** The client from Node against the real wiki: logging in, reading, saving, refusals, faults, wrong addresses. */
import {type Edit, type OutcomeUnknownError, type SavedEdit, Wiki, type WikiOptions} from 'wikilit';
import {cookieFetch} from 'wikilit/node';
import {refusal} from './asking.js';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import {botLogin, type Door, type TestWiki} from './wiki/index.js';

const title = 'Sandbox';

/** Olga’s bot password. */
function bot(wiki: TestWiki): {username: string; password: string} {
  const {name: username = '', password = ''} = botLogin(wiki.users.Olga) ?? {};
  return {username, password};
}

/** Olga, logged in at the plain door (a read-only wiki lets nobody in), asking at this one; cookies know no ports. */
async function olga(wiki: TestWiki, api = wiki.api, options: WikiOptions = {}): Promise<Wiki> {
  const fetch = cookieFetch();
  const {name: username, password} = wiki.users.Olga;
  await wikiFromNode(wiki.api, fetch).clientlogin({username, password});
  const client = wikiFromNode(api, fetch, options);
  client.session.changeUser(username);
  return client;
}

/** An edit whose answer is lost, once. */
async function losing(door: Door, edit: () => Promise<SavedEdit>): Promise<SavedEdit> {
  door.setFaults({seed: 1, rules: [{action: 'edit', times: 1, fault: {type: 'dropAfter'}}]});
  return edit().finally(() => door.setFaults(undefined));
}

/** Olga, whose client sends nothing again: an edit that never arrives is of unknown outcome. */
async function neverArriving(door: Door, edit: () => Promise<SavedEdit>): Promise<OutcomeUnknownError<SavedEdit>> {
  door.setFaults({seed: 1, rules: [{action: 'edit', fault: {type: 'dropBefore'}}]});
  const error = await refusal(edit());
  door.setFaults(undefined);
  expect(error['name']).toBe('OutcomeUnknownError');
  return error as unknown as OutcomeUnknownError<SavedEdit>;
}

test.describe('being somebody', () => {
  test('a bot password: the edit is that user’s', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    expect(await client.login(bot(wiki))).toEqual({username: 'Olga'});
    const saved = await client.page(title).edit({text: 'by a bot password', summary: 'bp'});
    expect(await newestRevision(wiki.api, title)).toMatchObject({revid: saved.newrevid, user: 'Olga', comment: 'bp'});
  });

  test('a wrong password is refused in the wiki’s words, twice over', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    expect(await refusal(client.login({...bot(wiki), password: 'wrong'}))).toMatchObject({name: 'LoginError', code: 'wrongpassword'});
    expect(await refusal(client.clientlogin({username: 'Olga', password: 'wrong'}))).toMatchObject({name: 'LoginError', code: 'wrongpassword'});
  });

  test('without a cookie jar, what is missing is named', async ({wiki}) => {
    const forgetful = new Wiki(wiki.api, {userAgent: 'Test/1.0'});
    const {name: username, password} = wiki.users.Olga;
    expect(await refusal(forgetful.login(bot(wiki)))).toMatchObject({name: 'LoginError', message: expect.stringContaining('cookieFetch()')});
    expect(await refusal(forgetful.clientlogin({username, password}))).toMatchObject({name: 'LoginError', message: expect.stringContaining('cookieFetch()')});
  });

  test('a second factor is told, not taken for a success', async ({wiki}) => {
    const {name: username, password} = wiki.users.Tove;
    expect(await refusal(wikiFromNode(wiki.api).clientlogin({username, password}))).toMatchObject({name: 'LoginError', code: 'oathauth-auth-ui'});
  });

  test('logged out elsewhere: the next write is refused, not made as nobody', async ({wiki}) => {
    const client = await olga(wiki);
    const before = await newestRevision(wiki.api, title);
    await client.post({action: 'logout'}, {token: 'csrf'});
    expect(await refusal(client.page(title).edit({text: 'x', baserevid: before.revid}))).toMatchObject({name: 'LoginError', code: 'assertnameduserfailed'});
    expect(await newestRevision(wiki.api, title)).toEqual(before);
  });

  test('nobody logged in: a write is refused unless nobody was meant', async ({wiki}) => {
    const {revid: baserevid} = await newestRevision(wiki.api, title);
    expect(await refusal(wikiFromNode(wiki.api).page(title).edit({text: 'x', baserevid}))).toMatchObject({name: 'LoginError', code: 'assertuserfailed', message: expect.stringMatching(/^Nobody is logged in here\. ./)});
    const nobody = new Wiki(wiki.api, {userAgent: 'Test/1.0', forceLogin: false});
    expect(await nobody.page(title).edit({text: 'as nobody', baserevid})).toMatchObject({outcome: 'saved'});
  });
});

test.describe('reading', () => {
  test('a page, an old revision, a section, a page in another script', async ({wiki}) => {
    const client = await olga(wiki);
    const sandbox = client.page(title);
    const first = await sandbox.read();
    await sandbox.edit({text: '== One ==\na\n\n== Two ==\nb 東京 😀', summary: 's'});
    expect(await sandbox.text({section: 2})).toBe('== Two ==\nb 東京 😀');
    expect(await sandbox.text({revid: first.revid})).toBe(first.text);
    expect(await sandbox.info()).toMatchObject({pageid: first.pageid, ns: 0});
  });

  test('a revision of another page is refused, by both titles; one that is not there, in the wiki’s words', async ({wiki}) => {
    const client = await olga(wiki);
    const {newrevid: revid = 0} = await client.page('Another page').edit({text: 'x', createonly: true});
    expect(await refusal(client.page('sandbox').text({revid}))).toMatchObject({name: 'ApiError', code: 'nosuchrevid', message: `Revision ${revid} is of “Another page”, not of “Sandbox”.`});
    expect(await refusal(client.page(title).text({revid: 999_999}))).toMatchObject({name: 'ApiError', code: 'nosuchrevid'});
    expect(await client.page('another page').text({revid})).toBe('x');
  });

  test('titles the wiki refuses are refused in its words', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    expect(await refusal(client.page('Talk:File:x').text())).toMatchObject({name: 'ApiError', code: 'invalidtitle', message: expect.stringContaining('talk page')});
    expect(await refusal(client.page('a/../b').text())).toMatchObject({code: 'invalidtitle'});
    expect(await refusal(client.page('Special:Version').info())).toMatchObject({code: 'pagecannotexist'});
    expect(await refusal(client.page('No such page').text())).toMatchObject({code: 'missingtitle'});
    expect(await refusal(client.page(title).text({section: 99}))).toMatchObject({code: 'nosuchsection'});
    expect(await client.page('No such page').exists()).toBe(false);
  });

  test('a long question goes by POST; continue is followed to the end', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    const titles = Array.from({length: 50}, (_, index) => `${'Very long title '.repeat(8)}${index}`);
    const {query} = await client.get<{query: {pages: unknown[]}}>({action: 'query', titles});
    expect(query.pages).toHaveLength(50);
    const pages = new Set<string>();
    let answers = 0;
    for await (const {query: part} of client.answers<{query: {allpages: {title: string}[]}}>({action: 'query', list: 'allpages', aplimit: 20})) {
      answers++;
      for (const page of part.allpages) pages.add(page.title);
    }
    const {query: statistics} = await client.get<{query: {allpages: unknown[]}}>({action: 'query', list: 'allpages', aplimit: 500});
    expect(pages.size).toBe(statistics.allpages.length);
    expect(answers).toBe(Math.ceil(pages.size / 20));
  });
});

test.describe('saving', () => {
  test('somebody was faster in the same lines: a conflict with all texts, and nothing lost', async ({wiki}) => {
    const client = await olga(wiki);
    const page = client.page(title);
    await page.edit({text: 'one\ntwo\nthree'});
    const base = await page.read();
    const {name: username, password} = wiki.users.Henrik;
    const henrik = wikiFromNode(wiki.api);
    await henrik.clientlogin({username, password});
    await henrik.page(title).edit({text: 'one\nTWO\nthree'});
    const error = await refusal(client.page(title).edit({text: 'one\nzwei\nthree', baserevid: base.revid}));
    expect(error).toMatchObject({name: 'EditConflictError', code: 'editconflict', base: 'one\ntwo\nthree', mine: 'one\nzwei\nthree', theirs: 'one\nTWO\nthree', conflict: {theirUser: 'Henrik'}});
    expect(await newestRevision(wiki.api, title)).toMatchObject({text: 'one\nTWO\nthree'});
  });

  test('an edit of an old revision that was read does not undo later edits: merged, or a conflict', async ({wiki}) => {
    const page = (await olga(wiki)).page(title);
    const {newrevid: revid} = await page.edit({text: 'one\n\ntwo\n\nthree'});
    await page.edit({text: 'one\n\ntwo\n\nTHREE'});
    const old = await page.text({revid});
    expect(await page.edit({text: old.replace('one', 'ONE')})).toMatchObject({outcome: 'saved'});
    expect((await newestRevision(wiki.api, title)).text).toBe('ONE\n\ntwo\n\nTHREE');
    await page.text({revid});
    expect(await refusal(page.edit({text: old.replace('three', 'drei')}))).toMatchObject({name: 'EditConflictError', base: 'one\n\ntwo\n\nthree', theirs: 'ONE\n\ntwo\n\nTHREE'});
  });

  test('a page made meanwhile is not overwritten', async ({wiki}) => {
    const client = await olga(wiki);
    expect(await client.page('Made twice').edit({text: 'first', createonly: true})).toMatchObject({outcome: 'saved', new: true});
    expect(await refusal(client.page('Made twice').edit({text: 'second', createonly: true}))).toMatchObject({name: 'EditConflictError', code: 'articleexists', theirs: 'first'});
  });

  test('a page moved meanwhile: the edit follows the page, its redirect is not overwritten', async ({wiki}) => {
    const client = await olga(wiki);
    await client.page('Before').edit({text: 'text', createonly: true});
    const page = client.page('Before');
    await page.text();
    await client.post({action: 'move', from: 'Before', to: 'After', reason: 'r'}, {token: 'csrf'});
    expect(await page.edit({text: 'text, edited'})).toMatchObject({outcome: 'saved', title: 'After'});
  });

  test('the same text again is no change; line ends and 1 MB of CJK arrive as they were', async ({wiki}) => {
    const client = await olga(wiki);
    const text = `line\nline\n${'漢字'.repeat(175_000)}`;
    const page = client.page(title);
    expect(await page.edit({text})).toMatchObject({outcome: 'saved'});
    expect(await page.edit({text})).toMatchObject({outcome: 'nochange'});
    expect((await newestRevision(wiki.api, title)).text).toBe(text);
  });

  const states = {captcha: 'CaptchaNeededError captcha', readonly: 'ApiError readonly', ratelimit: 'RateLimitError ratelimited'};
  for (const [scenario, expected] of Object.entries(states)) {
    test(`${scenario}: ${expected}`, async ({wiki}) => {
      const door = await wiki.door({scenario: scenario as 'captcha' | 'readonly' | 'ratelimit'});
      const client = await olga(wiki, door.api);
      const error = await refusal(client.page(title).edit({text: 'x', summary: 's'}));
      expect(`${String(error['name'])} ${String(error['code'])}`).toBe(expected);
      await door.close();
    });
  }

  test('a captcha answered', async ({wiki}) => {
    const door = await wiki.door({scenario: 'questycaptcha'});
    const page = (await olga(wiki, door.api)).page(title);
    const {captcha} = (await refusal(page.edit({text: 'solved'}))) as {captcha?: {id: string}};
    expect(await page.edit({text: 'solved', captchaid: captcha?.id ?? '', captchaword: 'a'})).toMatchObject({outcome: 'saved'});
    await door.close();
  });

  test.describe('refused in the wiki’s words', () => {
    const cases = [
      ['abuse-warn', 'AbuseFilterError abusefilter-warning'],
      ['abuse-disallow', 'AbuseFilterError abusefilter-disallowed'],
      ['http://spam.example.com/', 'ApiError spamblacklist'],
    ] as const;
    for (const [text, expected] of cases) {
      test(expected, async ({wiki}) => {
        const error = await refusal((await olga(wiki)).page(title).edit({text: `A ${text} b`}));
        expect(`${String(error['name'])} ${String(error['code'])}`).toBe(expected);
        expect(String(error['message']).length).toBeGreaterThan(10);
      });
    }

    test('BlockedError blocked', async ({wiki}) => {
      const {name: username, password} = wiki.users.Blair;
      const client = wikiFromNode(wiki.api);
      await client.clientlogin({username, password});
      expect(await refusal(client.page(title).edit({text: 'x'}))).toMatchObject({name: 'BlockedError', code: 'blocked'});
    });
  });
});

test.describe('faults', () => {
  test('an answer lost after the save: looked for, found, and sent once', async ({wiki}) => {
    const door = await wiki.door();
    const page = (await olga(wiki, door.api)).page(title);
    await page.text();
    expect(await losing(door, () => page.edit({text: 'saved, answer lost', summary: 'lost'}))).toMatchObject({outcome: 'saved', recovered: true});
    expect(await newestRevision(wiki.api, title)).toMatchObject({text: 'saved, answer lost'});
    expect(door.requests.filter(({action}) => action === 'edit')).toHaveLength(1);
    await door.close();
  });

  test('a request lost before the save: sent again, and saved once', async ({wiki}) => {
    const door = await wiki.door();
    const page = (await olga(wiki, door.api)).page(title);
    const {revid} = await page.read();
    door.setFaults({seed: 1, rules: [{action: 'edit', times: 2, fault: {type: 'dropBefore'}}]});
    const saved = await page.edit({text: 'arrives at last', summary: 'lost'});
    expect(saved).toMatchObject({outcome: 'saved', oldrevid: revid});
    expect(saved.recovered).toBeUndefined();
    expect(await newestRevision(wiki.api, title)).toMatchObject({revid: saved.newrevid, text: 'arrives at last'});
    await door.close();
  });

  test('a wiki that is not reached again: the outcome is unknown, its text is in the error, and looking finds nothing', async ({wiki}) => {
    const door = await wiki.door();
    const page = (await olga(wiki, door.api, {retry: {maxRetrySeconds: 1}})).page(title);
    await page.text();
    const before = await newestRevision(wiki.api, title);
    const error = await neverArriving(door, () => page.edit({text: 'never arrives', summary: 'lost'}));
    expect(error).toMatchObject({unsaved: {text: 'never arrives', summary: 'lost'}});
    expect(await error.check()).toBeUndefined();
    expect(await newestRevision(wiki.api, title)).toEqual(before);
    await door.close();
  });

  test('an edit that never arrived is not taken for another by the same user, made elsewhere with the same summary or none', async ({wiki}) => {
    const door = await wiki.door();
    const here = (await olga(wiki, door.api, {retry: false})).page(title);
    const elsewhere = (await olga(wiki)).page(title);
    for (const summary of ['typo', undefined]) {
      const text = await here.text();
      const lost = await neverArriving(door, () => here.edit({text: `${text}\nnever arrives`, ...(summary && {summary})}));
      await elsewhere.edit({text: `${text}\nanother edit`, summary: summary ?? 'comma'});
      expect(await lost.check()).toBeUndefined();
    }
    await door.close();
  });

  const text = 'Top.\n\n== One ==\na\n\n== Two ==\nb';
  const sent: Record<string, [change: Partial<Edit> & {text: string}, stored: string]> = {
    'white space and line ends tidied': [{text: 'a\r\nb  \n\n', summary: 's'}, 'a\nb'],
    'a decomposed letter': [{text: 'cafe\u0301', summary: 'cafe\u0301'}, 'caf\u00E9'],
    'a section, without a summary': [{text: '== One ==\nnew\n', section: 1}, text.replace('\na\n', '\nnew\n')],
    'the top': [{text: 'New top.', section: 0, summary: 's'}, text.replace('Top.', 'New top.')],
    'the last section': [{text: '== Two ==\n\nc\n\n', section: '2', summary: 's'}, text.replace('\nb', '\n\nc')],
    'a section taken out': [{text: '', section: 1, summary: 's'}, 'Top.\n\n== Two ==\nb'],
    'a new section headed by its summary': [{text: 'Why?', section: 'new', summary: 'A question'}, `${text}\n\n== A question ==\n\nWhy?`],
    'a new section with a title': [{text: 'Why?', section: 'new', sectiontitle: 'Q', summary: 's'}, `${text}\n\n== Q ==\n\nWhy?`],
  };
  for (const [name, [change, stored]] of Object.entries(sent)) {
    test(`found although its answer was lost: ${name}`, async ({wiki}) => {
      const door = await wiki.door();
      const page = (await olga(wiki, door.api)).page(title);
      await page.edit({text});
      expect(await losing(door, () => page.edit(change))).toMatchObject({outcome: 'saved', recovered: true});
      expect((await newestRevision(wiki.api, title)).text).toBe(stored);
      await door.close();
    });
  }

  test('found although its answer was lost: signed, with a template and a link filled in', async ({wiki}) => {
    const door = await wiki.door();
    const client = await olga(wiki, door.api);
    for (const added of [': I agree. ~~~~', 'Welcome to {{subst:PAGENAME}}! ~~~', 'See [[Oslo (city)|]] and [[|Bergen]]']) {
      const page = client.page(title);
      await page.edit({text});
      expect(await losing(door, () => page.edit({text: `${text}\n${added}`, summary: 's'}))).toMatchObject({recovered: true});
      expect((await newestRevision(wiki.api, title)).text).not.toContain(added);
    }
    await door.close();
  });

  test('found although its answer was lost: merged with what somebody else saved; the next edit does not find it again', async ({wiki}) => {
    const door = await wiki.door();
    const page = (await olga(wiki, door.api, {retry: false})).page(title);
    await page.edit({text});
    const {name: username, password} = wiki.users.Henrik;
    const henrik = wikiFromNode(wiki.api);
    await henrik.clientlogin({username, password});
    await henrik.page(title).edit({text: text.replace('\nb', '\nHenrik')});
    const change = {text: text.replace('Top.', 'New top.'), summary: 's'};
    expect(await losing(door, () => page.edit(change))).toMatchObject({recovered: true});
    expect((await newestRevision(wiki.api, title)).text).toBe('New top.\n\n== One ==\na\n\n== Two ==\nHenrik');
    expect(await (await neverArriving(door, () => page.edit(change))).check()).toBeUndefined();
    await door.close();
  });

  test('after an edit that was found, the next is based on it', async ({wiki}) => {
    const door = await wiki.door();
    const page = (await olga(wiki, door.api)).page(title);
    await page.text();
    const found = await losing(door, () => page.edit({text: 'one', summary: 's'}));
    expect(await page.edit({text: 'two', summary: 's'})).toMatchObject({outcome: 'saved', oldrevid: found.newrevid});
    await door.close();
  });

  test('reads survive a gateway, a lost connection and a captive portal', async ({wiki}) => {
    const door = await wiki.door({
      faults: {seed: 1, rules: [
        {method: 'GET', nth: 1, fault: {type: 'status', status: 503, retryAfter: 0}},
        {method: 'GET', nth: 2, fault: {type: 'dropBefore'}},
        {method: 'GET', nth: 3, fault: {type: 'html200'}},
        {method: 'GET', nth: 4, fault: {type: 'truncate', length: 'original'}},
      ]},
    });
    const reasons: string[] = [];
    const client = new Wiki(door.api, {userAgent: 'Test/1.0', retry: {onWait: ({reason}) => reasons.push(reason.name)}});
    expect(await client.page(title).text()).not.toBe('');
    expect(reasons).toEqual(['HttpError', 'NetworkError', 'InvalidAnswerError', 'NetworkError']);
    await door.close();
  });

  test('replication lag: waits as long as the wiki says, then tells', async ({wiki}) => {
    const door = await wiki.door({scenario: 'lag'});
    const client = new Wiki(door.api, {userAgent: 'Test/1.0', maxlag: 5, retry: {maxRetries: 0}});
    expect(await refusal(client.page(title).text())).toMatchObject({name: 'ApiError', code: 'maxlag', retryAfterSeconds: 5});
    expect(await new Wiki(door.api, {userAgent: 'Test/1.0'}).page(title).text()).not.toBe('');
    await door.close();
  });
});

test.describe('addresses that cannot work', () => {
  const quick = {userAgent: 'Test/1.0', retry: false} as const;

  test('a page that is not a wiki', async ({wiki}) => {
    const door = await wiki.door({faults: () => ({type: 'html200'})});
    expect(await refusal(new Wiki(door.api, quick).userinfo())).toMatchObject({name: 'InvalidAnswerError', message: expect.stringContaining('Is this the address of a wiki’s api.php?')});
    await door.close();
  });

  test('no such file', async ({wiki}) => {
    expect(await refusal(new Wiki(`${wiki.origin}/nowhere/api.php`, quick).userinfo())).toMatchObject({name: 'HttpError', status: 404});
  });

  test('a wiki that is down', async ({wiki}) => {
    const door = await wiki.door();
    await door.close();
    expect(await refusal(new Wiki(door.api, quick).userinfo())).toMatchObject({name: 'NetworkError', message: expect.stringMatching(/could not be reached.*ECONNREFUSED/)});
  });
});
