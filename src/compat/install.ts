/** Puts these classes in the place of MediaWiki's own. */
import {Api} from './api.js';
import {ForeignApi, ForeignRest} from './foreign.js';
import type {MediaWiki} from './page.js';
import {merge} from './parameters.js';
import {Rest} from './rest.js';

type Name = 'Api' | 'ForeignApi' | 'Rest' | 'ForeignRest';

type Class = object & {prototype: object};

type Classes = {[name in Name]?: Class | undefined};

/** The part of `mw` that is changed. */
type Host = Pick<MediaWiki, 'config'> & Classes & {readonly loader?: {getState(module: string): string | null}};

const ours: Required<Classes> = {Api, ForeignApi, Rest, ForeignRest};

const isForeign = (name: Name): boolean => name.startsWith('Foreign');

/** The module that defines it: while that runs, it must meet its own class, not ours. */
const moduleOf = (name: Name): string => (isForeign(name) ? 'mediawiki.ForeignApi.core' : 'mediawiki.api');

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
  if (!host?.config) throw new TypeError("install: mw is missing: this is no page of a wiki");
  const known = installed.get(host);
  if (known) return known;
  const originals: Classes = {};
  for (const name of Object.keys(ours) as Name[]) replace(host, name, originals);
  const all: Originals = {
    originals,
    uninstall() {
      installed.delete(host);
      for (const name of Object.keys(ours) as Name[]) {
        delete host[name];
        host[name] = originals[name];
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
  let current = ours[name];
  const set = (given: Class): void => {
    if (running(host, name)) originals[name] = given;
    else current = given;
  };
  const before = host[name];
  if (before) {
    originals[name] = before;
    keepAdditions(before, ours[name] as Class);
  }
  // An extension's own class, made from MediaWiki's.
  if (before && isExtended(before, name)) current = before;
  Object.defineProperty(host, name, {
    enumerable: true,
    configurable: true,
    get: () => (running(host, name) ? (originals[name] ?? current) : current),
    set,
  });
}

/** What others have put on the prototype stays. */
function keepAdditions({prototype: theirs}: {prototype: object}, {prototype}: {prototype: object}): void {
  Object.assign(prototype, merge(theirs, prototype));
}

const running = ({loader}: Host, name: Name): boolean => loader?.getState(moduleOf(name)) === 'executing';

const isExtended = (given: object, name: Name): boolean => {
  const {super: parent} = given as {super?: {super?: object}};
  return isForeign(name) && parent?.super !== undefined;
};
