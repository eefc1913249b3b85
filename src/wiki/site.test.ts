import {afterEach, describe, expect, test, vi} from 'vitest';
import {type FakeAnswer, fakeWiki, type Expected} from '../testing/fake-wiki.js';
import {InvalidAnswerError} from '../core/invalid-answer.js';
import {wikiHere} from './here.js';
import {siteFacts} from './site.js';
import {interwikiAnswer, siteAnswer} from './site.fixtures.js';
import {parseVersion, requireVersion, VersionError} from './site-version.js';
import {parseTitle} from './title.js';
import {Wiki} from './wiki.js';

afterEach(() => void vi.unstubAllGlobals());

function open(...exchanges: readonly (readonly [Expected, FakeAnswer])[]): {fake: ReturnType<typeof fakeWiki>; wiki: Wiki} {
  const fake = fakeWiki(exchanges);
  return {fake, wiki: new Wiki('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0'})};
}

const question: Expected = {meta: 'siteinfo', siprop: 'general|namespaces|namespacealiases'};

describe('the facts of a wiki', () => {
  test('are asked for once, by however many', async () => {
    const {fake, wiki} = open([question, siteAnswer]);
    const [one, other] = await Promise.all([siteFacts(wiki.session), siteFacts(wiki.session)]);
    expect(await siteFacts(wiki.session)).toBe(one);
    expect(other).toBe(one);
    fake.done();
    expect(one).toMatchObject({
      generator: 'MediaWiki 1.43.9', version: [1, 43, 9], sitename: 'Wikilit', lang: 'de', rtl: false, server: 'https://wiki.example', articlepath: '/wiki/$1', script: 'https://wiki.example/w/index.php',
      mainpage: 'Projekt:Start', maxuploadsize: 104_857_600, interwiki: undefined, firstLetters: {ß: 'Ss', ǆ: 'ǅ', ა: 'ა', ᾳ: 'ᾼ', ᾲ: 'Ὰ\u0345', ⅰ: 'Ⅰ', i: 'I'},
    });
    expect(one.namespaces.find(({id}) => id === 2)).toEqual({id: 2, name: 'Benutzer', canonical: 'User', aliases: ['Benutzerin'], case: 'first-letter', content: false, subpages: true, nonincludable: false});
  });

  test('other wikis’ prefixes only for who wants them', async () => {
    const {fake, wiki} = open([question, siteAnswer], [{siprop: 'interwikimap'}, interwikiAnswer]);
    const {interwiki} = await siteFacts(wiki.session, {interwiki: true});
    expect(interwiki).toMatchObject({mw: {url: 'https://www.mediawiki.org/wiki/$1'}, here: {local: true, localinterwiki: true}});
    await siteFacts(wiki.session, {interwiki: true});
    fake.done();
  });

  test('are asked for again after a failure', async () => {
    const {fake, wiki} = open([question, {errors: [{code: 'readapidenied', text: 'No.'}]}], [question, siteAnswer]);
    await expect(siteFacts(wiki.session)).rejects.toMatchObject({code: 'readapidenied'});
    expect((await siteFacts(wiki.session)).sitename).toBe('Wikilit');
    fake.done();
  });

  test('still come for others when one gives up', async () => {
    const {wiki} = open([question, siteAnswer]);
    const giving = new AbortController();
    const given = siteFacts(wiki.session, {signal: giving.signal});
    const waiting = siteFacts(wiki.session);
    giving.abort();
    await expect(given).rejects.toMatchObject({name: 'AbortError'});
    expect((await waiting).sitename).toBe('Wikilit');
  });

  test.each([
    ['something else', {query: {}}], ['no namespaces', {query: {general: siteAnswer.query.general}}], ['another program', {query: {...siteAnswer.query, general: {generator: 'Wiki 3'}}}],
    ['numbers for texts', {query: {...siteAnswer.query, general: {...siteAnswer.query.general, generator: 143}}}],
  ])('%s is no answer', async (_, answer) => {
    const {wiki} = open([question, answer]);
    await expect(siteFacts(wiki.session)).rejects.toBeInstanceOf(InvalidAnswerError);
  });

  test('junk in an answer harms nobody', async () => {
    const {wiki} = open([question, {query: {...siteAnswer.query, namespacealiases: [null, 7, {id: 2}], normalized: 'x', general: {...siteAnswer.query.general, server: 'javascript:alert(1)', script: '//evil.example/x'}}}]);
    expect(await siteFacts(wiki.session)).toMatchObject({server: 'https://wiki.example', script: 'https://wiki.example/w/index.php', firstLetters: {ß: 'ß'}});
  });

  test('a wrong option is refused', async () => {
    const {wiki} = open();
    await expect(siteFacts(wiki.session, {interwiki: 'yes' as unknown as boolean})).rejects.toThrow(/^interwiki: 'yes' given/);
  });
});

describe('on the wiki’s own page', () => {
  const config: Record<string, unknown> = {
    wgScriptPath: '/w', wgScript: '/w/index.php', wgArticlePath: '/wiki/$1', wgVersion: '1.39.17', wgSiteName: 'Viki', wgContentLanguage: 'tr', wgWikiID: 'trviki', wgUserName: null, wgUserLanguage: 'tr',
    wgLegalTitleChars: ' %!"$&\'()*,\\-./0-9:;=?@A-Z\\\\\\^_`a-z~+\\u0080-\\uFFFF', wgCaseSensitiveNamespaces: [2300], wgContentNamespaces: [0],
    wgFormattedNamespaces: {'-1': 'Özel', 0: '', 1: 'Tartışma', 2: 'Kullanıcı', 3: 'Kullanıcı mesaj', 6: 'Dosya', 2300: 'Gadget'},
    wgNamespaceIds: {özel: -1, special: -1, '': 0, tartışma: 1, talk: 1, kullanıcı: 2, user: 2, kullanıcı_mesaj: 3, user_talk: 3, dosya: 6, file: 6, image: 6, gadget: 2300},
  };
  const stub = (changes: Record<string, unknown> = {}): void => {
    const all = {...config, ...changes};
    vi.stubGlobal('mw', {config: {get: (name: string) => all[name] ?? null}});
  };
  const options = {origin: 'https://wiki.example', userAgent: 'Test/1.0'};

  test('nothing is asked', async () => {
    stub();
    const fake = fakeWiki();
    const facts = await siteFacts(wikiHere({...options, fetch: fake.fetch}).session);
    fake.done();
    expect(facts).toMatchObject({generator: 'MediaWiki 1.39.17', sitename: 'Viki', wikiid: 'trviki', interwiki: undefined});
    expect(['user talk:izmir/x', 'IMAGE:x.png', 'gadget:x', 'Kullanıcı:ışık', 'ßx', 'ǆx'].map((text) => parseTitle(text, facts).title)).toEqual(['Kullanıcı mesaj:İzmir/x', 'Dosya:X.png', 'Gadget:x', 'Kullanıcı:Işık', 'SSx', 'Ǆx']);
    expect(String(parseTitle('user talk:a/b', facts).base)).toBe('Kullanıcı mesaj:A');
  });

  test('a wiki of Wikimedia leaves some first letters alone', async () => {
    stub({wgVersion: '1.46.0-wmf.3', wgContentLanguage: 'de'});
    const facts = await siteFacts(wikiHere({...options, fetch: fakeWiki().fetch}).session);
    expect(Array.from('ßŉﬁაⅷⓐᾲᾷᾳǆéi', (letter) => parseTitle(`${letter}x`, facts).title.slice(0, -1)).join(' ')).toBe('ß ŉ ﬁ ა ⅷ ⓐ ᾲ ᾷ ᾼ Ǆ É I');
  });

  test.each(['wgNamespaceIds', 'wgVersion', 'wgArticlePath', 'wgFormattedNamespaces', 'wgCaseSensitiveNamespaces'])('without %s the wiki is asked', async (missing) => {
    stub({[missing]: missing === 'wgVersion' ? 7 : undefined});
    const fake = fakeWiki([[question, siteAnswer]]);
    expect((await siteFacts(wikiHere({...options, fetch: fake.fetch}).session)).sitename).toBe('Wikilit');
    fake.done();
  });
});

describe('versions', () => {
  test.each([
    ['MediaWiki 1.24', [1, 24, 0]], ['MediaWiki 1.24.0', [1, 24, 0]], ['MediaWiki 1.24.7', [1, 24, 7]], ['MediaWiki 1.24.0-rc.1', [1, 24, 0]], ['MediaWiki 1.24alpha', [1, 24, 0]], ['MediaWiki 1.24.0alpha', [1, 24, 0]],
    ['MediaWiki 1.24.0-wmf.1', [1, 24, 0]], ['MediaWiki 1.24moo', [1, 24, 0]], ['MediaWiki 1.24.1moo', [1, 24, 1]], ['MediaWiki 1.46.0-wmf.3', [1, 46, 0]],
  ])('%s', (generator, version) => {
    expect(parseVersion(generator)).toEqual(version);
  });

  test.each(['', 'MediaWiki', 'MediaWiki ', 'MediaWiki 1', 'MediaWiki one.two', 'Wiki 1.24', 'MediaWiki 1.x', 'MediaWiki x.24.0'])('%j is none', (generator) => {
    expect(() => parseVersion(generator)).toThrow(`The wiki says it runs '${generator}', and that is no version`);
  });

  test('an older one is refused', () => {
    const facts = {generator: 'MediaWiki 1.39.17', version: [1, 39, 17]} as const;
    for (const needed of ['1.39', '1.39.17', '1.9', '0.99', '1.39.3']) requireVersion(facts, needed);
    for (const needed of ['1.40', '1.39.18', '2.0']) expect(() => requireVersion(facts, needed)).toThrow(VersionError);
    expect(() => requireVersion(facts, '1.40')).toThrow('This needs MediaWiki 1.40 or newer; the wiki runs MediaWiki 1.39.17.');
    expect(() => requireVersion(facts, 'new')).toThrow(/^version: 'new' given/);
    expect(() => requireVersion(facts, 1.4 as unknown as string)).toThrow(/^version: 1.4 given/);
  });
});
