import {forgetToken} from './writing.js';
import {describe, expect, test, vi} from 'vitest';
import {type FetchTokens, TokenCache} from './tokens.js';

const numbered = (): ReturnType<typeof vi.fn<FetchTokens>> => {
  let count = 0;
  return vi.fn<FetchTokens>((types) => Promise.resolve(Object.fromEntries(types.map((type) => [type, `${type}${++count}`]))));
};

test('callers of one turn share one request, of several types too', async () => {
  const fetch = numbered();
  const tokens = new TokenCache(fetch);
  expect(await Promise.all([tokens.get('csrf'), tokens.get('watch'), tokens.get('csrf')])).toEqual(['csrf1', 'watch2', 'csrf1']);
  expect(fetch.mock.calls).toEqual([[['csrf', 'watch']]]);
  await tokens.get('csrf');
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('a token the page knows costs nothing', async () => {
  const fetch = numbered();
  expect(await new TokenCache(fetch, {csrf: 'known+\\'}).get('csrf')).toBe('known+\\');
  expect(fetch).not.toHaveBeenCalled();
});

describe('a refused token', () => {
  test('is fetched anew', async () => {
    const tokens = new TokenCache(numbered());
    forgetToken(tokens, 'csrf', await tokens.get('csrf'));
    expect(await tokens.get('csrf')).toBe('csrf2');
  });

  test('two who were refused the same token renew it once', async () => {
    const fetch = numbered();
    const tokens = new TokenCache(fetch);
    const refused = await tokens.get('csrf');
    const renew = async (): Promise<string> => {
      forgetToken(tokens, 'csrf', refused);
      return tokens.get('csrf');
    };
    expect(await Promise.all([renew(), renew()])).toEqual(['csrf2', 'csrf2']);
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

test('a failure is told to all who wait, and not kept', async () => {
  const fetch = vi.fn<FetchTokens>().mockRejectedValueOnce(new Error('down')).mockResolvedValue({csrf: 't'});
  const tokens = new TokenCache(fetch);
  await expect(Promise.allSettled([tokens.get('csrf'), tokens.get('csrf')])).resolves.toMatchObject([{status: 'rejected'}, {status: 'rejected'}]);
  expect(await tokens.get('csrf')).toBe('t');
});

test('one caller’s abort leaves the request to the others', async () => {
  let answer: (tokens: {csrf: string}) => void = () => {};
  const tokens = new TokenCache(() => new Promise((resolve) => (answer = resolve)));
  const controller = new AbortController();
  const mine = tokens.get('csrf', controller.signal);
  const theirs = tokens.get('csrf');
  controller.abort();
  await expect(mine).rejects.toMatchObject({name: 'AbortError'});
  answer({csrf: 't'});
  expect(await theirs).toBe('t');
});

test('a type the wiki gives none of is refused by name', async () => {
  await expect(new TokenCache(() => Promise.resolve({})).get('cake')).rejects.toThrow('no "cake" token');
});
