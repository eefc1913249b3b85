/** Every action that writes: how it is set up, done, and counted on the wiki. Each starts from the seeded wiki. */
import {createHash} from 'node:crypto';
import {expect} from '@playwright/test';
import type {Wiki} from 'wikilit';
import {as} from './asking.js';
import type {TestWiki, UserName} from './wiki/index.js';
import {dump, entries, firstRevision, make, oldVersion, watchers} from './write-rows.js';

export interface WriteAction {
  readonly name: string;
  /** The API's action. */
  readonly action: string;
  readonly as: UserName;
  /** What must be there before. */
  setUp?(admin: Wiki): Promise<unknown>;
  act(client: Wiki, options?: {readonly signal?: AbortSignal | undefined}): Promise<object>;
  /** How often it was applied since then; of what leaves no trace but a state, whether it is so: 1 or 0. */
  count(admin: Wiki, wiki: TestWiki): Promise<number>;
  /** Of its result. */
  readonly expects: object;
  /** It leaves nothing by which it is known again. */
  readonly traceless?: true;
  /** The wiki would do it twice, so that it is never sent again. */
  readonly sentOnce?: true;
}

const number: unknown = expect.any(Number);

const far = '2035-06-01T00:00:00Z';

/** Of the page that is purged. */
let touchedBefore: string | undefined;

export const writeActions: readonly WriteAction[] = [
  {
    name: 'move',
    action: 'move',
    as: 'Olga',
    setUp: (admin) => make(admin, 'Moved', 'Moved/Below', 'Talk:Moved'),
    act: (client, options) => client.move({from: 'moved', to: 'talk_of_the town', reason: 'a better name', movetalk: true}, options),
    count: (admin) => entries(admin, 'move', 'Moved'),
    expects: {from: 'Moved', to: 'Talk of the town', talkfrom: 'Talk:Moved', talkto: 'Talk:Talk of the town'},
  },
  {
    name: 'move without redirect, with subpages',
    action: 'move',
    as: 'Admin',
    setUp: (admin) => make(admin, 'Moved', 'Moved/Below', 'Talk:Moved'),
    act: (client, options) => client.page('Moved').move('Elsewhere', {noredirect: true, movesubpages: true, movetalk: true}, options),
    count: (admin) => entries(admin, 'move', 'Moved'),
    expects: {from: 'Moved', to: 'Elsewhere', redirectcreated: false, subpages: [{from: 'Moved/Below', to: 'Elsewhere/Below'}]},
  },
  {
    name: 'delete',
    action: 'delete',
    as: 'Admin',
    setUp: (admin) => make(admin, 'To be deleted'),
    act: (client, options) => client.delete({title: 'to be_deleted', reason: 'no use'}, options),
    count: (admin) => entries(admin, 'delete', 'To be deleted'),
    expects: {title: 'To be deleted', reason: 'no use', logid: number},
  },
  {
    name: 'delete an old version of a file',
    action: 'delete',
    as: 'Admin',
    act: async (client, options) => client.delete({title: 'File:Lighthouse at dusk.png', oldimage: await oldVersion(client), reason: 'no use'}, options),
    count: (admin) => entries(admin, 'delete', 'File:Lighthouse at dusk.png'),
    expects: {title: 'File:Lighthouse at dusk.png'},
  },
  {
    name: 'undelete',
    action: 'undelete',
    as: 'Admin',
    act: (client, options) => client.undelete({title: 'Deleted page', reason: 'of use'}, options),
    count: (admin) => entries(admin, 'delete', 'Deleted page', 'restore'),
    expects: {title: 'Deleted page', revisions: 2, fileversions: 0, reason: 'of use'},
  },
  {
    name: 'revisiondelete',
    action: 'revisiondelete',
    as: 'Admin',
    act: async (client, options) => client.revisiondelete({type: 'revision', ids: [await firstRevision(client, 'Harbour log')], hide: ['content', 'user'], reason: 'private'}, options),
    count: (admin) => entries(admin, 'delete', 'Harbour log', 'revision'),
    expects: {target: 'Harbour log', items: [{status: 'Success'}]},
  },
  {
    name: 'revisiondelete, suppressing',
    action: 'revisiondelete',
    as: 'Sol',
    act: async (client, options) => client.revisiondelete({type: 'revision', ids: [await firstRevision(client, 'Harbour log')], hide: ['content'], suppress: 'yes', reason: 'private'}, options),
    count: async (admin) => (await admin.page('Harbour log').revisions({prop: ['ids', 'content'], slots: 'main', dir: 'newer'}).take(1).toArray()).filter((revision) => 'suppressed' in revision).length,
    expects: {target: 'Harbour log'},
  },
  {
    name: 'protect',
    action: 'protect',
    as: 'Admin',
    act: (client, options) => client.protect({title: 'Sandbox', protections: ['edit=autoconfirmed', 'move=sysop'], expiry: ['1 week', 'infinite'], reason: 'quarrels'}, options),
    count: (admin) => entries(admin, 'protect', 'Sandbox'),
    expects: {title: 'Sandbox', reason: 'quarrels', protections: [{edit: 'autoconfirmed'}, {move: 'sysop', expiry: 'infinite'}]},
  },
  {
    name: 'unprotect',
    action: 'protect',
    as: 'Admin',
    act: (client, options) => client.page('Protected').protect({protections: ['edit=all', 'move=all']}, options),
    count: (admin) => entries(admin, 'protect', 'Protected', 'unprotect'),
    expects: {title: 'Protected'},
  },
  {
    name: 'block',
    action: 'block',
    as: 'Admin',
    act: (client, options) => client.block({user: 'Nils', expiry: '2 weeks', reason: 'nonsense', nocreate: true, autoblock: true, allowusertalk: true}, options),
    count: (admin) => entries(admin, 'block', 'User:Nils'),
    expects: {user: 'Nils', reason: 'nonsense', nocreate: true},
  },
  {
    name: 'block a range in part',
    action: 'block',
    as: 'Admin',
    act: (client, options) => client.block({user: '192.0.2.77/24', expiry: 'infinite', partial: true, namespacerestrictions: [0], allowusertalk: true, anononly: true, reason: 'nonsense'}, options),
    count: (admin) => entries(admin, 'block', 'User:192.0.2.0/24'),
    expects: {user: '192.0.2.0/24', partial: true},
  },
  {
    name: 'block again, otherwise',
    action: 'block',
    as: 'Admin',
    act: (client, options) => client.block({user: 'Blair', expiry: far, reason: 'still nonsense', reblock: true, noemail: true}, options),
    count: (admin) => entries(admin, 'block', 'User:Blair', 'reblock'),
    expects: {user: 'Blair', expiry: far},
  },
  {
    name: 'block and hide the name',
    action: 'block',
    as: 'Sol',
    act: (client, options) => client.block({user: 'Nils', expiry: 'infinite', reason: 'insulting', hidename: true}, options),
    count: async (admin) => ((await admin.allusers({from: 'Nils', to: 'Nils'}).toArray()).length === 0 ? 1 : 0),
    expects: {user: 'Nils', hidename: true},
  },
  {
    name: 'unblock',
    action: 'unblock',
    as: 'Admin',
    act: (client, options) => client.unblock({user: 'Paula', reason: 'peace'}, options),
    count: (admin) => entries(admin, 'block', 'User:Paula', 'unblock'),
    expects: {user: 'Paula', reason: 'peace'},
  },
  {
    name: 'rollback',
    action: 'rollback',
    as: 'Admin',
    act: (client, options) => client.page('Reverted twice').rollback('Henrik', {}, options),
    count: async (admin) => (await admin.page('Reverted twice').revisions({prop: ['ids', 'tags']}).toArray()).filter(({tags}) => tags?.includes('mw-rollback')).length,
    expects: {title: 'Reverted twice', revid: number, last_revid: number},
  },
  {
    name: 'watch',
    action: 'watch',
    as: 'Olga',
    act: (client, options) => client.watch({titles: ['Main Page', 'Nowhere yet'], expiry: '1 month'}, options),
    count: (admin) => watchers(admin, 'Main Page'),
    expects: {watch: expect.arrayContaining([expect.objectContaining({title: 'Main Page', watched: true}), expect.objectContaining({title: 'Nowhere yet', watched: true})])},
    traceless: true,
  },
  {
    name: 'unwatch',
    action: 'watch',
    as: 'Olga',
    act: (client, options) => client.page('Crossed edits').unwatch({}, options),
    count: async (admin) => 1 - (await watchers(admin, 'Crossed edits')),
    expects: {title: 'Crossed edits', unwatched: true},
    traceless: true,
  },
  {
    name: 'purge',
    action: 'purge',
    as: 'Olga',
    setUp: async (admin) => (touchedBefore = (await admin.page('Sandbox').info()).touched),
    act: (client, options) => client.page('Sandbox').purge({forcelinkupdate: true}, options),
    count: async (admin) => ((await admin.page('Sandbox').info()).touched === touchedBefore ? 0 : 1),
    expects: {title: 'Sandbox', purged: true},
    traceless: true,
  },
  {
    name: 'patrol',
    action: 'patrol',
    as: 'Admin',
    act: async (client, options) => client.patrol({revid: (await client.page('Sandbox').info()).lastrevid}, options),
    count: (admin) => entries(admin, 'patrol', 'Sandbox'),
    expects: {title: 'Sandbox', rcid: number},
    traceless: true,
  },
  {
    name: 'thank',
    action: 'thank',
    as: 'Admin',
    act: async (client, options) => client.thank({rev: await firstRevision(client, 'Reverted twice')}, options),
    count: (admin) => entries(admin, 'thanks', 'User:Olga'),
    expects: {recipient: 'Olga'},
    traceless: true,
  },
  {
    name: 'tag',
    action: 'tag',
    as: 'Olga',
    setUp: (admin) => admin.managetags({operation: 'create', tag: 'to be checked'}),
    act: async (client, options) => client.tag({revid: [await firstRevision(client, 'Harbour log')], add: ['to be checked'], reason: 'odd'}, options),
    count: (admin) => entries(admin, 'tag', 'Harbour log'),
    expects: {tag: [{status: 'success', added: ['to be checked']}]},
  },
  {
    name: 'userrights',
    action: 'userrights',
    as: 'Admin',
    act: (client, options) => client.userrights({user: 'Henrik', add: ['bot'], expiry: ['1 month'], reason: 'runs one'}, options),
    count: (admin) => entries(admin, 'rights', 'User:Henrik'),
    expects: {user: 'Henrik', added: ['bot'], removed: []},
  },
  {
    name: 'options',
    action: 'options',
    as: 'Olga',
    act: (client, options) => client.options({optionname: 'gender', optionvalue: 'female'}, options),
    count: async (admin) => (await admin.users({users: ['Olga'], prop: ['gender']}).toArray()).filter((user) => 'gender' in user && user.gender === 'female').length,
    expects: {},
    traceless: true,
  },
  {
    name: 'emailuser',
    action: 'emailuser',
    as: 'Olga',
    act: (client, options) => client.emailuser({target: 'Henrik', subject: 'Hello', text: 'How are you?'}, options),
    count: async (_admin, wiki) => (await wiki.mail()).filter(({subject}) => subject === 'Hello').length,
    expects: {result: 'Success'},
    traceless: true,
    sentOnce: true,
  },
  {
    name: 'filerevert',
    action: 'filerevert',
    as: 'Olga',
    act: async (client, options) => client.filerevert({filename: 'Lighthouse at dusk.png', archivename: await oldVersion(client), comment: 'was better'}, options),
    count: async (admin) => (await admin.page('File:Lighthouse at dusk.png').list('imageinfo', {prop: ['comment']}).toArray()).length - 2,
    expects: {result: 'Success'},
  },
  {
    name: 'import',
    action: 'import',
    as: 'Admin',
    act: (client, options) => client.import({xml: dump, interwikiprefix: 'en', summary: 'from there'}, options),
    count: async (admin) => (await admin.page('From elsewhere').revisions({prop: ['ids']}).toArray().catch(() => [])).length / 3,
    expects: {import: [{title: 'From elsewhere', revisions: 2}]},
    sentOnce: true,
  },
  {
    name: 'mergehistory',
    action: 'mergehistory',
    as: 'Admin',
    act: (client, options) => client.mergehistory({from: 'Harbour log', to: 'Sandbox', timestamp: '2023-02-01T00:00:00Z', reason: 'the same'}, options),
    count: (admin) => entries(admin, 'merge', 'Harbour log'),
    expects: {from: 'Harbour log', to: 'Sandbox'},
  },
  {
    name: 'managetags',
    action: 'managetags',
    as: 'Admin',
    act: (client, options) => client.managetags({operation: 'create', tag: 'to be checked', reason: 'of use'}, options),
    count: (admin) => entries(admin, 'managetags', 'Special:Tags'),
    expects: {operation: 'create', tag: 'to be checked', success: true, logid: number},
  },
  {
    name: 'changecontentmodel',
    action: 'changecontentmodel',
    as: 'Admin',
    setUp: (admin) => admin.page('Figures').edit({text: '{"a": 1}'}),
    act: (client, options) => client.page('Figures').changecontentmodel('json', {summary: 'figures'}, options),
    count: (admin) => entries(admin, 'contentmodel', 'Figures'),
    expects: {title: 'Figures', contentmodel: 'json', logid: number, revid: number},
  },
  {
    name: 'setpagelanguage',
    action: 'setpagelanguage',
    as: 'Admin',
    setUp: (admin) => make(admin, 'Spoken'),
    act: (client, options) => client.page('Spoken').setpagelanguage('de', {reason: 'German'}, options),
    count: (admin) => entries(admin, 'pagelang', 'Spoken'),
    expects: {title: 'Spoken', newlanguage: 'de', logid: number},
  },
  {
    name: 'setnotificationtimestamp',
    action: 'setnotificationtimestamp',
    as: 'Olga',
    setUp: (admin) => admin.page('Sandbox').append('\nSomething new.'),
    act: (client, options) => client.setnotificationtimestamp({titles: ['Sandbox'], timestamp: '2020-01-01T00:00:00Z'}, options),
    count: async (_admin, wiki) => (await (await as(wiki, 'Olga')).watchlist({prop: ['title', 'notificationtimestamp']}).toArray()).filter((row) => 'notificationtimestamp' in row && row.notificationtimestamp === '2020-01-01T00:00:00Z').length,
    expects: {setnotificationtimestamp: [{title: 'Sandbox', notificationtimestamp: '2020-01-01T00:00:00Z'}]},
    traceless: true,
  },
  {
    name: 'clearhasmsg',
    action: 'clearhasmsg',
    as: 'Olga',
    setUp: (admin) => admin.page('User talk:Olga').append('\nHello.'),
    act: (client, options) => client.clearhasmsg({}, options),
    count: async (_admin, wiki) => ((await (await as(wiki, 'Olga')).userinfo({prop: ['hasmsg']})).messages ? 0 : 1),
    expects: {},
    traceless: true,
  },
  {
    name: 'stashedit',
    action: 'stashedit',
    as: 'Olga',
    act: async (client, options) => client.stashedit({title: 'Sandbox', text: 'To come.', contentmodel: 'wikitext', contentformat: 'text/x-wiki', baserevid: (await client.page('Sandbox').info()).lastrevid ?? 0}, options),
    count: async (_admin, wiki) => {
      const olga = await as(wiki, 'Olga');
      const {lastrevid: baserevid = 0} = await olga.page('Sandbox').info();
      const again = olga.stashedit({title: 'Sandbox', stashedtexthash: createHash('sha1').update('To come.').digest('hex'), contentmodel: 'wikitext', contentformat: 'text/x-wiki', baserevid});
      return again.then(
        () => 1,
        () => 0,
      );
    },
    expects: {status: 'stashed'},
    traceless: true,
  },
];
