/** The refusal of a write that would be nobody's. */
import {LoginError} from './api-errors.js';
import type {OriginAnswer} from './origin.js';
import type {Settings} from './settings.js';

/** @throws {LoginError} the write would be nobody's, and that was not asked for (`forceLogin: false`) */
export function requireSomebody({origin, settings}: {readonly origin: OriginAnswer; readonly settings: Settings}): void {
  const {forceLogin, pageOrigin, apiUrl} = settings;
  if (!forceLogin || !origin.anonymous) return;
  const wikiOrigin = new URL(apiUrl).origin;
  const text =
    pageOrigin === undefined || pageOrigin === wikiOrigin
      ? `This session asks ${apiUrl} anonymously. To save as somebody, use another {auth}; to save as nobody, {forceLogin: false}.`
      : `This page is not on ${wikiOrigin}, so that it can only read there, as nobody. To save as somebody, use {auth: 'cookies'} where the wiki lists ${pageOrigin} in $wgCrossSiteAJAXdomains, or an access token; to save as nobody, {forceLogin: false}.`;
  throw new LoginError([{code: 'notloggedin', text}]);
}
