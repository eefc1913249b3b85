/** Two versions of a file, to be looked at side by side. */
import {checkOptions, isText, type Rule, signalRule} from '../../core/check.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {givenUrl} from '../given-url.js';
import {onePage} from '../page-refusals.js';
import {ask} from '../query/look-up.js';
import type {RevisionsAnswer} from '../revision.js';
import {refuse} from './refusals.js';

export interface FileVersion {
  /** ISO 8601: by this a version is known. */
  readonly timestamp: string;
  /** Undefined when hidden. */
  readonly user: string | undefined;
  /** Undefined when hidden. */
  readonly comment: string | undefined;
  /** By http(s), on any host. Undefined when hidden. */
  readonly url: string | undefined;
  /** A smaller picture; the file itself where there is none smaller, and undefined where there is no picture of it. */
  readonly thumburl: string | undefined;
  /** In bytes. */
  readonly size: number | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly mime: string | undefined;
  readonly mediatype: string | undefined;
  readonly sha1: string | undefined;
  /** For `page.filerevert`; undefined for the newest. */
  readonly archivename: string | undefined;
  readonly hidden: {readonly file: boolean; readonly user: boolean; readonly comment: boolean};
}

export interface FileVersionsOptions {
  /** In pixels. Default: 600. */
  readonly thumbWidth?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface ImageInfo {
  readonly timestamp: string;
  readonly user?: string;
  readonly comment?: string;
  readonly url?: string;
  readonly thumburl?: string;
  readonly size?: number;
  readonly width?: number;
  readonly height?: number;
  readonly mime?: string;
  readonly mediatype?: string;
  readonly sha1?: string;
  readonly archivename?: string;
  readonly filehidden?: boolean;
  readonly userhidden?: boolean;
  readonly commenthidden?: boolean;
}

interface ImageAnswer {
  readonly query?: RevisionsAnswer['query'] & {readonly pages?: readonly {readonly imageinfo?: readonly ImageInfo[]}[]};
}

const rules: Readonly<Record<keyof FileVersionsOptions, Rule>> = {
  thumbWidth: [(value) => Number.isInteger(value) && Number(value) > 0, 'a number of pixels'],
  signal: signalRule,
};

const props = ['timestamp', 'user', 'comment', 'url', 'size', 'mime', 'mediatype', 'sha1', 'archivename'];

/**
 * The versions of these times, in that order; without times the newest two, older first, or one where there is one only.
 * One request.
 *
 * @throws {ApiError} `nofile`: there is no such file; `nosuchversion`: none of that time; `invalidtitle`
 * @throws {TypeError} a time that is none, or a wrong option
 * @see https://www.mediawiki.org/wiki/API:Imageinfo
 */
export async function fileVersions(session: Session, title: string, timestamps?: readonly string[], options: FileVersionsOptions = {}): Promise<FileVersion[]> {
  checkOptions(options, rules);
  if (!isText(title)) throw new TypeError(`title: ${shown(title)} given, a file’s title expected`);
  const times = timestamps?.map(isoTime).sort();
  const {thumbWidth = 600, signal} = options;
  const stretch = times && times.length > 0 ? {iistart: times.at(-1), iiend: times[0], iilimit: 'max'} : {iilimit: 2};
  const params = {action: 'query', titles: [title], prop: 'imageinfo', iiprop: props, iiurlwidth: thumbWidth, ...stretch};
  const {query} = await ask<ImageAnswer>(session, params, {signal}, times ? 'whole' : 'one');
  const page = onePage(query, title, session.apiUrl);
  const versions = (query?.pages?.[0]?.imageinfo ?? []).map((info) => versionOf(info, session.apiUrl));
  if (versions.length === 0 && (!times || page.missing)) throw refuse('nofile', `There is no file “${page.title}”.`);
  if (!timestamps || !times) return versions.reverse();
  return timestamps.map((time) => {
    const found = versions.find(({timestamp}) => timestamp === isoTime(time));
    if (!found) throw refuse('nosuchversion', `“${page.title}” has no version of ${time}.`);
    return found;
  });
}

/** As the wiki writes it: without fractions of a second. */
function isoTime(given: unknown): string {
  const time = typeof given === 'string' ? new Date(given) : undefined;
  if (!time || Number.isNaN(time.getTime())) throw new TypeError(`timestamps: ${shown(given)} given, times such as '2024-01-31T12:00:00Z' expected`);
  return time.toISOString().replace(/\.\d+/, '');
}

function versionOf({filehidden = false, userhidden = false, commenthidden = false, url, thumburl, ...info}: ImageInfo, apiUrl: string): FileVersion {
  const {timestamp, user, comment, size, width, height, mime, mediatype, sha1, archivename} = info;
  const address = (given: unknown): string | undefined => givenUrl(given, apiUrl)?.href;
  const hidden = {file: filehidden, user: userhidden, comment: commenthidden};
  return {timestamp, user, comment, url: address(url), thumburl: address(thumburl), size, width, height, mime, mediatype, sha1, archivename, hidden};
}
