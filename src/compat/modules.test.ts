/** The methods for single modules of the API. */
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {Api} from './api.js';
import {loadedMessages} from './messages.js';
import {apiUrl, onWiki, outcome, server} from './server.fixtures.js';
import {resetTokens} from './tokens.js';

const api = (): Api => new Api({ajax: {url: apiUrl}});
const csrf = {query: {tokens: {csrftoken: 'c', watchtoken: 'w', rollbacktoken: 'r'}}};

beforeEach(() => {
  resetTokens();
  loadedMessages.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('edit', () => {
  const read = {curtimestamp: 'now', query: {pages: [{revisions: [{timestamp: 'then', content: 'old'}]}]}};

  it('sends what a transform makes of the text, guarded by both times', async () => {
    const asked = server(read, csrf, {edit: {result: 'Success', newrevid: 2}});
    const edited = await api().edit('A', ({content, timestamp}) => `${content} ${timestamp} new`);
    expect(edited).toEqual({result: 'Success', newrevid: 2});
    expect(asked[2]?.body).toBe('action=edit&format=json&title=A&formatversion=2&basetimestamp=then&starttimestamp=now&nocreate=true&text=old+then+new&token=c');
  });

  it('takes a promise for parameters', async () => {
    const asked = server(read, csrf, {edit: {}});
    await api().edit('A', () => Promise.resolve({text: 'x', summary: 's', basetimestamp: undefined}));
    expect(asked[2]?.body).toBe('action=edit&format=json&title=A&formatversion=2&starttimestamp=now&nocreate=true&text=x&summary=s&token=c');
  });

  it('on the wiki asserts that somebody is logged in', async () => {
    onWiki();
    const asked = server(read, {edit: {}});
    await new Api().edit('A', () => 'x');
    expect(asked[1]?.body).toContain('&formatversion=2&assert=user&basetimestamp=');
  });

  it.each([
    ['unknown', {}],
    ['invalidtitle', {query: {pages: [{invalid: true}]}}],
    ['nocreate-missing', {query: {pages: [{missing: true}]}}],
  ])('fails with %s, and nothing else', async (code, answer) => {
    server(answer);
    expect(await outcome(api().edit('A', () => 'x'))).toEqual(['fail', code]);
  });

  it('abort ends whatever step it is at', async () => {
    const asked = server(read, csrf, 'never');
    const request = api().edit('A', () => 'x');
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    request.abort();
    expect(await outcome(request)).toMatchObject(['fail', 'http', {textStatus: 'abort'}]);
    expect(asked[2]?.init.signal?.aborted).toBe(true);
  });
});

describe('getCategories', () => {
  it('finds all, however many answers they come in', async () => {
    const asked = server(
      {continue: {clcontinue: '1|B', continue: '||'}, query: {pages: [{categories: [{title: 'Category:A a'}]}]}},
      {query: {pages: [{categories: [{title: 'Category:B'}]}]}},
    );
    const found = await api().getCategories('X');
    expect(found && found.map((title) => [title.getMainText(), title.getPrefixedText(), title.getPrefixedDb(), String(title)])).toEqual([
      ['A a', 'Category:A a', 'Category:A_a', 'Category:A_a'],
      ['B', 'Category:B', 'Category:B', 'Category:B'],
    ]);
    expect(asked[1]?.url).toContain('clcontinue=1%7CB&continue=%7C%7C');
  });

  it('gives false where there are none', async () => {
    server({query: {pages: [{}]}});
    expect(await api().getCategories('X')).toBe(false);
  });
});

describe('watch', () => {
  it('one in, one out; several in, several out; with expiry and labels', async () => {
    const asked = server(csrf, {watch: [{title: 'A', watched: true}]});
    expect(await api().watch('A')).toEqual({title: 'A', watched: true});
    expect(await api().watch(['A', 'B'], '1 week', [1, 2])).toEqual([{title: 'A', watched: true}]);
    expect(asked.slice(1).map(({body}) => body)).toEqual([
      'action=watch&format=json&formatversion=2&titles=A&token=w',
      'action=watch&format=json&formatversion=2&titles=A%7CB&expiry=1+week&labels=1%7C2&token=w',
    ]);
  });
});

describe('messages', () => {
  it('are asked for fifty at a time, and those that do not exist are left out', async () => {
    const asked = server({query: {allmessages: [{name: 'a', content: 'A'}, {name: 'b', missing: true}]}}, {query: {allmessages: [{name: 'c', content: 'C'}]}});
    const keys = Array.from({length: 51}, (_, index) => `m${index}`);
    expect(await api().getMessages(keys)).toEqual({a: 'A', c: 'C'});
    expect(asked[1]?.url).toContain('ammessages=m50&');
  });

  it('off the wiki are loaded into a map, once', async () => {
    const asked = server({query: {allmessages: [{name: 'a', content: 'A'}]}});
    await api().loadMessagesIfMissing('a');
    await api().loadMessagesIfMissing(['a']);
    expect(loadedMessages.get('a')).toBe('A');
    expect(asked).toHaveLength(1);
  });
});

describe('saveOptions', () => {
  it('asks nothing for nobody and for temporary accounts', async () => {
    const asked = server({});
    onWiki({}, {wgUserName: null});
    expect(await outcome(new Api().saveOptions({a: 1}))).toEqual(['fail', 'notloggedin']);
    onWiki({}, {wgUserIsTemp: true});
    expect(await outcome(new Api().saveOption('a', 1))).toEqual(['fail', 'notloggedin']);
    expect(asked).toEqual([]);
  });

  it('one save after the other, the joined ones last', async () => {
    const asked = server(csrf, {});
    const first = api().saveOptions({'a=b': '1', c: '2', d: null, e: 'x|y'});
    const second = api().saveOption('f', true);
    await Promise.all([first, second]);
    expect(asked.slice(1).map(({body}) => String(body).split('&').slice(3, -1).join('&'))).toEqual(['optionname=a%3Db&optionvalue=1', 'optionname=e&optionvalue=x%7Cy', 'change=c%3D2%7Cd', 'change=f%3Dtrue']);
  });
});

describe('a save that is given up', () => {
  it('has no say in the one before', async () => {
    const asked = server(csrf, {});
    const first = api().saveOption('a', 1);
    const second = api().saveOption('b', 2);
    second.abort();
    expect((await outcome(first))[0]).toBe('done');
    expect((await outcome(second)).slice(0, 2)).toEqual(['fail', 'http']);
    expect(asked).toHaveLength(2);
  });
});

describe('saves in a row', () => {
  it('the first can be given up although another waits for it', async () => {
    const asked = server(csrf, 'never');
    const first = api().saveOption('a', 1).then(() => {});
    const second = api().saveOption('b', 2);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    first.abort();
    expect(asked[1]?.init.signal?.aborted).toBe(true);
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    second.abort();
  });

  it('one given up before its turn lets nobody past', async () => {
    const asked = server(csrf, 'never');
    const first = api().saveOption('a', 1);
    const second = api().saveOption('b', 2);
    const third = api().saveOption('c', 3);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    second.abort();
    expect(second.state()).toBe('rejected');
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toHaveLength(2);
    first.abort();
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(asked[2]?.body).toContain('change=c%3D3');
    third.abort();
  });
});

describe('uploads in chunks', () => {
  const chunked = (...replies: object[]): [ReturnType<typeof server>, Api] => {
    const asked = server(csrf, ...replies);
    return [asked, new Api({ajax: {url: apiUrl, fetch: (url, init) => fetch(url, init)}})];
  };
  const stashed = {upload: {result: 'Continue', filekey: 'k'}};

  it('aborted between two chunks, no other is sent', async () => {
    const [asked, mine] = chunked(stashed);
    const request = mine.chunkedUpload(new Blob(['x'.repeat(30)]), {filename: 'A', stash: true}, 10);
    request.progress(() => request.abort());
    expect(await outcome(request)).toMatchObject(['fail', 'http', {textStatus: 'abort'}]);
    expect(asked).toHaveLength(2);
  });

  it('an empty file is one chunk, and then all of it', async () => {
    const [, mine] = chunked(stashed);
    const told: number[] = [];
    await mine.chunkedUpload(new Blob([]), {filename: 'A', stash: true}).progress((fraction) => told.push(fraction));
    expect(told).toEqual([1]);
  });
});

describe('who one is', () => {
  it('login sends the token it was given, and fails with the answer’s code', async () => {
    const asked = server({login: {token: 't'}}, {login: {result: 'Failed'}});
    expect(await outcome(api().login('A', 'secret'))).toEqual(['fail', 'unknown', {login: {result: 'Failed'}}]);
    expect(asked[1]?.body).toBe('action=login&format=json&lgname=A&lgpassword=secret&lgtoken=t');
  });

  it('assertCurrentUser: the page’s user, nobody, or off the wiki nothing', () => {
    expect(api().assertCurrentUser({a: 1})).toEqual({a: 1});
    onWiki();
    expect(Object.entries(new Api().assertCurrentUser({a: 1}))).toEqual([['assert', 'user'], ['assertuser', 'Olga'], ['a', 1]]);
    onWiki({}, {wgUserName: null});
    expect(new Api().assertCurrentUser({assert: 'bot'})).toEqual({assert: 'bot'});
  });

  it('getUserInfo may fail with no arguments', async () => {
    server({});
    expect(await outcome(api().getUserInfo())).toEqual(['fail']);
  });
});

describe('parse', () => {
  it('a title is read, a text is sent', async () => {
    const asked = server({parse: {text: '<p>'}});
    expect(await api().parse('x', {disabletoc: true})).toBe('<p>');
    expect(await api().parse({getPrefixedDb: () => 'User:A', toString: () => 'User:A'} as object)).toBe('<p>');
    expect(asked[0]?.body).toBe('action=parse&format=json&formatversion=2&prop=text&contentmodel=wikitext&disabletoc=true&text=x');
    expect(asked[1]?.url).toBe(`${apiUrl}?action=parse&format=json&formatversion=2&prop=text&contentmodel=wikitext&page=User%3AA`);
  });
});

describe('uploads say at once what is wrong', () => {
  it.each([
    ['No file', () => api().upload(undefined as never, {filename: 'A'})],
    ['No file', () => api().upload({files: []} as never, {filename: 'A'})],
    ['Unsupported argument type passed to mw.Api.upload', () => api().upload('x' as never, {filename: 'A'})],
    ['Filename not included in file data.', () => api().upload(new Blob([]), {})],
    ['Filename not included in file data.', () => api().uploadToStash(new Blob([]))],
    ['No file', () => api().uploadToStash(undefined as never, {filename: 'A'})],
    ['No file', () => api().chunkedUploadToStash({files: []} as never, {filename: 'A'})],
    ['Unsupported argument type passed to mw.Api.upload', () => api().chunkedUpload({} as never, {filename: 'A'})],
    ['Filename not included in file data.', () => api().chunkedUpload(new Blob([]), {})],
    ['Filename not included in file data.', () => api().uploadFromStash('key', {})],
  ])('%s', (words, call) => {
    expect(call).toThrow(words);
  });
});
