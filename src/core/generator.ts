/** What software a wiki runs, asked as anybody may: without a preflight, so that also a page that is allowed nothing is answered. */
import {isText} from './check.js';

export const generatorQuestion = {action: 'query', format: 'json', formatversion: 2, meta: 'siteinfo', origin: '*', siprop: 'general'} as const;

/** As `siteinfo` calls it: `MediaWiki 1.43.9`; undefined where that is no answer of a wiki. */
export function generatorIn(answer: unknown): string | undefined {
  const generator = (answer as {query?: {general?: {generator?: unknown}}} | undefined)?.query?.general?.generator;
  return isText(generator) ? (generator as string) : undefined;
}

/** @see https://www.mediawiki.org/wiki/Manual:CORS */
export function knowsCrossorigin(generator: string): boolean {
  const [, major = 0, minor = 0] = (/^MediaWiki (\d+)\.(\d+)/.exec(generator) ?? []).map(Number);
  return major > 1 || (major === 1 && minor >= 44);
}
