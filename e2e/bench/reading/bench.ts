/** What the benchmarks of reading share. */
import type {Browser} from '@playwright/test';
import type {TestWiki} from '../../wiki/index.js';
import type {Peers} from '../peers.js';
import type {Report} from '../report.js';

export interface Bench {
  /** With the corpus in it. */
  readonly wiki: TestWiki;
  readonly browser: Browser;
  /** Undefined where they cannot be installed. */
  readonly peers: Peers | undefined;
  readonly report: Report;
  /** Of the corpus, each an article. */
  readonly titles: readonly string[];
}
