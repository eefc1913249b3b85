/**
 * In the page: what core's tests expect to find around them. A sinon sandbox for each test as `this.sandbox`, sinon's
 * assertions counted as QUnit's, and `QUnit.newMwEnvironment()`.
 *
 * @see https://www.mediawiki.org/wiki/Manual:JavaScript_unit_testing
 */

/** `this` in a test. */
interface Context {
  sandbox: {verifyAndRestore(): void};
  suppressWarnings(): void;
  restoreWarnings(): void;
}

type Hook = (this: Context, ...args: unknown[]) => unknown;

interface Environment {
  config?: object;
  messages?: object;
  beforeEach?: Hook;
  afterEach?: Hook;
}

declare const mw: {
  config: {values: object; set(values: object): void};
  messages: {values: object; set(values: object): void};
  log: {warn: unknown; error: unknown};
};

declare const QUnit: {
  assert: {true(value: boolean, message: string): void};
  hooks: {beforeEach(hook: Hook): void; afterEach(hook: Hook): void};
  newMwEnvironment?(own?: Environment): Environment;
};

declare const sinon: {
  assert: {pass(message: string): void; fail(message: string): void};
  sandbox: {create(options: object): Context['sandbox']};
};

export function prepareEnvironment(): void {
  sinon.assert.pass = (message) => QUnit.assert.true(true, message);
  sinon.assert.fail = (message) => QUnit.assert.true(false, message);
  QUnit.hooks.beforeEach(function () {
    this.sandbox = sinon.sandbox.create({useFakeTimers: false, useFakeServer: false});
  });
  QUnit.hooks.afterEach(function () {
    this.sandbox.verifyAndRestore();
  });
  QUnit.newMwEnvironment = newMwEnvironment;
}

/** Hooks of a module: `mw.config` is a copy in each test, the messages are none, and all is put back. */
function newMwEnvironment(own: Environment = {}): Environment {
  const config = mw.config.values;
  const messages = mw.messages.values;
  const {warn, error} = mw.log;
  const silent = (): void => {};
  const log = (to: typeof mw.log): void => void Object.assign(mw.log, to);
  return {
    beforeEach(...args) {
      mw.config.values = structuredClone(config);
      mw.config.set(own.config ?? {});
      mw.messages.values = {};
      mw.messages.set(own.messages ?? {});
      this.suppressWarnings = () => log({warn: silent, error: silent});
      this.restoreWarnings = () => log({warn, error});
      return own.beforeEach?.apply(this, args);
    },
    afterEach(...args) {
      const result = own.afterEach?.apply(this, args);
      log({warn, error});
      mw.config.values = config;
      mw.messages.values = messages;
      return result;
    },
  };
}
