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
  /** The tokens at hand. Who talks to the same wiki as the same user may put the same map here. */
  known: Map<TokenType, string>;
  private readonly fetch: FetchTokens;
  private readonly asked = new Map<TokenType, Promise<string>>();
  private next: {readonly types: TokenType[]; readonly answer: Promise<Tokens>} | undefined;

  constructor(fetch: FetchTokens, known: Tokens = {}) {
    this.fetch = fetch;
    this.known = new Map(Object.entries(known).filter((entry): entry is [TokenType, string] => entry[1] !== undefined));
  }

  /**
   * @param signal - gives up waiting; the request goes on for other callers
   * @throws what the request throws; a failure is not kept
   */
  get(type: TokenType, signal?: AbortSignal): Promise<string> {
    const known = this.known.get(type);
    return unlessAborted(known === undefined ? this.asking(type) : Promise.resolve(known), signal);
  }

  /** Keeps a token that came along with another answer. */
  set(type: TokenType, token: string): void {
    this.asked.delete(type);
    this.known.set(type, token);
  }

  /** Drops a token the wiki refused, unless a newer one is there already. */
  forget(type: TokenType, refused: string): void {
    if (this.known.get(type) === refused) this.known.delete(type);
  }

  /** Drops all: the user has changed. */
  clear(): void {
    this.known.clear();
    this.asked.clear();
    this.next = undefined;
  }

  private asking(type: TokenType): Promise<string> {
    const before = this.asked.get(type);
    if (before) return before;
    const asked = this.ask(type);
    this.asked.set(type, asked);
    // What was asked for another user, or is older than what is known by now, is not kept.
    const current = (): boolean => this.asked.get(type) === asked && this.asked.delete(type);
    asked.then(
      (token) => current() && this.known.set(type, token),
      () => current(),
    );
    return asked;
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
