import {afterEach, describe, expect, it, vi} from 'vitest';
import {Api} from './api.js';
import {ForeignApi, ForeignRest} from './foreign.js';
import {install} from './install.js';
import {Rest} from './rest.js';

/** `mw`, with modules that define classes when they run. */
function page(): {mw: Record<string, unknown>; run(module: string, script: () => void): void} {
  const states: Record<string, string> = {};
  const mw = {config: {get: () => undefined}, loader: {getState: (module: string) => states[module] ?? 'registered'}};
  return {
    mw,
    run(module, script) {
      states[module] = 'executing';
      script();
      states[module] = 'ready';
    },
  };
}

const Theirs = function (): void {};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('install', () => {
  it('puts ours in the place of what is loaded, and keeps that', () => {
    const {mw} = page();
    mw['Api'] = Theirs;
    const {originals, uninstall} = install(mw);
    expect([mw['Api'], mw['ForeignApi'], mw['Rest'], mw['ForeignRest']]).toEqual([Api, ForeignApi, Rest, ForeignRest]);
    expect(originals).toEqual({Api: Theirs});
    expect(install(mw).originals).toBe(originals);
    uninstall();
    expect(mw['Api']).toBe(Theirs);
    expect('Rest' in mw).toBe(false);
  });

  it('keeps what others have put on the prototype', () => {
    const {mw} = page();
    const plugin = (): void => {};
    const Extended = function (): void {};
    Extended.prototype = {get: () => 'theirs', myPlugin: plugin};
    mw['Api'] = Extended;
    install(mw);
    const prototype = Api.prototype as Api & {myPlugin?: unknown};
    expect(prototype.myPlugin).toBe(plugin);
    expect((prototype.get as () => unknown)).not.toBe((Extended.prototype as {get: unknown}).get);
    delete prototype.myPlugin;
  });

  it('while MediaWiki’s own module runs, it meets its own class; then ours is back', () => {
    const {mw, run} = page();
    const {originals} = install(mw);
    run('mediawiki.api', () => {
      mw['Api'] = Theirs;
      expect(mw['Api']).toBe(Theirs);
    });
    expect(mw['Api']).toBe(Api);
    expect(originals.Api).toBe(Theirs);
  });

  it('leaves what an extension makes of it later, and what it has made before', () => {
    const {mw} = page();
    install(mw);
    const Central = function (): void {};
    mw['ForeignApi'] = Central;
    expect(mw['ForeignApi']).toBe(Central);

    const before = page();
    const Core = Object.assign(function (): void {}, {super: Theirs});
    const CentralAuth = Object.assign(function (): void {}, {super: Core});
    CentralAuth.prototype = {getToken: () => 'theirs'};
    before.mw['ForeignApi'] = CentralAuth;
    install(before.mw);
    expect(before.mw['ForeignApi']).toBe(CentralAuth);
    expect(Object.hasOwn(ForeignApi.prototype, 'getToken')).toBe(false);
    expect(before.mw['Api']).toBe(Api);
  });

  it('an old uninstall() takes away nothing new', () => {
    const {mw} = page();
    const first = install(mw);
    first.uninstall();
    install(mw);
    first.uninstall();
    expect(mw['Api']).toBe(Api);
  });

  it('takes the page’s mw, and says so where there is none', () => {
    expect(() => install()).toThrow("install: mw is missing");
    const {mw} = page();
    vi.stubGlobal('mw', mw);
    install();
    expect(mw['Api']).toBe(Api);
  });
});
