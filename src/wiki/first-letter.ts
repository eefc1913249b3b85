/**
 * The first letter of a title, as the wiki writes it. Nearly always that is what JavaScript makes of it; for some
 * letters wikis differ (by version, by language, by `$wgOverrideUcfirstCharacters`), and what a wiki does with one of a
 * kind says what it does with them all.
 *
 * @see https://www.mediawiki.org/wiki/Manual:$wgOverrideUcfirstCharacters
 */
import type {SiteFacts} from './site-facts.js';

/** What a wiki made of each of {@link probes}. */
export type FirstLetters = Readonly<Record<string, string>>;

/** One of each kind: what becomes several letters, two letters in one, Georgian, an iota below (alone, or not), numbers. */
export const probes = ['ß', 'ǆ', 'ა', 'ᾳ', 'ᾲ', 'ⅰ', 'i'] as const;

/**
 * By version and language, where the wiki was not asked. 1.43 began to write first letters as in titles, and not as in
 * capitals; Wikimedia’s own wikis (`-wmf`) do as their first PHP did, which knew no letters that become several.
 */
export function defaultFirstLetters({generator, version: [major, minor], lang}: Pick<SiteFacts, 'generator' | 'version' | 'lang'>): FirstLetters {
  const made = major > 1 || minor >= 43 ? titleCase : (letter: string): string => letter.toUpperCase();
  const usual = Object.fromEntries(probes.map((probe) => [probe, made(probe)]));
  const early = generator.includes('-wmf') ? {ß: 'ß', ǆ: 'Ǆ', ა: 'ა', ᾳ: 'ᾼ', ᾲ: 'ᾲ', ⅰ: 'ⅰ'} : {};
  return {...usual, ...early, i: /^(tr|az|kaa)\b/.test(lang) ? 'İ' : 'I'};
}

export function upperFirst(text: string, letters: FirstLetters): string {
  const first = text.slice(0, (text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
  // The last letter that comes of one may go together with what follows: so the API shows it.
  return (letterOf(first, letters) + text.slice(first.length)).normalize('NFC');
}

function letterOf(letter: string, letters: FirstLetters): string {
  if (letter === 'i') return letters['i'] ?? 'I';
  const probe = probeOf(letter);
  const made = probe && letters[probe];
  if (probe === undefined || made === undefined || made === probe.toUpperCase()) return letter.toUpperCase();
  return made === titleCase(probe) ? titleCase(letter) : letter;
}

/** The one that stands for this letter's kind. */
function probeOf(letter: string): (typeof probes)[number] | undefined {
  if (/[Ǆ-ǌǱ-ǳ]/.test(letter)) return 'ǆ';
  if (/[\u10D0-\u10FF]/.test(letter)) return 'ა';
  if (/[ⅰ-ⅿⓐ-ⓩ]/.test(letter)) return 'ⅰ';
  if (/\u0345/.test(letter.normalize('NFD'))) return iotaBelow(letter).length > 1 ? 'ᾲ' : 'ᾳ';
  return Array.from(letter.toUpperCase()).length > 1 ? 'ß' : undefined;
}

/** As in a title, which JavaScript cannot be asked for: `ǅ` and `Ss`, where in capitals it is `Ǆ` and `SS`. */
function titleCase(letter: string): string {
  const upper = letter.toUpperCase();
  switch (probeOf(letter)) {
    case 'ǆ':
      return letter.replace(/[ǄǆǇǉǊǌǱǳ]/, (letter) => digraphs[letter] ?? letter);
    case 'ა':
      return letter;
    case 'ᾳ':
    case 'ᾲ':
      return iotaBelow(letter);
    case 'ß': {
      const [first = '', ...rest] = upper;
      // ŉ: an apostrophe goes before the letter.
      return first === 'ʼ' ? upper : first + rest.join('').toLowerCase();
    }
    default:
      return upper;
  }
}

/** The iota stays below. */
function iotaBelow(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === 'Ι' ? upper : upper.replace(/Ι$/, '\u0345').normalize('NFC');
}

const digraphs: Readonly<Record<string, string>> = {Ǆ: 'ǅ', ǆ: 'ǅ', Ǉ: 'ǈ', ǉ: 'ǈ', Ǌ: 'ǋ', ǌ: 'ǋ', Ǳ: 'ǲ', ǳ: 'ǲ'};
