import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {startWiki, type Door, type TestWiki} from './index.js';
import {Visitor, at, pageText, visitorAs} from './visitor.js';

let wiki: TestWiki;
let door: Door;
beforeAll(async () => {
  wiki = await startWiki();
  door = await wiki.door({scenario: ['oauth', 'crossorigin']});
}, 300_000);
afterAll(() => wiki.stop());

const page = {Origin: 'https://tool.example'};
const olga = (): Record<string, string> => ({...page, Authorization: `Bearer ${wiki.consumers.bearer.Olga.accessToken}`});
const ask = (query: string, headers: Record<string, string>, body?: URLSearchParams): Promise<Response> =>
  fetch(`${door.api}?format=json&formatversion=2&${query}`, {headers, ...(body && {method: 'POST', body})});

const cors = ({headers}: Response): (string | null)[] => [headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')];

describe('crossorigin', () => {
  test('a preflight lets the usual headers through, for any page', async () => {
    const preflight = (wanted: string): Promise<Response> =>
      fetch(`${door.api}?crossorigin=1`, {method: 'OPTIONS', headers: {...page, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': wanted}});
    const answer = await preflight('api-user-agent,authorization');
    expect(answer.status).toBe(200);
    expect(cors(answer)).toEqual(['*', 'false']);
    expect(answer.headers.get('access-control-allow-headers')).toBe('api-user-agent,authorization');
    expect(answer.headers.get('access-control-allow-methods')).toBe('POST, GET, HEAD');
    const other = await preflight('authorization,x-other');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    expect(other.headers.get('mediawiki-cors-rejection')).toBe('Unsupported header requested in preflight');
  });

  test('with a token: its user, whom any page may read and write as', async () => {
    const answer = await ask('crossorigin=1&action=query&meta=userinfo|tokens', olga());
    expect(cors(answer)).toEqual(['*', 'false']);
    expect(answer.headers.get('access-control-expose-headers')).toContain('MediaWiki-API-Error');
    expect(answer.headers.get('vary') ?? '').not.toContain('Origin');
    const body = (await answer.json()) as unknown;
    expect(at(body, 'warnings')).toBeUndefined();
    expect(at(body, 'query', 'userinfo', 'name')).toBe('Olga');
    const token = String(at(body, 'query', 'tokens', 'csrftoken'));
    const saved = await ask('crossorigin=1&action=edit', olga(), new URLSearchParams({title: 'From a tool', text: 'x', token}));
    expect(at(await saved.json(), 'edit', 'result')).toBe('Success');
    expect(await pageText(wiki.api, 'From a tool')).toBe('x');
  });

  test('with cookies, or with nothing: forbidden', async () => {
    const cookies = await visitorAs(door.api, wiki.users.Olga);
    await expect(cookies.get({action: 'query', crossorigin: true})).rejects.toThrow(SyntaxError); // a text, no JSON
    const answer = await ask('crossorigin=1&action=query', page);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await answer.text()).toBe("'crossorigin' cannot be used with cookie-based sessions\n");
  });

  test('beside origin: forbidden', async () => {
    for (const origin of ['*', page.Origin]) {
      const answer = await ask(`crossorigin=1&origin=${encodeURIComponent(origin)}&action=query`, olga());
      expect(answer.status).toBe(403);
      expect(await answer.text()).toBe("'origin' and 'crossorigin' parameters cannot be used together\n");
    }
  });

  test('with a token that is refused: an error which the page cannot read, as MediaWiki answers it before the headers', async () => {
    const answer = await ask('crossorigin=1&action=query', {...page, Authorization: 'Bearer nobodys'});
    expect(cors(answer)).toEqual([null, null]);
    expect(at(await answer.json(), 'error', 'code')).toBe('mwoauth-invalid-authorization');
  });

  test('the wiki calls itself 1.44; without the scenario it knows nothing of it', async () => {
    const generator = async (api: string): Promise<unknown> => at((await new Visitor(api).get({action: 'query', meta: 'siteinfo'})).body, 'query', 'general', 'generator');
    expect(await generator(door.api)).toBe('MediaWiki 1.44.0');
    expect(await generator(wiki.api)).toBe(`MediaWiki ${wiki.version}`);
    const {body} = await new Visitor(wiki.api).get({action: 'query', crossorigin: true});
    expect(at(body, 'warnings', 0, 'text')).toContain('crossorigin');
  });

  test('origin goes on as before', async () => {
    const answer = await ask('origin=*&action=query&meta=userinfo', olga());
    expect(cors(answer)).toEqual(['*', 'false']);
    expect(at(await answer.json(), 'query', 'userinfo', 'anon')).toBe(true);
  });
});
