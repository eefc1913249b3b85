import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {preprocess, toFormData, toQuery} from './parameters.js';

const prepared = (parameters: Record<string, unknown>, useUS?: boolean): Record<string, unknown> => {
  const own = {...parameters};
  preprocess(own, useUS);
  return own;
};

describe('preprocess', () => {
  it('joins lists; what is null or undefined in one becomes nothing', () => {
    expect(prepared({a: ['x', 'y'], b: [true, false, undefined, null, 0, 1.2], c: []})).toEqual({a: 'x|y', b: 'true|false|||0|1.2', c: ''});
  });

  it('joins by U+001F where a value has a | and that is wanted', () => {
    expect(prepared({a: ['x|y', 'z']}, true)).toEqual({a: '\u001Fx|y\u001Fz'});
    expect(prepared({a: ['x', 'z']}, true)).toEqual({a: 'x|z'});
    expect(prepared({a: ['x|y', 'z']}, false)).toEqual({a: 'x|y|z'});
  });

  it('leaves out false and undefined only', () => {
    expect(prepared({a: false, b: undefined, c: null, d: '', e: 0, f: true})).toEqual({c: null, d: '', e: 0, f: true});
  });
});

describe('toQuery', () => {
  it('writes what jQuery writes', () => {
    expect(toQuery({a: 'x y+&=ü', b: null, c: 0, d: true, e: () => 'called', f: {g: 1, h: {i: 2}}})).toBe('a=x%20y%2B%26%3D%C3%BC&b=&c=0&d=true&e=called&f%5Bg%5D=1&f%5Bh%5D%5Bi%5D=2');
    expect(toQuery({list: ['a', 'b']})).toBe('list%5B%5D=a&list%5B%5D=b');
  });

  it('puts into words what core makes garbage of: titles, addresses, dates, half a character', () => {
    class Title {
      toString(): string {
        return 'Foo_bar';
      }
    }
    expect(toQuery({titles: new Title(), url: new URL('https://x.example/'), from: new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)), text: '\uD83D'})).toBe(
      'titles=Foo_bar&url=https%3A%2F%2Fx.example%2F&from=2026-01-02T03%3A04%3A05Z&text=%EF%BF%BD',
    );
  });

  it('is read back as it was by any server', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({unit: 'grapheme', minLength: 1}), fc.string({unit: 'grapheme'})), (parameters) => {
        expect(Object.fromEntries(new URLSearchParams(toQuery(parameters)))).toEqual({...parameters});
      }),
    );
  });
});

describe('toFormData', () => {
  it('keeps files, and writes the rest as text', () => {
    const file = new Blob(['x']);
    const form = toFormData({a: 1, file, when: new Date(0)});
    expect(form.get('a')).toBe('1');
    expect(form.get('file')).toBeInstanceOf(Blob);
    expect(form.get('when')).toBe('1970-01-01T00:00:00Z');
  });
});
