/** OAuth 2: the access token of the moment. */
import {type BearerAuth, isHeaderText} from './settings.js';
import {shown} from './shown.js';

/** @throws {TypeError} the caller's function gave no access token */
export async function accessToken({accessToken: given}: BearerAuth): Promise<string> {
  const token = typeof given === 'string' ? given : await given();
  if (!isHeaderText(token)) throw new TypeError(`auth: accessToken() gave ${token ? 'what cannot stand in a header' : shown(token)}, a token expected`);
  return token;
}
