/**
 * A refresh token is good for one time. Tabs that have the same (a duplicated one begins with a copy) take turns, and the
 * one that comes late gets from the others what they were given.
 */
// oxlint-disable unicorn/require-post-message-target-origin -- a channel has none
import {oneAtATime} from '../../core/one-at-a-time.js';
import {retrying} from '../../core/retry.js';
import {type Client, type GrantedTokens, redeemRefreshToken} from './grants.js';
import type {Kept} from './kept.js';

/** How long to wait for another tab to answer. */
const answerMs = 300;

/** @throws {LoginError} `invalid_grant` {NetworkError} {HttpError} */
export function refreshInTurn(client: Client, kept: Kept, old: GrantedTokens): Promise<GrantedTokens> {
  const {refreshToken = ''} = old;
  if (kept.isCopied) answerOthers(kept);
  return oneAtATime(kept.name, undefined, async () => {
    const now = kept.tokens;
    if (now && now.refreshToken !== refreshToken) return now;
    const theirs = kept.isCopied ? await askOthers(kept.name, refreshToken) : undefined;
    if (theirs) return theirs;
    // Where the answer was lost, the wiki may take the same token once more: newer versions do, for ten minutes.
    const fresh = await retrying(() => redeemRefreshToken(client, refreshToken), {write: false, batch: false}, {maxRetrySeconds: 10});
    remember(kept.name, refreshToken, fresh);
    return fresh;
  });
}

/** Asked by the hash of the old token, answered so that only who has it can read: other scripts of this origin may listen. */
interface Question {
  readonly asks: string;
}

interface Answer {
  readonly answers: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** What this tab was given for which token, by the hash of that. */
const given = new Map<string, Promise<Answer>>();
const listening = new Set<string>();

function answerOthers({name}: Kept): void {
  if (listening.has(name) || typeof BroadcastChannel !== 'function') return;
  listening.add(name);
  const channel = new BroadcastChannel(`${name} refresh`);
  channel.addEventListener('message', ({data}: MessageEvent<Partial<Question> | undefined>) => {
    const answer = given.get(`${name} ${data?.asks}`);
    void answer?.then((sealed) => channel.postMessage(sealed));
  });
}

function remember(name: string, old: string, tokens: GrantedTokens): void {
  if (!listening.has(name)) return;
  void hash(old).then((asks) => given.set(`${name} ${asks}`, seal(old, asks, tokens)));
}

async function askOthers(name: string, old: string): Promise<GrantedTokens | undefined> {
  if (typeof BroadcastChannel !== 'function') return undefined;
  const asks = await hash(old);
  const channel = new BroadcastChannel(`${name} refresh`);
  try {
    const answer = await new Promise<Answer | undefined>((resolve) => {
      setTimeout(() => resolve(undefined), answerMs);
      channel.addEventListener('message', ({data}: MessageEvent<Partial<Answer> | undefined>) => {
        if (data?.answers === asks) resolve(data as Answer);
      });
      channel.postMessage({asks} satisfies Question);
    });
    return answer && (await unseal(old, answer));
  } catch {
    return undefined;
  } finally {
    channel.close();
  }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function hash(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes(`name ${token}`));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const keyOf = async (token: string): Promise<CryptoKey> => crypto.subtle.importKey('raw', await crypto.subtle.digest('SHA-256', bytes(`key ${token}`)), 'AES-GCM', false, ['encrypt', 'decrypt']);

async function seal(old: string, answers: string, tokens: GrantedTokens): Promise<Answer> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return {answers, iv, sealed: await crypto.subtle.encrypt({name: 'AES-GCM', iv}, await keyOf(old), bytes(JSON.stringify(tokens)))};
}

async function unseal(old: string, {iv, sealed}: Answer): Promise<GrantedTokens> {
  const text = new TextDecoder().decode(await crypto.subtle.decrypt({name: 'AES-GCM', iv}, await keyOf(old), sealed));
  return JSON.parse(text) as GrantedTokens;
}
