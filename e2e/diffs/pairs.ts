/** Pairs of texts whose differences show what wikis' engines do: small ones by hand. Pure: no clock, no chance. */
import {generatedPairs, largeGeneratedPairs} from './generated-pairs.js';

export interface DiffPair {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Its content model, where it is not wikitext. */
  readonly model: string | undefined;
}

type Named = Readonly<Record<string, readonly [from: string, to: string, model?: string]>>;

const lines = (count: number, line: (index: number) => string): string => Array.from({length: count}, (_, index) => line(index)).join('\n');

const cats = 'One paragraph about cats and dogs living together.';
const sheep = 'Two paragraph about sheep grazing on hills.';
const moon = 'Three paragraph about the moon and stars above.';
const harbour = 'The harbour of the town was dredged twice, and twice it silted up again within the year.';
const beacon = 'A beacon stood on the mole until the great storm, and its stones are in the church wall now.';
const ferry = 'Since then the ferry lands upstream, where the widow of the last keeper sells bread and oil.';

/** Lines with more and shorter ones after them, or before. */
const movedLines = (count: number, before: number): string => [lines(before, (index) => `k${index}`), lines(count, (index) => `line ${index}`), lines(60 - before, (index) => `k${index + before}`)].filter((part) => part !== '').join('\n');

const byHand: Named = {
  simple: ['Line one is here.\n\nThe quick brown fox jumps over the lazy dog.\n\nLast line.', 'Line one is here.\n\nThe quick red fox jumped over the lazy dog.\n\nLast line.'],
  newlineEnd: ['a\nb', 'a\nb\n\nc'],
  /** wikidiff2 takes the line feed at the end for no line. */
  trailingNewline: ['a\nb', 'a\nb\n'],
  trailingNewlines: ['a\nb\n', 'a\nc\n\n\n'],
  emptyline: ['a\nb\nc', 'a\n\nb\n\n\nc'],
  moved: [
    '== A ==\nThis is the first paragraph with quite a lot of text in it so the engine can match it.\n\nSecond paragraph talks about something else entirely, namely cheese.\n\nThird paragraph is about the weather today.\n\nFourth paragraph is about seas and oceans and lakes.',
    '== A ==\nSecond paragraph talks about something else entirely, namely cheese.\n\nThird paragraph is about the weather today.\n\nFourth paragraph is about seas and oceans and lakes.\n\nThis is the first paragraph with quite a lot of words in it so the engine can match it.',
  ],
  movedup: [`${cats}\n\n${sheep}\n\n${moon}`, `${moon}\n\n${cats}\n\n${sheep}`],
  section: [
    '== Alpha ==\nAlpha text one.\nAlpha text two.\n=== Sub ===\nsub text\n== Beta ==\nBeta text one.\nBeta text two.\n== Gamma ==\nGamma text.',
    '== Beta ==\nBeta text one.\nBeta text two.\n== Gamma ==\nGamma text.\n== Alpha ==\nAlpha text one.\nAlpha text two.\n=== Sub ===\nsub text',
  ],
/** With blank lines between them. */
  movedParagraphs: [`Lead.\n\n${harbour}\n\n${beacon}\n\n${ferry}\n\n${lines(9, (index) => `k${index}`)}\n\nEnd.`, `Lead.\n\n${lines(9, (index) => `k${index}`)}\n\n${harbour}\n\n${beacon.replace('great', 'last')}\n\n${ferry}\n\nEnd.`],
  /** Both ways at once, one of them changed on the way. */
  movedBoth: [`${harbour}\nkept one\nkept two\nkept three\nkept four\nkept five\nkept six\n${beacon}`, `${beacon.replace('stood', 'burned')}\nkept one\nkept two\nkept three\nkept four\nkept five\nkept six\n${harbour}`],
  /** A line and its change next to each other, which wikidiff2 shows as a change. */
  movedNext: [`start\n${harbour}\nmiddle\nend`, `start\nnew line\n${harbour.replace('twice', 'thrice')}\nother middle\nend`],
  movedTwins: [`${harbour}\n${harbour}\na\nb\nc\nd\n${beacon}`, `${beacon}\na\nb\nc\nd\n${harbour}\n${harbour.replace('town', 'city')}`],
  movedMany: [movedLines(32, 0), movedLines(32, 60)],
  cjk: ['東京は日本の首都です。人口は約一千四百万人です。\n\n大阪は西日本の都市です。', '東京都は日本国の首都である。人口は約千四百万人です。\n\n大阪は西日本の都市です。'],
  thai: ['กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย', 'กรุงเทพเป็นเมืองหลวงและใหญ่ที่สุดของประเทศไทย'],
  rtl: ['القاهرة هي عاصمة مصر وأكبر مدنها.', 'القاهرة هي عاصمة جمهورية مصر العربية وأكبر مدنها (2024).'],
  hebrew: ['ירושלים היא בירת ישראל.', 'ירושלים היא עיר הבירה של ישראל.'],
  emoji: ['Flag 🇩🇪 and family 👨‍👩‍👧 and thumbs 👍 end', 'Flag 🇫🇷 and family 👨‍👩‍👦 and thumbs 👍🏽 end'],
  combining: ['cafe\u0301 and nai\u0308ve e\u0323 end', 'cafe and nai\u0308ve\u0301 e end'],
  /** NFC, and the same decomposed: an import keeps it, the API's own parameters do not. */
  normalForms: ['caf\u00e9 and \uac01 here', 'cafe\u0301 and \u1100\u1161\u11a8 here'],
  astralprefix: ['😀😀😀 word alpha tail', '😀😀😀 word beta tail'],
  astralHunks: [`${lines(3, (index) => `𝒜𝓃 ${index} 𐍈`)}\nold 𠀀字\n${lines(8, (index) => `ß ${index} ñ`)}\nlast €`, `${lines(3, (index) => `𝒜𝓃 ${index} 𐍈`)}\nnew 𠀀字\n${lines(8, (index) => `ß ${index} ñ`)}\nlast € 5`],
  html: ['<script>alert(1)</script> &amp; "q" <b>x</b>', '<script>alert(2)</script> &amp;amp; \'q\' <b>y</b>'],
  /** What a text may say of itself and mean nothing by it. */
  markup: [
    'kept </div></td></tr><tr><td class="diff-addedline">\n<ins>a</ins> &nbsp;&#160;&lt;del&gt; <!-- c --> &unknown; &#x41;\n<a href="#movedpara_1_0_rhs">x</a>',
    'kept </div></td></tr><tr><td class="diff-addedline">\n<ins>b</ins> &nbsp;&#160;&lt;del&gt; <!-- d --> &unknown; &#x42;\n<a href="#movedpara_1_0_lhs">x</a>\n<br />',
  ],
  spaces: ['a  b   c\n  indented\ttab\ntrailing', 'a b c\n indented  tab\ntrailing'],
  blanks: ['  two  inside \n one\n\n \n   \nlast \t ', '   two inside  \n one\n\n  \n   \n\n \t last'],
  /** wikidiff2 marks nothing where a line begins with a tab for a blank. */
  reindented: ['{\n\tfoo();\n bar();\n}', '{\n foo();\n\tbar();\n}'],
  nbsp: ['a\u00a0b c\u00a0d\n\u00a0\n10\u00a0km to go\nsame\u00a0here', 'a b c\u00a0d\n\u00a0\n\n12\u00a0km to go\nsame\u00a0here'],
  bidi: ['one \u200eLRM \u200fRLM \u202aLRE\u202c two', 'one \u200eLRM \u2066LRI\u2069 \u202bRLE\u202c two\u200b'],
  control: ['a\tb\u0085c\u2028d\u2029e\ufeff\u00adf\ufffd', 'a\tb\u0085c \u2028d\u2029e\u2060f\ufffd'],
  longline: [`${'word '.repeat(250)}one ${'word '.repeat(100)}`.trim(), `${'word '.repeat(250)}two ${'word '.repeat(100)}`.trim()],
  /** Asked for in other languages, too: their digits and separators. */
  lineNumbers: [`${'\n'.repeat(1_233)}old\nlast`, `${'\n'.repeat(1_233)}new and newer\nlast`],
  blanked: ['', 'content\nhere'],
  emptied: ['content\nhere', ''],
  oneLine: ['', 'a'],
  replaced: ['y', 'z'],
  same: ['the same\ntext', 'the same\ntext'],
  tablewt: ['{| class="wikitable"\n! A !! B\n|-\n| 1 || 2\n|-\n| 3 || 4\n|}', '{| class="wikitable sortable"\n! A !! B\n|-\n| 1 || 20\n|-\n| 3 || 4\n|-\n| 5 || 6\n|}'],
  samehead: ['== H ==\ntext\n\n== H ==\ntext', '== H ==\ntext\n\n== H ==\ntext changed'],
  headings: [
    `Lead of it.\n\n== First == \n${lines(6, (index) => `first ${index}`)}\n=== Second &amp; ''third'' ===\n${lines(6, (index) => `second ${index}`)}\n==Ünïcode 字==\n${lines(6, (index) => `third ${index}`)}\n== Gone ==\nbye\n== Last ==\nz`,
    `Lead of it, changed.\n\n== First == \n${lines(6, (index) => `first ${index}`)}\nadded to the first\n=== Second &amp; ''third'' ===\n${lines(6, (index) => `second ${index === 3 ? 'changed' : index}`)}\n==Ünïcode 字==\n${lines(6, (index) => `third ${index}${index === 4 ? ' and more' : ''}`)}\n== Last ==\nzz`,
  ],
  /** Blocks that MediaWiki's own engine sets side by side, however little they have in common. */
  blocks: ['one\ntwo words here\nthree\nkept\nfour\nfive', 'uno\ndos palabras\ntwo words here now\n\nkept\ncinco'],
  json: ['{"a": 1, "b": [1, 2], "c": "é"}', '{"b": [1, 3], "a": 1, "c": "é", "d": {}}', 'json'],
  jsonPretty: ['{\n\t"a": 1,\n\t"b": [\n\t\t1,\n\t\t2\n\t]\n}', '{\n\t"b": [\n\t\t1,\n\t\t3\n\t],\n\t"a": 1\n}', 'json'],
  javascript: ['var a=1;\nfoo();', 'var a=2;\nfoo();\nbar("<\\/script>");', 'javascript'],
};

const largeByHand: Named = {
  /** Added and deleted lines together: 100 is the most in which wikidiff2 looks for moves. */
  movedMost: [movedLines(50, 0), movedLines(50, 60)],
  movedTooMany: [movedLines(51, 0), movedLines(51, 60)],
  /** More than 10,000 bytes in a line: MediaWiki's own engine leaves its words alone. */
  longestline: [`start ${'aé'.repeat(5_200)} end`, `begin ${'aé'.repeat(5_200)} end`],
};

const pairs = (named: Named): DiffPair[] => Object.entries(named).map(([name, [from, to, model]]) => ({name, from, to, model}));

/** What is recorded. */
export const diffPairs: readonly DiffPair[] = [...pairs(byHand), ...generatedPairs];

/** Too large to keep: asked for afresh. */
export const largePairs: readonly DiffPair[] = [...pairs(largeByHand), ...largeGeneratedPairs];
