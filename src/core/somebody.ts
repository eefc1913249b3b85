/** The refusal of a write that would be nobody's. */
import {LoginError} from './refusals.js';
import type {OriginAnswer} from './origin.js';
import type {Settings} from './settings.js';

/** @throws {LoginError} the write would be nobody's, and that was not asked for (`forceLogin: false`) */
export function requireSomebody({origin, settings}: {readonly origin: OriginAnswer; readonly settings: Settings}): void {
  const {forceLogin, pageOrigin, apiUrl} = settings;
  if (!forceLogin || !origin.anonymous) return;
  const wikiOrigin = new URL(apiUrl).origin;
  const elsewhere = pageOrigin !== undefined && pageOrigin !== wikiOrigin;
  const text = `${elsewhere ? 'From this page the wiki can only be read, as nobody' : 'The wiki is asked as nobody here'}: edits here would not be yours.`;
  const way = elsewhere ? `use {auth: 'cookies'} where ${wikiOrigin} lists ${pageOrigin} in $wgCrossSiteAJAXdomains, or an access token` : `give another {auth} for ${apiUrl}`;
  throw new LoginError([{code: 'notloggedin', text}], {hint: `To save as somebody, ${way}; to save as nobody, {forceLogin: false}.`});
}
