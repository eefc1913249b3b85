/** Fills a message: parameters, plural forms, forms by gender. */

export type MessageParam = string | number;

export interface Expansion {
  /** Whose plural forms apply. */
  readonly lang: string;
  /** What is done to the text before the parameters go in; they are never read as markup. */
  readonly plain?: (text: string) => string;
}

/**
 * @example expand('{{PLURAL:$1|$1 page|$1 pages}}', [2], {lang: 'en'}) // '2 pages'
 * @see https://www.mediawiki.org/wiki/Help:System_message#Parameters_and_switches
 */
export function expand(text: string, params: readonly MessageParam[], {lang, plain = (same) => same}: Expansion): string {
  const choose = (within: string): string =>
    within.replace(/\{\{(PLURAL|GENDER):([^{}|]*)\|([^{}]*)\}\}/gi, (_, word: string, subject: string, forms: string) => {
      const value = /^\$(\d+)$/.exec(subject.trim())?.[1];
      const param = value === undefined ? subject.trim() : (params[Number(value) - 1] ?? '');
      return word.toUpperCase() === 'PLURAL' ? plural(Number(param), forms.split('|'), lang) : gender(String(param), forms.split('|'));
    });
  // One may stand in another.
  return plain(choose(choose(text))).replace(/\$(\d+)/g, (mark, place: string) => {
    const param = params[Number(place) - 1];
    return param === undefined ? mark : typeof param === 'number' ? formatNumber(param, lang) : param;
  });
}

/** The order in which MediaWiki lists the forms; a language has some of these. */
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** `0=none` stands for exactly that number; the last form for all that have none of their own. */
function plural(count: number, all: readonly string[], lang: string): string {
  const exact = all.find((form) => form.startsWith(`${count}=`));
  if (exact !== undefined) return exact.slice(exact.indexOf('=') + 1);
  const forms = all.filter((form) => !/^\d+=/.test(form));
  const {rules, present} = pluralRules(lang);
  const place = present.indexOf(rules.select(Number.isNaN(count) ? 0 : count));
  return forms[Math.min(place, forms.length - 1)] ?? '';
}

/** By a word, `male` or `female`; what a user prefers is not known here, so that a name gives the neutral form. */
function gender(word: string, [male = '', female = male, neutral = male]: readonly string[]): string {
  return word === 'male' ? male : word === 'female' ? female : neutral;
}

/** Kept, as making one takes longer than all else here together. */
const pluralRules = kept((lang) => {
  const rules = new Intl.PluralRules(lang);
  const {pluralCategories} = rules.resolvedOptions();
  return {rules, present: categories.filter((category) => pluralCategories.includes(category))};
});
const numberFormat = kept((lang) => new Intl.NumberFormat(lang));

/** Most are small and in English, and the first format that a browser makes takes it as long as all else of a form. */
const formatNumber = (value: number, lang: string): string => (lang === 'en' && /^\d{1,3}$/.test(String(value)) ? String(value) : numberFormat(lang).format(value));

function kept<Kept>(make: (lang: string) => Kept): (lang: string) => Kept {
  const known = new Map<string, Kept>();
  return (lang) => {
    const found = known.get(lang) ?? inLanguage(lang, make);
    known.set(lang, found);
    return found;
  };
}

/** MediaWiki has languages that browsers do not know: English then. */
export function inLanguage<Result, Lang extends string | undefined>(lang: Lang, use: (lang: Lang | 'en') => Result): Result {
  try {
    return use(lang);
  } catch {
    return use('en');
  }
}
