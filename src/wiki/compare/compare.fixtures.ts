/** Sides of diffs, and a wiki that tells them, for unit tests. */
import {Session} from '../../core/session.js';
import type {SessionOptions} from '../../core/settings.js';
import {type Expected, type FakeAnswer, type FakeWiki, fakeWiki} from '../../testing/fake-wiki.js';
import type {DiffPage, RevisionSide, UnsavedSide} from './diff-side.js';

export const page: DiffPage = {pageid: 2, ns: 0, title: 'Oslo', contentmodel: 'wikitext', lang: 'en', dir: 'ltr', lastrevid: 9, may: {edit: true, rollback: false, patrol: false}};

export const revision = (revid: number, change: Partial<RevisionSide> = {}): RevisionSide => ({
  kind: 'revision',
  page,
  revid,
  parentid: revid - 1,
  timestamp: '2024-01-01T00:00:00Z',
  user: 'Alice',
  userid: 4,
  anon: false,
  temp: false,
  comment: '',
  parsedcomment: '',
  tags: [],
  minor: false,
  size: 4,
  sha1: 'a',
  hidden: {text: false, user: false, comment: false, suppressed: false},
  archived: false,
  slots: {main: {contentmodel: 'wikitext', size: 4, text: 'text'}},
  ...change,
});

export const unsavedText = (text: string): UnsavedSide => ({kind: 'unsaved', page, size: text.length, slots: {main: {contentmodel: 'wikitext', size: text.length, text}}});

/** As the API tells a revision. */
export const told = (revid: number, change: object = {}): object => ({revid, parentid: revid - 1, user: 'Alice', timestamp: '2024-01-01T00:00:00Z', size: 4, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', size: 4, content: `text ${revid}`}}, ...change});

export const answer = (revisions: readonly object[], change: object = {}): object => ({
  batchcomplete: true,
  uselang: 'en',
  query: {
    pages: [{pageid: 2, ns: 0, title: 'Oslo', contentmodel: 'wikitext', pagelanguage: 'en', pagelanguagehtmlcode: 'en', pagelanguagedir: 'ltr', lastrevid: 9, actions: {edit: true}, revisions}],
    userinfo: {name: 'Alice', groups: ['*', 'user'], rights: ['read', 'edit']},
    general: {server: '//wiki.example', articlepath: '/wiki/$1', script: '/w/index.php'},
  },
  ...change,
});

export function at(exchanges: readonly (readonly [Expected, FakeAnswer])[], options: SessionOptions = {}): {readonly session: Session; readonly fake: FakeWiki} {
  const fake = fakeWiki(exchanges);
  return {session: new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'test', origin: 'https://wiki.example', onWarning: () => {}, retry: false, ...options}), fake};
}
