/** The wiki's own messages, for whoever needs some of them: known already, kept from another visit, or asked for. */
import {checkOptions, isObject, isText, signalRule} from '../core/check.js';
import {unlessAborted} from '../core/unless-aborted.js';
import type {ApiAnswer, Session} from '../core/session.js';
import {shown} from '../core/shown.js';
import {type Store, storeOf} from '../core/store.js';
import {messagesOf, type Texts} from './messages.js';

export interface AskMessagesOptions {
  /** A language code, or `user` or `content`. Default: that of the session, and then the components on it learn them, too. */
  readonly lang?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Messages by their keys, as wikitext; those the wiki does not have are left out. What is not known is asked for in one
 * request, together with what others want at the same time (in several, from 51 keys on), and kept for a day.
 *
 * @example await askMessages(session, ['block', 'ipbreason'], {lang: 'de'}) // {block: 'Sperren', ipbreason: 'Grund:'}
 * @throws {ApiError} and the other kinds of {@link WikiError}
 * @throws {TypeError} a key that is none, or a wrong option
 * @see https://www.mediawiki.org/wiki/API:Allmessages
 */
export async function askMessages(session: Session, keys: readonly string[], options: AskMessagesOptions = {}): Promise<Texts> {
  checkOptions(options, {lang: [isText, "a language code such as 'de'"], signal: signalRule});
  if (!Array.isArray(keys)) throw new TypeError(`keys: ${shown(keys)} given, an array of messages’ keys expected`);
  const wrong = keys.find((key: unknown) => !isText(key) || /[|#<>]/.test(String(key))) as unknown;
  if (wrong !== undefined) throw new TypeError(`keys: ${shown(wrong)} given, a message’s key expected`);
  const {lang, signal} = options;
  const language = inLanguage(session, lang ?? session.settings.uselang ?? 'user');
  const texts = await unlessAborted(language.get(keys), signal);
  if (lang === undefined) messagesOf(session).learn(texts, language.code);
  return texts;
}

const known = new WeakMap<Session, Map<string, Language>>();

function inLanguage(session: Session, lang: string): Language {
  const languages = known.get(session) ?? new Map<string, Language>();
  known.set(session, languages);
  // Another user may have another language.
  const name = lang === 'user' ? `user ${session.changes}` : lang;
  const language = languages.get(name) ?? new Language(session, lang);
  languages.set(name, language);
  return language;
}

interface MessagesAnswer extends ApiAnswer {
  readonly uselang?: string;
  readonly query?: {
    readonly allmessages?: readonly {readonly name: string; readonly content?: string; readonly missing?: boolean}[];
    readonly usergroups?: unknown;
  };
}

/** Texts by key; `false` where the wiki has none. */
type Found = Readonly<Record<string, string | false>>;

/** A wiki takes 50 values, and more only from some. */
const atOnce = 50;

class Language {
  /** As the wiki calls it, once it has said so. */
  code: string | undefined;
  private readonly session: Session;
  private readonly lang: string;
  private readonly store: Store;
  /** Where it is kept; undefined for a user's own language, which may be another tomorrow. */
  private readonly part: string | undefined;
  private readonly texts = new Map<string, string | false>();
  private readonly fromStore: Promise<void>;
  private readonly underWay = new Map<string, Promise<void>>();
  /** Keys for the next request, while it can still take some. */
  private next: {readonly keys: Set<string>; readonly done: Promise<void>} | undefined;

  constructor(session: Session, lang: string) {
    this.session = session;
    this.lang = lang;
    this.store = storeOf(session);
    this.part = lang === 'user' && !session.origin.anonymous ? undefined : `messages ${lang}`;
    this.fromStore = this.recall();
  }

  async get(keys: readonly string[]): Promise<Texts> {
    await this.fromStore;
    const wanted = keys.filter((key) => !this.texts.has(key));
    await Promise.all(wanted.map((key) => this.underWay.get(key) ?? this.ask(key)));
    return Object.fromEntries(keys.flatMap((key) => {
      const text = this.texts.get(key);
      return typeof text === 'string' ? [[key, text]] : [];
    }));
  }

  private async recall(): Promise<void> {
    const kept = this.part === undefined ? undefined : await this.store.get(this.part);
    const {code, found} = (isObject(kept) ? kept : {}) as {code?: unknown; found?: unknown};
    if (typeof code === 'string') this.code = code;
    for (const [key, text] of Object.entries(isObject(found) ? found : {})) if (typeof text === 'string' || text === false) this.texts.set(key, text);
  }

  private ask(key: string): Promise<void> {
    this.next ??= {keys: new Set(), done: Promise.resolve().then(() => this.send())};
    const {keys, done} = this.next;
    keys.add(key);
    this.underWay.set(key, done);
    return done;
  }

  private async send(): Promise<void> {
    const keys = [...(this.next?.keys ?? [])];
    this.next = undefined;
    try {
      for (let start = 0; start < keys.length; start += atOnce) await this.fetch(keys.slice(start, start + atOnce));
    } finally {
      for (const key of keys) this.underWay.delete(key);
    }
  }

  private async fetch(keys: readonly string[]): Promise<void> {
    const groups = this.part !== undefined && this.store.mustLearnReaders;
    const {uselang, query} = await this.session.get<MessagesAnswer>({
      action: 'query',
      meta: groups ? ['allmessages', 'siteinfo'] : 'allmessages',
      siprop: groups ? 'usergroups' : undefined,
      ammessages: keys,
      uselang: this.lang,
      responselanginfo: true,
    });
    this.store.learnReaders(query?.usergroups);
    const told = new Map(query?.allmessages?.map(({name, content}) => [name, content]));
    const found: Found = Object.fromEntries(keys.map((key) => [key, told.get(key) ?? false]));
    this.code = uselang ?? this.code;
    for (const [key, text] of Object.entries(found)) this.texts.set(key, text);
    const join = (kept: unknown): unknown => ({code: this.code, found: {...(kept as {found?: Found} | undefined)?.found, ...found}});
    if (this.part !== undefined) void this.store.put(this.part, {code: this.code, found}, join);
  }
}
