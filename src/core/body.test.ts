import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {toBody} from './body.js';
import type {Field} from './params.js';

describe('bodies', () => {
  const fields = (length: number): Field[] => [['action', 'edit'], ['text', '字'.repeat(length)], ['token', '+\\']];

  test('a short body is urlencoded, a long one multipart of about its UTF-8 size', async () => {
    expect((await toBody(fields(10))).contentType).toMatch(/^application\/x-www-form-urlencoded/);
    const {body, contentType} = await toBody(fields(350_000));
    expect(contentType).toMatch(/^multipart\/form-data; boundary=/);
    expect(new Blob([body]).size).toBeLessThan(350_000 * 3 * 1.01);
  });

  test('line feeds stay line feeds in multipart', async () => {
    const {body} = await toBody([['text', `a\nb${'x'.repeat(9000)}`]]);
    expect(body).toContain('\r\n\r\na\nbxxx');
  });

  test('a file goes as a file, with its name and type', async () => {
    const {body, contentType} = await toBody([['filename', 'A.png'], ['file', new File(['PNG'], 'my "pic".png', {type: 'image/png'})]]);
    expect(contentType).toMatch(/^multipart/);
    expect(await new Response(body).text()).toContain('name="file"; filename="my %22pic%22.png"\r\nContent-Type: image/png\r\n\r\nPNG\r\n');
  });

  const name = fc.stringMatching(/^[a-z][a-z-]{0,20}$/);
  const text = fc.string({unit: 'grapheme', maxLength: 200});

  test('what a body says is what the platform’s own parser reads back', async () => {
    const long = fc.tuple(text, fc.constantFrom(1, 9000)).map(([start, times]) => start + 'é'.repeat(times));
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.tuple(name, fc.oneof(text, long)), {selector: ([key]) => key, minLength: 1}), async (pairs) => {
      const {body, contentType} = await toBody(pairs);
      const read = await new Response(body, {headers: {'Content-Type': contentType}}).formData();
      expect([...read]).toEqual(pairs);
    }), {numRuns: 60});
  });
});
