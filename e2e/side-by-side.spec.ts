/**
 * Our `Api`, `ForeignApi`, `Rest` and `ForeignRest` beside core's, call for call on a page of the real wiki: the same
 * requests and the same outcome, or a difference that is meant (side-by-side/allowed.ts, and `improves` in a call).
 *
 * `SIDE_BY_SIDE=itself` compares core's classes with themselves, which shows that nothing is left to chance.
 */
import {expect, test} from './fixtures.js';
import {calls, groups} from './side-by-side/calls/index.js';
import {openTable} from './side-by-side/open.js';
import {differences, expectedOfOurs, steady} from './side-by-side/same.js';
import type {Circumstances} from './side-by-side/allowed.js';
import type {Call, Classes, Doors, Observation, SentRequest, Who} from './side-by-side/types.js';
import type {Door, RequestRecord, TestWiki} from './wiki/index.js';

const itself = process.env['SIDE_BY_SIDE'] === 'itself';
const library = itself ? undefined : '/dist/compat.js';

test.use({trace: 'off'}); // the report says it all
test.describe.configure({mode: 'parallel', timeout: 120_000});
test.skip(({sharedWiki}) => !sharedWiki.version.startsWith('1.43'), 'the table is of MediaWiki 1.43: older ones ask in other words');

/** The same wiki under two more origins. */
async function openDoors(wiki: TestWiki): Promise<Record<keyof Doors, Door> & {close(): Promise<unknown>}> {
  const [other, unlisted] = await Promise.all([wiki.door({crossSite: [new URL(wiki.origin).host], scenario: 'crossoriginrest'}), wiki.door({crossSite: ['elsewhere.example']})]);
  return {other, unlisted, close: () => Promise.all([other.close(), unlisted.close()])};
}

/** Those of a group that are made by this one. */
const asked = (group: readonly Call[], who: Who): readonly Call[] => group.filter(({as}) => as === who || (as === 'both' && who !== 'sysop'));

for (const [group, all] of Object.entries(groups)) {
  for (const who of ['anon', 'user', 'sysop'] as const) {
    const some = asked(all, who);
    if (some.length === 0) continue;
    test(`${group}, as ${who}: ${some.length} calls`, async ({page, wiki}) => {
      const {other, unlisted, close} = await openDoors(wiki);
      const table = await openTable(page, wiki, {other: other.origin, unlisted: unlisted.origin}, who, library);
      const told: string[] = [];
      for (const call of some) {
        const real = steady(await table.observe(call, 'real'));
        const ours = steady(await table.observe(call, 'ours'));
        const circumstances = {origin: wiki.origin, userAgent: `MediaWiki-JS/${wiki.version}`, byXhr: call.byXhr ?? false, later: call.later ?? false};
        told.push(...compare(call, real, ours, circumstances).map((line) => `“${call.name}”, ${line}`));
      }
      await close();
      expect(told, `${group}, as ${who}: where core’s and ours differ`).toEqual([]);
    });
  }
}

/** What is not as it has to be, a line for each. */
function compare({improves}: Call, real: Observation, ours: Observation, circumstances: Circumstances): string[] {
  if (itself) return differences(real, ours);
  const different = differences(expectedOfOurs(real, ours, circumstances), ours);
  if (!improves) return different;
  const {what, where, look} = improves;
  const [seen, seenOfOurs] = [look(real), look(ours)];
  const unlike = (side: string, wanted: unknown, got: unknown): string[] =>
    differences(wanted, got).length === 0 ? [] : [`${what}: ${side} ${JSON.stringify(got)}, where the table says ${JSON.stringify(wanted)}`];
  return [
    ...unlike('core’s', improves.real, seen),
    ...unlike('ours', improves.ours, seenOfOurs),
    ...(differences(seen, seenOfOurs).length === 0 ? [`${what}: core’s does, too`] : []),
    ...different.filter((line) => !where.test(line)),
  ];
}

test('the table is long, and no two calls have the same name', () => {
  expect(calls.length).toBeGreaterThanOrEqual(400);
  expect(asked(calls, 'anon').length).toBeGreaterThanOrEqual(40);
  expect(new Set(calls.map(({name}) => name)).size).toBe(calls.length);
});

test('no method of core’s is left out, and ours have them all', async ({page, wiki}) => {
  await page.goto(`${wiki.origin}/wiki/Special:BlankPage`);
  const methods = await page.evaluate(async (library) => {
    const {mw} = globalThis as unknown as {mw: Classes & {loader: {using(modules: string[]): Promise<void>}}};
    await mw.loader.using(['mediawiki.api', 'mediawiki.ForeignApi']);
    const ours = (library === undefined ? mw : await import(library)) as Classes;
    const names = (constructor: {prototype: object}): string[] => Object.keys(constructor.prototype).filter((name) => name !== 'constructor');
    return (['Api', 'ForeignApi', 'Rest', 'ForeignRest'] as const).map((name) => ({
      name,
      core: names(mw[name]),
      ours: names(mw[name]).filter((method) => typeof (ours[name].prototype as unknown as Record<string, unknown>)[method] === 'function'),
    }));
  }, library);
  const {REST = [], ...others} = groups;
  for (const {name, core, ours} of methods) {
    const code = (name.endsWith('Rest') ? REST : Object.values(others).flat()).map(({run}) => String(run)).join('\n');
    expect(core.filter((method) => !code.includes(`.${method}(`)), `methods of mw.${name} that no call uses`).toEqual([]);
    expect(ours, `methods of mw.${name} that ours has`).toEqual(core);
  }
});

test('what is put down in the page is what the wiki gets', async ({page, wiki}) => {
  const {other, unlisted, close} = await openDoors(wiki);
  const table = await openTable(page, wiki, {other: other.origin, unlisted: unlisted.origin}, 'user', library);
  const here = ['options: headers', 'options: headers of a post', 'options: multipart', 'upload: a file', 'Rest: put without a token'];
  const there = ['ForeignApi: there, as oneself', 'ForeignApi: there, as nobody'];
  for (const {name, door} of [...here.map((name) => ({name, door: wiki.front})), ...there.map((name) => ({name, door: other}))]) {
    const call = calls.find((call) => call.name === name);
    for (const side of ['real', 'ours'] as const) {
      const {requests} = await table.observe(call as Call, side);
      const got = door.requests.filter(({method}) => method !== 'OPTIONS').slice(-requests.length);
      for (const [index, {method, url, headers: {'content-type': type = '', ...headers}, body, cookies}] of requests.entries()) {
        const record = got[index];
        const told = `${name}, ${side}`;
        expect([record?.method, door.origin + record?.url], told).toEqual([method, url]);
        expect(record?.headers, told).toMatchObject(headers);
        expect(withoutBoundary(record?.headers['content-type']), told).toBe(withoutBoundary(type));
        expect(record?.headers.cookie !== undefined, told).toBe(cookies);
        expect(await bodyOf(record), told).toEqual(body);
      }
    }
  }
  await close();
});

const withoutBoundary = (type = ''): string => type.replace(/(?<=boundary=).*/, '');

/** As the page’s record has it: a form as its fields, with line ends as one. */
async function bodyOf(record: RequestRecord | undefined): Promise<SentRequest['body']> {
  const {body = '', headers = {}} = record ?? {};
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body === '' ? null : body;
  const form = await new Response(body, {headers: {'content-type': type}}).formData();
  const line = (text: string): string => text.replace(/\r\n?/g, '\n');
  return Promise.all([...form].map(async ([name, value]) => (typeof value === 'string' ? ([name, line(value)] as const) : ([name, {name: value.name, size: value.size, type: value.type, content: await value.text()}] as const)))) as Promise<SentRequest['body']>;
}
