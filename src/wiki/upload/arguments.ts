/** What an upload may say: all is looked at before anything is sent. */
import {checkOptions, isFlag, isFunction, isObject, isText, type Rule, signalRule} from '../../core/check.js';
import {shown} from '../../core/shown.js';
import {expiryRule} from '../write/kinds/expiry.js';
import type {Upload, UploadOptions, UploadToStash} from './upload.js';

/** Where the bytes are. */
type Source = {readonly file: Blob} | {readonly url: string} | {readonly filekey: string};

/** An upload that can be meant. */
export type CheckedUpload = Omit<Upload, 'file' | 'url' | 'filekey' | 'filename' | 'stash'> & {
  readonly source: Source;
  readonly filename: string;
  readonly stash: boolean;
};

const text: Rule = [(value) => typeof value === 'string', 'a string'];
const flag: Rule = [isFlag, 'true or false'];

/** Each member has its rule, or this does not compile. */
const rules: Readonly<Record<keyof Upload, Rule>> = {
  file: [(value) => value instanceof Blob, 'a File or a Blob'],
  url: [(value) => isText(value) && URL.canParse(String(value)), 'an absolute URL'],
  filekey: [isText, 'the filekey of a stashed file'],
  filename: [isText, "a file’s name such as 'Oslo.jpg'"],
  comment: text,
  text,
  tags: [(value) => Array.isArray(value) && value.every(text[0]), 'an array of tag names'],
  watchlist: [(value) => ['watch', 'preferences', 'nochange'].includes(String(value)), "'watch', 'preferences' or 'nochange'"],
  watchlistexpiry: expiryRule,
  ignorewarnings: flag,
  stash: flag,
  async: flag,
};

/** Wikis take no smaller chunks (`$wgMinUploadChunkSize`). */
const leastChunkBytes = 1024;

const optionRules: Readonly<Record<keyof UploadOptions, Rule>> = {
  signal: signalRule,
  onProgress: [isFunction, 'a function'],
  chunkBytes: [(value) => Number.isInteger(value) && Number(value) >= leastChunkBytes, `a whole number of bytes, ${leastChunkBytes} or more,`],
  resume: flag,
};

/** @throws {TypeError} names the member, what was given and what is expected */
export function checkUpload(params: Upload | UploadToStash, options: UploadOptions): CheckedUpload {
  if (!isObject(params)) throw new TypeError(`upload: ${shown(params)} given, an object such as {file, filename: 'Oslo.jpg'} expected`);
  checkOptions(params, rules, 'member of an upload');
  checkOptions(options, optionRules);
  const {file, url, filekey, filename: given, stash = false, async, ...fields} = params;
  const sources = Object.entries({file, url, filekey}).filter(([, value]) => value !== undefined);
  const [source] = sources;
  if (!source) throw new TypeError('file: nothing given to upload, one of file, url and filekey expected');
  if (sources.length > 1) throw new TypeError(`${sources.map(([name]) => name).join(' and ')} given, one of file, url and filekey expected`);
  if (file?.size === 0) throw new TypeError('file: an empty file given, and wikis take none');
  if (async && file) throw new TypeError('async: it goes with filekey or url; stash the file first');
  if (filekey !== undefined && stash) throw new TypeError('stash: that file is stashed already');
  const named = given ?? (stash && file && 'name' in file && isText(file.name) ? String(file.name) : undefined);
  return {...fields, ...(async && {async}), stash, source: Object.fromEntries([source]) as unknown as Source, filename: checkName(named)};
}

/** The wiki would take the last part of a path, or make another name: no surprises here. */
function checkName(given: string | undefined): string {
  if (given === undefined) throw new TypeError("filename: undefined given, a file’s name such as 'Oslo.jpg' expected");
  const name = given.replace(/^\s*:?(file|image)\s*:/i, '').trim();
  if (/[/\\]/.test(name) || !/[^.]\.[^.\s]+$/.test(name)) throw new TypeError(`filename: ${shown(given)} given, a name without a path and with an extension, such as 'Oslo.jpg', expected`);
  return name;
}
