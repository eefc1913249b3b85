import {describe, expect, test} from 'vitest';
import type {Params} from '../../core/params.js';
import {type Expected, type FakeAnswer, fakeWiki, type FakeWiki} from '../../testing/fake-wiki.js';
import {Wiki} from '../wiki.js';
import type {WikiWrites} from '../wiki-writes.js';

const tokens = {csrf: 'abc+\\', rollback: 'rol+\\', userrights: 'rig+\\', watch: 'wat+\\', patrol: 'pat+\\'};
const wikiOf = (fake: FakeWiki): Wiki => new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', user: 'Olga', tokens});

type Name = keyof WikiWrites;

/** Whatever the types say of it. */
const call = (wiki: Wiki, name: Name, ...given: unknown[]): Promise<Record<string, unknown>> => (wiki as unknown as Record<Name, (...given: unknown[]) => Promise<Record<string, unknown>>>)[name](...given);

const curtimestamp = '2026-01-31T12:00:00Z';
const lost = new TypeError('Failed to fetch');

/** By its action: what is given, what is sent for it, what the wiki told before and what its log tells after, and what the caller is told. */
interface Case {
  readonly name: Name;
  readonly params: Params;
  readonly before?: object;
  readonly sent?: Expected;
  readonly entries: readonly object[];
  readonly told: object;
}

const nils = 'User:Nils';
const page = {pageid: 7, ns: 0, title: 'Oslo', lastrevid: 70};
const titled = {pages: [page]};
const cases: readonly Case[] = [
  {
    name: 'move',
    params: {from: 'oslo', to: 'bergen_by', reason: 'r', movetalk: true, movesubpages: true},
    before: {normalized: [{from: 'oslo', to: 'Oslo'}, {from: 'bergen_by', to: 'Bergen by'}], pages: [{ns: 0, title: 'Bergen by', missing: true}, page]},
    sent: {fromid: '7', from: undefined, to: 'bergen_by'},
    entries: [
      {logid: 13, ns: 0, title: 'Oslo/A', logpage: 9, action: 'move', comment: 'r', params: {target_title: 'Bergen by/A'}},
      {logid: 12, ns: 1, title: 'Talk:Oslo', logpage: 8, action: 'move', comment: 'r', params: {target_title: 'Talk:Bergen by'}},
      {logid: 11, ns: 0, title: 'Oslo', logpage: 7, action: 'move', comment: 'r', params: {target_title: 'Bergen by', suppressredirect: true}},
    ],
    told: {from: 'Oslo', to: 'Bergen by', reason: 'r', redirectcreated: false, talkfrom: 'Talk:Oslo', talkto: 'Talk:Bergen by', subpages: [{from: 'Oslo/A', to: 'Bergen by/A'}]},
  },
  {name: 'delete', params: {title: 'Oslo'}, before: titled, sent: {pageid: '7', title: undefined}, entries: [{logid: 11, title: 'Oslo', logpage: 7, action: 'delete', comment: 'content was: “x”'}], told: {title: 'Oslo', logid: 11, reason: 'content was: “x”'}},
  {
    name: 'delete',
    params: {title: 'File:A.png', oldimage: '2023!A.png', reason: 'r'},
    before: {pages: [{...page, title: 'File:A.png'}]},
    entries: [{logid: 11, title: 'File:A.png', logpage: 7, action: 'delete', comment: 'Deleted old revision 2023!A.png: r'}],
    told: {title: 'File:A.png', logid: 11},
  },
  {name: 'undelete', params: {title: 'oslo', reason: 'r'}, before: {normalized: [{from: 'oslo', to: 'Oslo'}], pages: [{ns: 0, title: 'Oslo', missing: true}]}, entries: [{logid: 11, title: 'Oslo', action: 'restore', comment: 'r', params: {count: {revisions: 2, files: 1}}}], told: {title: 'Oslo', revisions: 2, fileversions: 1, reason: 'r'}},
  {
    name: 'protect',
    params: {title: 'Oslo', protections: ['move=sysop', 'edit=autoconfirmed', 'upload=all'], expiry: ['1 week', 'never', 'never'], cascade: true},
    before: titled,
    sent: {pageid: '7', expiry: '2026-02-07T12:00:00Z|never|never'},
    entries: [{logid: 11, title: 'Oslo', logpage: 7, action: 'modify', comment: '', params: {cascade: true, details: [{type: 'edit', level: 'autoconfirmed', expiry: 'infinite'}, {type: 'move', level: 'sysop', expiry: '2026-02-07T12:00:00Z'}]}}],
    told: {title: 'Oslo', cascade: true, protections: [{move: 'sysop', expiry: '2026-02-07T12:00:00Z'}, {edit: 'autoconfirmed', expiry: 'infinite'}, {upload: '', expiry: 'infinite'}]},
  },
  {name: 'protect', params: {title: 'Oslo', protections: 'edit=all'}, before: titled, entries: [{logid: 11, title: 'Oslo', logpage: 7, action: 'unprotect', params: {}}], told: {title: 'Oslo', protections: [{edit: '', expiry: 'infinite'}]}},
  {name: 'undelete', params: {title: 'Oslo', reason: 'Great 😀'.slice(0, 7)}, before: {pages: [{ns: 0, title: 'Oslo', missing: true}]}, sent: {reason: 'Great \uFFFD'}, entries: [{logid: 11, title: 'Oslo', action: 'restore', comment: 'Great \uFFFD'}], told: {title: 'Oslo'}},
  {name: 'unblock', params: {user: 'Nils', reason: 'a\u0000b'}, sent: {reason: 'a\uFFFDb'}, entries: [{logid: 11, title: nils, action: 'unblock', comment: 'a\uFFFDb'}], told: {user: 'Nils', reason: 'a\uFFFDb'}},
  {
    name: 'protect',
    params: {title: 'Oslo', protections: ['move=sysop', 'edit=sysop'], expiry: ['tomorrow', 'never']},
    before: titled,
    sent: {expiry: 'tomorrow|never'},
    entries: [{logid: 11, title: 'Oslo', logpage: 7, action: 'protect', params: {details: [{type: 'edit', level: 'sysop', expiry: 'infinite'}, {type: 'move', level: 'sysop', expiry: '2026-02-01T00:00:00Z'}]}}],
    told: {title: 'Oslo', protections: [{move: 'sysop', expiry: '2026-02-01T00:00:00Z'}, {edit: 'sysop', expiry: 'infinite'}]},
  },
  {name: 'userrights', params: {user: 'Nils', add: 'bot', expiry: 'tomorrow'}, entries: [{logid: 11, title: nils, action: 'rights', params: {oldgroups: [], newgroups: ['bot']}}], told: {added: ['bot']}},
  {
    name: 'block',
    params: {user: 'nils', expiry: '1 week', nocreate: true, reason: 'r'},
    sent: {expiry: '2026-02-07T12:00:00Z'},
    entries: [{logid: 11, title: nils, action: 'block', comment: 'r', params: {flags: ['nocreate', 'noautoblock'], sitewide: true, expiry: '2026-02-07T12:00:00Z'}}],
    told: {user: 'Nils', expiry: '2026-02-07T12:00:00Z', nocreate: true, noemail: false, partial: false},
  },
  {name: 'block', params: {user: '192.0.2.77/24', partial: true, namespacerestrictions: [0]}, entries: [{logid: 11, title: 'User:192.0.2.0/24', action: 'block', params: {flags: [], sitewide: false}}], told: {user: '192.0.2.0/24', expiry: 'infinite', partial: true}},
  {name: 'block', params: {user: 'Nils', expiry: 'next week'}, sent: {expiry: 'next week'}, entries: [{logid: 11, title: nils, action: 'block', params: {flags: [], sitewide: true, expiry: '2026-02-07T12:00:00Z'}}], told: {user: 'Nils', expiry: '2026-02-07T12:00:00Z'}},
  {name: 'block', params: {userid: 7}, before: {users: [{name: 'Nils', userid: 7}]}, entries: [{logid: 11, title: nils, action: 'block', params: {flags: []}}], told: {user: 'Nils'}},
  {name: 'unblock', params: {id: 3}, before: {blocks: [{id: 3, user: 'Nils'}]}, entries: [{logid: 11, title: nils, action: 'unblock', comment: ''}], told: {user: 'Nils', id: 3}},
  {name: 'userrights', params: {user: 'Nils', add: ['bot'], remove: 'sysop'}, sent: {token: tokens.userrights}, entries: [{logid: 11, title: nils, action: 'rights', params: {oldgroups: ['sysop', 'x'], newgroups: ['x', 'bot']}}], told: {user: 'Nils', added: ['bot'], removed: ['sysop']}},
  {name: 'tag', params: {revid: [5], logid: 6, add: 'a'}, entries: [{logid: 12, action: 'update', params: {logid: 6, revid: false, tagsAdded: ['a'], tagsRemoved: []}}, {logid: 11, action: 'update', params: {revid: 5, tagsAdded: ['a'], tagsRemoved: []}}], told: {tag: [{revid: 5, status: 'success', actionlogid: 11, added: ['a'], removed: []}, {logid: 6, status: 'success', actionlogid: 12, added: ['a'], removed: []}]}},
  {name: 'revisiondelete', params: {type: 'revision', ids: [5, 6], hide: ['content'], show: 'user'}, entries: [{logid: 11, title: 'Oslo', action: 'revision', params: {type: 'revision', ids: [6, 5], new: {content: true, user: false}}}], told: {target: 'Oslo', items: [{status: 'Success', id: 5}, {status: 'Success', id: 6}]}},
  {name: 'managetags', params: {operation: 'create', tag: 'a'}, entries: [{logid: 11, action: 'create', params: {tag: 'a'}}], told: {operation: 'create', tag: 'a', success: true, logid: 11}},
  {name: 'filerevert', params: {filename: 'a.png', archivename: '2023!A.png', comment: 'c'}, before: {normalized: [{from: 'File:a.png', to: 'File:A.png'}], pages: [{ns: 6, title: 'File:A.png'}]}, entries: [{logid: 11, title: 'File:A.png', action: 'overwrite', comment: 'c'}], told: {result: 'Success'}},
  {name: 'imagerotate', params: {titles: ['File:A.png'], rotation: '90'}, before: {pages: [{ns: 6, title: 'File:A.png'}]}, entries: [{logid: 11, title: 'File:A.png', action: 'overwrite'}], told: {imagerotate: [{title: 'File:A.png', result: 'Success'}]}},
  {name: 'import', params: {xml: new Blob(['<mediawiki/>']), interwikiprefix: 'en', summary: 's'}, entries: [{logid: 12, ns: 0, title: 'Oslo', action: 'upload', comment: 's', params: {count: 3}}, {logid: 11, ns: 0, title: 'Bergen', action: 'upload', comment: 's', params: {count: 1}}], told: {import: [{ns: 0, title: 'Bergen', revisions: 1}, {ns: 0, title: 'Oslo', revisions: 3}]}},
  {name: 'import', params: {xml: new Blob(['<mediawiki/>']), interwikiprefix: 'en', summary: 's '.repeat(300)}, entries: [{logid: 11, ns: 0, title: 'Oslo', action: 'upload', comment: `${'s '.repeat(248)}...`, params: {count: 1}}], told: {import: [{ns: 0, title: 'Oslo', revisions: 1}]}},
  {name: 'import', params: {xml: new Blob(['<mediawiki/>']), interwikiprefix: 'en'}, entries: [{logid: 12, ns: 0, title: 'Oslo', action: 'upload', comment: '', params: {count: 3}}, {logid: 11, ns: 0, title: 'Bergen', action: 'upload', comment: 'another’s', params: {count: 1}}], told: {import: [{ns: 0, title: 'Oslo', revisions: 3}]}},
  {name: 'mergehistory', params: {from: 'Oslo', to: 'Bergen'}, before: {pages: [{...page, pageid: 9, title: 'Bergen'}, page]}, sent: {fromid: '7', toid: '9', from: undefined, to: undefined}, entries: [{logid: 11, title: 'Oslo', action: 'merge', comment: '', timestamp: curtimestamp, params: {dest_title: 'Bergen'}}], told: {from: 'Oslo', to: 'Bergen', timestamp: curtimestamp}},
  {name: 'setpagelanguage', params: {title: 'Oslo', lang: 'nb'}, before: titled, entries: [{logid: 11, title: 'Oslo', logpage: 7, action: 'pagelang', params: {oldlanguage: 'en[def]', newlanguage: 'nb'}}], told: {title: 'Oslo', oldlanguage: 'en[def]', newlanguage: 'nb', logid: 11}},
];

/** The wiki as it was, the request whose answer is lost, and the log. */
const exchanges = ({name, before = {}, sent = {}}: Case, entries: readonly object[], times = 1): [Expected, FakeAnswer][] => [
  [{action: 'query', list: /^logevents/, lelimit: '1', curtimestamp: '1'}, {curtimestamp, query: {logevents: [{logid: 10}], ...before}}],
  ...Array.from({length: times}, (): [Expected, FakeAnswer][] => [
    [{action: name, ...sent}, lost],
    [{list: 'logevents', leuser: 'Olga'}, {curtimestamp, query: {logevents: entries}}],
  ]).flat(),
];

describe('an action whose answer is lost is known again by what it left in the log', () => {
  test.each(cases)('$name $params', async (one) => {
    const fake = fakeWiki(exchanges(one, [...one.entries, {logid: 10, action: 'other'}]));
    expect(await call(wikiOf(fake), one.name, one.params)).toMatchObject({...one.told, outcome: 'saved', recovered: true});
    fake.done();
  });

  test.each(cases)('$name $params, not by what was there before, nor by what is another’s', async (one) => {
    const {name, entries} = one;
    const others = entries.map((entry) => Object.assign({}, entry, {title: 'Other', logpage: 99, params: {}, comment: 'other', action: 'other'}));
    const old = entries.map((entry) => Object.assign({}, entry, {logid: 10}));
    for (const seen of [others, old]) {
      // Where it may be sent again, it is, and told by its answer.
      const fake = fakeWiki([...exchanges(one, seen), ...Array.from({length: 3}, (): [Expected, FakeAnswer] => [{}, {errors: [{code: 'permissiondenied', text: 'No.'}]}])]);
      await expect(new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0', user: 'Olga', tokens, retry: {maxRetries: 1}})[name as 'move'](one.params as never)).rejects.toMatchObject({name: 'OutcomeUnknownError', unsaved: {action: name}});
    }
  });
});

describe('what the wiki would do twice is sent once', () => {
  test.each<[Name, Params]>([
    ['emailuser', {target: 'Nils', subject: 's', text: 't'}],
    ['block', {user: 'Nils', expiry: 'next week'}],
    ['block', {user: 'Nils', newblock: true}],
    ['protect', {title: 'Oslo', protections: ['edit=sysop'], expiry: 'tomorrow'}],
    ['userrights', {user: 'Nils', add: 'bot', expiry: 'tomorrow'}],
    ['import', {xml: new Blob(['x']), interwikiprefix: 'en'}],
    ['imagerotate', {titles: 'File:A.png', rotation: '90'}],
  ])('%s %o', async (name, params) => {
    const fake = fakeWiki();
    const wiki = new Wiki('wiki.example', {
      userAgent: 'Test/1.0',
      user: 'Olga',
      tokens,
      retry: {maxRetries: 1},
      fetch: async (url, init) => {
        if (init.method !== 'POST') return new Response(JSON.stringify({curtimestamp, query: {logevents: [], pages: [page]}}));
        await fake.fetch(url, init);
        throw lost;
      },
    });
    const told = await call(wiki, name, params).catch((error: unknown) => error);
    expect(told).toMatchObject({name: 'OutcomeUnknownError', unsaved: {action: name}});
    expect(await (told as {check: () => Promise<unknown>}).check()).toBeUndefined();
    expect(fake.requests).toHaveLength(1);
  });
});

describe('what was no change the second time was made by the first', () => {
  const ground: [Expected, FakeAnswer] = [{lelimit: '1'}, {curtimestamp, query: {logevents: [], pages: [{...page, protection: []}]}}];
  test.each<[Name, Params, object, object]>([
    ['userrights', {user: 'Nils', add: 'bot'}, {userrights: {user: 'Nils', userid: 7, added: [], removed: []}}, {title: nils, action: 'rights', params: {oldgroups: [], newgroups: ['bot']}}],
    ['userrights', {user: 'Nils', add: 'bot', reason: 'a\u0000b'}, {userrights: {user: 'Nils', userid: 7, added: [], removed: []}}, {title: nils, action: 'rights', comment: 'a\uFFFDb', params: {oldgroups: [], newgroups: ['bot']}}],
    ['tag', {revid: 5, add: 'a'}, {tag: [{revid: 5, status: 'success', noop: true}]}, {action: 'update', params: {revid: 5, tagsAdded: ['a'], tagsRemoved: []}}],
    ['revisiondelete', {type: 'revision', ids: 5, hide: 'user'}, {revisiondelete: {status: 'Success', target: 'Oslo', items: [{status: 'Success', id: 5, warnings: [{code: 'revdelete-no-change'}]}]}}, {action: 'revision', title: 'Oslo', params: {type: 'revision', ids: [5], new: {user: true}}}],
  ])('%s', async (name, params, second, entry) => {
    const twice = fakeWiki([ground, [{action: name}, second], [{leuser: 'Olga'}, {curtimestamp, query: {logevents: [{logid: 1, ...entry}]}}]]);
    expect(await call(wikiOf(twice), name, params)).toMatchObject({outcome: 'saved', recovered: true});
    const once = fakeWiki([ground, [{action: name}, second], [{leuser: 'Olga'}, {curtimestamp, query: {logevents: []}}]]);
    expect(await call(wikiOf(once), name, params)).toMatchObject({outcome: 'nochange'});
  });

  test('a protection until a time that only the wiki can read is never taken for the one that was there', async () => {
    const told = {title: 'Oslo', reason: '', protections: [{edit: 'sysop', expiry: '2026-02-01T00:00:00Z'}]};
    const fake = fakeWiki([[{inprop: 'protection'}, {curtimestamp, query: {logevents: [], pages: [{...page, protection: [{type: 'edit', level: 'sysop', expiry: 'infinity'}]}]}}], [{action: 'protect'}, {protect: told}]]);
    expect(await wikiOf(fake).protect({title: 'Oslo', protections: ['edit=sysop'], expiry: 'tomorrow'})).toEqual({outcome: 'saved', ...told});
    fake.done();
  });

  test('a protection that was so already', async () => {
    const protection = [{type: 'edit', level: 'sysop', expiry: 'infinity'}, {type: 'move', level: 'sysop', expiry: 'infinity', source: 'Elsewhere'}];
    const told = {title: 'Oslo', reason: '', protections: [{edit: 'sysop', expiry: 'infinite'}]};
    const fake = fakeWiki([[{inprop: 'protection'}, {curtimestamp, query: {logevents: [], pages: [{...page, protection}]}}], [{action: 'protect'}, {protect: told}], [{leuser: 'Olga'}, {curtimestamp, query: {logevents: []}}]]);
    expect(await wikiOf(fake).protect({title: 'Oslo', protections: ['edit=sysop']})).toEqual({outcome: 'nochange', ...told});
    fake.done();
  });
});
