/** Which MediaWiki a wiki runs. */
import {WikiError} from '../core/wiki-error.js';
import {InvalidAnswerError} from '../core/invalid-answer.js';
import {shown} from '../core/shown.js';
import type {SiteFacts} from './site-facts.js';

/** E.g. `[1, 43, 9]`; a part that is not told is 0, and what follows (`-rc.1`, `alpha`) is left out. */
export type Version = readonly [major: number, minor: number, patch: number];

/** The wiki runs a MediaWiki that is too old for what was asked. Nothing was done. */
export class VersionError extends WikiError {
  override readonly name = 'VersionError';
  /** The oldest that would do. */
  readonly needed: string;
  readonly found: string;

  constructor(needed: string, generator: string) {
    super(`This needs MediaWiki ${needed} or newer; the wiki runs ${generator}.`);
    this.needed = needed;
    this.found = generator;
  }
}

/**
 * @param version - e.g. `1.40`
 * @throws {VersionError} the wiki runs an older one
 * @throws {TypeError} not a version
 */
export function requireVersion({version, generator}: Pick<SiteFacts, 'version' | 'generator'>, needed: string): void {
  const wanted = typeof needed === 'string' ? numbers(needed) : undefined;
  if (!wanted) throw new TypeError(`version: ${shown(needed)} given, one such as '1.40' expected`);
  const place = wanted.findIndex((number, place) => number !== version[place]);
  if (place >= 0 && (wanted[place] as number) > (version[place] as number)) throw new VersionError(needed, generator);
}

/**
 * @param generator - as in `siteinfo`: `MediaWiki 1.43.9`, `MediaWiki 1.46.0-wmf.3`, `MediaWiki 1.24alpha`
 * @throws {InvalidAnswerError} it does not begin like that
 */
export function parseVersion(generator: string): Version {
  const version = generator.startsWith('MediaWiki ') ? numbers(generator.slice('MediaWiki '.length)) : undefined;
  if (!version) throw new InvalidAnswerError(`The wiki says it runs ${shown(generator)}, and that is no version of MediaWiki, such as 'MediaWiki 1.43.9'.`, generator.slice(0, 1024));
  return version;
}

function numbers(text: string): Version | undefined {
  const [, major, minor, patch = '0'] = /^(\d+)\.(\d+)(?:\.(\d+))?(?![\d.]\d)/.exec(text) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}
