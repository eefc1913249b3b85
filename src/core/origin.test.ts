import {afterEach, describe, expect, test, vi} from 'vitest';
import {currentOrigin} from './current-origin.js';
import {decideOrigin, type OriginAnswer, type OriginQuestion} from './origin.js';

const apiUrl = 'https://en.wikipedia.org/w/api.php';
const own = 'https://en.wikipedia.org';
const other = 'https://example.org';

/** Each row was measured in Chromium against a MediaWiki 1.43; the rows it can reach are measured again in e2e/origin.spec.ts. */
describe('the decision table', () => {
  test.each<[string, Partial<OriginQuestion>, OriginAnswer]>([
    ['same origin, the user of the cookies', {pageOrigin: own, auth: 'cookies'},
      {query: {}, credentials: 'same-origin', anonymous: false, userAgentHeader: 'Api-User-Agent', mustAssert: false}],
    ['same origin, nobody, so that caches may answer', {pageOrigin: own, auth: 'anonymous'},
      {query: {origin: '*'}, credentials: 'omit', anonymous: true, userAgentHeader: 'Api-User-Agent', mustAssert: false}],
    ['same origin, an access token', {pageOrigin: own, auth: 'header'},
      {query: {}, credentials: 'omit', anonymous: false, userAgentHeader: 'Api-User-Agent', mustAssert: true}],
    ['other origin, public data, no preflight', {pageOrigin: other, auth: 'anonymous'},
      {query: {origin: '*'}, credentials: 'omit', anonymous: true, userAgentHeader: undefined, mustAssert: false}],
    ['a file or a sandboxed page, public data', {pageOrigin: 'null', auth: 'anonymous'},
      {query: {origin: '*'}, credentials: 'omit', anonymous: true, userAgentHeader: undefined, mustAssert: false}],
    ['other origin, the user of the cookies', {pageOrigin: other, auth: 'cookies'},
      {query: {origin: other}, credentials: 'include', anonymous: false, userAgentHeader: 'Api-User-Agent', mustAssert: true}],
    ['another port of the same host is another origin', {pageOrigin: `${own}:8443`, auth: 'cookies'},
      {query: {origin: `${own}:8443`}, credentials: 'include', anonymous: false, userAgentHeader: 'Api-User-Agent', mustAssert: true}],
    ['http is another origin than https', {pageOrigin: 'http://en.wikipedia.org', auth: 'anonymous'},
      {query: {origin: '*'}, credentials: 'omit', anonymous: true, userAgentHeader: undefined, mustAssert: false}],
    ['other origin, an access token, MediaWiki 1.44', {pageOrigin: other, auth: 'header', crossorigin: true},
      {query: {crossorigin: '1'}, credentials: 'omit', anonymous: false, userAgentHeader: 'Api-User-Agent', mustAssert: true}],
    ['a sandboxed page with an access token, MediaWiki 1.44', {pageOrigin: 'null', auth: 'header', crossorigin: true},
      {query: {crossorigin: '1'}, credentials: 'omit', anonymous: false, userAgentHeader: 'Api-User-Agent', mustAssert: true}],
    ['other origin, an access token, up to 1.43: the origin must be listed', {pageOrigin: other, auth: 'header'},
      {query: {origin: other}, credentials: 'omit', anonymous: false, userAgentHeader: 'Api-User-Agent', mustAssert: true}],
    ['no page: Node, a userscript manager', {pageOrigin: undefined, auth: 'cookies'},
      {query: {}, credentials: 'same-origin', anonymous: false, userAgentHeader: 'User-Agent', mustAssert: false}],
    ['no page, nobody, whatever a cookie jar holds', {pageOrigin: undefined, auth: 'anonymous'},
      {query: {origin: '*'}, credentials: 'omit', anonymous: true, userAgentHeader: 'User-Agent', mustAssert: false}],
    ['no page, an access token', {pageOrigin: undefined, auth: 'header'},
      {query: {}, credentials: 'same-origin', anonymous: false, userAgentHeader: 'User-Agent', mustAssert: true}],
  ])('%s', (_, question, answer) => {
    expect(decideOrigin({apiUrl, pageOrigin: undefined, auth: 'cookies', ...question})).toEqual(answer);
  });

  test.each(['cookies', 'header'] as const)('a page without an origin cannot be somebody with %s on an older wiki, and is told why', (auth) => {
    expect(() => decideOrigin({apiUrl, pageOrigin: 'null', auth, crossorigin: false})).toThrow(/no origin.*Serve it over http/);
  });

  test('never credentials with *, never an origin to oneself', () => {
    for (const pageOrigin of [own, other, 'null', undefined]) {
      for (const auth of ['anonymous', 'cookies', 'header'] as const) {
        let answer: OriginAnswer;
        try {
          answer = decideOrigin({apiUrl, pageOrigin, auth});
        } catch {
          continue;
        }
        if (answer.query.origin === '*') expect(answer.credentials).toBe('omit');
        expect(answer.query.origin).not.toBe(own);
        if (answer.credentials === 'include') expect(answer.mustAssert).toBe(true);
      }
    }
  });
});

describe('the origin of this script', () => {
  afterEach(() => void vi.unstubAllGlobals());

  test('a page’s', () => {
    vi.stubGlobal('location', {origin: own});
    expect(currentOrigin()).toBe(own);
  });

  test('in a frame made by srcdoc, its parent’s, as the browser sends it', () => {
    vi.stubGlobal('location', {origin: 'null'});
    vi.stubGlobal('origin', own);
    expect(currentOrigin()).toBe(own);
  });

  test('none outside a browser', () => {
    expect(currentOrigin()).toBeUndefined();
  });
});
