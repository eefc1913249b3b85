/** What the runs came to: a table, the failures with their messages, and whether it is good enough. */
import type {RunResult, WhoseClasses} from './in-page.js';
import type {TestResult} from './page/tests.js';
import {expectedTests} from './test-files.js';

export type Runs = Readonly<Partial<Record<WhoseClasses, RunResult>>>;

const titles: Record<WhoseClasses, string> = {core: 'mw.Api & co.', ours: 'wikilit/compat'};

/** A line for each file and one for all: tests that pass, of how many, and their assertions. */
export function table(runs: Runs): string {
  const names = Object.keys(expectedTests);
  const width = Math.max(...names.map((name) => name.length));
  const columns = (['core', 'ours'] as const).filter((whose) => runs[whose]);
  const line = (name: string, cells: readonly string[]): string => [name.padEnd(width), ...cells.map((cell) => cell.padStart(32))].join('');
  const count = (tests: readonly TestResult[]): string => {
    const assertions = tests.reduce((sum, test) => sum + test.assertions, 0);
    return `${passing(tests)}/${tests.length} tests${String(assertions).padStart(5)} assertions`;
  };
  const of = (whose: WhoseClasses): readonly TestResult[] => runs[whose]?.tests ?? [];
  return [
    line('', columns.map((whose) => titles[whose])),
    ...names.map((name) => line(name, columns.map((whose) => count(of(whose).filter(({file}) => file === name))))),
    line('all', columns.map((whose) => count(of(whose)))),
  ].join('\n');
}

/** All that is wrong; nothing where every test of core's passes, with ours as with core's own classes. */
export function problems(runs: Runs): string[] {
  const found: string[] = [];
  for (const whose of ['core', 'ours'] as const) {
    const run = runs[whose];
    if (!run) continue;
    const say = (text: string): void => void found.push(`${titles[whose]}: ${text}`);
    for (const [name, expected] of Object.entries(expectedTests)) {
      const tests = run.tests.filter(({file}) => file === name);
      if (tests.length < expected) say(`${name} has ${expected} tests, and ${tests.length} ran`);
    }
    for (const {file, name, passed, leftOut, failures} of run.tests) {
      if (leftOut) say(`left out: ${file}: ${name}`);
      else if (!passed) say([`fails: ${file}: ${name}`, ...failures].join('\n    '));
    }
    for (const error of run.errors) say(`uncaught: ${error}`);
  }
  return runs.core && runs.ours ? [...found, ...fewer(runs.core.tests, runs.ours.tests)] : found;
}

/** What ours comes to less than core's. Fewer assertions are callbacks that were never called, without any failing. */
function fewer(core: readonly TestResult[], ours: readonly TestResult[]): string[] {
  const found: string[] = [];
  for (const {file, name, passed, assertions} of ours) {
    const there = core.find((test) => test.file === file && test.name === name)?.assertions ?? 0;
    if (passed && assertions < there) found.push(`${titles.ours}: only ${assertions} of ${there} assertions: ${file}: ${name}`);
  }
  if (passing(ours) < passing(core)) found.push(`${passing(core)} tests pass with ${titles.core}, and only ${passing(ours)} with ${titles.ours}`);
  return found;
}

function passing(tests: readonly TestResult[]): number {
  return tests.filter(({passed}) => passed).length;
}
