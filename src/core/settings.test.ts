import {describe, expect, test} from 'vitest';
import {settings} from './settings.js';

const api = 'https://wiki.example/w/api.php';
const userAgent = 'Test/1.0 (User:Me)';

describe('defaults', () => {
  test('outside a browser: the user of the cookies, and writes must be somebody’s', () => {
    expect(settings(api, {userAgent})).toMatchObject({auth: 'cookies', forceLogin: true, timeoutSeconds: 60, pageOrigin: undefined});
  });

  test('on the wiki’s own page: the user of the cookies, whoever it is', () => {
    expect(settings(api, {origin: 'https://wiki.example'})).toMatchObject({auth: 'cookies', forceLogin: false});
  });

  test('on another page: nobody', () => {
    expect(settings(api, {origin: 'https://page.example'})).toMatchObject({auth: 'anonymous', forceLogin: true});
  });
});

test('headers are taken as the platform’s Headers, too', () => {
  expect(settings(api, {userAgent, headers: new Headers({'X-A': 'a', 'X-B': 'b'})}).headers).toEqual({'x-a': 'a', 'x-b': 'b'});
  expect(settings(api, {userAgent, headers: {'X-A': 'a'}}).headers).toEqual({'x-a': 'a'});
});

describe('wrong options are refused at once, by name', () => {
  test('a userAgent is required outside browsers, and the message shows one', () => {
    expect(() => settings(api, {})).toThrow(/^userAgent: .*'MyTool\/1\.0 \(User:Me\)'/);
    expect(() => settings(api, {origin: 'https://wiki.example'})).not.toThrow();
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{userAgent: 'two\nlines'}, /^userAgent: .* given, a text such as/],
    [{userAgent: ''}, /^userAgent: '' given/],
    [{auth: 'oauth'}, /^auth: a text given, 'cookies', 'anonymous' or \{accessToken\} expected/],
    [{auth: {token: 'x'}}, /^auth: an object given/],
    [{fetch: 'fetch'}, /^fetch: 'fetch' given, a function like fetch/],
    [{headers: {'X-A': 'a\nb'}}, /^headers: an object given/],
    [{maxlag: '5'}, /^maxlag: '5' given, a number of seconds/],
    [{timeoutSeconds: 0}, /^timeoutSeconds: 0 given/],
    [{retry: true}, /^retry: true given, false or \{maxRetries/],
    [{retry: {retries: 3}}, /^retry: an object given/],
    [{onWarning: console}, /^onWarning: console given, a function/],
    [{scriptPath: 'w'}, /^scriptPath: 'w' given, a path such as/],
    [{origin: '*'}, /^origin: '\*' given/],
    [{origin: 'https://page.example/'}, /^origin: .* given/],
    [{useragent: 'x'}, /^useragent: no such option; did you mean userAgent\?/],
    [{usrAgent: 'x'}, /^usrAgent: no such option; did you mean userAgent\?/],
    [{headers: {'X A': 'a'}}, /^headers: an object given/],
    [{tokens: {csrf: 5}}, /^tokens: an object given/],
    [{origin: 'https://page.example:443'}, /^origin: .* given/],
    [{origin: 'https://Page.example'}, /^origin: .* given/],
    [{max_lag: 5}, /^max_lag: no such option; did you mean maxlag\?/],
    [{retries: 3}, /^retries: .* did you mean retry\?/],
    [{max_retries: 3}, /^max_retries: .* did you mean retry\?/],
    [{user_agent: 'x'}, /^user_agent: .* did you mean userAgent\?/],
    [{clients_useragent: 'x'}, /^clients_useragent: .* did you mean userAgent\?/],
    [{custom_headers: {}}, /^custom_headers: .* did you mean headers\?/],
    [{User: 'x'}, /^User: .* did you mean user\?/],
    [{headers: [['X-A', 'a']]}, /^headers: an array given, an object of header names and texts expected/],
    [{cookies: true}, /^cookies: no such option; there are auth, crossorigin/],
  ])('%j', (wrong, message) => {
    expect(() => settings(api, {userAgent, ...wrong})).toThrow(message);
    expect(() => settings(api, {userAgent, ...wrong})).toThrow(TypeError);
  });

  test.each([null, 'x', 7, [], new Map()])('options that are none (%j)', (options) => {
    expect(() => settings(api, options as object)).toThrow(/^options: .* given, an object expected/);
  });

  test('an access token does not travel unencrypted', () => {
    const auth = {accessToken: 'secret'};
    expect(() => settings('http://wiki.example/w/api.php', {userAgent, auth})).toThrow(/unencrypted/);
    expect(() => settings('http://localhost.evil.example/w/api.php', {userAgent, auth})).toThrow(/unencrypted/);
    expect(() => settings('http://127.0.0.1.evil.example/w/api.php', {userAgent, auth})).toThrow(/unencrypted/);
    expect(() => settings('http://localhost/w/api.php', {userAgent, auth})).not.toThrow();
    expect(() => settings('http://127.0.0.1:8080/w/api.php', {userAgent, auth})).not.toThrow();
  });

  test('an access token given in the wrong place is not shown', () => {
    expect(() => settings(api, {userAgent, auth: 'eyJhbGciOi-secret' as 'cookies'})).toThrow(/^auth: a text given/);
  });
});
