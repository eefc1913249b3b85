/**
 * Why nothing came back. Browsers do not say: a page of another site sees the same `TypeError` when it is offline, when the
 * wiki does not allow it, and when its own policy does not. One question as nobody, without a preflight, tells them apart.
 *
 * @see https://www.mediawiki.org/wiki/Manual:CORS
 */
import {currentOrigin} from './current-origin.js';
import {generatorIn, generatorQuestion, knowsCrossorigin} from './generator.js';
import type {NetworkReason} from './network-error.js';
import {toFields, toQuery} from './params.js';
import type {SendOptions} from './transport.js';

export interface Diagnosis {
  readonly reason: NetworkReason;
  /** For whoever uses the program. */
  readonly text: string;
  /** For whoever wrote it. */
  readonly hint?: string | undefined;
}

/** How long the answer to that question may take, and how long it counts for others who ask. */
const probeSeconds = 10;
const countsMs = 10_000;

interface Probe {
  readonly at: number;
  readonly result: Promise<ProbeResult>;
}

/** `policy`: the directive of this page that has blocked it. */
type ProbeResult = {readonly generator: string} | {readonly policy: string} | 'nothing';

const probes = new Map<string, Probe>();

export async function diagnose({asked: {url}, pageOrigin, auth, fetch, headers = {}, crossorigin}: SendOptions): Promise<Diagnosis> {
  const {navigator} = globalThis as {navigator?: {onLine?: boolean}};
  if (pageOrigin !== undefined && navigator?.onLine === false) return {reason: 'offline', text: 'this device is offline'};
  const {origin} = new URL(url);
  if (pageOrigin === undefined || pageOrigin === origin) return {reason: 'unreachable', text: `the wiki is down, this device is offline, ${pageOrigin === undefined ? 'or the host name is wrong' : 'or it was lost on the way'}`};
  const found = await probe(url, fetch);
  if (found === 'nothing') return {reason: 'unreachable', text: 'the wiki is down, this device is offline, or the host name is wrong'};
  if ('policy' in found) return {reason: 'csp', text: `this page’s own Content-Security-Policy forbids it (${found.policy})`, hint: `Add ${origin} to ${found.policy} of the page.`};
  const own = currentOrigin();
  if (own !== undefined && own !== pageOrigin) return {reason: 'cors', text: `the wiki does not allow this page (CORS): it was asked as ${pageOrigin}`, hint: `The option origin says ${pageOrigin}, but this page is ${own}.`};
  const names = Object.keys(headers).join(', ');
  if (auth === 'anonymous') return names ? {reason: 'cors', text: 'the wiki does not allow this page (CORS)', hint: `It answers without the headers ${names}: MediaWiki allows few ($wgAllowedCorsHeaders).`} : {reason: 'lost', text: 'it is there now'};
  const listed = `${origin} has to list ${pageOrigin} in $wgCrossSiteAJAXdomains`;
  const hint =
    auth === 'cookies' ? `To ask as the user of its cookies, ${listed}. As nobody, it answers.`
    : crossorigin === false || !knowsCrossorigin(found.generator) ? `${found.generator} takes an access token from another site only where ${listed}; from MediaWiki 1.44 on, any site may ask with one. Until then, ask through a server of your own.`
    : `${found.generator} answers nobody. The access token, or its signature, may have been refused: browsers are not shown that. Or the wiki has no OAuth.`;
  return {reason: 'cors', text: `the wiki does not allow this page (CORS), or it was lost on the way; as nobody, the wiki can be asked`, hint};
}

/** Once for all who fail at the same time. */
function probe(url: string, fetch: SendOptions['fetch']): Promise<ProbeResult> {
  const before = probes.get(url);
  if (before && performance.now() - before.at < countsMs) return before.result;
  const result = ask(url, fetch);
  probes.set(url, {at: performance.now(), result});
  return result;
}

async function ask(url: string, fetch: SendOptions['fetch']): Promise<ProbeResult> {
  const {document} = globalThis as {document?: Document};
  let policy: string | undefined;
  const onViolation = ({blockedURI, effectiveDirective}: SecurityPolicyViolationEvent): void => {
    if (blockedURI.startsWith(new URL(url).origin)) policy = effectiveDirective;
  };
  document?.addEventListener('securitypolicyviolation', onViolation);
  try {
    const query = toQuery(toFields(generatorQuestion));
    const response = await fetch(`${url}?${query}`, {credentials: 'omit', signal: AbortSignal.timeout(probeSeconds * 1000)});
    const generator = generatorIn(await response.json());
    return generator === undefined ? 'nothing' : {generator};
  } catch {
    // The event comes in a task of its own, after the failure.
    if (document) await new Promise((resolve) => setTimeout(resolve));
    return policy === undefined ? 'nothing' : {policy};
  } finally {
    document?.removeEventListener('securitypolicyviolation', onViolation);
  }
}
