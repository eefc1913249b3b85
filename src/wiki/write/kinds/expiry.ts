/**
 * When something ends. A time from now, such as `1 week`, is another time when the request is repeated: it is sent as the
 * time it means, by the wiki's clock.
 *
 * @see https://www.mediawiki.org/wiki/API:Data_formats#Timestamps
 */
import type {Rule} from '../../../core/check.js';
import type {Params} from '../../../core/params.js';
import {shown} from '../../../core/shown.js';

/** `given` is what the wiki's own reading may tell, which is not known here. */
export type Expiry = {readonly at: 'never'} | {readonly at: number} | {readonly at: 'given'};

/** A device's clock may be wrong; by so much it hardly is. */
const dayMs = 86_400_000;

const one = (value: unknown): boolean => readExpiry(value, Date.now(), dayMs) !== undefined;

/** What cannot be, or has long been: seen before anything is asked. */
export const expiryRule: Rule = [one, "a time to come, such as '2035-01-31T12:00:00Z', '1 week' or 'never'", told];
/** Of several, one for each, or one for all. */
export const expiriesRule: Rule = [(value) => (Array.isArray(value) ? value.length > 0 && value.every(one) : typeof value === 'string' ? value.split('|').every(one) : one(value)), expiryRule[1], told];

function told(value: unknown): string {
  return Array.isArray(value) ? value.map(told).join(', ') : value instanceof Date ? String(value) : shown(value);
}

/**
 * @param now - by which clock, in milliseconds since 1970
 * @param slackMs - what is past by less is still told
 * @returns undefined: no time, or one that is past
 */
export function readExpiry(value: unknown, now: number, slackMs = 0): Expiry | undefined {
  const at = value instanceof Date ? value.getTime() : typeof value === 'string' ? readText(value.trim().toLowerCase(), now) : NaN;
  if (at === undefined) return {at: 'given'};
  if (at === Infinity) return {at: 'never'};
  return at > now - slackMs ? {at} : undefined;
}

/** @returns NaN: no time; undefined: not known here */
function readText(text: string, now: number): number | undefined {
  if (/^(infinite|infinity|indefinite|never)$/.test(text)) return Infinity;
  const digits = /^(\d{4})-?(\d\d)-?(\d\d)(?:[t ]?(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?z?)?$/.exec(text);
  if (digits) return readDate(digits.slice(1).map((part) => Number(part ?? 0)));
  if (text === '' || /^\d{4}-\d|^[+-]?\d+$/.test(text)) return NaN;
  return addTo(now, text);
}

function readDate([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]): number {
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 61 ? at : NaN;
}

/** By the field of a date it counts in: years, months, days, hours, minutes, seconds. */
const units: Readonly<Record<string, readonly [field: number, times: number]>> = {
  year: [0, 1],
  month: [1, 1],
  fortnight: [2, 14],
  week: [2, 7],
  day: [2, 1],
  hour: [3, 1],
  min: [4, 1],
  minute: [4, 1],
  sec: [5, 1],
  second: [5, 1],
};

/**
 * `1 week`, `+2 months 3 days`, `next month`. Fields that run over run over as in PHP, which the wiki reads them by; there,
 * `next week` is no seven days, and is left as it is.
 */
function addTo(now: number, text: string): number | undefined {
  const date = new Date(now);
  const fields = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()] as [number, number, number, number, number, number];
  const rest = text.replace(/([+-]?\d+|next(?=\s*(?:year|month|day)))\s*([a-z]+)(\s+ago)?(\s*,\s*|\s+|$)/g, (whole, count: string, name: string, ago?: string) => {
    const [field, times] = units[name] ?? units[name.replace(/s$/, '')] ?? [];
    if (field === undefined || times === undefined) return whole;
    const number = /\d/.test(count) ? Number(count) : 1;
    fields[field] = (fields[field] ?? 0) + number * times * (ago ? -1 : 1);
    return '';
  });
  return rest.trim() === '' ? Date.UTC(...fields) : undefined;
}

const names = ['expiry', 'watchlistexpiry'] as const;

const valuesOf = (params: Params): readonly unknown[] => names.flatMap((name) => (typeof params[name] === 'string' ? params[name].split('|') : ([params[name] ?? []] as unknown[]).flat()));

/** Whether the wiki's clock must be known: a time that depends on when it is read. */
export const needsClock = (params: Params): boolean => valuesOf(params).some((value) => readExpiry(value, 0)?.at !== readExpiry(value, dayMs)?.at);

/**
 * The same with times that stay what they are.
 *
 * @param now - by the wiki's clock
 * @throws {TypeError} what is past by it
 */
export function withExpiries(params: Params, now: number): Params {
  const made = {...params};
  for (const name of names) {
    const value = params[name];
    if (value === undefined || value === null) continue;
    made[name] = Array.isArray(value) ? value.map((each) => toTime(name, each, now)) : typeof value === 'string' && value.includes('|') ? value.split('|').map((each) => toTime(name, each, now)) : toTime(name, value, now);
  }
  return made;
}

function toTime(name: string, value: unknown, now: number): string {
  const expiry = readExpiry(value, now);
  if (!expiry) throw new TypeError(`${name}: ${told(value)} given, ${expiryRule[1]} expected`);
  return typeof expiry.at === 'number' ? isoOf(expiry.at) : String(value);
}

/** As the wiki writes it. */
export const isoOf = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** Whether the same request means the same time whenever it comes. */
export const isFixed = (params: Params): boolean => valuesOf(params).every((value) => readExpiry(value, 0)?.at !== 'given');
