/**
 * How uploads are done; loaded with the first. Each step is a method that subclasses may override.
 *
 * @see https://www.mediawiki.org/wiki/API:Upload
 */
import {createXhr} from '../core/xhr.js';
import type {Api, RequestPromise} from './api.js';
import {merge} from './parameters.js';
import {aborted, deferred, rejected, resolved} from './promise.js';
import type {Abortable, ApiResponse} from './promise-types.js';
import type {FinishUpload, UploadData, Uploads} from './upload.js';

/** What else is in the caller's data does not go to the wiki. */
const fields = /^(stash|filekey|filename|comment|text|tags|watchlist|watchlistexpiry|ignorewarnings|checkstatus|chunk|offset|filesize|async)$/;

interface UploadAnswer {
  readonly upload?: {readonly result?: string; readonly filekey?: string; readonly warnings?: Readonly<Record<string, unknown>>};
}

const uploadOf = (answer: unknown): NonNullable<UploadAnswer['upload']> => (answer as UploadAnswer | undefined)?.upload ?? {};

/** Whether the wiki stashed the file although the promise failed, for warnings that were to be ignored. */
const isStashed = (answer: unknown): boolean => uploadOf(answer).result === 'Success' && Boolean(uploadOf(answer).filekey);

export const uploading: Omit<Uploads, 'needToken' | 'slice'> & ThisType<Api> = {
  upload(given, data) {
    return this.uploadWithFormData(given as Blob, data);
  },

  uploadWithFormData(file, data) {
    for (const name of Object.keys(data)) if (!fields.test(name)) delete data[name];
    const params: UploadData = merge(this.defaults.parameters, {action: 'upload'}, data);
    if (!params['chunk']) params['file'] = file;
    const outcome = deferred<ApiResponse>(() => request.abort());
    const request: RequestPromise = this[this.needToken() ? 'postWithEditToken' : 'post'](params, {
      contentType: 'multipart/form-data',
      timeout: 0,
      xhr: () => createXhr((fraction) => void outcome.notify(fraction)),
    });
    request
      .done((answer) => {
        const {warnings} = uploadOf(answer);
        outcome.notify(1);
        if (warnings) outcome.reject(Object.keys(warnings)[0], answer);
        else outcome.resolve(answer);
      })
      .fail((code, details) => {
        outcome.notify(1);
        outcome.reject(code, details);
      });
    return outcome.promise();
  },

  chunkedUpload(given, data, chunkSize = 5 * 1024 * 1024, chunkRetries = 1) {
    const file = given as Blob;
    let active: Abortable | undefined;
    let stopped = false;
    const outcome = deferred<ApiResponse>(() => {
      stopped = true;
      active?.abort();
    });
    const send = (start: number, filekey: string): void => {
      const end = start === 0 ? chunkSize : Math.min(start + chunkSize, file.size);
      active = this.uploadChunk(file, data, start, end, filekey, chunkRetries)
        .progress(outcome.notify)
        .fail(outcome.reject)
        .done((answer) => {
          if (end >= file.size) outcome.resolve(answer);
          // Between two chunks there is no request to abort.
          else if (stopped) outcome.reject(...aborted());
          else send(end, uploadOf(answer).filekey ?? '');
        });
    };
    send(0, '');
    return outcome.promise();
  },

  uploadChunk(file, data, start, end, filekey = '', retries = 1) {
    Object.assign(data, {filesize: file.size, chunk: this.slice(file, start, end), offset: start}, filekey && start > 0 && {filekey});
    return this.uploadWithFormData(file, data).then(
      null,
      (code, result) => {
        const {warnings} = uploadOf(result);
        // The other chunks may follow; what the wiki warns of, it will say again at the end.
        if (warnings) return end === file.size ? rejected(warnings['code'] || 'unknown', result) : resolved(result);
        if (retries === 0) return rejected(code, result);
        return this.retry(code, result, () => this.uploadChunk(file, data, start, end, filekey, retries - 1));
      },
      (fraction) => (file.size > 0 ? (start + fraction * (Math.min(end, file.size) - start)) / file.size : fraction),
    );
  },

  retry(_code, _result, callable) {
    let again: Abortable | undefined;
    const timer = setTimeout(() => {
      again = callable().done(outcome.resolve).fail(outcome.reject).progress(outcome.notify);
    }, 1000);
    const outcome = deferred(() => {
      clearTimeout(timer);
      if (again) again.abort();
      else outcome.reject(...aborted());
    });
    return outcome.promise() as never;
  },

  uploadToStash(file, data) {
    return uploading.finishUploadToStash.call(this, this.upload(file, stashing(data)), data);
  },

  chunkedUploadToStash(file, data, chunkSize, chunkRetries) {
    return uploading.finishUploadToStash.call(this, this.chunkedUpload(file, stashing(data), chunkSize, chunkRetries), data);
  },

  finishUploadToStash(uploadPromise, data) {
    const finish = (stashed: unknown): FinishUpload => (moreData) => this.uploadFromStash(uploadOf(stashed).filekey ?? '', merge<UploadData>(data, moreData));
    return uploadPromise.then(finish, (code, result) => (isStashed(result) ? finish(result) : rejected(code, result)));
  },

  uploadFromStash(_filekey, data) {
    return this.postWithEditToken(data).then((answer) => {
      const {warnings} = uploadOf(answer);
      return warnings ? rejected(Object.keys(warnings)[0], answer) : answer;
    });
  },
};

const stashing = ({filename, ignorewarnings}: UploadData = {}): UploadData => ({stash: true, filename, ignorewarnings});
