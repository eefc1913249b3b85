/** In the page: takes core's test files, runs what they define, and tells of each test how it went. */

export interface TestResult {
  readonly file: string;
  readonly name: string;
  readonly passed: boolean;
  /** Skipped, or marked as not expected to pass. */
  readonly leftOut: boolean;
  readonly assertions: number;
  readonly failures: readonly string[];
}

export interface Outcome {
  readonly tests: readonly TestResult[];
  /** Errors outside any test, and rejections nobody handled. */
  readonly errors: readonly string[];
}

interface LogDetails {
  testId: string;
  result: boolean;
  message?: string;
  expected?: unknown;
  actual?: unknown;
}

interface TestDetails {
  testId: string;
  module: string;
  name: string;
  failed: number;
  total: number;
  skipped: boolean;
  todo: boolean;
}

declare const QUnit: {
  module(name: string, define: () => void): void;
  log(listener: (details: LogDetails) => void): void;
  testDone(listener: (details: TestDetails) => void): void;
  done(listener: () => void): void;
  on(event: 'error', listener: (error: unknown) => void): void;
  start(): void;
};

/** Between a module's name and that of a module in it. */
const inside = ' > ';

/** Takes the tests of a file, into a module named like it: two of core's files share a name of their own. */
export function load(file: string, define: () => void): void {
  QUnit.module(file, define);
}

export function run(): Promise<Outcome> {
  const tests: TestResult[] = [];
  const errors: string[] = [];
  const failures = new Map<string, string[]>();
  QUnit.log(({testId, result, message, expected, actual}) => {
    if (result) return;
    const values = expected === undefined && actual === undefined ? '' : `: expected ${shown(expected)}, got ${shown(actual)}`;
    failures.set(testId, [...(failures.get(testId) ?? []), `${message ?? 'an assertion without a message'}${values}`]);
  });
  QUnit.testDone(({testId, module, name, failed, total, skipped, todo}) => {
    const file = module.split(inside)[0] ?? module;
    const leftOut = skipped || todo;
    tests.push({file, name: module.slice(file.length + inside.length) + inside + name, passed: failed === 0 && !leftOut, leftOut, assertions: total, failures: failures.get(testId) ?? []});
  });
  QUnit.on('error', (error) => errors.push(error instanceof Error ? error.message : String(error)));
  return new Promise((resolve) => {
    QUnit.done(() => resolve({tests, errors}));
    QUnit.start();
  });
}

function shown(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 300);
  } catch {
    return String(value); // circular
  }
}
