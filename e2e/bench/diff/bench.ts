/** What the benchmarks of differences share. */
import type {Browser} from '@playwright/test';
import type {TestWiki} from '../../wiki/index.js';
import type {Report} from '../report.js';

export type Command = readonly [program: string, ...args: string[]];

export interface DiffBench {
  readonly report: Report;
  readonly browser: Browser;
  readonly wiki: TestWiki;
  /** For files, of this run alone. */
  readonly folder: string;
  /** Of the other engines; undefined where they cannot be installed. */
  readonly modules: string | undefined;
  /** Runs one of `engines/engines.ts`. */
  readonly node: (engine: string, ...rest: readonly string[]) => Command;
  /** Runs MediaWiki's engine; undefined where PHP has none. */
  readonly wikidiff2: Command | undefined;
}
