/** Puts these classes in the place of MediaWiki's own. */
import {Api} from './api.js';
import {ForeignApi, ForeignRest} from './foreign.js';
import type {MediaWiki} from './page.js';
import {Rest} from './rest.js';

type Name = 'Api' | 'ForeignApi' | 'Rest' | 'ForeignRest';

/** With what OOjs says of its parents. */
type Class = object & {prototype: object; super?: Class};

type Classes = {[name in Name]?: Class | undefined};

/** The part of `mw` that is changed. */
type Host = Pick<MediaWiki, 'config'> & Classes & {readonly loader?: {getState(module: string): string | null}};

const ours: Record<Name, Class> = {Api, ForeignApi, Rest, ForeignRest};

/**
 * From now on `new mw.Api()` makes ours, also where MediaWiki loads its own later. A `mw.ForeignApi` that an extension
 * has put in place (CentralAuth) stays: it knows how to log in.
 *
 * @param mw - default: the page's
 * @returns what puts the originals back
 * @throws {TypeError} there is no `mw`
 */
export function install(mw: object | undefined = (globalThis as {mw?: object}).mw): Originals {
  const host: Host | undefined = mw;
  if (!host?.config) throw new TypeError("install: mw is missing");
  const known = installed.get(host);
  if (known) return known;
  const originals: Classes = {};
  for (const name of Object.keys(ours) as Name[]) replace(host, name, originals);
  const all: Originals = {
    originals,
    uninstall() {
      if (installed.get(host) !== all) return;
      installed.delete(host);
      for (const name of Object.keys(ours) as Name[]) {
        delete host[name];
        if (originals[name]) host[name] = originals[name];
      }
    },
  };
  installed.set(host, all);
  return all;
}

export interface Originals {
  /** MediaWiki's own classes, as far as they are loaded. */
  readonly originals: Readonly<Classes>;
  /** Puts them back. Objects made meanwhile stay as they are. */
  uninstall(): void;
}

const installed = new WeakMap<object, Originals>();

function replace(host: Host, name: Name, originals: Classes): void {
  const isForeign = name.startsWith('Foreign');
  const module = isForeign ? 'mediawiki.ForeignApi.core' : 'mediawiki.api';
  // While MediaWiki's own module runs, it must meet its own class, not ours.
  const isRunning = (): boolean => host.loader?.getState(module) === 'executing';
  let current = ours[name];
  const before = host[name];
  if (before) {
    originals[name] = before;
    // An extension's own class, made from MediaWiki's.
    if (isForeign && before.super?.super) current = before;
    else keepAdditions(before.prototype, current.prototype);
  }
  Object.defineProperty(host, name, {
    enumerable: true,
    configurable: true,
    get: () => (isRunning() && originals[name]) || current,
    set(given: Class) {
      if (isRunning()) originals[name] = given;
      else current = given;
    },
  });
}

/** What others have put on the prototype stays. */
function keepAdditions(theirs: object, prototype: object): void {
  for (const [name, value] of Object.entries(theirs)) if (!(name in prototype)) (prototype as Record<string, unknown>)[name] = value;
}
