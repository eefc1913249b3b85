/**
 * The user's preferences. As many as can be go in one request.
 *
 * @see https://www.mediawiki.org/wiki/API:Options
 */
import type {Api, ApiParameters} from './api.js';
import {config, userName} from './page.js';
import {merge} from './parameters.js';
import {type ApiPromise, type Chainable, deferred, rejected, resolved} from './promise.js';

type OptionValue = string | number | boolean | null;

export interface Options {
  /** @param value - `null` brings back the default */
  saveOption(name: string, value: OptionValue, params?: ApiParameters): ApiPromise<unknown>;
  /** Fails with `notloggedin`, asking nothing, for nobody and for temporary accounts. */
  saveOptions(options: Readonly<Record<string, OptionValue>>, params?: ApiParameters): ApiPromise<unknown>;
}

/** By address when the saves so far will have ended, whichever way: one at a time, as the wiki would mix them up. */
const saving = new Map<string, ApiPromise<unknown> & Chainable>();

export const options: Options & ThisType<Api> = {
  saveOption(name, value, params) {
    return this.saveOptions({[name]: value}, params);
  },

  saveOptions(values, params) {
    if (userName() === null || config('wgUserIsTemp')) return rejected('notloggedin');
    const {ajax: {url}, useUS} = this.defaults;
    const save = (change: ApiParameters) => (): ApiPromise<unknown> => this.postWithToken('csrf', merge<ApiParameters>({formatversion: 2, action: 'options'}, change, params));
    const changes: string[] = [];
    const before = saving.get(url) ?? (resolved() as ApiPromise<unknown> as ApiPromise<unknown> & Chainable);
    let saved: ApiPromise<unknown> = before;
    for (const [name, value] of Object.entries(values ?? {})) {
      const text = value === null ? undefined : String(value);
      if (canJoin(name, text, useUS)) changes.push(text === undefined ? name : `${name}=${text}`);
      else saved = saved.then(save(text === undefined ? {optionname: name} : {optionname: name, optionvalue: text}));
    }
    if (changes.length > 0) saved = saved.then(save({change: changes}));
    const ended = deferred();
    // Also when this one was given up before its turn.
    (saved as typeof before).onSettled(() => before.onSettled(() => void ended.resolve()));
    saving.set(url, ended.promise() as unknown as typeof before);
    return saved;
  },
};

/** `change` is a list of `name=value`. */
function canJoin(name: string, value: string | undefined, useUS: boolean): boolean {
  return !name.includes('=') && (useUS || !`${name}${value ?? ''}`.includes('|'));
}
