/** What stays out of errors and logs: tokens, passwords, the answers to captchas. */
import type {FailedRequest} from './wiki-error.js';
import {type Params, toFields} from './params.js';

/** Names of parameters that are secret. */
const secret = /token|password|retype|captchaword|captchaid|secret|credential|oath|code$/i;

/** Actions whose fields are the wiki's to name: any of them may be secret. */
const takesSecrets = /^(clientlogin|createaccount|linkaccount|changeauthenticationdata)$/;
const harmless = /^(action|format|formatversion|errorformat|errorsuselocal|uselang|maxlag|assert|assertuser|username|changeauthrequest|(login|create|link)(returnurl|messageformat|requests|continue|preservestate|mergerequestfields))$/;

/** A request as errors tell it. */
export function describe({url, method, params}: {readonly url: string; readonly method: FailedRequest['method']; readonly params: Params}): FailedRequest {
  const all = takesSecrets.test(params['action'] as string);
  const texts = toFields(params).map(([name, value]): [string, string] => {
    if (secret.test(name) || (all && !harmless.test(name))) return [name, '***'];
    return [name, typeof value === 'string' ? value : `a file of ${value.size} bytes`];
  });
  return {url, method, params: Object.fromEntries(texts)};
}
