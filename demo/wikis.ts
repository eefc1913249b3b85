/** Which wikis and users the demo offers: those `npm start` tells, and any other by its address. */
import {Wiki, type WikiOptions} from 'wikilit';
import {counted} from './counted-fetch.js';

export interface WikiChoice {
  readonly label: string;
  readonly api: string;
  readonly auth: 'anonymous' | 'cookies';
  /** One sentence: what can be done there, and why. */
  readonly about: string;
}

export interface DemoUser {
  readonly name: string;
  readonly password: string;
  readonly about: string;
}

export interface DemoSetting {
  readonly wikis: readonly WikiChoice[];
  readonly users: readonly DemoUser[];
  /** Pages worth opening. */
  readonly titles: readonly string[];
}

/** Written by `demo/serve.ts`; absent where the demo lies on a plain web server: then a wiki is named by hand. */
export async function demoSetting(): Promise<DemoSetting> {
  const nothing = {wikis: [], users: [], titles: []};
  try {
    const response = await fetch('/demo-setting/setting.json');
    return response.ok ? ((await response.json()) as DemoSetting) : nothing;
  } catch {
    return nothing;
  }
}

/** @throws {TypeError} an address that cannot be a wiki’s */
export function openWiki({api, auth}: {api: string; auth?: WikiChoice['auth']}): Wiki {
  const options: WikiOptions = {...(auth && {auth}), fetch: counted, onWarning: () => {}};
  return new Wiki(api, options);
}
