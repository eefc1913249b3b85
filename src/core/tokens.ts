/** Tokens prove that a write comes from a script the user runs. They are kept in memory only. */
import {unlessAborted} from './delay.js';

/** @see https://www.mediawiki.org/wiki/API:Tokens */
export type TokenType = 'createaccount' | 'csrf' | 'deleteglobalaccount' | 'login' | 'patrol' | 'rollback' | 'setglobalaccountstatus' | 'userrights' | 'watch' | (string & {});

/** Tokens by type; a wiki leaves out what this user cannot have. */
export type Tokens = {readonly [type in TokenType]?: string};

/** Asks the wiki for tokens of these types; answers with what it gave. */
export type FetchTokens = (types: readonly TokenType[]) => Promise<Tokens>;

/** One cache per wiki and user. Callers that ask at the same time share one request, also for different types. */
export class TokenCache {
  private readonly fetch: FetchTokens;
  private readonly tokens = new Map<TokenType, Promise<string>>();
  private next: {readonly types: TokenType[]; readonly answer: Promise<Tokens>} | undefined;

  constructor(fetch: FetchTokens, known: Tokens = {}) {
    this.fetch = fetch;
    for (const [type, token] of Object.entries(known)) if (token !== undefined) this.tokens.set(type, Promise.resolve(token));
  }

  /**
   * @param signal - gives up waiting; the request goes on for other callers
   * @throws what the request throws; a failure is not kept
   */
  get(type: TokenType, signal?: AbortSignal): Promise<string> {
    let token = this.tokens.get(type);
    if (!token) {
      const asked = this.ask(type);
      token = asked;
      this.tokens.set(type, asked);
      asked.catch(() => {
        if (this.tokens.get(type) === asked) this.tokens.delete(type);
      });
    }
    return unlessAborted(token, signal);
  }

  /** Keeps a token that came along with another answer. */
  set(type: TokenType, token: string): void {
    this.tokens.set(type, Promise.resolve(token));
  }

  /** Drops a token the wiki refused, unless a newer one is there already. */
  async forget(type: TokenType, refused: string): Promise<void> {
    const known = this.tokens.get(type);
    if (known && (await known.catch(() => refused)) === refused && this.tokens.get(type) === known) this.tokens.delete(type);
  }

  /** Drops all: the user has changed. */
  clear(): void {
    this.tokens.clear();
    this.next = undefined;
  }

  private async ask(type: TokenType): Promise<string> {
    if (!this.next) {
      const types: TokenType[] = [];
      // One microtask later all who ask in this turn have put in their type.
      const answer = Promise.resolve().then(() => {
        if (this.next?.types === types) this.next = undefined;
        return this.fetch(types);
      });
      this.next = {types, answer};
    }
    const {types, answer} = this.next;
    if (!types.includes(type)) types.push(type);
    const token = (await answer)[type];
    if (token === undefined) throw new TypeError(`token: the wiki knows no "${type}" token, or gives none to this user`);
    return token;
  }
}
