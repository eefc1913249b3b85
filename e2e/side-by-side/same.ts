/** Makes two observations comparable: what the clock, chance or the session decide is named instead of shown. */
import {allowed, type Circumstances} from './allowed.js';
import type {Observation} from './types.js';

interface Volatile {
  why: string;
  found: RegExp;
  named: string | ((found: string) => string);
}

const volatile: readonly Volatile[] = [
  {why: 'MediaWiki’s tokens: a hash, the time, and +\\, as it is or in an address; those made up in calls stay', found: /\b[0-9a-f]{40}(?=\+\\|%2B%5C)/g, named: '<token>'},
  {why: 'times of this run; those of the seeded wiki stay', found: /\b20\d\d-\d\d-\d\dT\d\d(?::|%3A)\d\d(?::|%3A)\d\dZ/g, named: now},
  {why: 'the browser’s choice', found: /(?<=^multipart\/form-data; boundary=).+/g, named: '<boundary>'},
  {why: 'jQuery’s cache buster', found: /(?<=[?&]_=)\d{13}(?=&|$)/g, named: '<time>'},
  {why: 'the parser’s account of itself: times and memory', found: /<!--\s*(?:\\n)?(?:NewPP limit report|Transclusion expansion time report|Saved in [a-zA-Z]+ ?cache)[^]*?-->/g, named: '<!-- report -->'},
  {why: 'PHP’s names for uploaded files, which MediaWiki shows', found: /\b20\d{12}!php[0-9a-zA-Z]{6}\b/g, named: '<file>'},
  {why: 'keys of stashed files', found: /\b1[0-9a-z]{8,12}\.[0-9a-z]{1,7}\.\d+\.[a-z]{3,4}\b/g, named: '<filekey>'},
];

/** Within an hour. */
function now(time: string): string {
  return Math.abs(Date.parse(decodeURIComponent(time)) - Date.now()) < 3_600_000 ? '<now>' : time;
}

/** What was seen, without what differs from call to call. */
export function steady(seen: Observation): Observation {
  return JSON.parse(JSON.stringify(seen), (_, value: unknown) => (typeof value === 'string' ? volatile.reduce((text, {found, named}) => text.replace(found, named as string), value) : value)) as Observation;
}

/** What must be seen of ours, where this was seen of core’s. */
export function expectedOfOurs(real: Observation, ours: Observation, circumstances: Circumstances): Observation {
  return allowed.reduce((seen, {expect}) => expect(seen, ours, circumstances), real);
}

/** A line for each place where the two differ. */
export function differences(real: unknown, ours: unknown, place = ''): string[] {
  if (isRecord(real) && isRecord(ours)) {
    return [...new Set([...Object.keys(real), ...Object.keys(ours)])].flatMap((name) => differences(real[name], ours[name], place === '' ? name : `${place}.${name}`));
  }
  if (JSON.stringify(real) === JSON.stringify(ours)) return [];
  return [`${place}: core’s ${excerpt(real, ours)}, ours ${excerpt(ours, real)}`];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A value as JSON, of a long one the part where it leaves the other. */
function excerpt(value: unknown, other: unknown): string {
  const [text = '', otherText = ''] = [value, other].map((each) => JSON.stringify(each) ?? 'nothing');
  if (text.length <= 300) return text;
  let same = 0;
  while (same < text.length && text[same] === otherText[same]) same++;
  return `…${text.slice(Math.max(0, same - 60), same + 240)}…`;
}
