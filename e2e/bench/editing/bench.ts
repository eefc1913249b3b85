/** What the benchmarks of editing share. */
import type {Browser} from '@playwright/test';
import type {TestWiki} from '../../wiki/index.js';
import type {Report} from '../report.js';
import type {GadgetFiles} from './gadget.js';

export interface EditingBench {
  readonly wiki: TestWiki;
  readonly browser: Browser;
  readonly report: Report;
  readonly gadgets: {
    /** In two files, of which the smaller asks the wiki. */
    readonly asking: GadgetFiles;
    readonly oneFile: GadgetFiles;
  };
}
