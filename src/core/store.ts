/**
 * What is kept of wikis between visits: a record for each wiki in IndexedDB, with its facts and its messages, such as any
 * stranger may read. Never a token, a user, or anything of a wiki that not everybody may read.
 */
import {get, update} from 'idb-keyval';
import {isObject} from './check.js';
import {database} from './database.js';
import {generatorHere} from './page-config.js';
import type {Session} from './session.js';

/** Facts and messages are asked for again after a day. */
const keptForSeconds = 86_400;

/** @param at - in milliseconds since 1970 */
interface Kept {
  readonly at: number;
  readonly value: unknown;
}

type WikiRecord = Readonly<Record<string, Kept>>;

const stores = new WeakMap<Session, Store>();

/** The place of a session's wiki. Made early, it has been read when it is needed. */
export function storeOf(session: Session): Store {
  const store = stores.get(session) ?? new Store(session);
  stores.set(session, store);
  return store;
}

export class Store {
  private readonly key: string;
  /** Whether what this session is told, anybody would be told. */
  private isPublic: boolean;
  /** What the wiki calls its software now. */
  private version: string | undefined;
  private record: Promise<WikiRecord>;

  constructor(session: Session) {
    this.key = session.apiUrl;
    this.isPublic = session.origin.anonymous;
    this.version = generatorHere(session);
    this.record = wikis((store) => get<unknown>(this.key, store)).then((record) => this.valid(record));
  }

  /** What was put there, unless it is older. It may have been written by anybody: look at it before use. */
  async get(part: string, maxAgeSeconds = keptForSeconds): Promise<unknown> {
    const kept = (await this.record)[part];
    return kept && isYoung(kept, maxAgeSeconds) ? kept.value : undefined;
  }

  /**
   * Keeps a part, and leaves the others. Nothing happens while it is not known that everybody may read the wiki.
   *
   * @param join - makes one of what is kept, if it is young, and the new: by then another tab may have kept more
   */
  async put(part: string, value: unknown, join: (kept: unknown, value: unknown) => unknown = (_, value) => value): Promise<void> {
    if (!this.isPublic) return;
    const now = Date.now();
    const change = (record: unknown): WikiRecord => {
      const others = Object.entries(this.valid(record)).filter(([, kept]) => isYoung(kept, keptForSeconds));
      const before = others.find(([name]) => name === part)?.[1];
      const joined = before ? {at: before.at, value: join(before.value, value)} : {at: now, value};
      const version = this.version === undefined ? [] : [[versionPart, {at: now, value: this.version}] as const];
      return Object.fromEntries([...others, ...version, [part, joined]]);
    };
    await wikis((store) => update<unknown>(this.key, change, store));
  }

  /**
   * Whether {@link learnReaders} is still to be told. Who asks with a login may be told what others are not, and the
   * only word on that is in `siprop=usergroups`.
   */
  get mustLearnReaders(): boolean {
    return !this.isPublic && isPossible();
  }

  /** @param usergroups - `query.usergroups` */
  learnReaders(usergroups: unknown): void {
    if (!Array.isArray(usergroups)) return;
    const everybody = (usergroups as {name?: unknown; rights?: unknown}[]).find((group) => group?.name === '*')?.rights;
    if (Array.isArray(everybody)) this.isPublic ||= everybody.includes('read');
  }

  /** What the wiki runs now: what is kept from another version is dropped. */
  learnVersion(generator: string, gitHash = ''): void {
    this.version = `${generator} ${gitHash}`.trim();
    this.record = this.record.then((record) => this.valid(record));
  }

  /** Those parts that are such; none when they are another version's. */
  private valid(record: unknown): WikiRecord {
    if (!isObject(record)) return {};
    const parts = Object.entries(record).filter((entry): entry is [string, Kept] => isKept(entry[1]));
    const version = parts.find(([name]) => name === versionPart)?.[1].value;
    const known = typeof version !== 'string' || this.version === undefined || isSame(version, this.version);
    return known ? Object.fromEntries(parts) : {};
  }
}

const wikis = database('wikilit', 'wikis');

const versionPart = 'version';

/** Looking is enough to be refused, on a page without an origin. */
function isPossible(): boolean {
  try {
    return typeof indexedDB === 'object' && indexedDB !== null;
  } catch {
    return false;
  }
}

const isKept = (value: unknown): boolean => isObject(value) && 'value' in value && 'at' in value && typeof value.at === 'number';

/** What comes from the future was kept while the clock was wrong. */
function isYoung({at}: Kept, maxAgeSeconds: number): boolean {
  const ageSeconds = (Date.now() - at) / 1000;
  return ageSeconds >= 0 && ageSeconds < maxAgeSeconds;
}

/** The wiki's own pages do not tell the hash that may follow. */
const isSame = (one: string, other: string): boolean => one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
