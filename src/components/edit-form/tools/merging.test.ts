import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {Merging, type Pick} from './merging.js';

const conflict = (base: string | undefined, mine: string, theirs: string) => ({base, mine, theirs, theirRevid: 3});

describe('putting together', () => {
  test('what is far apart needs no choice', () => {
    const merging = new Merging(conflict('a\nb\nc\nd\n', 'A\nb\nc\nd\n', 'a\nb\nc\nD\n'));
    expect([merging.places, merging.open, merging.text]).toEqual([[], -1, 'A\nb\nc\nD\n']);
  });

  test.each<[Pick, string]>([['mine', 'a\nmine\nc\nD'], ['theirs', 'a\ntheirs\nc\nD'], ['both', 'a\ntheirs\nmine\nc\nD']])('%s', (pick, text) => {
    const merging = new Merging(conflict('a\nb\nc\nd', 'a\nmine\nc\nd', 'a\ntheirs\nc\nD'));
    expect(merging.open).toBe(0);
    merging.pick(0, pick);
    expect([merging.open, merging.text]).toEqual([-1, text]);
  });

  test('a page that both have made', () => {
    const merging = new Merging(conflict(undefined, 'mine\n\nmine', 'theirs\n\ntheirs'));
    expect(merging.places).toHaveLength(1);
    merging.pick(0, 'both');
    expect(merging.text).toBe('theirs\n\ntheirs\nmine\n\nmine');
  });

  test('the last line is as any other: what one puts below it does not make it another', () => {
    const apart = new Merging(conflict('a\nb', 'a\nb\nmine', 'a\ntheirs\nb'));
    expect([apart.places, apart.text]).toEqual([[], 'a\ntheirs\nb\nmine']);
    const merging = new Merging(conflict('a\n\nb', 'a\nmine\n\nb\nmine, too', 'a\ntheirs\nb'));
    merging.pick(0, 'both');
    expect(merging.text.split('\n').filter((line) => line === 'b')).toEqual(['b']);
  });

  test('each place for itself: all mine holds every line of mine, all theirs is their text, and both hold all lines of both', () => {
    const text = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e'), {maxLength: 12}).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const all = (pick: Pick): string => {
          const merging = new Merging(conflict(base, mine, theirs));
          for (const place of merging.places.keys()) merging.pick(place, pick);
          return merging.text;
        };
        const merging = new Merging(conflict(base, mine, theirs));
        const added = (side: 'mine' | 'theirs'): string[] => merging.places.flatMap((place) => place[side].split('\n').filter(Boolean));
        const both = all('both').split('\n');
        for (const line of [...added('mine'), ...added('theirs')]) expect(both).toContain(line);
        if (mine === base) expect(all('mine')).toBe(theirs);
        if (theirs === base) expect(all('theirs')).toBe(mine);
        if (merging.places.length === 0) expect(all('mine')).toBe(all('theirs'));
      }),
      {numRuns: 500},
    );
  });
});
