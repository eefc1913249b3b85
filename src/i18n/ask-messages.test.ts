import {describe, expect, test} from 'vitest';
import {Session} from '../core/session.js';
import {type Expected, type FakeAnswer, fakeWiki} from '../testing/fake-wiki.js';
import {askMessages} from './ask-messages.js';
import {messagesOf} from './messages.js';

function open(...exchanges: readonly (readonly [Expected, FakeAnswer])[]): {fake: ReturnType<typeof fakeWiki>; session: Session} {
  const fake = fakeWiki(exchanges);
  return {fake, session: new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', uselang: 'de'})};
}

/** Each key in capitals; `no-…` is missing. */
const answer: FakeAnswer = ({params}) => ({
  uselang: params['uselang'],
  query: {allmessages: (params['ammessages'] ?? '').split('|').map((name) => (name.startsWith('no-') ? {name, missing: true} : {name, content: `${params['uselang']}: ${name.toUpperCase()}`}))},
});

describe('messages', () => {
  test('wanted at the same time are one request; what is known is not asked again, nor what there is not', async () => {
    const {fake, session} = open([{meta: 'allmessages', ammessages: 'a|b|no-such|c', uselang: 'de'}, answer], [{ammessages: 'd'}, answer]);
    const [one, other] = await Promise.all([askMessages(session, ['a', 'b', 'no-such']), askMessages(session, ['b', 'c', 'a'])]);
    expect(one).toEqual({a: 'de: A', b: 'de: B'});
    expect(other).toEqual({b: 'de: B', c: 'de: C', a: 'de: A'});
    expect(await askMessages(session, ['no-such', 'c', 'd'])).toEqual({c: 'de: C', d: 'de: D'});
    expect(await askMessages(session, [])).toEqual({});
    fake.done();
  });

  test('under way already are waited for', async () => {
    let resume = (): void => {};
    const later = new Promise<void>((resolve) => (resume = resolve));
    const {fake, session} = open([{ammessages: 'a'}, () => later.then(() => answer)], [{ammessages: 'b'}, answer]);
    const first = askMessages(session, ['a']);
    await expect.poll(() => fake.requests.length).toBe(1);
    const second = askMessages(session, ['a', 'b']);
    resume();
    expect(await Promise.all([first, second])).toEqual([{a: 'de: A'}, {a: 'de: A', b: 'de: B'}]);
    fake.done();
  });

  test('are asked for in fifties', async () => {
    const keys = Array.from({length: 120}, (_, place) => `k${place}`);
    const {fake, session} = open([{}, answer], [{}, answer], [{}, answer]);
    expect(Object.keys(await askMessages(session, keys))).toEqual(keys);
    expect(fake.requests.map(({params}) => params['ammessages']?.split('|').length)).toEqual([50, 50, 20]);
  });

  test('are apart in each language', async () => {
    const {fake, session} = open([{uselang: 'fr'}, answer], [{uselang: 'de'}, answer]);
    expect(await askMessages(session, ['a'], {lang: 'fr'})).toEqual({a: 'fr: A'});
    expect(messagesOf(session).unknown(['a'])).toEqual(['a']);
    expect(await askMessages(session, ['a'])).toEqual({a: 'de: A'});
    expect(messagesOf(session).text('a')).toBe('de: A');
    fake.done();
  });

  test('in the user’s language are asked for again for another user', async () => {
    const {fake, session} = open([{uselang: 'user'}, answer], [{uselang: 'user'}, answer]);
    for (const user of [undefined, undefined, 'Olga']) {
      if (user !== undefined) session.changeUser(user);
      await askMessages(session, ['a'], {lang: 'user'});
    }
    fake.done();
  });

  test('are asked for again after a failure', async () => {
    const {fake, session} = open([{}, {errors: [{code: 'readapidenied', text: 'No.'}]}], [{ammessages: 'a'}, answer]);
    const failed = await Promise.allSettled([askMessages(session, ['a']), askMessages(session, ['b'])]);
    expect(failed.map(({status}) => status)).toEqual(['rejected', 'rejected']);
    expect(await askMessages(session, ['a'])).toEqual({a: 'de: A'});
    fake.done();
  });

  test('still come for others when one gives up', async () => {
    const {fake, session} = open([{ammessages: 'a'}, answer]);
    const giving = new AbortController();
    const given = askMessages(session, ['a'], {signal: giving.signal});
    const waiting = askMessages(session, ['a']);
    giving.abort();
    await expect(given).rejects.toMatchObject({name: 'AbortError'});
    expect(await waiting).toEqual({a: 'de: A'});
    fake.done();
  });

  test('by names of objects’ own members are messages like others', async () => {
    const {session} = open([{}, answer]);
    expect(Object.entries(await askMessages(session, ['constructor', '__proto__']))).toEqual([['constructor', 'de: CONSTRUCTOR'], ['__proto__', 'de: __PROTO__']]);
  });

  test('need keys that can be such', async () => {
    const {fake, session} = open();
    await expect(askMessages(session, 'a' as unknown as string[])).rejects.toThrow("keys: 'a' given");
    await expect(askMessages(session, ['a', ''])).rejects.toThrow("keys: '' given, a message’s key expected");
    await expect(askMessages(session, ['a|b'])).rejects.toThrow("keys: 'a|b' given");
    await expect(askMessages(session, ['a'], {lang: ''})).rejects.toThrow(/^lang: '' given/);
    expect(fake.requests).toHaveLength(0);
  });
});
