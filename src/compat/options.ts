/**
 * The user's preferences. As many as can be go in one request.
 *
 * @see https://www.mediawiki.org/wiki/API:Options
 */
import type {Api, ApiParameters} from './api.js';
import {config, userName} from './page.js';
import {merge} from './parameters.js';
import {type ApiPromise, deferred, rejected, resolved} from './promise.js';

type OptionValue = string | number | boolean | null;

export interface Options {
  /** @param value - `null` brings back the default */
  saveOption(name: string, value: OptionValue, params?: ApiParameters): ApiPromise<unknown>;
  /** Fails with `notloggedin`, asking nothing, for nobody and for temporary accounts. */
  saveOptions(options: Readonly<Record<string, OptionValue>>, params?: ApiParameters): ApiPromise<unknown>;
}

/** The last save by address: one at a time, as the wiki would mix them up. */
const saving = new Map<string, ApiPromise<unknown>>();

export const options: Options & ThisType<Api> = {
  saveOption(name, value, params) {
    return this.saveOptions({[name]: value}, params);
  },

  saveOptions(values, params) {
    if (userName() === null || config('wgUserIsTemp')) return rejected('notloggedin');
    const {ajax: {url}, useUS} = this.defaults;
    const save = (change: ApiParameters) => (): ApiPromise<unknown> => this.postWithToken('csrf', merge<ApiParameters>({formatversion: 2, action: 'options'}, change, params));
    const changes: string[] = [];
    let saved = afterwards(saving.get(url));
    for (const [name, value] of Object.entries(values ?? {})) {
      const text = value === null ? undefined : String(value);
      if (canJoin(name, text, useUS)) changes.push(text === undefined ? name : `${name}=${text}`);
      else saved = saved.then(save(text === undefined ? {optionname: name} : {optionname: name, optionvalue: text}));
    }
    if (changes.length > 0) saved = saved.then(save({change: changes}));
    saving.set(url, saved);
    return saved;
  },
};

/** When the save before has ended, whichever way; its outcome is not ours. */
function afterwards(before: ApiPromise<unknown> | undefined): ApiPromise<unknown> {
  if (before?.state() !== 'pending') return resolved();
  // Nothing that leads back to it: who gives up this save has no say in that.
  const turn = deferred();
  before.always(() => turn.resolve());
  return turn.promise();
}

/** `change` is a list of `name=value`. */
function canJoin(name: string, value: string | undefined, useUS: boolean): boolean {
  return !name.includes('=') && (useUS || !`${name}${value ?? ''}`.includes('|'));
}
