/**
 * Where ours may differ from core's, in every call. Each rule turns what was seen of core's into what ours has to be,
 * so that the difference must be exactly that one. What ours does better in single calls stands with them (`improves`).
 */
import type {Observation, SentRequest} from './types.js';

interface Allowed {
  what: string;
  why: string;
  expect(real: Observation, ours: Observation, circumstances: Circumstances): Observation;
}

/** What an expectation depends on. */
export interface Circumstances {
  /** Of the page. */
  origin: string;
  /** The standard one of this MediaWiki. */
  userAgent: string;
  /** As in the call. */
  byXhr: boolean;
  /** As in the call. */
  later: boolean;
}

const requests = (change: (request: SentRequest) => SentRequest, seen: Observation): Observation => ({...seen, requests: seen.requests.map(change)});

function without(name: string, values: readonly string[], request: SentRequest): SentRequest {
  const {[name]: value = '', ...headers} = request.headers;
  return values.includes(value) ? {...request, headers} : request;
}

const hasFile = ({body}: SentRequest): boolean => Array.isArray(body) && body.some(([, value]) => typeof value !== 'string');

const isOwnApi = (url: string, origin: string): boolean => url.startsWith(`${origin}/`) && !url.includes('/rest.php');

/** Of an `Api`. */
const isDefaults = (value: unknown): value is object => typeof value === 'object' && value !== null && 'parameters' in value && 'ajax' in value && 'useUS' in value;

export const allowed: readonly Allowed[] = [
  {
    what: 'by fetch',
    why: 'It is the point. Files go by XMLHttpRequest all the same, for their progress.',
    expect: (real, _, {byXhr}) => requests((request) => ({...request, by: byXhr || hasFile(request) ? 'XMLHttpRequest' : 'fetch'}), real),
  },
  {
    what: 'an upload without a token leaves a moment later',
    why: 'What does uploads is loaded with the first of them.',
    expect: (real, _, {later}) => (later ? {...real, sentAtOnce: 0} : real),
  },
  {
    what: 'no X-Requested-With',
    why: 'It says that jQuery asks. MediaWiki does not look at it.',
    expect: (real) => requests((request) => without('x-requested-with', ['XMLHttpRequest'], request), real),
  },
  {
    what: 'no Accept but the browser’s',
    why: 'It says what jQuery can convert. The format is a parameter.',
    expect: (real) => requests((request) => without('accept', ['application/json, text/javascript, */*; q=0.01', '*/*', 'text/plain, */*; q=0.01', 'text/html, */*; q=0.01'], request), real),
  },
  {
    what: 'Api-User-Agent on the wiki’s own pages',
    why: 'As of MediaWiki 1.44, for api.php. Not to other origins, where it would cost a preflight.',
    expect: (real, _, {origin, userAgent}) => requests(({headers, ...request}) => ({...request, headers: {...(isOwnApi(request.url, origin) && {'api-user-agent': userAgent}), ...headers}}), real),
  },
  {
    what: 'defaults.userAgent',
    why: 'As of MediaWiki 1.44.',
    expect: (real, _, {userAgent}) => ({...real, notes: JSON.parse(JSON.stringify(real.notes), (_, value: unknown) => (isDefaults(value) ? {userAgent, ...value} : value)) as Observation['notes']}),
  },
  {
    what: 'no word about the old names of tokens',
    why: 'As of MediaWiki 1.44.',
    expect: (real) => ({...real, log: real.log.filter((told) => !/^Use of the "\w+" token is deprecated/.test(String((told as unknown[])[1])))}),
  },
  {
    what: 'what then() gives can be aborted',
    why: 'With core’s, only some promises can.',
    expect: (real, ours) => ({
      ...real,
      promises: Object.fromEntries(Object.entries(real.promises).map(([name, outcome]) => [name, {...outcome, abort: outcome.abort || (ours.promises[name]?.abort ?? false)}])),
    }),
  },
];
