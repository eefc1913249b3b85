import {describe, expect, test} from 'vitest';
import {setPageConfig} from '../../core/page-config.js';
import {answer, at, told} from './compare.fixtures.js';
import {openDiff} from './open-diff.js';

const code = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'opened', (error: {code?: string}) => error.code);

describe('opening', () => {
  test('asks for both texts, their headers, who asks and what the wiki is, in one request', async () => {
    const {session, fake} = at([[{action: 'query', revids: '1|2', prop: 'info|revisions|deletedrevisions', rvslots: '*', drvslots: '*', meta: 'userinfo|siteinfo|allmessages', ammessages: 'editundo', assertuser: undefined}, answer([told(1), told(2)])]]);
    const opening = await openDiff(session, {fromrev: 1, torev: 2}, {messages: ['editundo']});
    expect(opening).toMatchObject({from: {revid: 1}, to: {revid: 2}, site: {script: 'https://wiki.example/w/index.php', articlepath: 'https://wiki.example/wiki/$1'}, user: {name: 'Alice', rights: ['read', 'edit']}});
    fake.done();
  });

  test('does not ask what the wiki is a second time, nor on its own pages at all', async () => {
    const {session, fake} = at([[{meta: 'userinfo|siteinfo'}, answer([told(1), told(2)])], [{meta: 'userinfo', siprop: undefined}, answer([told(1), told(3)])]]);
    const first = await openDiff(session, {fromrev: 1, torev: 2});
    expect((await openDiff(session, {fromrev: 1, torev: 3})).site).toEqual(first.site);
    fake.done();
    const here = at([[{meta: 'userinfo', siprop: undefined}, answer([told(1), told(2)])]]);
    setPageConfig(here.session, (name) => ({wgServer: 'https://wiki.example', wgScript: '/w/index.php', wgArticlePath: '/wiki/$1'})[name]);
    expect((await openDiff(here.session, {fromrev: 1, torev: 2})).site).toEqual(first.site);
  });

  test('a wiki that names strange addresses leads nowhere else', async () => {
    const strange = answer([told(1), told(2)]) as {query: {general: object}};
    strange.query.general = {server: 'javascript:alert(1)', script: 'https://evil.example/index.php', articlepath: 'javascript:alert(1)//$1'};
    const {session} = at([[{}, strange]]);
    expect((await openDiff(session, {fromrev: 1, torev: 2})).site).toEqual({script: 'https://wiki.example/w/index.php', articlepath: 'https://wiki.example/w/index.php?title=$1'});
  });

  test('two texts too long for one answer come in two', async () => {
    const {session, fake} = at([
      [{titles: 'Oslo', rvlimit: '2', rvcontinue: undefined}, answer([told(9)], {batchcomplete: undefined, continue: {rvcontinue: '20240101|8', continue: '||info|userinfo'}})],
      [{titles: 'Oslo', rvlimit: '1', rvcontinue: '20240101|8', meta: undefined}, answer([told(8)], {continue: {rvcontinue: '20240101|7', continue: '||'}})],
    ]);
    const {from, to} = await openDiff(session, {page: 'Oslo'});
    expect([from?.slots['main']?.text, to.slots['main']?.text]).toEqual(['text 8', 'text 9']);
    fake.done();
  });

  test('who may see that something was deleted, but not what, gets the header', async () => {
    const refusal = {errors: [{code: 'permissiondenied', text: 'You don’t have permission.', module: 'query+deletedrevisions'}]};
    const gone = {batchcomplete: true, query: {pages: [{ns: 0, title: 'Oslo', missing: true, deletedrevisions: [told(1, {slots: {main: {contentmodel: 'wikitext', size: 4}}}), told(2, {slots: {main: {contentmodel: 'wikitext', size: 4}}})]}], userinfo: {name: 'Alice'}}};
    const {session, fake} = at([[{drvprop: /content$/}, refusal], [{drvprop: /roles$/, rvprop: /content$/}, gone]]);
    expect(await openDiff(session, {fromrev: 1, torev: 2})).toMatchObject({from: {archived: true, user: 'Alice', slots: {main: {text: undefined}}}, to: {archived: true}, older: undefined, newer: undefined});
    fake.done();
    const without = at([[{}, refusal]]);
    expect(await code(openDiff(without.session, {fromrev: 1, torev: 2}, {texts: false}))).toBe('permissiondenied');
  });

  test('a revision that is deleted while one asks is not there', async () => {
    const {session} = at([[{revids: '2', rvprop: 'ids'}, answer([told(2)])], [{pageids: '2', rvstartid: '2'}, answer([told(1)])]]);
    expect(await code(openDiff(session, {torev: 2}))).toBe('nosuchrevid');
  });

  test('where somebody saves between the text and its section, the section is asked for again', async () => {
    const section = (revid: number, content: string): object => ({query: {pages: [{pageid: 2, ns: 0, title: 'Oslo', revisions: [{revid, slots: {main: {content}}}]}]}});
    const {session, fake} = at([
      [{titles: 'Oslo', rvsection: undefined}, answer([told(9, {slots: {main: {contentmodel: 'wikitext', content: 'Top.\n\n== A ==\nx'}}})])],
      [{titles: 'Oslo', rvsection: '1'}, section(10, '== A ==\nlater')],
      [{revids: '9', rvsection: '1'}, section(9, '== A ==\nx')],
    ]);
    const {to} = await openDiff(session, {page: 'Oslo', text: '== A ==\nmine', section: 1});
    expect(to.slots['main']?.text).toBe('Top.\n\n== A ==\nmine');
    fake.done();
  });

  test('nothing is sent for what cannot be meant, nor after an abort', async () => {
    const {session, fake} = at([]);
    await expect(openDiff(session, {fromrev: 1})).rejects.toThrow(TypeError);
    await expect(openDiff(session, {page: 'Oslo'}, {signal: AbortSignal.abort()})).rejects.toThrow('abort');
    expect(fake.requests).toHaveLength(0);
  });
});
