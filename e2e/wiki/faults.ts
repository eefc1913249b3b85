/**
 * What can go wrong between a page and a wiki, made to go wrong on purpose. A plan says which request meets
 * which fault: by rules with a seed, so that a run can be repeated, or by a function.
 */
import type {RequestRecord} from './record.js';

export type Fault =
  /** The connection is closed and the wiki never hears of the request. */
  | {type: 'dropBefore'}
  /** The wiki answers, so a write is committed; the connection is closed before a byte of the answer. */
  | {type: 'dropAfter'}
  /** The connection is closed at once, and the wiki gets the request later (200–1000 ms by the seed). */
  | {type: 'late'; afterMs?: number}
  /** The request waits before the wiki gets it. */
  | {type: 'delay'; ms: number}
  /** A proxy's answer instead of the wiki's, without the request being executed or after it was. */
  | {type: 'status'; status: 429 | 500 | 502 | 503 | 504; retryAfter?: number | string; body?: string; when?: 'before' | 'after'}
  /** The body ends early (half of it, or after `bytes`): against its Content-Length, or with a length that fits. */
  | {type: 'truncate'; bytes?: number; length: 'original' | 'consistent'}
  /** The API refuses, in the shape that was asked for, without executing anything: `badtoken`, `readonly`, `ratelimited`, … */
  | {type: 'api'; code: string; text?: string}
  /** A captive portal: an HTML page with status 200. */
  | {type: 'html200'; when?: 'before' | 'after'}
  /** The connection is closed when this many bytes of the request's body have come; the wiki drops it unfinished. */
  | {type: 'resetInUpload'; bytes: number};

export interface FaultRule {
  fault: Fault;
  /** GET, POST …; preflights meet a fault only where a rule says OPTIONS. */
  method?: string;
  /** The API's action parameter, wherever it was sent. */
  action?: string | readonly string[];
  /** A part of the path, e.g. '/rest.php'. */
  path?: string;
  /** Among the requests this rule selects: which of them, counted from 1. */
  nth?: number | readonly number[];
  /** Among the requests this rule selects: how many, 0–1. */
  probability?: number;
  /** After so many the rule is spent. */
  times?: number;
}

export type FaultPlan = {seed: number; rules: readonly FaultRule[]} | ((request: RequestRecord) => Fault | undefined);

export type FaultSource = (request: RequestRecord) => Fault | undefined;

/** The first rule that strikes decides. */
export function faultSource(plan: FaultPlan | undefined): FaultSource {
  if (plan === undefined) return () => undefined;
  if (typeof plan === 'function') return plan;
  const random = prng(plan.seed);
  const counters = plan.rules.map(() => ({selected: 0, struck: 0}));
  return (request) => {
    let result: Fault | undefined;
    plan.rules.forEach((rule, index) => {
      const counter = counters[index];
      if (!counter || !selects(rule, request)) return;
      counter.selected++;
      // Drawn even where it is not needed: a request then meets the same fault whatever the other rules did.
      const draw = random();
      if (result || !strikes(rule, counter, draw)) return;
      counter.struck++;
      result = rule.fault.type === 'late' ? {...rule.fault, afterMs: rule.fault.afterMs ?? 200 + Math.floor(random() * 800)} : rule.fault;
    });
    return result;
  };
}

function selects(rule: FaultRule, request: RequestRecord): boolean {
  if (rule.method === undefined ? request.method === 'OPTIONS' : rule.method.toUpperCase() !== request.method) return false;
  if (rule.action !== undefined && !([] as string[]).concat(rule.action).includes(request.action ?? '')) return false;
  return rule.path === undefined || (request.url.split('?', 1)[0] ?? '').includes(rule.path);
}

function strikes(rule: FaultRule, counter: {selected: number; struck: number}, draw: number): boolean {
  if (rule.times !== undefined && counter.struck >= rule.times) return false;
  if (rule.nth !== undefined && !([] as number[]).concat(rule.nth).includes(counter.selected)) return false;
  return rule.probability === undefined || draw < rule.probability;
}

/** mulberry32: the same numbers for the same seed, which is all that is asked of it. */
export function prng(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const PORTAL_PAGE = `<!DOCTYPE html><html><head><title>Welcome to the guest network</title></head>
<body><h1>Please accept the terms of use</h1><form method="post" action="/accept"><button>Accept</button></form></body></html>
`;

export function errorPage(status: number): string {
  return `<!DOCTYPE html><html><head><title>Error ${status}</title></head>
<body><h1>Error ${status}</h1><p>Our servers are currently under maintenance or experiencing a technical problem.</p></body></html>
`;
}
