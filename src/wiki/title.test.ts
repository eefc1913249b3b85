import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fakeWiki} from '../testing/fake-wiki.js';
import {interwikiAnswer, siteAnswer, someFacts} from './site.fixtures.js';
import {askTitle, parseTitle} from './title.js';
import {Wiki} from './wiki.js';

const facts = someFacts();
const title = (text: string): string => parseTitle(text, facts).title;

describe('a title', () => {
  test('is put into the wiki’s spelling, by any name of its namespace', () => {
    for (const text of ['Benutzer:Olga', 'user:olga', 'BENUTZERIN: olga', ' benutzer : Olga ', ':user:olga', 'here:user:olga', 'Benutzer:Olga#x']) expect(title(text)).toBe('Benutzer:Olga');
    expect(title('bild:ein_bild.png')).toBe('Datei:Ein bild.png');
    expect(title('here:')).toBe('Projekt:Start');
  });

  test('has its parts', () => {
    const {ns, name, namespace, fragment, interwiki, dbKey, isTalk} = parseTitle('user talk:olga hall#At the_gate', facts);
    expect({ns, name, namespace, fragment, interwiki, dbKey, isTalk}).toEqual({ns: 3, name: 'Olga hall', namespace: 'Benutzer Diskussion', fragment: 'At the gate', interwiki: undefined, dbKey: 'Benutzer_Diskussion:Olga_hall', isTalk: true});
  });

  test('of another wiki keeps what only that wiki can read', () => {
    const other = parseTitle('MW:user:foo_bar#x', facts);
    expect(other).toMatchObject({interwiki: 'mw', name: 'user:foo bar', fragment: 'x', title: 'mw:user:foo bar', namespace: '', isTalk: false, talk: undefined});
    expect(other.url()).toBe('https://www.mediawiki.org/wiki/user:foo_bar#x');
    expect(other.equals(parseTitle('mw:user:foo bar', facts))).toBe(true);
    expect(other.base).toBe(other);
  });

  test('knows the pages around it', () => {
    const page = parseTitle('User:Olga/A/B', facts);
    expect([page.base, page.root, page.subpage, page.talk, page.subject].map(String)).toEqual(['Benutzer:Olga/A', 'Benutzer:Olga', 'B', 'Benutzer Diskussion:Olga/A/B', 'Benutzer:Olga/A/B']);
    expect(String(page.talk?.subject)).toBe('Benutzer:Olga/A/B');
    // No subpages there, no talk pages there.
    const file = parseTitle('File:A/B', facts);
    expect([file.base, file.root, file.subpage, file.talk]).toEqual([file, file, undefined, undefined]);
    expect(parseTitle('Special:X', facts).talk).toBeUndefined();
    expect(String(parseTitle('User:/A', facts).base)).toBe('Benutzer:/A');
  });

  test('equals another of the same page only', () => {
    expect(parseTitle('user:olga#a', facts).equals(parseTitle('Benutzerin:Olga', facts))).toBe(true);
    for (const other of ['Olga', 'User talk:Olga', 'mw:Olga', 'User:olga b']) expect(parseTitle('User:Olga', facts).equals(parseTitle(other, facts))).toBe(false);
  });

  test('goes into a namespace of one’s own, unless it says otherwise', () => {
    const inFiles = (text: string): string => parseTitle(text, facts, {defaultNamespace: 6}).title;
    expect(['x.png', 'File:x.png', ':x', 'User:x', 'mw:x', 'here:x.png'].map(inFiles)).toEqual(['Datei:X.png', 'Datei:X.png', 'X', 'Benutzer:X', 'mw:x', 'Datei:X.png']);
    expect(() => parseTitle('x', facts, {defaultNamespace: 99})).toThrow(/^defaultNamespace: 99 given/);
    expect(() => parseTitle('x', facts, {defaultNamespace: 'File' as unknown as number})).toThrow(/^defaultNamespace: 'File' given/);
  });

  test('keeps its first letter where the namespace is case-sensitive', () => {
    expect(title('gadget:foo')).toBe('Gadget:foo');
  });

  test('begins as this wiki writes first letters', () => {
    expect(['ßa', 'ǆa', 'აa', 'ᾀa', 'ﬁa', 'ŉa', 'éa', '𐐨a', 'ia', 'ᾲa'].map(title)).toEqual(['Ssa', 'ǅa', 'აa', 'ᾈa', 'Fia', 'ʼNa', 'Éa', '𐐀a', 'Ia', 'Ὰͅa']);
    const {firstLetters} = facts;
    const on = (letters: Record<string, string>) => (text: string): string => parseTitle(text, someFacts({firstLetters: {...firstLetters, ...letters}})).title;
    expect(['ßa', 'ǆa', 'აa', 'ᾀa'].map(on({ß: 'SS', ǆ: 'Ǆ', ა: 'Ა', ᾳ: 'ΑΙ'}))).toEqual(['SSa', 'Ǆa', 'Აa', 'ἈΙa']);
    expect(['ßa', 'ŉa', 'ﬁa', 'ea'].map(on({ß: 'ß'}))).toEqual(['ßa', 'ŉa', 'ﬁa', 'Ea']);
    expect(on({i: 'İ'})('izmir')).toBe('İzmir');
  });

  test('stays what it is when it is read again', () => {
    const piece = fc.oneof(fc.constantFrom(':', '#', '/', '_', ' ', 'user', 'Datei', 'mw', 'here', 'talk', '::1', 'ß', 'ǆ', '&amp;', '\u200E'), fc.string({maxLength: 3, unit: 'grapheme'}));
    let valid = 0;
    fc.assert(fc.property(fc.array(piece, {maxLength: 6}), (pieces) => {
      let first;
      try {
        first = parseTitle(pieces.join(''), facts);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      // A & that was written as an entity may make a new one.
      if (first.title.includes('&')) return;
      valid++;
      const again = parseTitle(`${first.title}${first.fragment === undefined ? '' : `#${first.fragment}`}`, facts);
      expect([again.title, again.ns, again.interwiki, again.fragment?.trim()]).toEqual([first.title, first.ns, first.interwiki, first.fragment?.trim() || undefined]);
      expect(again.equals(first)).toBe(true);
      expect(again.talk?.subject.equals(again.subject) ?? true).toBe(true);
      expect(new URL(first.url()).protocol).toBe('https:');
    }), {numRuns: 2000});
    expect(valid).toBeGreaterThan(500);
  });
});

describe('what is no title', () => {
  test.each([
    ['a[b', 'illegal character "["'], ['a\tb', 'illegal character "\\t"'], ['', 'empty'], ['#x', 'empty but for a fragment'], ['User:', 'empty'], ['a%41', 'illegal sequence "%41"'], ['&foo;', 'illegal sequence "&foo;"'],
    ['&eacute;', 'illegal sequence "&eacute;"'], ['./a', 'a relative path'], ['~~~~', '~~~, which'], ['Talk:File:x', 'a talk page of what has none there'], ['::a', 'a colon too many'], ['é'.repeat(130), 'too long: 260 bytes, 255 at most'], [`Special:${'a'.repeat(513)}`, 'too long: 513 bytes, 512 at most'], ['\uFFFDa', 'not valid Unicode text'], ['\uD800', 'not valid Unicode text'],
  ])('%j is refused with the reason', (text, reason) => {
    expect(() => parseTitle(text, facts)).toThrow(TypeError);
    expect(() => parseTitle(text, facts)).toThrow(`given, a page’s title expected: ${reason}`);
  });

  test('as is what is no text', () => {
    expect(() => parseTitle(7 as unknown as string, facts)).toThrow('title: 7 given, a page’s title expected');
  });

  test('takes no time, however long', () => {
    for (const text of ['w:', ': ', '_ :', 'a', '&', '/.', ' ', 'here:']) expect(() => parseTitle(text.repeat(200_000), facts)).toThrow(TypeError);
    for (const text of ['w:', ': ', '_ :', 'a', '&', '/.']) expect(() => parseTitle(`here:${text.repeat(6_000)}[`, facts)).toThrow('illegal character');
    expect(title('here:'.repeat(4_000))).toBe('Projekt:Start');
  });
});

test('what the wiki says of legal characters is used, and used only if it is a list of characters', () => {
  expect(() => parseTitle('a+b', someFacts({legaltitlechars: 'a-zA-Z'}))).toThrow('illegal character "+"');
  expect(parseTitle('a+b', someFacts({legaltitlechars: 'a](x+)+[y'})).title).toBe('A+b');
  expect(() => parseTitle('a<b', someFacts({legaltitlechars: '\\'}))).toThrow('illegal character "<"');
});

describe('addresses', () => {
  test('with parameters, with a place', () => {
    const page = parseTitle("User:Olga's page?/x#A place 100%", facts);
    expect(page.url()).toBe('https://wiki.example/wiki/Benutzer:Olga%27s_page%3F/x#A_place_100%25');
    expect(page.url({action: 'history', limit: 5})).toBe('https://wiki.example/w/index.php?title=Benutzer:Olga%27s_page%3F/x&action=history&limit=5#A_place_100%25');
    expect(parseTitle('mw:X', facts).url({action: 'edit'})).toBe('https://www.mediawiki.org/wiki/X?action=edit');
    expect(() => page.url({file: new Blob()})).toThrow(/^file: Blob given/);
  });

  test('are by http(s) always', () => {
    expect(parseTitle('odd:x', facts).url()).toBe('https://wiki.example/wiki/odd:x');
    expect(parseTitle('x', someFacts({articlepath: 'javascript:alert(1)//$1'})).url()).toBe('https://wiki.example/w/index.php');
  });
});

describe('asking for the facts', () => {
  const open = (...answers: Parameters<typeof fakeWiki>[0] & object): {fake: ReturnType<typeof fakeWiki>; wiki: Wiki} => {
    const fake = fakeWiki(answers);
    return {fake, wiki: new Wiki('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0'})};
  };

  test('is one request, and another only for a prefix that is no namespace', async () => {
    const {fake, wiki} = open([{siprop: 'general|namespaces|namespacealiases'}, siteAnswer], [{siprop: 'interwikimap'}, interwikiAnswer]);
    for (const text of ['user:olga', 'A title', 'Foo bar: baz', 'User:a:b', ':x', 'Talk:x']) await askTitle(wiki.session, text);
    expect(fake.requests).toHaveLength(1);
    expect((await askTitle(wiki.session, 'MW:x')).interwiki).toBe('mw');
    await expect(askTitle(wiki.session, 'Talk:mw:x')).rejects.toThrow('a talk page of what has none');
    expect((await askTitle(wiki.session, 'What:x')).title).toBe('What:x');
    fake.done();
  });

  test('a wrong title is refused, a wrong option before anything is sent', async () => {
    const {fake, wiki} = open([{siprop: /general/}, siteAnswer]);
    await expect(askTitle(wiki.session, 'x', {defaultNamespace: '6' as unknown as number})).rejects.toThrow(/^defaultNamespace/);
    expect(fake.requests).toHaveLength(0);
    await expect(askTitle(wiki.session, 'a|b')).rejects.toThrow('illegal character "|"');
  });
});
