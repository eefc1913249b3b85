/** docs/edit-errors.md: what a program meets. `tools/edit-errors.test.ts` of the form has what a user does; e2e/edit-errors.spec.ts asks the real wiki. */
import {describe, expect, test} from 'vitest';
import guide from '../../../docs/edit-errors.md?raw';
import type {Fetch} from '../../core/exchange.js';
import {fakeWiki} from '../../testing/fake-wiki.js';
import {Wiki} from '../wiki.js';
import type {Edit} from './edit.js';
import {answered, editErrors} from './edit-errors.fixtures.js';
import {read} from './read.fixtures.js';

const {codes, later} = editErrors(guide);
const all = [...codes, ...later];

const newest = {revid: 14, parentid: 12, timestamp: '2026-11-21T12:00:00Z', user: 'Nils', comment: 'x', slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: '== Theirs =='}}};

/** Answers each edit with that code, and all that is asked about it as a wiki does on which Nils was faster. */
const refusing =
  (code: string): Fetch =>
  async (url) => {
    const {searchParams} = new URL(url);
    if (searchParams.get('action') === 'edit') return Response.json({errors: [{code, html: `The words of <b>${code}</b>.`, module: 'edit'}]}, {headers: {'MediaWiki-API-Error': code}});
    if (searchParams.get('meta')?.includes('tokens')) return Response.json({query: {tokens: {csrftoken: 'new'}, userinfo: {id: 3, name: 'Olga'}}});
    return Response.json({query: {pages: [{pageid: 7, ns: 0, title: 'Oslo', revisions: [newest]}], userinfo: {id: 3, name: 'Olga'}}});
  };

const wikiOf = (fetch: Fetch): Wiki => new Wiki('wiki.example', {fetch, userAgent: 'Test/1.0', user: 'Olga', tokens: {csrf: 't'}, retry: false});

test('the manual has 49 codes', () => {
  expect(new Set(codes.map(({code}) => code)).size).toBe(49);
  expect(new Set(all.map(({code}) => code)).size).toBe(all.length);
});

describe('what page.edit() throws', () => {
  const rows = all.flatMap((row) => answered(row).map((code) => [code, row.thrown] as const));

  test.each([...new Map(rows)])('%s: %s, with all that was to be saved', async (code, thrown) => {
    const section = code === 'nosuchsection' ? {section: 2} : {};
    const error: unknown = await read(wikiOf(refusing(code)).page('Oslo')).edit({text: 'mine', baserevid: 12, ...section}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({name: thrown, unsaved: {text: 'mine'}});
    const said = thrown === 'OutcomeUnknownError' ? (error as Error).cause : error;
    expect(said).toMatchObject({code, errors: [{code, text: `The words of ${code}.`}]});
  });
});

/** What would lead to each, were it sent. */
const wrong: Readonly<Record<string, (wiki: Wiki) => Promise<unknown>>> = {
  notitle: (wiki) => wiki.page('').edit({text: 'x'}),
  missingparam: (wiki) => wiki.page(' ').edit({text: 'x'}),
  notext: (wiki) => wiki.page('Oslo').edit({summary: 'x'} as Edit & {text: string}),
  invalidsection: (wiki) => wiki.page('Oslo').edit({text: 'x', section: 'abc'}),
  invalidparammix: (wiki) => wiki.page('Oslo').edit({text: 'x', pageid: 7} as Edit & {text: string}),
  invalidtitle: (wiki) => wiki.page('A[b').edit({text: 'x'}),
  badmd5: (wiki) => wiki.page('Oslo').edit({text: 'x', md5: 'abc'} as Edit & {text: string}),
};

describe('what is told before anything is sent', () => {
  const told = codes.flatMap(({code, before}) => (before === undefined ? [] : [[code, before] as const]));

  test('is all tried here', () => {
    expect(told.map(([code]) => code).sort()).toEqual(Object.keys(wrong).sort());
  });

  test.each(told)('%s: a TypeError that names %s', async (code, name) => {
    const fake = fakeWiki();
    const refused = (async () => wrong[code]?.(wikiOf(fake.fetch)))();
    await expect(refused).rejects.toBeInstanceOf(TypeError);
    await expect(refused).rejects.toThrow(new RegExp(`^${name}: `));
    expect(fake.requests).toEqual([]);
  });
});
