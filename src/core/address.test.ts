import {describe, expect, test} from 'vitest';
import {apiAddress} from './address.js';

describe('what people type is found', () => {
  test.each([
    ['https://en.wikipedia.org/w/api.php', 'https://en.wikipedia.org/w/api.php'],
    ['en.wikipedia.org', 'https://en.wikipedia.org/w/api.php'],
    [' en.wikipedia.org ', 'https://en.wikipedia.org/w/api.php'],
    ['https://en.wikipedia.org', 'https://en.wikipedia.org/w/api.php'],
    ['http://wiki.example/', 'http://wiki.example/w/api.php'],
    ['https://wiki.example/mediawiki/', 'https://wiki.example/mediawiki/api.php'],
    ['localhost:8080', 'http://localhost:8080/w/api.php'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/w/api.php'],
    ['wiki.example:8443', 'https://wiki.example:8443/w/api.php'],
    ['en.wikipedia.org/w/api.php', 'https://en.wikipedia.org/w/api.php'],
    ['wiki.example/mediawiki/', 'https://wiki.example/mediawiki/api.php'],
    ['wiki.example/', 'https://wiki.example/w/api.php'],
    ['localhost/w/api.php', 'http://localhost/w/api.php'],
    ['localhost:8080/w/api.php', 'http://localhost:8080/w/api.php'],
    ['intranet:8080/w/api.php', 'https://intranet:8080/w/api.php'],
    ['[::1]:4700', 'http://[::1]:4700/w/api.php'],
    ['[::1]:4700/w/api.php', 'http://[::1]:4700/w/api.php'],
    ['[2001:db8::1]', 'https://[2001:db8::1]/w/api.php'],
    ['wiki.例え.jp', 'https://wiki.xn--r8jz45g.jp/w/api.php'],
    ['wiki.例え.jp/w/api.php', 'https://wiki.xn--r8jz45g.jp/w/api.php'],
    ['w/api.php', 'https://page.example/w/api.php'],
    ['./w/api.php', 'https://page.example/w/api.php'],
    ['/w/api.php', 'https://page.example/w/api.php'],
    ['//other.example/w/api.php', 'https://other.example/w/api.php'],
  ])('%s', (given, expected) => {
    expect(apiAddress(given, 'https://page.example', '/w/')).toBe(expected);
  });

  test('a script path fits an address without one', () => {
    expect(apiAddress('wiki.example', undefined, '/')).toBe('https://wiki.example/api.php');
    expect(apiAddress('wiki.example', undefined, '/wiki/')).toBe('https://wiki.example/wiki/api.php');
  });
});

describe('what cannot work is refused with what to do', () => {
  test.each<[unknown, RegExp]>([
    [undefined, /^api: undefined given, an http\(s\) URL such as https/],
    ['', /^api: '' given, an http\(s\) URL such as/],
    ['https://en.wikipedia.org/wiki/Oslo', /the address of api\.php \(often https:\/\/en\.wikipedia\.org\/w\/api\.php/],
    ['https://en.wikipedia.org/w/index.php', /the address of api\.php/],
    ['https://en.wikipedia.org/w/api.php?action=query', /without \? and #/],
    ['ftp://wiki.example/w/api.php', /an http\(s\) URL such as .*, or a host name/],
    ['not a host', /an http\(s\) URL such as .*, or a host name/],
    ['/w/api.php', /an http\(s\) URL such as .*, or a host name/],
  ])('%j', (given, message) => {
    expect(() => apiAddress(given as string, undefined, '/w/')).toThrow(message);
    expect(() => apiAddress(given as string, undefined, '/w/')).toThrow(TypeError);
  });

  test.each(['foo bar', 'en.wikipedia.org /w/api.php', 'http://'])('%s is plainly no address, in a browser too', (given) => {
    expect(() => apiAddress(given, 'https://page.example', '/w/')).toThrow(`api: '${given}' given, an http(s) URL such as https://en.wikipedia.org/w/api.php, or a host name, expected`);
  });

  test('a path that is not api.php’s is named with the host it was read as', () => {
    expect(() => apiAddress('en.wikipedia.org/wiki/Oslo', 'https://page.example', '/w/')).toThrow(/often https:\/\/en\.wikipedia\.org\/w\/api\.php/);
  });

  test('a password in an address is refused, and not repeated', () => {
    expect(() => apiAddress('https://me:hunter2@wiki.example/w/api.php', undefined, '/w/')).toThrow(/without a name and password/);
    expect(() => apiAddress('https://me:hunter2@wiki.example/w/api.php', undefined, '/w/')).not.toThrow(/hunter2/);
    expect(() => apiAddress('me:hunter2@wiki.example/w/api.php', undefined, '/w/')).not.toThrow(/hunter2/);
  });
});
