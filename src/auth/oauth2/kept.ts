/** What a page keeps of OAuth 2: tokens, where it was told to; and while the user is away, what the code will be checked by. */
import {isObject, isText} from '../../core/check.js';
import type {Begun, GrantedTokens} from './grants.js';

export class Kept {
  /** Tabs and windows with this name have to do with each other. */
  readonly name: string;
  private readonly storage: 'memory' | 'session';
  private inMemory: GrantedTokens | undefined;

  constructor(name: string, storage: 'memory' | 'session') {
    this.name = name;
    this.storage = storage;
  }

  /** Whether another tab may have the same: one that was duplicated, or opened from this one, begins with a copy. */
  get isCopied(): boolean {
    return this.storage === 'session' && sessionStore() !== undefined;
  }

  get tokens(): GrantedTokens | undefined {
    if (!this.isCopied) return this.inMemory;
    const kept = read(this.name);
    return isObject(kept) && 'accessToken' in kept && isText(kept.accessToken) ? (kept as GrantedTokens) : this.inMemory;
  }

  set tokens(tokens: GrantedTokens | undefined) {
    this.inMemory = tokens;
    if (this.isCopied) write(this.name, tokens);
  }

  /**
   * Has to outlast this page, whatever `storage` says: the user goes to another one.
   *
   * @returns whether it will: where nothing can be stored, there is no way back
   */
  begin(begun: Begun | undefined): boolean {
    write(`${this.name} begun`, begun);
    return begun === undefined || this.begun?.state === begun.state;
  }

  /**
   * Good for one time.
   *
   * @param state - as it came back; null where the wiki has sent none along with a refusal
   */
  takeBegun(state: string | null): Begun | undefined {
    const {begun} = this;
    if (!begun || (state !== null && state !== begun.state)) return undefined;
    this.begin(undefined);
    return begun;
  }

  private get begun(): Begun | undefined {
    const begun = read(`${this.name} begun`);
    return isObject(begun) && 'state' in begun && isText(begun.state) && 'verifier' in begun && isText(begun.verifier) ? (begun as Begun) : undefined;
  }
}

/** Not there in Node and in workers; refused where the user keeps sites from storing anything. */
function sessionStore(): Storage | undefined {
  try {
    return (globalThis as {sessionStorage?: Storage}).sessionStorage;
  } catch {
    return undefined;
  }
}

/** Others may have written there. */
function read(name: string): unknown {
  try {
    return JSON.parse(sessionStore()?.getItem(name) ?? 'null');
  } catch {
    return undefined;
  }
}

function write(name: string, value: object | undefined): void {
  const store = sessionStore();
  try {
    if (value) store?.setItem(name, JSON.stringify(value));
    else store?.removeItem(name);
  } catch {
    // Full: what is in memory has to do, and not what was there before.
    store?.removeItem(name);
  }
}
