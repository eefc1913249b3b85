/** Tokens prove that a write comes from a script the user runs. They are kept in memory only. */
import {unlessAborted} from './unless-aborted.js';
import {once} from './lazily.js';
import {together} from './params.js';

/** @see https://www.mediawiki.org/wiki/API:Tokens */
export type TokenType = 'createaccount' | 'csrf' | 'deleteglobalaccount' | 'login' | 'patrol' | 'rollback' | 'setglobalaccountstatus' | 'userrights' | 'watch' | (string & {});

/** Tokens by type; a wiki leaves out what this user cannot have. */
export type Tokens = {readonly [type in TokenType]?: string};

/** Asks the wiki for tokens of these types; answers with what it gave. */
export type FetchTokens = (types: readonly TokenType[]) => Promise<Tokens>;

/** Tokens that are being asked for; others for each user. */
export interface AskedTokens {
  readonly byType: Map<TokenType, Promise<string>>;
  next?: {readonly types: TokenType[]; readonly answer: Promise<Tokens>} | undefined;
}

/** One cache per wiki and user. Callers that ask at the same time share one request, also for different types. */
export class TokenCache {
  /** The tokens at hand. Who talks to the same wiki as the same user may put the same map here. */
  known: Map<TokenType, string>;
  /** Those on their way: see `writing.ts`. */
  asked?: AskedTokens | undefined;
  readonly fetch: FetchTokens;

  constructor(fetch: FetchTokens, known: Tokens = {}) {
    this.fetch = fetch;
    this.known = new Map(Object.entries(together(known)) as [TokenType, string][]);
  }

  /**
   * @param signal - gives up waiting; the request goes on for other callers
   * @throws what the request throws; a failure is not kept
   */
  get(type: TokenType, signal?: AbortSignal): Promise<string> {
    return unlessAborted(
      writing().then(({askToken}) => askToken(this, type)),
      signal,
    );
  }

  /** Drops all: the user has changed. */
  clear(): void {
    this.known.clear();
    this.asked = undefined;
  }
}

/** What only writes need. */
export const writing = once(() => import('./writing.js'));
