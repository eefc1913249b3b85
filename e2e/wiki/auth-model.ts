/**
 * What the authorization server knows: its clients, who allowed them what, and which tokens are good. The rules are those
 * of Extension:OAuth: a refresh ends the access token that came with the refresh token, a used refresh token is good for
 * `graceSeconds` more, and nothing else ends with it.
 */
import type OAuth2Server from '@node-oauth/oauth2-server';
import type {UserName} from './users.js';

export interface AuthControls {
  /** How long an access token is good. */
  accessTokenSeconds: number;
  /** How long a used refresh token is good again, for who lost the answer (the extension has 600 since 2026, 0 before). */
  graceSeconds: number;
  /** What Cancel answers: as RFC 6749 has it, or as Extension:OAuth does, which leaves out `state`, too. */
  cancelSays: 'access_denied' | 'unauthorized_client';
  /** What a refresh token that is no good is answered: 400 `invalid_grant`, or 401 `invalid_request`, as league/oauth2-server 8 does. */
  deadRefreshSays: 'invalid_grant' | 'invalid_request';
}

const defaultControls: AuthControls = {
  accessTokenSeconds: 3600,
  graceSeconds: 0,
  cancelSays: 'access_denied',
  deadRefreshSays: 'invalid_grant',
};

export const clients = {
  /** A page: it can keep no secret, and must bring a code challenge. */
  public: {client_id: 'a1b2c3d4e5f60718293a4b5c6d7e8f90'},
  confidential: {client_id: '0f9e8d7c6b5a49382716f5e4d3c2b1a0', client_secret: 'c0ffee5ec2e7c0ffee5ec2e7c0ffee5ec2e7c0ff'},
} as const;

interface AuthUser {
  readonly name: UserName;
}

interface Granted {
  readonly client: OAuth2Server.Client;
  readonly user: AuthUser;
  readonly expiresAt: Date;
}

interface Refreshable extends Granted {
  readonly accessToken: string;
  readonly scope?: string[];
  usedUntil?: number;
}

export class AuthModel {
  controls = {...defaultControls};
  readonly #redirects = new Set<string>();
  readonly #codes = new Map<string, OAuth2Server.AuthorizationCode>();
  readonly #access = new Map<string, Granted>();
  readonly #refresh = new Map<string, Refreshable>();

  allowRedirect(uri: string): void {
    this.#redirects.add(uri);
  }

  reset(): void {
    this.controls = {...defaultControls};
    for (const kept of [this.#redirects, this.#codes, this.#access, this.#refresh]) kept.clear();
  }

  expireAccessTokens(): void {
    this.#access.clear();
  }

  /** As Special:OAuthManageMyGrants does: of this user nothing is good any more. */
  revoke(user: UserName): void {
    for (const kept of [this.#codes, this.#access, this.#refresh]) {
      for (const [key, granted] of kept) if ((granted.user as AuthUser).name === user) kept.delete(key);
    }
  }

  whose(accessToken: string): Granted | undefined {
    const granted = this.#access.get(accessToken);
    return granted && granted.expiresAt.getTime() > Date.now() ? granted : undefined;
  }

  /** The secret is null where none is asked for, and undefined where a request brought none. */
  async getClient(id: string, secret: string | null | undefined): Promise<OAuth2Server.Client | undefined> {
    const found = Object.values(clients).find(({client_id}) => client_id === id);
    if (!found || (secret !== null && secret !== ('client_secret' in found ? found.client_secret : undefined))) return undefined;
    return {id, grants: ['authorization_code', 'refresh_token'], redirectUris: [...this.#redirects]};
  }

  async saveAuthorizationCode(code: Omit<OAuth2Server.AuthorizationCode, 'client' | 'user'>, client: OAuth2Server.Client, user: OAuth2Server.User): Promise<OAuth2Server.AuthorizationCode> {
    const saved = {...code, client, user} as OAuth2Server.AuthorizationCode;
    this.#codes.set(saved.authorizationCode, saved);
    return saved;
  }

  async getAuthorizationCode(code: string): Promise<OAuth2Server.AuthorizationCode | undefined> {
    return this.#codes.get(code);
  }

  async revokeAuthorizationCode({authorizationCode}: OAuth2Server.AuthorizationCode): Promise<boolean> {
    return this.#codes.delete(authorizationCode);
  }

  async saveToken(token: OAuth2Server.Token, client: OAuth2Server.Client, user: OAuth2Server.User): Promise<OAuth2Server.Token> {
    const {accessToken, accessTokenExpiresAt, refreshToken, refreshTokenExpiresAt, scope} = token;
    if (!accessTokenExpiresAt || refreshToken === undefined || !refreshTokenExpiresAt) throw new Error('the server made no whole token');
    const granted = {client, user: user as AuthUser};
    this.#access.set(accessToken, {...granted, expiresAt: accessTokenExpiresAt});
    this.#refresh.set(refreshToken, {...granted, expiresAt: refreshTokenExpiresAt, accessToken, ...(scope && {scope})});
    return {...token, client, user};
  }

  /** The library asks the model for it; introspection asks `whose`. */
  async getAccessToken(): Promise<undefined> {
    return undefined;
  }

  async getRefreshToken(refreshToken: string): Promise<OAuth2Server.RefreshToken | undefined> {
    const kept = this.#refresh.get(refreshToken);
    if (!kept || (kept.usedUntil !== undefined && Date.now() >= kept.usedUntil)) return undefined;
    const {client, user, expiresAt, scope} = kept;
    return {refreshToken, refreshTokenExpiresAt: expiresAt, client, user, ...(scope && {scope})};
  }

  async revokeToken({refreshToken}: OAuth2Server.RefreshToken): Promise<boolean> {
    const kept = this.#refresh.get(refreshToken);
    if (!kept) return false;
    this.#access.delete(kept.accessToken);
    kept.usedUntil ??= Date.now() + this.controls.graceSeconds * 1000;
    return true;
  }
}
