import {expect, test} from 'vitest';
import {basicAuth} from './basic.js';

test('the header as RFC 7617 has it: in UTF-8', () => {
  expect(basicAuth({username: 'Aladdin', password: 'open sesame'})).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
  expect(basicAuth({username: 'test', password: '123£'})).toBe('Basic dGVzdDoxMjPCow==');
  expect(basicAuth({username: 'Ольга', password: 'a:b 東京 😀'})).toBe('Basic 0J7Qu9GM0LPQsDphOmIg5p2x5LqsIPCfmIA=');
  expect(basicAuth({username: 'key', password: ''})).toBe('Basic a2V5Og==');
});

test('what cannot be sent so is refused by name, and not shown', () => {
  const wrong: [unknown, string][] = [
    [{username: 'a:secret', password: 'secret'}, 'username: a text without colons and control characters expected'],
    [{username: '', password: 'secret'}, 'username: a text without colons and control characters expected'],
    [{password: 'secret'}, 'username: a text without colons and control characters expected'],
    [{username: 'a', password: 'secret\n'}, 'password: a text without control characters expected'],
    [{username: 'a'}, 'password: a text without control characters expected'],
    [{user: 'a', password: 'secret'}, 'user: no such member of credentials; there are username, password'],
    ['a:secret', 'credentials: an object expected, {username, password}'],
    [undefined, 'credentials: an object expected, {username, password}'],
  ];
  for (const [credentials, message] of wrong) {
    expect(() => basicAuth(credentials as never)).toThrow(TypeError);
    expect(() => basicAuth(credentials as never)).toThrow(new RegExp(`^${message}$`));
  }
});
