/** The tabs of this origin, told of what one of them has heard from a wiki. */
import {currentOrigin} from './current-origin.js';

/** What is told: of which wiki, of which line of requests to it, and what. */
export interface Told {
  readonly wiki: string;
  readonly line: string;
  readonly what: object;
}

export interface Tabs {
  /** Whether nobody else can be told: in Node, where one's own `fetch` is used, where browsers have no such channel. */
  readonly alone: boolean;
  tell(told: Told): void;
}

export const nobody: Tabs = {alone: true, tell: () => {}};

let tabs: Tabs | undefined;

/**
 * @param hear - what another tab tells; the same for all who ask
 * @param back - called when this page was kept in memory and is shown again: it may have missed something
 * @see https://developer.mozilla.org/en-US/docs/Web/API/BroadcastChannel
 */
export function tabsOfOrigin(hear: (told: Told) => void, back: () => void): Tabs {
  return (tabs ??= typeof BroadcastChannel === 'function' && currentOrigin() !== undefined ? open(hear, back) : nobody);
}

function open(hear: (told: Told) => void, back: () => void): Tabs {
  let channel: BroadcastChannel | undefined;
  const listen = (): void => {
    channel = new BroadcastChannel('wikilit turns');
    channel.addEventListener('message', ({data}: MessageEvent<Told>) => hear(data));
  };
  listen();
  // A page that listens may not be kept in memory for going back to.
  globalThis.addEventListener('pagehide', () => {
    channel?.close();
    channel = undefined;
  });
  globalThis.addEventListener('pageshow', ({persisted}) => {
    if (!persisted || channel) return;
    listen();
    back();
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  return {alone: false, tell: (told) => channel?.postMessage(told)};
}
