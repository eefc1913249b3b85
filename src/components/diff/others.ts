/** What is rarer than two revisions of one wiki: two wikis, and versions of a file. */
import {shown} from '../../core/shown.js';
import type {Wiki} from '../../wiki/wiki.js';
import type {OpenDiffOptions} from '../../wiki/compare/diff-request.js';
import {fileVersions} from '../../wiki/compare/file-versions.js';
import {type AcrossOpening, openAcross} from '../../wiki/compare/open-across.js';
import {wikiAt} from '../wiki-at.js';
import {given} from '../given.js';
import type {Opened} from './comparing.js';

export interface OtherAsked {
  readonly localName: string;
  readonly fromWiki: Wiki | undefined;
  readonly fromApi: string;
  readonly fromrev: number | undefined;
  readonly torev: number | string | undefined;
  readonly page: string | undefined;
  readonly frompage: string | undefined;
  readonly fromfile: string | undefined;
  readonly tofile: string | undefined;
}

/** @throws {TypeError} the address of no wiki */
export async function openOther(wiki: Wiki, {localName, fromWiki, fromApi, fromrev, torev, page, frompage}: OtherAsked, options: OpenDiffOptions): Promise<AcrossOpening> {
  let other = fromWiki;
  try {
    other ??= wikiAt(fromApi);
  } catch (error) {
    throw new TypeError(`<${localName}>: from-api: ${(error as Error).message}`, {cause: error});
  }
  return openAcross({session: other.session, ...one(given(fromrev), given(frompage))}, {session: wiki.session, ...one(given(torev), given(page))}, options);
}

/** A number says more than a title. */
const one = (rev: number | string | undefined, page: string | undefined): object => (rev === undefined ? {page} : {rev});

/** @throws {TypeError} a time that is none */
export async function openFiles(wiki: Wiki, {page, fromfile, tofile}: OtherAsked, {signal}: OpenDiffOptions): Promise<Opened> {
  for (const [name, time] of Object.entries({fromfile, tofile})) if (given(time) !== undefined && Number.isNaN(Date.parse(time ?? ''))) throw new TypeError(`${name}: ${shown(time)} given, a time such as '2024-01-31T12:00:00Z' expected`);
  const times = [given(fromfile), given(tofile)].filter((time) => time !== undefined);
  const versions = await fileVersions(wiki.session, given(page) ?? '', times.length > 0 ? times : undefined, {signal});
  return {wiki, opening: undefined, versions};
}
