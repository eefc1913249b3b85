/** The wiki in a window of its own, and how that tells the page that opened it. */
// oxlint-disable unicorn/require-post-message-target-origin -- a channel has none
import {LoginError} from '../../core/refusals.js';
import {unlessAborted} from '../../core/unless-aborted.js';
import type {Begun} from './grants.js';

/** How often it is looked whether the user has closed the window; how long to wait for whoever began a login. */
const closedEveryMs = 500;
const handOverMs = 2000;

/** In the window: where the user came back to. Only who has the verifier can do something with its code. */
interface Back {
  readonly url: string;
}

interface Taken {
  readonly taken: string;
}

/**
 * @param begin - makes the address to go to
 * @returns the address the user came back to
 * @throws {LoginError} `popup-blocked`, `popup-closed`
 */
export async function goAndReturn(name: string, begin: () => Promise<{url: string; begun: Begun}>, signal: AbortSignal | undefined): Promise<{begun: Begun; back: string}> {
  signal?.throwIfAborted();
  // At once, as the click is the permission for it; where it goes is known a moment later.
  const popup = globalThis.open('about:blank', '_blank', 'popup,width=600,height=700');
  if (!popup) throw new LoginError([{code: 'popup-blocked', text: 'The browser has not opened the window for the login.'}], {hint: 'Call authorize({popup: true}) while handling a click, or authorize() to leave the page instead.'});
  const channel = new BroadcastChannel(name);
  let looking: ReturnType<typeof setInterval> | undefined;
  try {
    const {url, begun} = await begin();
    popup.location.replace(url);
    const back = await unlessAborted(cameBack(channel, begun, popup, (look) => (looking = look)), signal);
    return {begun, back};
  } finally {
    clearInterval(looking);
    channel.close();
    popup.close();
  }
}

function cameBack(channel: BroadcastChannel, {state}: Begun, popup: Window, onLook: (looking: ReturnType<typeof setInterval>) => void): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    channel.addEventListener('message', ({data}: MessageEvent<Partial<Back> | undefined>) => {
      if (typeof data?.url !== 'string' || !URL.canParse(data.url)) return;
      const {href, searchParams} = new URL(data.url);
      // Another window's login is not ours. Without a state, it can only be a refusal.
      const theirs = searchParams.get('state');
      if (theirs !== state && !(theirs === null && searchParams.has('error'))) return;
      channel.postMessage({taken: href} satisfies Taken);
      resolve(href);
    });
    let closed = 0;
    const look = (): void => {
      // It closes itself when it has told: its message may be on its way.
      if (popup.closed && ++closed > 1) reject(new LoginError([{code: 'popup-closed', text: 'The window was closed before anybody was logged in.'}], {hint: 'A page with Cross-Origin-Opener-Policy: same-origin takes it for closed at once: use authorize() there.'}));
    };
    onLook(setInterval(look, closedEveryMs));
  });
}

/**
 * In the window: tells who has begun it, and closes.
 *
 * @returns false when nobody has
 */
export function handOver(name: string, url: string): Promise<boolean> {
  if (typeof BroadcastChannel !== 'function') return Promise.resolve(false);
  const channel = new BroadcastChannel(name);
  return new Promise<boolean>((resolve) => {
    const nobody = setTimeout(() => resolve(false), handOverMs);
    channel.addEventListener('message', ({data}: MessageEvent<Partial<Taken> | undefined>) => {
      if (data?.taken !== url) return;
      clearTimeout(nobody);
      resolve(true);
      globalThis.close();
    });
    channel.postMessage({url} satisfies Back);
  }).finally(() => channel.close());
}
