/**
 * Texts of the interface, by key: what the host page overrides, else the wiki's own, else the bundled English one, else
 * the key in ⧼ ⧽. They are plain text always: markup that a wiki put into a message is dropped, never shown or run.
 */
import {htmlToText} from '../core/html-to-text.js';
import en from './en.json' with {type: 'json'};
import {expand, type MessageParam} from './expand.js';

/** Texts by key, as MediaWiki writes messages: with `$1`, `{{PLURAL:$1|…}}`, `{{GENDER:$1|…}}`. */
export type Texts = Readonly<Record<string, string>>;

const bundled: Record<string, string> = {...en};

/** Adds the English texts of a part that not everybody loads. */
export const bundle = (texts: Texts): void => void Object.assign(bundled, texts);

/** The messages of one wiki in one language, as they become known. */
export class Messages {
  readonly #texts = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #lang: string | undefined;

  /** Those of these keys that only the wiki can tell and has not told yet. */
  unknown(keys: readonly string[]): string[] {
    return keys.filter((key) => !this.#texts.has(key));
  }

  /**
   * Takes what the wiki says.
   *
   * @param lang - the language it says it in, for its plural forms
   */
  learn(texts: Texts, lang: string | undefined): void {
    this.#lang = lang ?? this.#lang;
    for (const [key, text] of Object.entries(texts)) this.#texts.set(key, text);
    for (const listener of this.#listeners) listener();
  }

  /** The text of a key; `overrides` come from the host page. */
  text(key: string, params: readonly MessageParam[] = [], overrides: Texts = {}): string {
    const [text, lang] = this.#find(key, overrides);
    return text === undefined ? `⧼${key}⧽` : expand(text, params, {lang, plain});
  }

  /** Calls when texts arrive. @returns the way to stop it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #find(key: string, overrides: Texts): [text: string | undefined, lang: string] {
    const own = (texts: Texts): string | undefined => (Object.hasOwn(texts, key) ? texts[key] : undefined);
    const known = own(overrides) ?? this.#texts.get(key);
    return known === undefined ? [own(bundled), 'en'] : [known, this.#lang ?? 'en'];
  }
}

const known = new WeakMap<object, Messages>();

/** The messages of a wiki (of its session), shared by all components on it. */
export function messagesOf(session: object): Messages {
  const messages = known.get(session) ?? new Messages();
  known.set(session, messages);
  return messages;
}

/** The words of a wikitext message: links become their labels, tags and quotes go. */
function plain(wikitext: string): string {
  const unlinked = wikitext
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/\[(?:https?:)?\/\/[^\s\]]+ ([^\]]*)\]/g, '$1')
    .replace(/'{2,}/g, '');
  return htmlToText(unlinked);
}
