import {expect, test} from 'vitest';
import {Session} from '../../core/session.js';
import {revision, unsavedText} from './compare.fixtures.js';
import {mayAskRest, wikiDiff} from './wiki-diff.js';

type Answer = (url: URL, body: string) => Response;

/** A wiki whose rest.php and api.php answer as they are told. */
function wiki(rest: Answer, api: Answer): {session: Session; asked: string[]} {
  const asked: string[] = [];
  const fetch = async (url: string, {body}: RequestInit): Promise<Response> => {
    const given = new URL(url);
    const isRest = given.pathname.includes('rest.php');
    asked.push(isRest ? 'rest' : 'api');
    return (isRest ? rest : api)(given, body ? await new Response(body).text() : '');
  };
  return {session: new Session('https://wiki.example/w/api.php', {fetch, userAgent: 'test', origin: 'https://wiki.example', onWarning: () => {}, retry: false}), asked};
}

const json = (answer: object, status = 200): Response => new Response(JSON.stringify(answer), {status, headers: {'Content-Type': 'application/json'}});
const compared = (): Response => json({compare: {bodies: {main: '<tr></tr>'}}});
const [from, to] = [revision(1), revision(2)];
const html = {engine: 'html', body: '<tr></tr>'};

test('a wiki without wikidiff2 is asked by rest.php once only', async () => {
  const {session, asked} = wiki(() => json({errorKey: 'rest-compare-wikidiff2', messageTranslations: {en: 'This endpoint requires wikidiff2 1.9.0 or later.'}, httpCode: 500}, 500), compared);
  expect(await wikiDiff(session, from, to)).toEqual(html);
  expect(mayAskRest(session)).toBe(false);
  expect(await wikiDiff(session, from, to)).toEqual(html);
  expect(asked).toEqual(['rest', 'api', 'api']);
});

test('so is one whose rest.php is closed to this page', async () => {
  const {session, asked} = wiki(() => {
    throw new TypeError('Failed to fetch');
  }, compared);
  expect(await wikiDiff(session, from, to)).toEqual(html);
  expect([asked, mayAskRest(session)]).toEqual([['rest', 'api'], false]);
});

test('a network that is down says nothing of rest.php', async () => {
  const down = (): Response => {
    throw new TypeError('Failed to fetch');
  };
  const {session} = wiki(down, down);
  await expect(wikiDiff(session, from, to)).rejects.toMatchObject({name: 'NetworkError'});
  expect(mayAskRest(session)).toBe(true);
});

test('what rest.php refuses of two revisions says nothing of others', async () => {
  const {session, asked} = wiki(() => json({errorKey: 'rest-compare-wrong-content', messageTranslations: {en: 'No.'}, httpCode: 400}, 400), compared);
  expect(await wikiDiff(session, from, to)).toEqual(html);
  expect([asked, mayAskRest(session)]).toEqual([['rest', 'api'], true]);
});

test('the answer is read with slots and without; a text goes along by POST where it is long', async () => {
  const bodies: string[] = [];
  const {session} = wiki(compared, (_, body) => {
    bodies.push(body);
    return json({compare: {body: '<tr></tr>'}});
  });
  expect(await wikiDiff(session, from, unsavedText('word '.repeat(1000)))).toEqual(html);
  expect(bodies[0]).toMatch(/totext-main.*word/s);
});

test('an abort is thrown as it is', async () => {
  const {session, asked} = wiki(compared, compared);
  await expect(wikiDiff(session, from, to, {signal: AbortSignal.abort()})).rejects.toThrow('abort');
  expect(asked).toEqual([]);
  await expect(wikiDiff(session, from, to, {role: ''})).rejects.toThrow(new TypeError("role: '' given, a slot’s name such as 'main' expected"));
});
