/** Really Simple Discovery: which APIs the wiki has. */
import {rawApi} from '../../core/raw.js';
import type {Session} from '../../core/session.js';
import type {AskOptions} from './options.js';
import {readXml} from './read-xml.js';
import {child, childrenOf, textOf} from './xml.js';

export interface Rsd {
  readonly engineName: string;
  readonly engineLink: string;
  readonly homePageLink: string;
  readonly apis: readonly RsdApi[];
}

export interface RsdApi {
  /** `MediaWiki`, and what extensions add. */
  readonly name: string;
  readonly preferred: boolean;
  readonly apiLink: string;
  readonly docs: string;
  /** E.g. `{OAuth: 'false'}`. */
  readonly settings: Readonly<Record<string, string>>;
}

/** @see https://www.mediawiki.org/wiki/API:Rsd */
export async function rsd(session: Session, options?: AskOptions): Promise<Rsd> {
  const root = readXml(session, await rawApi(session, {action: 'rsd'}, options), ['rsd']);
  const service = child(root, 'service');
  const apis = childrenOf(child(service, 'apis'), 'api').map((api) => {
    const settings = child(api, 'settings');
    const pairs = childrenOf(settings, 'setting').map((setting) => [setting.attributes.get('name') ?? '', textOf(setting)] as const);
    const {attributes} = api;
    return {
      name: attributes.get('name') ?? '',
      preferred: attributes.get('preferred') === 'true',
      apiLink: attributes.get('apiLink') ?? '',
      docs: textOf(child(settings, 'docs')),
      settings: Object.fromEntries(pairs),
    };
  });
  const text = (name: string): string => textOf(child(service, name));
  return {engineName: text('engineName'), engineLink: text('engineLink'), homePageLink: text('homePageLink'), apis};
}
