/**
 * docs/edit-errors.md on the real wiki. What MediaWiki answers in each case, by a plain call of the API: the column “code
 * today”. And forms that meet what `edit-form-states.spec.ts` does not show: the column “form”.
 */
import {readFileSync} from 'node:fs';
import type {ApiParams, Wiki} from 'wikilit';
import {cookieFetch} from 'wikilit/node';
import {editErrors, type EditError} from '../src/wiki/edit/edit-errors.fixtures.js';
import {as, refusal} from './asking.js';
import {expect, test, wikiFromNode} from './fixtures.js';
import type {Scenario, TestWiki, UserName} from './wiki/index.js';
import {loggedIn} from './write-proof.js';

const {codes, later} = editErrors(readFileSync(new URL('../docs/edit-errors.md', import.meta.url), 'utf8'));

type Params = Readonly<Record<string, string | number | boolean>>;

interface Asked {
  readonly scenario?: Scenario;
  /** Default: Olga; undefined: nobody. */
  readonly user?: UserName | undefined;
  /** Others do it before. */
  readonly before?: (wiki: TestWiki) => Promise<unknown>;
  readonly params: Params | ((wiki: TestWiki) => Promise<Params>);
  /** In place of posting it with a token. */
  readonly ask?: (client: Wiki, params: ApiParams) => Promise<unknown>;
}

const text = 'x';
const json = {title: 'User:Olga/list.json', text: '[1]'};
const admin = (wiki: TestWiki, params: ApiParams): Promise<unknown> => as(wiki, 'Admin').then((client) => client.post(params, {token: 'csrf'}));
const olga = (wiki: TestWiki, params: Params): Promise<unknown> => as(wiki, 'Olga').then((client) => client.post({action: 'edit', ...params}, {token: 'csrf'}));
const revision = async (wiki: TestWiki, title: string): Promise<number> => (await wikiFromNode(wiki.api).page(title).read()).revid;
const withoutToken = (client: Wiki, params: ApiParams): Promise<unknown> => client.session.post(params);

/** How a wiki is brought to say it, by the code that it says. */
const asked: Readonly<Record<string, Asked>> = {
  notitle: {params: {text}},
  notext: {params: {title: 'Sandbox'}},
  notoken: {params: {title: 'Sandbox', text}, ask: withoutToken},
  invalidsection: {params: {title: 'Sandbox', text, section: 'abc'}},
  protectedtitle: {params: {title: 'Create-protected', text}},
  cantcreate: {scenario: 'nocreate', params: {title: 'Not there', text}},
  'cantcreate-anon': {scenario: 'nocreate', user: undefined, params: {title: 'Not there', text}},
  articleexists: {params: {title: 'Sandbox', text, createonly: true}},
  'noimageredirect-anon': {user: undefined, params: {title: 'File:Not there.png', text: '#REDIRECT [[File:Small flag.png]]'}},
  noimageredirect: {scenario: 'tempaccounts', user: undefined, params: {title: 'File:Not there.png', text: '#REDIRECT [[File:Small flag.png]]'}},
  spamdetected: {scenario: 'spamregex', params: {title: 'Sandbox', text: 'cheap watches'}},
  contenttoobig: {scenario: 'maxarticlesize', params: {title: 'Sandbox', text: text.repeat(1025)}},
  'noedit-anon': {scenario: 'noanonedit', user: undefined, params: {title: 'Sandbox', text}},
  noedit: {scenario: 'noanonedit', user: undefined, params: {title: 'Sandbox', text}},
  pagedeleted: {params: {title: 'Deleted page', text, starttimestamp: '2024-06-06T11:00:00Z'}},
  emptynewsection: {params: {title: 'Sandbox', section: 'new', sectiontitle: 'New', text: ''}},
  editconflict: {
    params: async (wiki) => {
      const baserevid = await revision(wiki, 'Sandbox');
      await olga(wiki, {title: 'Sandbox', text: 'theirs'});
      return {title: 'Sandbox', text: 'mine', baserevid};
    },
  },
  revwrongpage: {params: async (wiki) => ({title: 'Sandbox', undo: await revision(wiki, 'Harbour log')})},
  undofailure: {
    params: async (wiki) => {
      await olga(wiki, {title: 'Sandbox', text: 'one'});
      await olga(wiki, {title: 'Sandbox', text: 'two'});
      const undo = await revision(wiki, 'Sandbox');
      await olga(wiki, {title: 'Sandbox', text: 'three'});
      return {title: 'Sandbox', undo};
    },
  },
  missingtitle: {params: {title: 'Not there', text, nocreate: true}},
  mustbeposted: {params: {title: 'Sandbox', text, token: '+\\'}, ask: (client, params) => client.session.get(params)},
  readapidenied: {scenario: 'private', user: undefined, params: {title: 'Sandbox', text, token: '+\\'}, ask: withoutToken},
  badtoken: {params: {title: 'Sandbox', text, token: 'none+\\'}, ask: withoutToken},
  missingparam: {params: {text}},
  invalidparammix: {params: {title: 'Sandbox', pageid: 1, text}},
  invalidtitle: {params: {title: 'A[b', text}},
  nosuchpageid: {params: {pageid: 999_999, text}},
  pagecannotexist: {params: {title: 'Special:Version', text}},
  nosuchrevid: {params: {title: 'Sandbox', undo: 999_999}},
  badmd5: {params: {title: 'Sandbox', text, md5: 'abc'}},
  hookaborted: {user: 'Admin', params: {title: 'MediaWiki:Titleblacklist', text: '(('}},
  blocked: {user: 'Blair', params: {title: 'Sandbox', text}},
  ratelimited: {scenario: 'ratelimit', params: {title: 'Sandbox', text}},
  nosuchsection: {params: {title: 'Sandbox', text, section: 99}},
  sectionsnotsupported: {before: (wiki) => olga(wiki, json), params: {title: json.title, appendtext: text, section: 1}},
  'redirect-appendonly': {params: {title: 'Redirect to sandbox', text, redirect: true}},
  badformat: {params: {title: 'Sandbox', text, contentformat: 'application/json'}},
  customcssprotected: {params: {title: 'User:Henrik/common.css', text}},
  customjsprotected: {params: {title: 'User:Henrik/common.js', text}},
  taggingnotallowed: {scenario: 'notags', before: (wiki) => admin(wiki, {action: 'managetags', operation: 'create', tag: 'by-hand'}), params: {title: 'Sandbox', text, tags: 'by-hand'}},
  assertnameduserfailed: {params: {title: 'Sandbox', text, assertuser: 'Henrik'}},
  assertuserfailed: {user: undefined, params: {title: 'Sandbox', text, assert: 'user'}},
  assertanonfailed: {params: {title: 'Sandbox', text, assert: 'anon'}},
  assertbotfailed: {params: {title: 'Sandbox', text, assert: 'bot'}},
  permissiondenied: {scenario: 'noanonedit', user: undefined, params: {title: 'Sandbox', text}},
  protectedpage: {params: {title: 'Protected', text}},
  cascadeprotected: {params: {title: 'Cascade-protected', text}},
  'protectednamespace-interface': {params: {title: 'MediaWiki:Not there', text}},
  sitejsprotected: {params: {title: 'MediaWiki:Common.js', text}},
  confirmemail: {scenario: 'confirmemail', user: 'Nils', params: {title: 'Sandbox', text}},
  acct_creation_throttle_hit: {
    scenario: 'tempaccounts=1',
    user: undefined,
    before: async (wiki) => {
      const door = await wiki.door({scenario: 'tempaccounts=1'});
      await nobody(door.api).post({action: 'edit', title: 'Sandbox', text: 'first'}, {token: 'csrf'});
      await door.close();
    },
    params: {title: 'Sandbox', text},
  },
  autoblocked: {
    before: async (wiki) => {
      await (await as(wiki, 'Nils')).page('Sandbox').append('\nNils was here.');
      await admin(wiki, {action: 'block', user: 'Nils', autoblock: true, expiry: '1 day'});
    },
    params: {title: 'Sandbox', text},
  },
  readonly: {scenario: 'readonly', params: {title: 'Sandbox', text}},
  'invalid-json-data': {params: {...json, text: '{'}},
  'contentmodel-mismatch': {
    params: async (wiki) => {
      const baserevid = await revision(wiki, 'Sandbox');
      await admin(wiki, {action: 'changecontentmodel', title: 'Sandbox', model: 'text'});
      return {title: 'Sandbox', text, baserevid};
    },
  },
  cantchangecontentmodel: {user: undefined, params: {title: 'Sandbox', text: '{}', contentmodel: 'json', contentformat: 'application/json'}},
  badtags: {params: {title: 'Sandbox', text, tags: 'mw-undo'}},
  badexpiry: {params: {title: 'Sandbox', text, watchlist: 'watch', watchlistexpiry: 'banana'}},
  'edit-invalidredirect': {before: (wiki) => olga(wiki, {title: 'Bad way', text: '#REDIRECT [[Special:Version]]'}), params: {title: 'Bad way', appendtext: text, redirect: true}},
  'abusefilter-warning': {params: {title: 'Sandbox', text: 'abuse-warn'}},
  'abusefilter-disallowed': {params: {title: 'Sandbox', text: 'abuse-disallow'}},
  spamblacklist: {params: {title: 'Sandbox', text: 'http://spam.example.com/'}},
  'titleblacklist-forbidden': {before: async (wiki) => (await as(wiki, 'Admin')).page('MediaWiki:Titleblacklist').append('\nNot listed.*'), params: {title: 'Not listed', text}},
  'scribunto-lua-error-location': {params: {title: 'Module:Broken', text: 'return {'}},
  'templatedata-invalid-parse': {params: {title: 'Template:Broken', text: '<templatedata>{</templatedata>'}},
};

/** What the test wiki cannot be brought to say, and why. */
const notAsked: Readonly<Record<string, string>> = {
  filtered: 'gone',
  writeapidenied: 'gone',
  noapiwrite: 'gone',
  emptypage: 'gone',
  summaryrequired: 'gone',
  parseerror: 'JSON has a code of its own, and there is no other content model that is parsed',
  unknownerror: 'no way there is known',
  editnotsupported: 'there is no such content model here',
  appendnotsupported: 'there is no such content model here',
  'edit-already-exists': 'two at the same moment; SQLite does one after the other',
  'edit-gone-missing': 'two at the same moment; SQLite does one after the other',
  'edit-hook-aborted': 'no extension here does that',
  internal_api_error_DBQueryError: 'a broken database',
  'abusefilter-blocked-domains-attempted': 'it is switched off here',
};

const nobody = (api: string): Wiki => wikiFromNode(api, cookieFetch(), {forceLogin: false, retry: false});

/** The codes of the answer. */
async function answer(wiki: TestWiki, {scenario, params, before, ask = (client, params) => client.post(params, {token: 'csrf'}), ...given}: Asked): Promise<string[]> {
  await before?.(wiki);
  const door = await wiki.door(scenario ? {scenario} : {});
  const user = 'user' in given ? given.user : 'Olga';
  const client = user === undefined ? nobody(door.api) : await loggedIn(wiki, user, door.api);
  const what = typeof params === 'function' ? await params(wiki) : params;
  const error = await refusal(ask(client, {action: 'edit', ...what}));
  await door.close();
  return ((error['errors'] ?? []) as readonly {readonly code: string}[]).map(({code}) => code);
}

test.describe('what the wiki says', () => {
  test.beforeEach(({wiki}) => test.skip(!wiki.version.startsWith('1.43'), 'the table is of 1.43'));

  for (const row of [...codes, ...later] as readonly EditError[]) {
    const how = asked[row.code];
    if (!how) continue;
    test(`${row.code}: ${row.today.join(', ')}`, async ({wiki}) => {
      expect(await answer(wiki, how)).toContainEqual(expect.stringMatching(`^(${row.today.join('|')})$`));
    });
  }

  test('an empty page is made, and a summary not missed', async ({wiki}) => {
    const client = await as(wiki, 'Olga');
    await client.options({change: ['forceeditsummary=1']});
    for (const edit of [{title: 'Empty', text: ''}, {title: 'Sandbox', text: 'no summary'}]) {
      expect(await client.post({action: 'edit', ...edit}, {token: 'csrf'})).toMatchObject({edit: {result: 'Success'}});
    }
  });
});

test('each code is asked, or is told why not', () => {
  const all = [...codes, ...later].map(({code}) => code);
  expect([...Object.keys(asked), ...Object.keys(notAsked)].sort()).toEqual([...all].sort());
  expect(codes.filter(({today}) => today.length === 0).map(({code}) => code).sort()).toEqual(Object.entries(notAsked).flatMap(([code, why]) => (why === 'gone' ? [code] : [])).sort());
});
