/** Every action that writes, on the real wiki: done; and done once where its answer is lost, or it is itself. */
import type {Wiki} from 'wikilit';
import {as} from './asking.js';
import {expect, test, wikiFromNode} from './fixtures.js';
import type {Door, Fault, TestWiki, UserName} from './wiki/index.js';
import {writeActions} from './write-actions.js';

/** Somebody with a door of their own. */
async function behindDoor(wiki: TestWiki, user: UserName): Promise<{door: Door; client: Wiki}> {
  const door = await wiki.door();
  const client = wikiFromNode(door.api);
  const {name: username, password} = wiki.users[user];
  await client.clientlogin({username, password});
  return {door, client};
}

const strike = (door: Door, action: string, fault: Fault): void => door.setFaults({seed: 1, rules: [{action, method: 'POST', nth: 1, fault}]});

for (const {name, action, as: user, setUp, act, count, expects, traceless, sentOnce} of writeActions) {
  test.describe(name, () => {
    test('is done', async ({wiki}) => {
      const admin = await as(wiki, 'Admin');
      await setUp?.(admin);
      const before = await count(admin, wiki);
      const done = await act(await as(wiki, user));
      expect(done).toMatchObject({...expects, outcome: 'saved'});
      expect(done).not.toHaveProperty('recovered');
      expect((await count(admin, wiki)) - before).toBe(1);
    });

    test('whose answer is lost, is done once', async ({wiki}) => {
      const admin = await as(wiki, 'Admin');
      await setUp?.(admin);
      const before = await count(admin, wiki);
      const {door, client} = await behindDoor(wiki, user);
      strike(door, action, {type: 'dropAfter'});
      const done = await act(client).catch((error: unknown) => error);
      expect((await count(admin, wiki)) - before).toBe(1);
      if (sentOnce && traceless) expect(done).toMatchObject({name: 'OutcomeUnknownError', unsaved: {action}});
      else expect(done).toMatchObject({...expects, outcome: 'saved'});
      const [struck, ...again] = door.requests.filter((request) => request.action === action && request.method === 'POST');
      expect(struck?.fault).toEqual({type: 'dropAfter'});
      if (!traceless) expect({again, done}).toMatchObject({again: [], done: {recovered: true}});
      await door.close();
    });

    test('that is lost itself, is done once, or not known to be', async ({wiki}) => {
      const admin = await as(wiki, 'Admin');
      await setUp?.(admin);
      const before = await count(admin, wiki);
      const {door, client} = await behindDoor(wiki, user);
      strike(door, action, {type: 'dropBefore'});
      const done = await act(client).catch((error: unknown) => error);
      expect(door.requests.filter(({fault}) => fault)).toHaveLength(1);
      if (sentOnce) expect(done).toMatchObject({name: 'OutcomeUnknownError', unsaved: {action}});
      else expect(done).toMatchObject({...expects, outcome: 'saved'});
      expect((await count(admin, wiki)) - before).toBe(sentOnce ? 0 : 1);
      await door.close();
    });
  });
}

/** What becomes of something logged when its first answer is lost. */
async function withoutAnswer(wiki: TestWiki, action: string, act: (client: Wiki) => Promise<unknown>): Promise<unknown> {
  const {door, client} = await behindDoor(wiki, 'Admin');
  strike(door, action, {type: 'dropAfter'});
  const done = await act(client);
  expect(door.requests.filter((request) => request.action === action && request.method === 'POST')).toHaveLength(1);
  expect(done).toMatchObject({recovered: true});
  await door.close();
  return done;
}

const reasons = {'a control character': ['a\u0000b', 'a\uFFFDb'], 'half an emoji': ['Great 😀'.slice(0, 7), 'Great \uFFFD']} as const;

for (const [what, [reason, stored]] of Object.entries(reasons)) {
  test(`a reason with ${what} is stored as it was sent, and known again`, async ({wiki}) => {
    const admin = await as(wiki, 'Admin');
    expect(await withoutAnswer(wiki, 'userrights', (client) => client.userrights({user: 'Nils', add: 'bot', reason}))).toMatchObject({outcome: 'saved', added: ['bot']});
    await admin.block({user: 'Nils', expiry: 'never'});
    expect(await withoutAnswer(wiki, 'unblock', (client) => client.unblock({user: 'Nils', reason}))).toMatchObject({outcome: 'saved', reason: stored});
    await admin.delete({title: 'Sandbox'});
    expect(await withoutAnswer(wiki, 'undelete', (client) => client.undelete({title: 'Sandbox', reason}))).toMatchObject({outcome: 'saved', reason: stored});
  });
}

test('what lasts until a time that only the wiki can read is known again, with the time', async ({wiki}) => {
  const time: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
  expect(await withoutAnswer(wiki, 'block', (client) => client.block({user: 'Nils', expiry: 'tomorrow'}))).toMatchObject({outcome: 'saved', expiry: time});
  const admin = await as(wiki, 'Admin');
  await admin.protect({title: 'Sandbox', protections: ['edit=sysop']});
  expect(await withoutAnswer(wiki, 'protect', (client) => client.protect({title: 'Sandbox', protections: ['edit=sysop'], expiry: 'tomorrow'}))).toMatchObject({outcome: 'saved', protections: [{edit: 'sysop', expiry: time}]});
  expect(await admin.protect({title: 'Sandbox', protections: ['edit=sysop'], expiry: 'tomorrow 00:00:01'})).toMatchObject({outcome: 'saved'});
});

test('of a list in parts, what is wrong with one part does not keep the others from being done', async ({wiki}) => {
  const olga = await as(wiki, 'Olga');
  const missing = Array.from({length: 50}, (_, index) => `Missing ${index}`);
  const invalid = missing.map((title) => `<${title}>`);
  for (const titles of [[...missing, 'Main Page', 'Sandbox'], ['Main Page', 'Sandbox', ...missing]]) {
    const {outcome, purge} = await olga.purge({titles});
    expect(outcome).toBe('saved');
    expect(purge).toHaveLength(52);
    expect(purge.filter(({purged}) => purged).map(({title}) => title)).toEqual(['Main Page', 'Sandbox']);
  }
  const {watch} = await olga.watch({titles: [...invalid, 'Main Page', 'Sandbox']});
  expect(watch.filter(({watched}) => watched).map(({title}) => title)).toEqual(['Main Page', 'Sandbox']);
  await expect(olga.purge({titles: [...missing, ...invalid]})).rejects.toMatchObject({name: 'ApiError', unsaved: {action: 'purge'}});
});

test('the links of a page are purged', async ({wiki}) => {
  const olga = await as(wiki, 'Olga');
  await olga.page('Links').create('[[Main Page]] [[Sandbox]] [[Missing]]');
  const {purge} = await olga.purge({titles: ['Links'], generator: 'links'});
  expect(purge.flatMap(({title, purged}) => (purged ? [title] : []))).toEqual(expect.arrayContaining(['Main Page', 'Sandbox']));
  expect(purge).toHaveLength(3);
});
