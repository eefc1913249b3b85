/** The protocol: authorization code with PKCE and state, and refresh tokens. oauth4webapi knows its rules. */
import * as oauth from 'oauth4webapi';
import type {Fetch} from '../../core/exchange.js';
import {HttpError} from '../../core/http-error.js';
import {NetworkError} from '../../core/network-error.js';
import {LoginError} from '../../core/refusals.js';
import {within} from '../../core/time-limit.js';
import type {FailedRequest} from '../../core/wiki-error.js';

export interface Client {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly redirectUri: string;
  readonly fetch: Fetch;
  /** The addresses of the wiki for each. */
  readonly authorize: string;
  readonly token: string;
}

/** What is kept while the user is away. */
export interface Begun {
  readonly state: string;
  readonly verifier: string;
}

export interface GrantedTokens {
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  /** By this device's clock, in milliseconds since 1970. */
  readonly expiresAt?: number | undefined;
}

/**
 * The way to the wiki, and what to keep for the way back.
 *
 * @param tag - by which the way back is known to be of this application: other states on this page are not ours
 */
export async function beginAuthorization({clientId, redirectUri, authorize}: Client, tag: string): Promise<{url: string; begun: Begun}> {
  const begun = {state: tag + oauth.generateRandomState(), verifier: oauth.generateRandomCodeVerifier()};
  const url = new URL(authorize);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state: begun.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  }).toString();
  return {url: url.href, begun};
}

/**
 * @param back - the address the user came back to
 * @throws {LoginError} `access_denied`, `state-mismatch`, `invalid_grant`, …
 */
export async function redeemCode(client: Client, back: string, {state, verifier}: Begun, signal?: AbortSignal): Promise<GrantedTokens> {
  const [server, as, by] = of(client);
  const params = new URL(back).searchParams;
  // Who has answered is known: nobody else was asked.
  params.delete('iss');
  const error = params.get('error');
  // Some versions of the extension send no state along when the user has refused: nothing is redeemed then.
  if (error !== null && !params.has('state')) params.set('state', state);
  const callback = await told(client, signal, async () => oauth.validateAuthResponse(server, as, params, state));
  return told(client, signal, async (limit) => granted(await oauth.processAuthorizationCodeResponse(server, as, await oauth.authorizationCodeGrantRequest(server, as, by, callback, client.redirectUri, verifier, options(client, limit)))));
}

/** @throws {LoginError} `invalid_grant`: the user has taken it back, or it was used already, and its answer lost */
export async function redeemRefreshToken(client: Client, refreshToken: string): Promise<GrantedTokens> {
  const [server, as, by] = of(client);
  const tokens = await told(client, undefined, async (limit) => granted(await oauth.processRefreshTokenResponse(server, as, await oauth.refreshTokenGrantRequest(server, as, by, refreshToken, options(client, limit)))));
  return {refreshToken, ...tokens};
}

function of({clientId, clientSecret, authorize, token}: Client): [oauth.AuthorizationServer, oauth.Client, oauth.ClientAuth] {
  return [{issuer: new URL(token).origin, authorization_endpoint: authorize, token_endpoint: token}, {client_id: clientId}, clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(clientSecret)];
}

/** A form without a header of our own needs no preflight. */
function options({fetch, token}: Client, limit: AbortSignal): oauth.TokenEndpointRequestOptions {
  return {
    signal: limit,
    // A wiki on one's own machine; elsewhere `OAuth2` has refused it.
    [oauth.allowInsecureRequests]: new URL(token).protocol === 'http:',
    [oauth.customFetch]: (url, {method, body, signal}) => fetch(url, {method, body, headers: {accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8'}, credentials: 'omit', redirect: 'manual', ...(signal && {signal})}),
  };
}

const granted = ({access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn}: oauth.TokenEndpointResponse): GrantedTokens => ({
  accessToken,
  ...(refreshToken !== undefined && {refreshToken}),
  ...(expiresIn !== undefined && {expiresAt: Date.now() + expiresIn * 1000}),
});

/** Who waits for a token waits for all others of the same, over all tabs. */
const answerSeconds = 20;

/** In the words of the wiki, and as one of our errors; never with what was sent. */
async function told<T>({token}: Client, signal: AbortSignal | undefined, ask: (limit: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await within(answerSeconds, signal, ask);
  } catch (error) {
    signal?.throwIfAborted();
    const request: FailedRequest = {url: token, method: 'POST', params: {}};
    if (error instanceof oauth.AuthorizationResponseError) throw new LoginError([{code: error.error, text: error.error_description ?? `The wiki answers: ${error.error}.`}]);
    if (error instanceof oauth.ResponseBodyError) throw refused(error.error, error.error_description, error.status, request);
    if (error instanceof oauth.WWWAuthenticateChallengeError) throw refused('invalid_client', undefined, error.status, request);
    if (error instanceof oauth.OperationProcessingError) {
      if (/"state"/.test(error.message)) throw new LoginError([{code: 'state-mismatch', text: 'The answer does not belong to the login that was begun here. Begin again.'}]);
      const {status} = (error.cause ?? {}) as Partial<Response>;
      if (typeof status === 'number' && status >= 400) throw new HttpError({status, statusText: '', bodyStart: '', retryAfterSeconds: undefined}, {request});
      throw new LoginError([{code: 'invalid-answer', text: `${token} answered with something that is no token: ${error.message}.`}], {request});
    }
    if ((error as Partial<DOMException>).name === 'TimeoutError') throw Object.assign(new NetworkError(`${token} did not answer within ${answerSeconds} seconds.`, {request, cause: error}), {reason: 'timeout' as const});
    throw new NetworkError(`${token} could not be reached, or does not allow this page (CORS).`, {request, cause: error, hint: 'The wiki has to set $wgAllowCrossOrigin for pages of other sites to log in.'});
  }
}

function refused(code: string, text: string | undefined, status: number, request: FailedRequest): LoginError | HttpError {
  if (status >= 500) return new HttpError({status, statusText: '', bodyStart: '', retryAfterSeconds: undefined}, {request});
  // league/oauth2-server up to version 8 says it so, of a refresh token.
  const dead = code === 'invalid_grant' || (code === 'invalid_request' && status === 401);
  const hint = dead ? 'The user has taken the permission back, or the token was used already and its answer lost: let the user authorize() again.' : undefined;
  return new LoginError([{code: dead ? 'invalid_grant' : code, text: text ?? `The wiki answers: ${code}.`}], {request, hint});
}
