/**
 * What must be nowhere but in a request's body or header: passwords, tokens, keys. Every test of a page is watched: the
 * addresses it asked, what it wrote to the console, each error it made, and at its end what it has stored.
 */
import type {BrowserContext, Page} from '@playwright/test';
import type {Consumers} from './wiki/consumers.js';
import {users} from './wiki/users.js';

/** As they are; an address has them encoded. */
const passwords = Object.values(users).flatMap((user) => [user.password, 'botPassword' in user ? user.botPassword.password : [], 'totpSecret' in user ? user.totpSecret : []].flat());

const keysOf = ({bearer, hmac, rsa}: Consumers): string[] => [...Object.values(bearer).map(({accessToken}) => accessToken), hmac.consumerSecret, hmac.accessSecret, rsa.privateKey];

/** A token of MediaWiki's: of nobody's, `+\`, everybody knows. */
const token = /[0-9a-f]{40}\+\\/;

export interface SecretWatch {
  /** Where secrets were found, and which. */
  found(): Promise<string[]>;
}

declare global {
  interface Window {
    wikilitTold?: (text: string) => void;
  }
}

/**
 * @param allowed - where this test has asked for them to be, or MediaWiki itself puts them
 */
export async function watchSecrets(context: BrowserContext, consumers: Consumers, allowed: readonly string[] = []): Promise<SecretWatch> {
  const secrets = [...passwords, ...keysOf(consumers)];
  const seen: {where: string; text: string}[] = [];
  context.on('request', (request) => seen.push({where: 'an address', text: decoded(request.url())}));
  // A bearer token of the test's own authorization server is known by the requests it went out with.
  context.on('request', (request) => {
    const [, bearer] = /^Bearer (.{20,})$/.exec(request.headers()['authorization'] ?? '') ?? [];
    if (bearer !== undefined && !secrets.includes(bearer)) secrets.push(bearer);
  });
  context.on('console', (message) => seen.push({where: 'the console', text: message.text()}));
  context.on('weberror', (error) => seen.push({where: 'an error', text: `${error.error().message} ${error.error().stack}`}));
  await context.exposeBinding('wikilitTold', (_, text: string) => void seen.push({where: 'an error', text}));
  await context.addInitScript(tellErrors);
  return {
    async found() {
      for (const page of context.pages()) {
        const stored = await storedIn(page);
        for (const [where, text] of Object.entries(stored)) seen.push({where, text});
      }
      return seen.flatMap(({where, text}) => {
        if (allowed.includes(where)) return [];
        const secret = secrets.find((one) => text.includes(one)) ?? token.exec(text)?.[0];
        return secret === undefined ? [] : [`${secret} is in ${where}: ${text.slice(0, 300)}`];
      });
    },
  };
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    return url;
  }
}

/** In the page, before all else: each error made there is told, with all that is put on it at once. */
function tellErrors(): void {
  for (const name of ['Error', 'TypeError', 'RangeError'] as const) {
    const tell = <Made extends object>(error: Made): Made => {
      // Not by a timer: a test may have put a clock of its own in their place.
      queueMicrotask(() => {
        try {
          window.wikilitTold?.(`${(error as Error).message} ${JSON.stringify(error)}`);
        } catch {
          // A circle, or a page that is gone.
        }
      });
      return error;
    };
    const told = new Proxy(window[name], {
      construct: (native, given: [string], made) => tell(Reflect.construct(native, given, made) as object),
      apply: (native, _, given: [string]) => tell(native(...given)),
    });
    Object.defineProperty(window, name, {value: told, configurable: true, writable: true});
  }
}

/** What is kept for the origin of a page. */
async function storedIn(page: Page): Promise<Record<string, string>> {
  if (page.isClosed() || !page.url().startsWith('http')) return {};
  return page
    .evaluate(async () => {
      const databases = await indexedDB.databases();
      const all = databases.map(({name = ''}) =>
        new Promise<unknown>((resolve) => {
          const opening = indexedDB.open(name);
          opening.addEventListener('error', () => resolve(undefined));
          opening.addEventListener('blocked', () => resolve(undefined));
          opening.addEventListener('success', () => {
            const {result} = opening;
            const stores = [...result.objectStoreNames];
            if (stores.length === 0) return resolve(undefined);
            const reading = result.transaction(stores).objectStore(stores[0] ?? '').getAll();
            reading.addEventListener('success', () => (result.close(), resolve(reading.result)));
            reading.addEventListener('error', () => resolve(undefined));
          });
        }),
      );
      const caught = (read: () => unknown): string => {
        try {
          return JSON.stringify(read());
        } catch {
          return '';
        }
      };
      return {
        localStorage: caught(() => Object.entries(localStorage)),
        sessionStorage: caught(() => Object.entries(sessionStorage)),
        IndexedDB: JSON.stringify(await Promise.all(all)),
        'history.state': caught(() => history.state as unknown),
        'the address of the page': location.href,
      };
    })
    .catch(() => ({}));
}
