/** The law of uploads, on a model of the wiki's stash and on the worst of lines. */
import {sha1 as noble} from '@noble/hashes/legacy.js';
import {bytesToHex} from '@noble/hashes/utils.js';
import fc from 'fast-check';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {Session} from '../../core/session.js';
import {fakeWiki, type FakeRequest} from '../../testing/fake-wiki.js';
import {upload} from './upload.js';
import {settled, withoutWaiting} from './upload.fixtures.js';

const text = 'The tide comes in. '.repeat(300);
const size = text.length;
const sha1 = bytesToHex(noble(new TextEncoder().encode(text)));

/** As MediaWiki 1.43 answers (e2e/upload.spec.ts has the real one). */
class Model {
  readonly published: object[] = [];
  readonly #parts = new Map<string, number>();
  readonly #stash = new Set<string>();
  #keys = 0;

  answer({action, list, prop, ...params}: FakeRequest['params']): object {
    if (list === 'mystashedfiles') return {query: {mystashedfiles: [...this.#stash].map((filekey) => ({filekey, status: 'finished', size}))}};
    if (prop === 'stashimageinfo') return this.#stash.has(params['siifilekey'] ?? '') ? {query: {stashimageinfo: [imageinfo]}} : refused('uploadstash-file-not-found');
    if (prop === 'imageinfo') return {query: {userinfo: {name: 'Olga'}, pages: [{title: 'File:Tides.txt', imagerepository: 'local', imageinfo: this.published}]}};
    expect(action).toBe('upload');
    const {filekey = '', checkstatus, chunk, file, offset} = params;
    if (checkstatus) return this.#parts.has(filekey) ? told({result: 'Continue', stage: 'uploading', offset: this.#parts.get(filekey)}) : refused('missingresult');
    if (file) return this.#keep(file);
    return chunk ? this.#add(filekey, Number(offset), chunk) : this.#publish(filekey);
  }

  #add(filekey: string, offset: number, chunk: string): object {
    const key = offset === 0 ? this.#newKey() : filekey;
    const has = offset === 0 ? 0 : this.#parts.get(key);
    if (has === undefined) return refused('uploadstash-file-not-found');
    if (has !== offset) return refused('stashfailed', {offset: String(has)});
    const now = has + bytes(chunk);
    this.#parts.set(key, now);
    if (now < size) return told({result: 'Continue', offset: now, filekey: key});
    this.#parts.delete(key);
    return this.#keep(`[${now} bytes]`);
  }

  #keep(file: string): object {
    expect(bytes(file)).toBe(size);
    const filekey = this.#newKey();
    this.#stash.add(filekey);
    return told({result: 'Success', filekey, imageinfo});
  }

  #publish(filekey: string): object {
    if (!this.#stash.delete(filekey)) return refused('uploadstash-file-not-found');
    this.published.unshift({...imageinfo, user: 'Olga'});
    return told({result: 'Success', filename: 'Tides.txt', imageinfo});
  }

  #newKey = (): string => `${++this.#keys}.txt`;
}

const imageinfo = {sha1, size, timestamp: '2030-01-01T12:00:00Z'};
const bytes = (part: string): number => Number(/\d+/.exec(part)?.[0]);
const told = (members: object): object => ({upload: members});
const refused = (code: string, data?: object): object => ({errors: [{code, text: code, module: 'upload', ...(data && {data})}]});

/** What can happen to a request; `twice`: the browser sends it again by itself; `late`: it arrives when the next does. */
const faults = ['none', 'dropBefore', 'dropAfter', 'twice', 'late', 'html', 'gateway', 'busy'] as const;
type Fault = (typeof faults)[number];

const lost = new TypeError('Failed to fetch');
const html = (status: number, headers?: HeadersInit): Response => new Response('<html>', {status, ...(headers && {headers})});

function line(model: Model, happens: readonly Fault[]): Session['settings']['fetch'] {
  const left = [...happens];
  let late: FakeRequest | undefined;
  const answer = (request: FakeRequest): object | Error | Response => {
    if (late) model.answer(late.params);
    late = undefined;
    switch (left.shift() ?? 'none') {
      case 'none':
        return model.answer(request.params);
      case 'dropBefore':
        return lost;
      case 'dropAfter':
        model.answer(request.params);
        return lost;
      case 'twice':
        model.answer(request.params);
        return model.answer(request.params);
      case 'late':
        late = request;
        return lost;
      case 'html':
        model.answer(request.params);
        return html(200);
      case 'gateway':
        model.answer(request.params);
        return html(504);
      case 'busy':
        return html(503, {'Retry-After': '1'});
    }
  };
  return fakeWiki(Array.from({length: 300}, () => [{}, answer] as const)).fetch;
}

const run = (model: Model, happens: readonly Fault[], chunkBytes: number, retry: {readonly maxRetries?: number} | false): Promise<{readonly outcome?: string; readonly name?: string}> => {
  const session = new Session('https://wiki.example/w/api.php', {fetch: line(model, happens), userAgent: 'Test/1.0', user: 'Olga', tokens: {csrf: 'x'}, retry});
  return settled(upload(session, {file: new Blob([text]), filename: 'Tides.txt'}, {chunkBytes}).catch((error: Error) => error));
};

beforeEach(() => void withoutWaiting());
afterEach(() => void vi.useRealTimers());

/** Not more in a row than a minute of trying lasts for. */
const lines = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...faults)), {maxLength: 6}).map((pairs) => pairs.flatMap(([quiet, fault]): Fault[] => [...Array.from({length: quiet}, () => 'none' as const), fault]));
const chunkSizes = fc.constantFrom(1024, 2000, 5000, 10_000);

test('whatever happens on the way, in the end the file is there, once, and that is what is told', async () => {
  await fc.assert(
    fc.asyncProperty(lines, chunkSizes, async (happens, chunkBytes) => {
      const model = new Model();
      expect(await run(model, happens, chunkBytes, {})).toMatchObject({outcome: 'saved', filename: 'Tides.txt', imageinfo: {sha1}});
      expect(model.published).toHaveLength(1);
    }),
    {numRuns: 150},
  );
}, 60_000);

test('who gives up early is told the truth: saved, or certainly not, or not known', async () => {
  await fc.assert(
    fc.asyncProperty(lines, chunkSizes, fc.constantFrom(false as const, {maxRetries: 0}, {maxRetries: 1}), async (happens, chunkBytes, retry) => {
      const model = new Model();
      const {outcome, name} = await run(model, happens, chunkBytes, retry);
      expect(model.published.length).toBeLessThanOrEqual(1);
      if (name !== 'OutcomeUnknownError') expect(model.published).toHaveLength(outcome === 'saved' ? 1 : 0);
    }),
    {numRuns: 150, examples: [[['none', 'twice', 'gateway'], 10_000, false]]},
  );
}, 60_000);
