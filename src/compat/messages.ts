/** The wiki's interface messages. */
import type {Api, ApiParameters} from './api.js';
import {mediaWiki, userLanguage} from './page.js';
import {merge} from './parameters.js';
import {type ApiPromise, resolved} from './promise.js';

export interface Messages {
  /** Texts by key, in the user's language; those that do not exist are left out. */
  getMessages(messages: string | readonly string[], options?: ApiParameters): ApiPromise<Record<string, string>>;
  /** Puts messages into `mw.messages`; off the wiki, into {@link loadedMessages}. */
  loadMessages(messages: string | readonly string[], options?: ApiParameters): ApiPromise<unknown>;
  /** The same for those that are not there yet. */
  loadMessagesIfMissing(messages: string | readonly string[], options?: ApiParameters): ApiPromise<unknown>;
}

/** What `loadMessages` has loaded where there is no `mw.messages`. */
export const loadedMessages = new Map<string, string>();

/** How many keys one request may ask for, by whomever. */
const limit = 50;

interface MessagesAnswer {
  readonly query: {readonly allmessages: readonly {readonly name: string; readonly content: string; readonly missing?: boolean}[]};
}

export const messages: Messages & ThisType<Api> = {
  getMessages(keys, options) {
    const all = list(keys);
    return this.get(merge<ApiParameters>({action: 'query', meta: 'allmessages', ammessages: all.slice(0, limit), amlang: userLanguage(), formatversion: 2}, options)).then((answer) => {
      const found: Record<string, string> = {};
      for (const {name, content, missing} of (answer as unknown as MessagesAnswer).query.allmessages) if (!missing) found[name] = content;
      if (all.length <= limit) return found;
      return this.getMessages(all.slice(limit), options).then((more) => merge(found, more));
    });
  },

  loadMessages(keys, options) {
    return this.getMessages(keys, options).then(keep);
  },

  loadMessagesIfMissing(keys, options) {
    const missing = list(keys).filter((key) => !isKnown(key));
    return missing.length > 0 ? this.loadMessages(missing, options) : resolved();
  },
};

const list = (keys: string | readonly string[]): readonly string[] => (Array.isArray(keys) ? keys : [keys as string]);

function keep(found: Record<string, string>): unknown {
  const {messages} = mediaWiki();
  if (messages) return messages.set(found);
  for (const [key, text] of Object.entries(found)) loadedMessages.set(key, text);
  return true;
}

const isKnown = (key: string): boolean => mediaWiki().message?.(key).exists() ?? loadedMessages.has(key);
