/**
 * The authorization server of the test wiki: a browser logs in and allows, a client gets its tokens. The protocol is
 * @node-oauth/oauth2-server's, which runs on every Node that we do; doors hand on its two addresses (see `isAuthPath`),
 * and bearer.php asks the third, `introspect`, whose a token is.
 *
 * @see https://www.mediawiki.org/wiki/OAuth/For_Developers#OAuth_2
 */
import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {text} from 'node:stream/consumers';
import OAuth2Server from '@node-oauth/oauth2-server';
import {AuthModel, clients, type AuthControls} from './auth-model.js';
import {questionPage, refusalPage} from './auth-page.js';
import {SCENARIO_HEADER} from './scenarios.js';
import {users, type UserName} from './users.js';

const BASE = '/w/rest.php/oauth2';

/** Whether a door hands this path on to the authorization server. */
export const isAuthPath = (path: string): boolean => path === `${BASE}/authorize` || path === `${BASE}/access_token`;

export interface AuthServer {
  readonly clients: typeof clients;
  /** Until the next reset. */
  set(controls: Partial<AuthControls>): void;
  /** Both clients may send browsers back to this address, exactly. */
  allowRedirect(uri: string): void;
  /** Takes back what this user has allowed: codes, access tokens and refresh tokens. */
  revoke(user: UserName): void;
  /** Every access token is as if its time were over; refresh tokens stay good. */
  expireAccessTokens(): void;
}

export interface OwnAuthServer extends AuthServer {
  readonly port: number;
  /** Who holds an access token: RFC 7662, without credentials. */
  readonly introspect: string;
  reset(): void;
  close(): Promise<void>;
}

export async function startAuthServer(): Promise<OwnAuthServer> {
  const model = new AuthModel();
  const server = createServer((request, response) => {
    answer(model, request, response).catch((error: unknown) => send(response, 500, refusalPage(String(error))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('the authorization server has no port');
  return {
    port: address.port,
    introspect: `http://127.0.0.1:${address.port}/introspect`,
    clients,
    set: (controls) => void Object.assign(model.controls, controls),
    allowRedirect: (uri) => model.allowRedirect(uri),
    revoke: (user) => model.revoke(user),
    expireAccessTokens: () => model.expireAccessTokens(),
    reset: () => model.reset(),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(model: AuthModel, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const query = Object.fromEntries(url.searchParams);
  const body = Object.fromEntries(new URLSearchParams(await text(request)));
  const asked = new OAuth2Server.Request({headers: request.headers as Record<string, string>, method: request.method ?? 'GET', query, body});
  switch (url.pathname) {
    case `${BASE}/authorize`:
      return authorize(model, asked, response);
    case `${BASE}/access_token`:
      return token(model, asked, response, request);
    case '/introspect':
      return send(response, 200, introspection(model, body['token'] ?? ''));
    default:
      return send(response, 404, refusalPage('There is nothing here.'));
  }
}

async function authorize(model: AuthModel, request: OAuth2Server.Request, response: ServerResponse): Promise<void> {
  const query = request.query ?? {};
  const body = request.body as Record<string, string>;
  const problem = await refusal(model, query);
  if (problem !== undefined) return send(response, 400, refusalPage(problem));
  if (request.method !== 'POST') return send(response, 200, questionPage(query['client_id'] ?? ''));
  if (body['answer'] !== 'allow') return redirect(response, cancelled(model.controls, query));
  const user = body['user'] ?? '';
  if (!Object.hasOwn(users, user)) return send(response, 400, refusalPage('There is no such user.'));
  const made = new OAuth2Server.Response({});
  const server = new OAuth2Server({model});
  await server.authorize(request, made, {authenticateHandler: {handle: () => ({name: user})}, allowEmptyState: true, authorizationCodeLifetime: 60});
  redirect(response, String(made.get('location')));
}

/** Why no question is asked. Nothing may go back to an address that was not registered. */
async function refusal(model: AuthModel, query: Record<string, string>): Promise<string | undefined> {
  const client = await model.getClient(query['client_id'] ?? '', null);
  if (!client) return 'There is no such client.';
  if (!client.redirectUris?.includes(query['redirect_uri'] ?? '')) return 'The redirect_uri is not registered.';
  if (query['response_type'] !== 'code') return 'The response_type must be code.';
  const challenged = query['code_challenge'] !== undefined;
  if (challenged && query['code_challenge_method'] !== 'S256') return 'The code_challenge_method must be S256.';
  if (!challenged && client.id === clients.public.client_id) return 'Code challenge must be provided for public clients';
  return undefined;
}

function cancelled({cancelSays}: AuthControls, {redirect_uri = '', state}: Record<string, string>): string {
  const uri = new URL(redirect_uri);
  uri.searchParams.set('error', cancelSays);
  uri.searchParams.set('error_description', 'The user denied the request.');
  if (state !== undefined && cancelSays === 'access_denied') uri.searchParams.set('state', state);
  return uri.href;
}

async function token(model: AuthModel, asked: OAuth2Server.Request, response: ServerResponse, request: IncomingMessage): Promise<void> {
  // As rest.php does by $wgAllowCrossOrigin for all its answers.
  if (String(request.headers[SCENARIO_HEADER]).split(',').includes('crossoriginrest')) response.setHeader('Access-Control-Allow-Origin', '*');
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {'Access-Control-Allow-Methods': 'POST', 'Access-Control-Allow-Headers': 'Authorization, Content-Type, Api-User-Agent'});
    return void response.end();
  }
  const made = new OAuth2Server.Response({});
  const server = new OAuth2Server({model});
  const options = {
    accessTokenLifetime: model.controls.accessTokenSeconds,
    refreshTokenLifetime: 30 * 86_400,
    // The model says which client needs a secret.
    requireClientAuthentication: {authorization_code: false, refresh_token: false},
  };
  const failure = await server.token(asked, made, options).then(() => undefined, (error: unknown) => error);
  for (const [name, value] of Object.entries(made.headers ?? {})) response.setHeader(name, value);
  // The library would round it down, and leave a 0 out.
  if (failure === undefined) return send(response, 200, {...(made.body as object), expires_in: options.accessTokenLifetime});
  if (!(failure instanceof OAuth2Server.OAuthError)) throw failure;
  const told = (error: string, status: number): void => send(response, status, {error, error_description: failure.message});
  if (failure.name === 'invalid_client') return told(failure.name, 401);
  if (failure.name === 'invalid_grant' && asked.body.grant_type === 'refresh_token') {
    return told(model.controls.deadRefreshSays, model.controls.deadRefreshSays === 'invalid_grant' ? 400 : 401);
  }
  told(failure.name, failure.code);
}

function introspection(model: AuthModel, accessToken: string): object {
  const granted = model.whose(accessToken);
  return granted ? {active: true, username: granted.user.name, client_id: granted.client.id} : {active: false};
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, {Location: location, 'Cache-Control': 'no-store'});
  response.end();
}

function send(response: ServerResponse, status: number, body: string | object): void {
  response.writeHead(status, {'Content-Type': typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8'});
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
