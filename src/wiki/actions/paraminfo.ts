/** What the wiki's API knows: its modules, their parameters, and their documentation. */
import {unlessAborted} from '../../core/unless-aborted.js';
import {htmlToText} from '../../core/html-to-text.js';
import {required} from '../../core/required.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import type {AskOptions} from './options.js';

export interface ModuleInfo {
  readonly name: string;
  /** `main`, `parse`, `query+info`, … */
  readonly path: string;
  readonly group?: string;
  readonly prefix: string;
  readonly readrights?: boolean;
  readonly writerights?: boolean;
  readonly mustbeposted?: boolean;
  readonly deprecated?: boolean;
  readonly internal?: boolean;
  readonly generator?: boolean;
  readonly helpurls: readonly string[];
  readonly parameters: readonly ParameterInfo[];
  readonly [detail: string]: unknown;
}

export interface ParameterInfo {
  readonly name: string;
  /** `string`, `integer`, `boolean`, …, or the values there are. */
  readonly type?: string | readonly string[];
  readonly required?: boolean;
  readonly multi?: boolean;
  /** How many values there may be, and for whom has `apihighlimits`. */
  readonly limit?: number;
  readonly lowlimit?: number;
  readonly highlimit?: number;
  readonly default?: unknown;
  readonly deprecated?: boolean;
  readonly [detail: string]: unknown;
}

/** What was asked of each session: a wiki's modules do not change under way. */
const asked = new WeakMap<Session, Map<string, Promise<readonly ModuleInfo[]>>>();

/** The most the wiki takes at once from an ordinary user. */
const together = 50;

/**
 * Modules by their paths, in that order; `query+*` for all below, `**` for all at all depths. A module the wiki does not
 * have is left out, with its warning. Each is asked for once a session, 50 in a request.
 *
 * @throws {TypeError} no paths
 * @see https://www.mediawiki.org/wiki/API:Parameter_information
 */
export async function paraminfo(session: Session, modules: string | readonly string[], {signal, ...options}: AskOptions = {}): Promise<ModuleInfo[]> {
  const wanted = paths(modules);
  const known = asked.get(session) ?? new Map<string, Promise<readonly ModuleInfo[]>>();
  asked.set(session, known);
  const fresh = [...new Set(wanted)].filter((path) => !known.has(path));
  for (let start = 0; start < fresh.length; start += together) {
    const some = fresh.slice(start, start + together);
    // Without the signal, as others may wait for it, too.
    const answer = ask(session, some, options);
    for (const path of some) known.set(path, answer);
    answer.catch(() => some.forEach((path) => known.get(path) === answer && known.delete(path)));
  }
  const found = await unlessAborted(Promise.all(wanted.map(async (path) => (await known.get(path) ?? []).filter((module) => isMeant(path, module.path)))), signal);
  return [...new Set(found.flat())];
}

async function ask(session: Session, modules: readonly string[], options: AskOptions): Promise<readonly ModuleInfo[]> {
  interface Answer {
    paraminfo?: {modules?: readonly ModuleInfo[]};
  }
  const answer = await session.get<Answer>({action: 'paraminfo', modules}, options);
  return required(session.apiUrl, answer, 'paraminfo', answer.paraminfo).modules ?? [];
}

function isMeant(wanted: string, path: string): boolean {
  const [, start = '', depth] = /^(.*?)(\*\*?)$/.exec(wanted) ?? [];
  if (depth === undefined) return path === wanted;
  return path.startsWith(start) && path !== 'main' && (depth === '**' || !path.slice(start.length).includes('+'));
}

export interface Help {
  /** A page of the wiki. Hostile until sanitised: display `text`, or open the address. */
  readonly html: string;
  /** The words of it. */
  readonly text: string;
}

/**
 * The documentation of modules, in the session's language.
 *
 * @throws {ApiError} a module the wiki does not have
 * @throws {TypeError} no paths
 * @see https://www.mediawiki.org/wiki/API:Help
 */
export async function help(session: Session, modules: string | readonly string[] = 'main', options?: AskOptions): Promise<Help> {
  const answer = await session.get<{help?: {help?: string}}>({action: 'help', modules: paths(modules), wrap: true}, options);
  const html = required(session.apiUrl, answer, 'help', answer.help).help ?? '';
  // What stands around the words of the page is the skin's.
  const start = html.indexOf('>', html.indexOf('id="mw-content-text"')) + 1;
  const end = html.lastIndexOf('<div class="printfooter"');
  return {html, text: htmlToText(html.slice(start, end < start ? undefined : end))};
}

function paths(modules: string | readonly string[]): readonly string[] {
  const all = typeof modules === 'string' ? [modules] : modules;
  if (!Array.isArray(all) || all.length === 0 || !all.every((path) => typeof path === 'string' && path !== '')) throw new TypeError(`modules: ${shown(modules)} given, paths such as 'query+info' expected`);
  return all;
}
