/** What is asked of a page now and then; loaded when it is. */
import type {Abortable} from '../core/abortable.js';
import {ApiError} from '../core/api-errors.js';
import {callBack} from '../core/call-back.js';
import {checkOptions, isFunction, isText, type Rule, signalRule} from '../core/check.js';
import {requestHeaders} from '../core/headers.js';
import {HttpError} from '../core/http-error.js';
import {NetworkError} from '../core/network-error.js';
import type {Params} from '../core/params.js';
import {required} from '../core/required.js';
import {shown} from '../core/shown.js';
import {within} from '../core/time-limit.js';
import {givenUrl} from './given-url.js';
import {Page} from './page.js';
import type {DownloadOptions, HtmlOptions, PageQuestions, Protection, RedirectTarget} from './page-methods.js';
import {ask} from './query/look-up.js';
import {onePage} from './page-refusals.js';
import type {QueryPage, RevisionsAnswer} from './revision.js';
import {sectionRule} from './section.js';

/** The functions here, each by the name of its method. */
type Asked<Name extends keyof PageQuestions> = (page: Page, ...given: Parameters<PageQuestions[Name]>) => ReturnType<PageQuestions[Name]>;

const abortable: Readonly<Record<string, Rule>> = {signal: signalRule};

const htmlRules: Readonly<Record<keyof HtmlOptions, Rule>> = {
  revid: [(value) => Number.isInteger(value) && Number(value) > 0, 'a revision’s number'],
  section: sectionRule,
  signal: signalRule,
};

export const html: Asked<'html'> = async ({session, title}, options = {}) => {
  checkOptions(options, htmlRules);
  const {revid, section, signal} = options;
  const which = revid === undefined ? {page: title} : {oldid: revid};
  const answer = await session.get<{parse?: {title?: string; text?: string}}>({action: 'parse', prop: 'text', ...which, section}, {signal});
  const {text} = required(session.apiUrl, answer, 'parse', answer.parse);
  return text ?? '';
};

export const can: Asked<'can'> = async (page, action, options = {}) => {
  if (!isText(action) || action.includes('|')) throw new TypeError(`action: ${shown(action)} given, an action such as 'edit' expected`);
  const {actions} = await info<{actions?: Readonly<Record<string, boolean>>}>(page, {intestactions: action}, options);
  return actions?.[action] === true;
};

export const protection: Asked<'protection'> = async (page, options = {}) => {
  const entries = (await page.info(options)).protection.map(({type, ...how}): [string, Protection] => [type, how]);
  return Object.fromEntries(entries);
};

export const pageprops: Asked<'pageprops'> = async (page, params = {}, options = {}) => (await facts<Readonly<Record<string, string>>>(page, 'pageprops', params, options)) ?? {};

export const categoryinfo: Asked<'categoryinfo'> = (page, options = {}) => facts(page, 'categoryinfo', {}, options);

/** What is told of a file unless something else is asked for. */
export const aboutFile = {prop: ['timestamp', 'user', 'url', 'size', 'sha1', 'mime']} as const;

export const imageinfo = async (page: Page, params: Params = aboutFile, options: Abortable = {}): Promise<unknown> => {
  const [newest] = await page.list('imageinfo', {limit: 1, ...params}, options).take(1).toArray();
  return newest;
};

export const redirectTarget: Asked<'redirectTarget'> = async ({session, title}, options = {}) => {
  const {signal} = checked(options);
  interface Answer {
    query?: {redirects?: readonly {from: string; to: string; tofragment?: string; tointerwiki?: string}[]; pages?: readonly QueryPage[]};
  }
  const answer = await ask<Answer>(session, {action: 'query', titles: [title], redirects: true}, {signal});
  const last = answer.query?.redirects?.at(-1);
  if (!last) {
    onePage(answer.query, title, session.apiUrl);
    return undefined;
  }
  const {to, tofragment, tointerwiki} = last;
  return {title: to, ...(tofragment && {fragment: tofragment}), ...(tointerwiki && {interwiki: tointerwiki})} satisfies RedirectTarget;
};

export const resolveRedirect: Asked<'resolveRedirect'> = async (page, options = {}) => {
  const target = await redirectTarget(page, options);
  if (target?.interwiki) throw new ApiError([{code: 'invalidtitle', text: `“${page.title}” leads to “${target.title}” on another wiki (${target.interwiki}).`, module: 'query'}]);
  return target ? new Page(page.session, target.title) : page;
};

/** A text as it is with its templates in place; see {@link https://www.mediawiki.org/wiki/API:Expandtemplates}. */
export async function expanded({session, title}: Page, text: string, signal: AbortSignal | undefined): Promise<string> {
  const answer = await session.post<{expandtemplates?: {wikitext: string}}>({action: 'expandtemplates', prop: 'wikitext', title, text}, {signal});
  return required(session.apiUrl, answer, 'expandtemplates', answer.expandtemplates).wikitext;
}

const end = Promise.resolve({done: true as const, value: undefined});

const downloadRules: Readonly<Record<keyof DownloadOptions, Rule>> = {signal: signalRule, onProgress: [isFunction, 'a function']};

export const download: Asked<'download'> = async (page, options = {}) => {
  checkOptions(options, downloadRules);
  const {signal, onProgress} = options;
  const {settings, apiUrl, origin} = page.session;
  const newest = (await imageinfo(page, {prop: ['url', 'size', 'mime']}, {signal})) as {url?: string; size?: number; mime?: string} | undefined;
  const url = givenUrl(newest?.url, apiUrl);
  if (!url) throw new ApiError([{code: 'nofile', text: `There is no file “${page.title}”.`, module: 'query+imageinfo'}]);
  // Files mostly lie on another host, which is to learn nothing of the user, but may insist on knowing the tool.
  const own = url.origin === new URL(apiUrl).origin;
  const credentials = own ? origin.credentials : 'omit';
  const headers = settings.pageOrigin === undefined ? requestHeaders(own ? settings : {...settings, headers: {}}, origin, undefined, undefined) : {};
  const response = await within(settings.timeoutSeconds, signal, (limit) => settings.fetch(url.href, {credentials, headers, signal: signal ?? limit})).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new NetworkError(`${url.href} could not be reached, or does not allow this page (CORS).`, {cause});
  });
  if (!response.ok) throw new HttpError({status: response.status, statusText: response.statusText, bodyStart: '', retryAfterSeconds: undefined}, {}, ` It is the file of “${page.title}”.`);
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    // Raced, as a fetch may stop without a word when it is aborted; and one that stalls ends, too.
    const {done, value} = await within(settings.timeoutSeconds, signal, () => reader?.read() ?? end).catch((cause: unknown) => {
      void reader?.cancel().catch(() => {});
      signal?.throwIfAborted();
      throw new NetworkError(`The connection was lost after ${bytes} bytes of ${url.href}.`, {cause});
    });
    if (done) break;
    parts.push(value);
    bytes += value.length;
    if (onProgress) callBack(() => onProgress({bytes, ofBytes: newest?.size ?? bytes}));
  }
  if (newest?.size !== undefined && bytes !== newest.size) throw new NetworkError(`${url.href} ended after ${bytes} of ${newest.size} bytes.`);
  return new Blob(parts, {type: newest?.mime ?? ''});
};

/** What a module that gives one thing of a page says of it. */
async function facts<Facts>(page: Page, name: string, params: Params, options: Abortable): Promise<Facts | undefined> {
  const spelt = Object.fromEntries(Object.entries(params).map(([param, value]) => [`${{pageprops: 'pp'}[name] ?? ''}${param}`, value]));
  return (await onePageOf(page, {prop: name, ...spelt}, options))[name] as Facts | undefined;
}

const info = async <Info>(page: Page, params: Params, options: Abortable): Promise<Info> => (await onePageOf(page, {prop: 'info', ...params}, options)) as Info;

async function onePageOf({session, title}: Page, params: Params, options: Abortable): Promise<Readonly<Record<string, unknown>>> {
  const {signal} = checked(options);
  const {query} = await ask<RevisionsAnswer>(session, {action: 'query', titles: [title], ...params}, {signal});
  return onePage(query, title, session.apiUrl) as unknown as Readonly<Record<string, unknown>>;
}

function checked(options: Abortable): Abortable {
  checkOptions(options, abortable);
  return options;
}
