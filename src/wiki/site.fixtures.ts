/** What a wiki answers when it is asked for its facts; shortened. */
import {readFacts, type SiteFacts} from './site-facts.js';

const namespace = (id: number, name: string, canonical = name): Record<string, unknown> => ({id, case: 'first-letter', name, subpages: id % 2 === 1 || id === 2, canonical, content: id === 0, nonincludable: false});

export const siteAnswer = {
  query: {
    general: {
      mainpage: 'Projekt:Start', sitename: 'Wikilit', generator: 'MediaWiki 1.43.9', 'git-hash': 'c0ffee', case: 'first-letter', lang: 'de', rtl: false,
      legaltitlechars: ' %!"$&\'()*,\\-.\\/0-9:;=?@A-Z\\\\^_`a-z~\\x80-\\xFF+', invalidusernamechars: '@:>=', articlepath: '/wiki/$1', scriptpath: '/w', script: '/w/index.php',
      server: '//wiki.example', wikiid: 'wikilit', maxuploadsize: 104_857_600,
    },
    namespaces: Object.fromEntries(
      [namespace(-2, 'Medium', 'Media'), namespace(-1, 'Spezial', 'Special'), {...namespace(0, ''), canonical: undefined, content: true}, namespace(1, 'Diskussion', 'Talk'), namespace(2, 'Benutzer', 'User'), namespace(3, 'Benutzer Diskussion', 'User talk'), namespace(4, 'Projekt', 'Project'), namespace(6, 'Datei', 'File'), {...namespace(2300, 'Gadget'), case: 'case-sensitive'}].map((one) => [String(one['id']), one]),
    ),
    namespacealiases: [{id: 2, alias: 'Benutzerin'}, {id: 6, alias: 'Bild'}],
    normalized: [{fromencoded: false, from: 'User:ßx', to: 'Benutzer:Ssx'}, {from: 'User:ǆx', to: 'Benutzer:ǅx'}, {from: 'User:აx', to: 'Benutzer:აx'}, {from: 'User:ᾳx', to: 'Benutzer:ᾼx'}, {from: 'User:ᾲx', to: 'Benutzer:Ὰ\u0345x'}, {from: 'User:ⅰx', to: 'Benutzer:Ⅰx'}, {from: 'User:ix', to: 'Benutzer:Ix'}],
  },
} as const;

export const interwikiAnswer = {
  query: {
    interwikimap: [
      {prefix: 'mw', url: 'https://www.mediawiki.org/wiki/$1', protorel: false},
      {prefix: 'here', url: '//wiki.example/wiki/$1', local: true, localinterwiki: true},
      {prefix: 'odd', url: 'javascript:alert("$1")'},
    ],
  },
} as const;

/** The facts of that wiki, other wikis included. */
export function someFacts(changes: Partial<SiteFacts> = {}): SiteFacts {
  const interwiki = {mw: {url: 'https://www.mediawiki.org/wiki/$1'}, here: {url: '//wiki.example/wiki/$1', local: true, localinterwiki: true}, odd: {url: 'javascript:alert("$1")'}} as const;
  return {...readFacts(siteAnswer, 'https://wiki.example/w/api.php'), interwiki, ...changes};
}
