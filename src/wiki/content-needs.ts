/** What parsed content needs beside its HTML, on a page of the wiki. */
import {isObject} from '../core/check.js';
import type {Parsed} from './actions/parse.js';

export interface Needs {
  /** Neither the skin's nor the site's own, which are there. */
  readonly modules: readonly string[];
  readonly modulestyles: readonly string[];
  /** For `mw.config`. */
  readonly jsconfigvars: Readonly<Record<string, unknown>>;
}

export function needsOf(parsed: Parsed): Needs {
  return {
    modules: (parsed.modules ?? []).filter(isOfContent),
    modulestyles: (parsed.modulestyles ?? []).filter(isOfContent),
    jsconfigvars: isObject(parsed['jsconfigvars']) ? (parsed['jsconfigvars'] as Record<string, unknown>) : {},
  };
}

/** With `useskin`, the wiki names the modules of a whole page of that skin, too. */
const isOfContent = (module: string): boolean => !/^(skins\.|site($|\.)|user($|\.))/.test(module);
