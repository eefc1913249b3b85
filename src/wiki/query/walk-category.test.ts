/** Down through categories: what the real wiki cannot be brought to. */
import {describe, expect, test} from 'vitest';
import {type Expected, type FakeAnswer, fakeWiki} from '../../testing/fake-wiki.js';
import type {ListingOptions, Progress} from '../listing.js';
import {Wiki} from '../wiki.js';

const page = (title: string): object => ({ns: 0, title, type: 'page'});
const category = (title: string): object => ({ns: 14, title: `Category:${title}`, type: 'subcat'});
const of = (title: string, members: readonly object[], more: object = {}): readonly [Expected, FakeAnswer] => [{list: 'categorymembers', cmtitle: `Category:${title}`}, {query: {categorymembers: members}, ...more}];

const walk = (exchanges: readonly (readonly [Expected, FakeAnswer])[], params: object = {}, options: ListingOptions = {}) => {
  const fake = fakeWiki(exchanges);
  const members = new Wiki('wiki.example', {fetch: fake.fetch, userAgent: 'Test/1.0', retry: false}).page('Category:A').deepmembers(params, options);
  return {fake, members};
};

describe('what is asked', () => {
  test('a category that lies in two is gone through once, at the first; a page in two is given once', async () => {
    const {fake, members} = walk([of('A', [page('x'), category('B'), category('C')]), of('B', [page('y'), category('D')]), of('C', [page('y'), category('D')]), of('D', [page('z')])]);
    expect((await members.toArray()).map(({title, depth}) => [title, depth])).toEqual([['x', 0], ['Category:B', 0], ['Category:C', 0], ['y', 1], ['Category:D', 1], ['z', 2]]);
    fake.done();
  });

  test('what leads on, besides what the caller wants', async () => {
    const {fake, members} = walk([[{cmprop: 'timestamp|ids|title|type', cmtype: 'page|subcat', cmnamespace: '0|14', cmdir: 'desc', cmsort: 'timestamp'}, {query: {categorymembers: []}}]], {prop: 'timestamp', type: 'page', namespace: 0, dir: 'desc', sort: 'timestamp'});
    await members.toArray();
    fake.done();
  });

  test('no more than the depth; no category after the last item that is wanted', async () => {
    const shallow = walk([of('A', [category('B')]), of('B', [category('C')])], {depth: 1});
    expect(await shallow.members.toArray()).toHaveLength(2);
    shallow.fake.done();
    const few = walk([of('A', [page('x'), page('y'), category('B')])]);
    expect(await few.members.take(2).toArray()).toHaveLength(2);
    few.fake.done();
  });

  test.each([-1, '1', Number.NaN])('depth %j is refused, and nothing is sent', async (depth) => {
    const {fake, members} = walk([], {depth});
    await expect(members.toArray()).rejects.toThrow(/^depth: .* given, a number of steps down expected, 0 or more/);
    expect(fake.requests).toEqual([]);
  });
});

test('progress counts over all categories; answers in which nothing is wanted count, too', async () => {
  const told: Progress[] = [];
  const {members} = walk([of('A', [category('B')], {continue: {cmcontinue: '1', continue: '-||'}}), of('A', [page('x')]), of('B', [page('y'), page('z')])], {type: 'page'}, {onProgress: (progress) => told.push(progress)});
  await members.toArray();
  expect(told).toEqual([{items: 0, answers: 1}, {items: 1, answers: 2}, {items: 3, answers: 3}]);
});

test('an error below comes after what was found above', async () => {
  const {members} = walk([of('A', [page('x'), category('B')]), [{cmtitle: 'Category:B'}, {errors: [{code: 'readonly', text: 'No.'}]}]]);
  const got: string[] = [];
  const reading = (async () => {
    for await (const {title} of members) got.push(title);
  })();
  await expect(reading).rejects.toMatchObject({name: 'ApiError', code: 'readonly'});
  expect(got).toEqual(['x', 'Category:B']);
});

test('an abort between two categories ends it', async () => {
  const controller = new AbortController();
  const {fake, members} = walk([of('A', [page('x'), category('B')])], {}, {signal: controller.signal});
  const answers = members.byAnswer();
  await answers.next();
  controller.abort(new Error('seen enough'));
  await expect(answers.next()).rejects.toThrow('seen enough');
  fake.done();
});
