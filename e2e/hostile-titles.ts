/** Titles as people, programs and attackers write them. What is right for each, only the wiki can say. */

const spaces = ['\u0020', '\u00A0', '\u1680', '\u180E', '\u2000', '\u2003', '\u200A', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000', '\u200B', '\uFEFF', '\t', '\n', '\r', '\v', '\f', '\u0085'];
const marks = ['\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2069', '\u061C', '\u00AD', '\u200C', '\u200D', '\uFE0F'];
const signs = Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');
const controls = ['\0', '\u0001', '\u0008', '\u001B', '\u007F', '\u0080', '\u009F', '\uFFFD', '\uFFFE', '\uFFFF', '\uD800', '\uDC00', '\u{1FFFE}', '\u{10FFFF}', '\uE000'];
/** Whose capitals are unlike others’. */
const letters = Array.from('ßŉǰΐΰևẖẗﬁﬀﬃﬅﬓǆǅǄǉǈǇǌǋǊǳǲǱაჰჿᾳᾲᾴᾷᾼῃῌᾀᾈᾠᾯῲıİiſµÿςσµåøñжёѓѐⅷⓐａ𐐨𝒶😀ꭰᏸᲀ');

export const hostileTitles: readonly string[] = [
  // Empty, or nearly.
  '', ' ', '_', '__ _', ':', ': ', '::', ': :', ':::', '#', '#x', ' #x', ':#x', 'User:', 'User: ', 'User:_', ':User:', 'User::', 'User:#x', 'Talk:#', '.', '/', '//',
  // Colons.
  ':Foo', ': Foo', ' :Foo', '::Foo', ': :Foo', 'Foo:', 'Foo:bar', 'Foo: bar', 'Foo :bar', 'Foo : bar', 'Foo::bar', ':User:foo', ':user : foo', 'User::foo', 'User: :foo', 'User:User:foo', ':Foo:Bar', 'User::', 'File::x', '_:_Foo', 'a:b:c:d',
  // Namespaces.
  'user:foo', 'USER:foo', 'uSeR:Foo', 'User talk:foo', 'user_talk:foo', 'USER TALK:foo', 'user  talk : foo', 'User_ talk:foo', 'Usertalk:foo', 'Image:foo.png', 'image talk:foo', 'IMAGE_TALK:foo', 'File:foo.png', 'file:Foo.PNG', 'Project:about', 'project talk:x', 'Wikilit:x',
  'Category:foo', 'Template:foo', 'template:Foo/doc', 'MediaWiki:sidebar', 'mediawiki:common.css', 'Help:x', 'Module:foo', 'Special:foo', 'special:Nonexistent page/with/parts', 'Special:', 'Media:foo.png', 'media:', 'Talk talk:x', 'Main:x', '0:x', 'user\u00A0talk:x', 'Ｕser:x', 'User\u200E:foo', '\u200EUser:foo', 'Ùser:x', 'Talk:', 'constructor:x', '__proto__:x', 'toString',
  // Talk pages of what has none there.
  'Talk:File:x', 'Talk:User:x', 'Talk:Talk:x', 'talk:image:x', 'Talk::File:x', 'Talk:Foo:x', 'Talk:Special:x', 'Talk:Media:x', 'User talk:File:x', 'Talk:mw:x', 'Talk:Wikimedia : x', 'Talk:File', 'Talk:_File:x', 'Talk::x',
  // Other wikis.
  'mw:Foo', 'MW:foo', 'mw:foo', 'mw: foo', 'mw :foo', 'mw::foo', 'mw:', 'mw:#x', 'mw:foo#bar', ':mw:foo', 'mw:user:foo', 'mw:wikimedia:foo', 'Wikimedia:foo', 'wikimedia:', 'mw:a[b', 'mw:a%41', 'mw:./x', 'mw:~~~', 'mw:foo_bar baz', 'mw:ßa', 'user:mw:foo', 'meatball:x', 'c2:x', 'mw:Special:x', 'mw: : foo', 'mw:::foo', 'mw: :: foo', 'mw:::1', 'mw::#x', 'mw::', 'Mw:__foo__',
  // Fragments.
  'Foo#bar', 'Foo #bar', 'Foo_#_bar', 'Foo#', 'Foo##', 'Foo#a#b', 'Foo#[x]', 'Foo#<b>', 'Foo#a|b', 'Foo#\u0001', 'Foo#\t', 'Foo#~~~', 'Foo#%41', 'User:#', 'User:foo#bar:baz', 'Foo#User:x', '#Foo:bar',
  // Relative paths.
  './foo', '../foo', 'foo/.', 'foo/..', 'foo/./bar', 'foo/../bar', '..', '...', '.foo', 'foo.', 'foo/.../bar', '/foo', 'foo/', 'foo//bar', '/.', '/..', 'User:./x', 'User:..', 'User:/x', './', '/./', './#x', 'foo/.#x', '.:x', 'User:foo/./x', '..foo/x',
  // Signatures, escapes, markup.
  '~', '~~', '~~~', '~~~~', 'a~~~b', 'a~~b~~c', '%', '%%', '%4', '%41', '%4g', '%zz', 'a%20b', '%2541', '%e3%81', '100%', '100%25', '100% A', '&', '&;', '&amp', '&amp;', '&AMP;', '&lt;', '&gt;b', '&quot;', '&apos;', '&#39;', '&#x41;', '&#X41;', '&#65;', '&#065;', '&#9;', '&#10;', '&#0;', '&#1;', '&#xD800;', '&#xFFFF;', '&#x110000;', '&#99999999999;', '&#58;Foo', 'User&#58;foo', '&#35;x', 'a&#35;b', '&#91;', '&#124;', '&nbsp;', 'a&nbsp;b', 'a&#160;b', '&foo;', '&1;', '&#;', '&#x;', '&amp;amp;', '&amp;lt;', '&é;', 'AT&T', 'R&D; x', '&amp;foo;', '&#38;lt;', '&#x200E;x', '&#x0301;', 'e&#x0301;',
  '<b>', '<script>alert(1)</script>', '[[Foo]]', '{{Foo}}', 'a|b', '|', "'''Foo'''", '"Foo"', 'javascript:alert(1)', '\\', 'a\\b', 'C++', 'C#', 'A+B=C', 'x@y', '$1', 'a^b', 'a`b', '?', 'a?b=c', '*', '-', '!', 'a;b', '&&', '--', '(Foo)',
  // Names of users.
  'User:127.0.0.1', 'User:127.0.0.01', 'User:127.000.000.001', 'User:001.002.003.004', 'User:0127.0.0.1', 'User:256.1.1.1', 'User:1.2.3', 'User:1.2.3.4/24', 'User:1.2.3.4/33', 'User:1.2.3.4/024', 'User:1.2.3.4/x', 'User:1.2.3.xxx', 'User:2001:db8::1', 'User:2001:DB8:0:0:0:0:0:1', 'User:2001:0db8:0000::0001', 'User:::1', 'User:::', 'User:::/0', 'User:1::', 'User:2001:db8::/32', 'User:2001:db8::/129', 'User:2001:db8::1::2', 'User:1:2:3:4:5:6:7:8', 'User:1:2:3:4:5:6:7', 'User:1:2:3:4:5:6:7:8:9', 'User:1:2:3:4:5:6:7::', 'User:::2:3:4:5:6:7:8', 'User:g::1', 'User talk:2001:db8::a', 'user talk: ::1', '2001:db8::1', 'User:abcd::ef/64/x', 'User:12345::1', 'User:2001:db8::1#x', 'User:foo@bar', 'User:1.2.3.4 - 1.2.3.5', 'Talk:2001:db8::1', 'User:0000:0000:0000:0000:0000:0000:0000:0000', 'User::1', 'User:1:::2',
  // Too long, by bytes; a namespace does not count.
  'a'.repeat(255), 'a'.repeat(256), 'é'.repeat(127), 'é'.repeat(128), '東'.repeat(85), '東'.repeat(86), '😀'.repeat(63), '😀'.repeat(64), `User:${'a'.repeat(255)}`, `User:${'a'.repeat(256)}`, `Special:${'a'.repeat(512)}`, `Special:${'a'.repeat(513)}`, `mw:${'a'.repeat(255)}`, `mw:${'a'.repeat(256)}`, `${'a'.repeat(255)}#${'x'.repeat(300)}`, `${' '.repeat(300)}a`, `${'a '.repeat(127)}a`, 'ß'.repeat(127), `ß${'a'.repeat(253)}`, `e\u0301`.repeat(127), '&amp;'.repeat(255), '&amp;'.repeat(256), `${'w:'.repeat(100)}x`, 'ΐ'.repeat(127),
  // Normalisation.
  'e\u0301', '\u0301', 'a\u0301\u0323', 'ﬁ', 'ß\u0301', 'ﬁ\u0301', 'ſ\u0307', 'ｆｕｌｌ', '각', '\u1112\u1161\u11AB', 'K\u212A', '\u212B', '\u2126', '\u0344', '\u0F73', '\u0958', 'q\u0307\u0323', '\u{1D15E}', '\u{2F800}', 'A\u030A', 'مصر', 'עברית', 'हिन्दी', 'ไทย', '👨‍👩‍👧', '🏳️‍🌈',
  ...spaces.flatMap((space) => [`a${space}b`, `${space}a`, `a${space}`, `user${space}talk:a`]),
  ...marks.flatMap((mark) => [`a${mark}b`, `${mark}a`]),
  ...signs.flatMap((sign) => [sign, `a${sign}b`, `${sign}a`, `a${sign}`]),
  ...controls.flatMap((control) => [`a${control}b`, control]),
  ...letters.flatMap((letter) => [`${letter}x`, `User:${letter}x`, letter]),
];
