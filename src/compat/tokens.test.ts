import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {Api} from './api.js';
import {apiUrl, onWiki, outcome, server} from './server.fixtures.js';
import {resetTokens} from './tokens.js';

const api = (): Api => new Api({ajax: {url: apiUrl}});
const tokens = (given: Record<string, string>): object => ({query: {tokens: given}});
const badtoken = {error: {code: 'badtoken', info: 'Invalid CSRF token.'}};
const bodies = (asked: {body: unknown}[]): unknown[] => asked.map(({body}) => body);

beforeEach(resetTokens);
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('getToken', () => {
  it('asks once, for all objects that name the same address', async () => {
    const asked = server(tokens({csrftoken: 'c'}));
    expect(await Promise.all([api().getToken('csrf'), api().getToken('edit'), api().getEditToken()])).toEqual(['c', 'c', 'c']);
    expect(await api().getToken('csrf')).toBe('c');
    expect(asked.map(({url}) => url)).toEqual([`${apiUrl}?action=query&format=json&meta=tokens&type=csrf`]);
  });

  it('asks nothing for those on the page of the wiki', async () => {
    onWiki();
    const asked = server({});
    expect(await new Api().getToken('csrf')).toBe('page+\\');
    expect(asked).toEqual([]);
  });

  it('takes assert as text, further parameters, and options of the request', async () => {
    const asked = server(tokens({}));
    void api().getToken('watch', 'user');
    void api().getToken('rollback', {assertuser: 'Olga'}, {headers: {'X-A': '1'}});
    expect(asked.map(({url}) => url.split('tokens&')[1])).toEqual(['type=watch&assert=user', 'type=rollback&assertuser=Olga']);
    expect(asked[1]?.headers).toEqual({'x-a': '1'});
  });

  it('keeps no failure: an error, an answer without tokens, one without this token', async () => {
    server({error: {code: 'a'}}, {warnings: {}}, tokens({}), tokens({csrftoken: 'c'}));
    expect((await outcome(api().getToken('csrf'))).slice(0, 2)).toEqual(['fail', 'a']);
    expect(await outcome(api().getToken('csrf'))).toEqual(['fail', 'query-missing', {warnings: {}}]);
    expect(await outcome(api().getToken('csrf'))).toEqual(['fail', 'token-missing', tokens({})]);
    expect(await api().getToken('csrf')).toBe('c');
  });

  it('abort ends the shared request', async () => {
    const asked = server('never');
    const first = api().getToken('csrf');
    const second = api().getToken('csrf');
    second.abort();
    expect(await outcome(first)).toMatchObject(['fail', 'http', {textStatus: 'abort'}]);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });

  it('after an abort the next who asks gets one of their own', async () => {
    const asked = server('never', tokens({csrftoken: 'c'}));
    const first = api().getToken('csrf');
    first.abort();
    expect(await api().getToken('csrf')).toBe('c');
    expect(asked).toHaveLength(2);
  });

  it('a token that comes after it was called bad is not kept', async () => {
    const asked = server(tokens({csrftoken: 'old'}), tokens({csrftoken: 'new'}));
    const first = api().getToken('csrf');
    api().badToken('options');
    expect(await api().getToken('csrf')).toBe('new');
    expect(await first).toBe('old');
    expect(await api().getToken('csrf')).toBe('new');
    expect(asked).toHaveLength(2);
  });
});

describe('postWithToken', () => {
  it('asks for a new token when the one at hand is refused, once', async () => {
    const asked = server(tokens({csrftoken: 'a'}), badtoken, tokens({csrftoken: 'b'}), {done: 1});
    expect(await api().postWithToken('csrf', {action: 'x', assert: 'user'})).toEqual({done: 1});
    expect(bodies(asked)).toEqual([null, 'action=x&format=json&assert=user&token=a', null, 'action=x&format=json&assert=user&token=b']);
    expect(asked[2]?.url).toContain('type=csrf&assert=user');
  });

  it('gives up when the new one is refused, too', async () => {
    const asked = server(tokens({csrftoken: 'a'}), badtoken, tokens({csrftoken: 'b'}), badtoken);
    const got = await outcome(api().postWithToken('csrf', {action: 'x'}));
    expect(got).toMatchObject(['fail', 'badtoken', badtoken, badtoken, {status: 200}]);
    expect(asked).toHaveLength(4);
  });

  it('gives all else to the caller, and no answer for a token twice', async () => {
    const asked = server(badtoken);
    expect((await outcome(api().postWithToken('csrf', {action: 'x'}))).slice(0, 2)).toEqual(['fail', 'badtoken']);
    expect(asked).toHaveLength(1);
  });

  it('aborted while the token is asked for: lets it come, and posts nothing', async () => {
    const asked = server(tokens({csrftoken: 'a'}), {});
    const request = api().postWithToken('csrf', {action: 'x'});
    request.abort();
    expect(await outcome(request)).toEqual(['fail', 'http', {textStatus: 'abort', exception: 'abort'}]);
    expect(asked).toHaveLength(1);
    expect(await api().getToken('csrf')).toBe('a');
  });

  it('aborted while posting: ends that, and abort works on what then gave as well', async () => {
    const asked = server(tokens({csrftoken: 'a'}), 'never');
    const request = api().postWithToken('csrf', {action: 'x'}).then((answer) => answer);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    request.abort();
    expect(await outcome(request)).toMatchObject(['fail', 'http', {textStatus: 'abort'}]);
    expect(asked[1]?.init.signal?.aborted).toBe(true);
  });
});
