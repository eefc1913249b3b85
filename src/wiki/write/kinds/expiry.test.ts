import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {expiriesRule, expiryRule, isFixed, isoOf, readExpiry, withExpiries} from './expiry.js';

const now = Date.parse('2026-01-31T12:00:00Z');
const at = (text: string): number => Date.parse(text);

describe('a time from now', () => {
  // As MediaWiki’s own reading (PHP’s strtotime) has them.
  test.each([
    ['1 week', '2026-02-07T12:00:00Z'],
    ['+1 week', '2026-02-07T12:00:00Z'],
    ['2 weeks 3 days', '2026-02-17T12:00:00Z'],
    ['1 month', '2026-03-03T12:00:00Z'],
    ['next month', '2026-03-03T12:00:00Z'],
    ['1 month 2 days', '2026-03-05T12:00:00Z'],
    ['1 year', '2027-01-31T12:00:00Z'],
    ['1 fortnight', '2026-02-14T12:00:00Z'],
    ['31 HOURS', '2026-02-01T19:00:00Z'],
    ['90 mins', '2026-01-31T13:30:00Z'],
    ['2035-01-01', '2035-01-01T00:00:00Z'],
    ['20350101123000', '2035-01-01T12:30:00Z'],
    ['2035-01-01T12:30:00.5Z', '2035-01-01T12:30:00Z'],
  ])('%s is %s', (given, expected) => expect(readExpiry(given, now)).toEqual({at: at(expected)}));

  test.each(['infinite', 'Infinity', 'indefinite', 'never'])('%s is never', (given) => expect(readExpiry(given, now)).toEqual({at: 'never'}));
  // `next week` is no seven days to PHP.
  test.each(['next week', 'tomorrow', 'last day of next month', 'monday'])('%s is left to the wiki', (given) => expect(readExpiry(given, now)).toEqual({at: 'given'}));
  test.each(['2026-13-45', '2026-02-30', '2026-01-31T25:00:00Z', '2020-01-01', '-1 week', '1 day ago', '', '5', '1 second ago', new Date(NaN), 7])('%s cannot be', (given) => expect(readExpiry(given, now)).toBeUndefined());

  test('sent again later, it is the time it was', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 500}), fc.constantFrom('minute', 'hours', 'days', 'week', 'months', 'years'), (count, unit) => {
        const {expiry} = withExpiries({expiry: `${count} ${unit}`}, now);
        expect(withExpiries({expiry}, now + 59_000)).toEqual({expiry});
        expect(isFixed({expiry})).toBe(true);
      }),
    );
  });
});

test('each of several, and that of a watchlist', () => {
  expect(withExpiries({expiry: ['1 week', 'infinite'], watchlistexpiry: '1 month', reason: '1 week'}, now)).toEqual({expiry: ['2026-02-07T12:00:00Z', 'infinite'], watchlistexpiry: '2026-03-03T12:00:00Z', reason: '1 week'});
  expect(withExpiries({expiry: '1 week|never'}, now)).toEqual({expiry: ['2026-02-07T12:00:00Z', 'never']});
  expect(withExpiries({expiry: new Date(now + 1000)}, now)).toEqual({expiry: isoOf(now + 1000)});
  expect(isFixed({expiry: ['infinite', 'next week']})).toBe(false);
});

test('what has long been is refused at once, what is past by the wiki’s clock before it is sent', () => {
  expect(expiryRule[0](isoOf(Date.now() - 2 * 86_400_000))).toBe(false);
  expect(expiryRule[0](isoOf(Date.now() - 60_000))).toBe(true);
  expect(expiriesRule[0](['1 week', '2026-13-45'])).toBe(false);
  expect(expiriesRule[0]([])).toBe(false);
  expect(() => withExpiries({expiry: isoOf(now - 60_000)}, now)).toThrow("expiry: '2026-01-31T11:59:00Z' given, a time to come");
});
