import {describe, expect, test} from 'vitest';
import {ApiError, apiError, isAbort, isApiError, NetworkError, WikiError} from './errors.js';

describe('the kind follows the code', () => {
  test.each([
    ['abusefilter-warning', 'AbuseFilterError'],
    ['abusefilter-disallowed', 'AbuseFilterError'],
    ['blocked', 'BlockedError'],
    ['autoblocked', 'BlockedError'],
    ['assertnameduserfailed', 'LoginError'],
    ['assertuserfailed', 'LoginError'],
    ['mwoauth-invalid-authorization', 'LoginError'],
    ['ratelimited', 'RateLimitError'],
    ['protectedpage', 'ApiError'],
    ['blockedasrange-like', 'ApiError'],
  ])('%s is a %s', (code, name) => {
    const error = apiError([{code, text: 'No.'}]);
    expect(error).toMatchObject({name, code, message: 'No.'});
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(WikiError);
  });

  test('only a warning can be passed by sending the same again', () => {
    expect(apiError([{code: 'abusefilter-warning', text: ''}])).toMatchObject({canProceed: true});
    expect(apiError([{code: 'abusefilter-disallowed', text: ''}])).toMatchObject({canProceed: false});
  });
});

test('a refusal without words says its code', () => {
  expect(apiError([{code: 'hookaborted', text: ''}]).message).toBe('hookaborted');
});

test('guards know errors of another copy of this library', () => {
  const foreign = Object.assign(new Error('No.'), {name: 'ApiError', code: 'x', errors: [{code: 'x'}, {code: 'y'}]});
  expect(isApiError(foreign)).toBe(true);
  expect(isApiError(foreign, 'y')).toBe(true);
  expect(isApiError(foreign, 'z')).toBe(false);
  expect(isApiError(new NetworkError('lost'))).toBe(false);
  expect(isApiError(new DOMException('', 'AbortError'))).toBe(false);
  expect(isAbort(new DOMException('', 'AbortError'))).toBe(true);
  expect(isAbort(new NetworkError('lost'))).toBe(false);
});
