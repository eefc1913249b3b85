/** By what an edit of nobody is known when its answer is lost. */
import {expect, test} from 'vitest';
import {fakeWiki} from '../../testing/fake-wiki.js';
import {siteAnswer} from '../site.fixtures.js';
import {Wiki} from '../wiki.js';

test.each([
  ['~2026-5', {outcome: 'saved', recovered: true, newrevid: 14}],
  // Another nobody, who has said the same in the same moment.
  ['~2026-6', {name: 'OutcomeUnknownError'}],
])('the name ~2026-5 was reserved; there is an edit by %s', async (user, outcome) => {
  const revision = {revid: 14, parentid: 0, user, temp: true, comment: 'hello', timestamp: new Date().toISOString(), sha1: '11f6ad8ec52a2984abaafd7c3b516503785c2072', tags: []};
  const fake = fakeWiki([
    [{meta: 'tokens|userinfo'}, {query: {tokens: {csrftoken: '+\\'}, userinfo: {id: 0, name: '127.0.0.1', anon: true}}}],
    [{siprop: /general/}, siteAnswer],
    [{siprop: 'autocreatetempuser'}, {query: {autocreatetempuser: {enabled: true}}}],
    [{action: 'acquiretempusername'}, {acquiretempusername: '~2026-5'}],
    [{action: 'edit', createonly: '1', text: 'x'}, new TypeError('Failed to fetch')],
    [{prop: 'revisions'}, {query: {pages: [{pageid: 7, ns: 0, title: 'Oslo', revisions: [revision]}], userinfo: {id: 0, name: '127.0.0.1', anon: true}}}],
    // Only of what may be ours is the text looked at.
    ...(user === '~2026-5' ? [[{revids: '14'}, {query: {pages: [{pageid: 7, ns: 0, title: 'Oslo', revisions: [{revid: 14, parentid: 0, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: 'x'}}}]}]}}] as const] : []),
  ]);
  const wiki = new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0 (User:Me)', forceLogin: false, retry: false});
  expect(await wiki.page('Oslo').create('x', {summary: 'hello'}).catch((error: unknown) => error)).toMatchObject(outcome);
  fake.done();
});
