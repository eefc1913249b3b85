import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Fetch} from './exchange.js';
import {Session} from './session.js';
import type {SessionOptions} from './settings.js';

afterEach(() => void vi.unstubAllGlobals());

const page = 'https://page.example';
let wikis = 0;

/** A wiki that answers nobody but the question what it is; each has an address of its own, as what was found out counts for a while. */
function outcomeOf(options: SessionOptions, generator: string | undefined, {page: origin = page, isHere = true}: {page?: string; isHere?: boolean} = {}): Promise<{error: {name: string; reason: string; message: string; hint?: string}; asked: string[]}> {
  const asked: string[] = [];
  const fetch: Fetch = (url, init) => {
    asked.push(`${init.method ?? 'GET'} ${new URL(url).searchParams.get('meta')}`);
    const isProbe = new URL(url).searchParams.get('siprop') === 'general' && init.credentials === 'omit' && !init.headers;
    return isProbe && generator !== undefined ? Promise.resolve(Response.json({query: {general: {generator}}})) : Promise.reject(new TypeError('Failed to fetch'));
  };
  if (isHere) vi.stubGlobal('location', {origin});
  const session = new Session(`https://wiki${wikis++}.example/w/api.php`, {fetch, origin, retry: false, crossorigin: true, userAgent: 'Test/1.0 (User:Me)', ...options});
  return session.get({action: 'query', meta: 'userinfo'}).then(
    () => Promise.reject(new Error('answered')),
    (error: {name: string; reason: string; message: string}) => ({error, asked}),
  );
}

describe('what a page of another site is told', () => {
  test.each<[string, SessionOptions, string | undefined, object]>([
    ['nothing answers', {auth: 'anonymous'}, undefined, {reason: 'unreachable', message: expect.stringMatching(/the wiki is down, this device is offline, or the host name is wrong/)}],
    ['it was lost on the way', {auth: 'anonymous'}, 'MediaWiki 1.43.9', {reason: 'lost'}],
    ['a header of one’s own', {auth: 'anonymous', headers: {'X-Mine': '1'}}, 'MediaWiki 1.43.9', {reason: 'cors', hint: expect.stringMatching(/It answers without the headers x-mine: MediaWiki allows few/)}],
    ['cookies, where the page is not listed', {auth: 'cookies'}, 'MediaWiki 1.43.9', {reason: 'cors', hint: expect.stringMatching(/has to list https:\/\/page\.example in \$wgCrossSiteAJAXdomains\. As nobody, it answers/)}],
    ['a token, an old wiki', {auth: {accessToken: 'hunter2'}, crossorigin: false}, 'MediaWiki 1.43.9', {reason: 'cors', hint: expect.stringMatching(/^MediaWiki 1\.43\.9 takes an access token from another site only where .*from MediaWiki 1\.44 on/)}],
    ['a token, a new wiki', {auth: {accessToken: 'hunter2'}}, 'MediaWiki 1.45.0', {reason: 'cors', hint: expect.stringMatching(/The access token, or its signature, may have been refused/)}],
  ])('%s', async (_, options, generator, expected) => {
    const {error, asked} = await outcomeOf(options, generator);
    expect(error).toMatchObject({name: 'NetworkError', ...expected});
    expect(asked, 'one more question at most').toEqual(['GET userinfo', 'GET siteinfo']);
    expect(`${JSON.stringify(error)} ${error.message} ${error.hint}`).not.toContain('hunter2');
  });

  test('an origin that is not this page’s', async () => {
    vi.stubGlobal('location', {origin: page});
    const {error} = await outcomeOf({auth: 'cookies'}, 'MediaWiki 1.43.9', {page: 'https://other.example', isHere: false});
    expect(error).toMatchObject({reason: 'cors', hint: 'The option origin says https://other.example, but this page is https://page.example.'});
  });

  test('offline: nothing more is asked', async () => {
    vi.stubGlobal('navigator', {onLine: false});
    const {error, asked} = await outcomeOf({auth: 'cookies'}, undefined);
    expect(error).toMatchObject({reason: 'offline', message: expect.stringMatching(/this device is offline/)});
    expect(asked).toEqual(['GET userinfo']);
  });

  test('nobody logged in, or cookies held back: how to be somebody all the same', async () => {
    const refused = Response.json({errors: [{code: 'assertuserfailed', text: 'You are no longer logged in.'}]});
    const session = new Session('https://wiki.example/w/api.php', {fetch: () => Promise.resolve(refused), origin: page, auth: 'cookies'});
    await expect(session.get({action: 'query'})).rejects.toMatchObject({name: 'LoginError', hint: expect.stringMatching(/holds back third-party cookies.*an access token always works/)});
  });
});

test('a page that is not allowed is told so after a second attempt, not after many', async () => {
  let sent = 0;
  const fetch: Fetch = (url) => {
    if (url.includes('siteinfo')) return Promise.resolve(Response.json({query: {general: {generator: 'MediaWiki 1.43'}}}));
    sent++;
    return Promise.reject(new TypeError('Failed to fetch'));
  };
  const session = new Session(`https://wiki${wikis++}.example/w/api.php`, {fetch, origin: page, auth: 'cookies'});
  await expect(session.get({action: 'query', meta: 'userinfo'})).rejects.toMatchObject({reason: 'cors'});
  expect(sent).toBe(2);
});

test('in Node, the platform says why', async () => {
  const failure = new TypeError('fetch failed', {cause: Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {code: 'ECONNREFUSED'})});
  const session = new Session('https://wiki.example/w/api.php', {fetch: () => Promise.reject(failure), userAgent: 'Test/1.0 (User:Me)', retry: false});
  await expect(session.get({action: 'query'})).rejects.toMatchObject({reason: 'unreachable', message: expect.stringMatching(/connect ECONNREFUSED 127\.0\.0\.1:1 \(ECONNREFUSED\)/)});
});
