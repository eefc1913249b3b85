/**
 * Uploads: whole or in chunks, at once or by way of the stash. What is wrong with the arguments is said at once; the rest
 * is loaded with the first upload.
 */
import type {Api, ApiParameters} from './api.js';
import {merge} from './parameters.js';
import {type ApiPromise, deferred, rejected} from './promise.js';
import type {ApiResponse, HttpFailure} from './promise-types.js';

/** Parameters of `action=upload`; `filename` is required but for `stash`. */
export type UploadData = ApiParameters & {filename?: string | undefined};

/** Publishes what was stashed. */
export type FinishUpload = (moreData?: ApiParameters) => ApiPromise;

export interface Uploads {
  /**
   * Fails with the kind of the first warning (`exists`, `duplicate`, …) where the wiki warns; `progress` tells a fraction.
   *
   * @param file - or an `<input type="file">`
   * @throws {Error} at once: no file, something else, or no `filename`
   */
  upload(file: Blob | HTMLInputElement, data: UploadData): ApiPromise;
  uploadWithFormData(file: Blob, data: UploadData): ApiPromise;
  /** @param chunkSize - bytes; default 5 MiB */
  chunkedUpload(file: Blob | HTMLInputElement, data: UploadData, chunkSize?: number, chunkRetries?: number): ApiPromise;
  uploadChunk(file: Blob, data: UploadData, start: number, end: number, filekey?: string, retries?: number): ApiPromise;
  /** Calls again after a second where the connection failed. */
  retry<T>(code: string, result: HttpFailure | ApiResponse, callable: () => ApiPromise<T>): ApiPromise<T>;
  slice(file: Blob, start: number, stop: number): Blob;
  /** Succeeds with a function that publishes the file. */
  uploadToStash(file: Blob | HTMLInputElement, data?: UploadData): ApiPromise<FinishUpload>;
  chunkedUploadToStash(file: Blob | HTMLInputElement, data?: UploadData, chunkSize?: number, chunkRetries?: number): ApiPromise<FinishUpload>;
  finishUploadToStash(uploadPromise: ApiPromise, data?: UploadData): ApiPromise<FinishUpload>;
  uploadFromStash(filekey: string, data: UploadData): ApiPromise;
  /** Whether uploads need a token. Subclasses may say no. */
  needToken(): boolean;
}

type Step = Exclude<keyof Uploads, 'needToken' | 'slice'>;

function requireName(data: UploadData | undefined): asserts data {
  if (!data?.filename) throw new Error('Filename not included in file data.');
}

const uploaded = (_: unknown, data?: UploadData): void => {
  if (!data?.['stash']) requireName(data);
};

/** The first file of a form's field. */
const fileOf = (given: Blob | HTMLInputElement | undefined): Blob | undefined => {
  const {files} = (given ?? {}) as Partial<HTMLInputElement>;
  return files ? files[0] : (given as Blob);
};

/** As core says it. */
function aFile(given?: Blob | HTMLInputElement): void {
  const file = fileOf(given);
  if (!file) throw new Error('No file');
  if (!(file instanceof Blob)) throw new Error('Unsupported argument type passed to mw.Api.upload');
}

const aNamedFile = (given?: Blob | HTMLInputElement, data?: UploadData): void => {
  requireName(data);
  aFile(given);
};

/** Checks the arguments at once, and does the step when it is loaded. */
function step(name: Step, check?: (...args: never[]) => void) {
  return function (this: Api, ...args: unknown[]): unknown {
    check?.(...(args as never[]));
    args[0] = fileOf(args[0] as Blob);
    const loaded = deferred();
    import('./uploading.js').then(
      ({uploading}) => void loaded.resolve(uploading),
      (exception: unknown) => void loaded.reject('http', {textStatus: 'error', exception}),
    );
    return loaded.promise().then((uploading) => (uploading as Record<Step, (...args: unknown[]) => unknown>)[name].apply(this, args));
  };
}

/** What is wrong is said at once. */
const checks: Readonly<Record<Exclude<Step, 'retry'>, ((...args: never[]) => void) | undefined>> = {
  upload(given?: Blob | HTMLInputElement, data?: UploadData) {
    aFile(given);
    uploaded(given, data);
  },
  uploadWithFormData: uploaded,
  chunkedUpload: aNamedFile,
  uploadChunk: undefined,
  uploadToStash: aNamedFile,
  chunkedUploadToStash: aNamedFile,
  finishUploadToStash: undefined,
  uploadFromStash(filekey: string, data: UploadData) {
    Object.assign(data, {filekey, action: 'upload', format: 'json'});
    requireName(data);
  },
};

const again = step('retry');

export const uploads = merge<object>(Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, step(name as Step, check)])), {
  retry(code: string, result: HttpFailure, ...more: unknown[]) {
    return code === 'http' && result.textStatus !== 'abort' ? again.call(this as unknown as Api, code, result, ...more) : rejected(code, result);
  },
  slice: (file: Blob, start: number, stop: number) => file.slice(start, stop, file.type),
  needToken: () => true,
}) as Uploads;
