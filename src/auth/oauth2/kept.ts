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

  /** Has to outlast this page, whatever `storage` says: the user goes to another one. */
  begin(begun: Begun): void {
    write(`${this.name} begun`, begun);
  }

  /** Good for one time. */
  takeBegun(): Begun | undefined {
    const begun = read(`${this.name} begun`);
    write(`${this.name} begun`, undefined);
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
  try {
    if (value) sessionStore()?.setItem(name, JSON.stringify(value));
    else sessionStore()?.removeItem(name);
  } catch {
    // Full: what is in memory has to do.
  }
}
