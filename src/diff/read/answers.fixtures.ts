/** What holds for every model read from a wiki's answer. */
import {expect} from 'vitest';
import {expectLawful} from '../laws.fixtures.js';
import type {DiffModel} from '../model.js';

/** Lines as the engines take them: wikidiff2 knows none after the last line feed. */
export const lines = {
  wikidiff2: (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n')),
  php: (text: string): string[] => text.split('\n'),
};

/** The rows, and what is left out between them, are both texts, whole and in order; and what is left out is the same. */
export function expectWhole(model: DiffModel, from: readonly string[], to: readonly string[]): void {
  let [x, y] = [0, 0];
  const skip = (count: number): void => {
    expect(from.slice(x, x + count)).toEqual(to.slice(y, y + count));
    [x, y] = [x + count, y + count];
  };
  for (const [index, row] of model.rows.entries()) {
    const skipped = row.from ? row.from.line - 1 - x : (row.to?.line ?? 0) - 1 - y;
    expect(skipped > 0 && index > 0).toBe(index > 0 && model.hunks.some(({start}) => start === index));
    skip(skipped);
    for (const [place, text, at] of [[row.from, from, x], [row.to, to, y]] as const) {
      if (!place) continue;
      expect(place.line).toBe(at + 1);
      expect(place.text.split('\n')).toEqual(text.slice(at, at + place.lines));
    }
    [x, y] = [x + (row.from?.lines ?? 0), y + (row.to?.lines ?? 0)];
  }
  expect(from.slice(x)).toEqual(to.slice(y));
  expectLawful(model, from.join('\n'), to.join('\n'));
}

/** All that each dialect tells: the names of sections are in JSON alone. */
export const comparable = (model: DiffModel): object => ({...model, engine: undefined, hunks: unnamed(model)});

export const unnamed = ({hunks}: DiffModel): object[] => hunks.map(({start, end, from, to}) => ({start, end, from, to}));

type Texts = Readonly<Record<'from' | 'to', string>>;

/** api.php composes characters (NFC) in all it answers, rest.php does not. */
export const composed = ({from, to}: Texts): Texts => ({from: from.normalize(), to: to.normalize()});

export const isComposed = ({from, to}: Texts): boolean => from === from.normalize() && to === to.normalize();
