/**
 * A door: an address of its own to the same wiki, with its scenario, its faults and its record of requests.
 * What happens to a request that comes in is in `pass.ts`.
 */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import {faultSource, type FaultPlan} from './faults.js';
import type {Upstream} from './forward.js';
import {pass} from './pass.js';
import {fail, type Passage} from './passage.js';
import {newRecord, type RequestRecord} from './record.js';
import {SCENARIO_HEADER, scenarioHeader, type Scenario} from './scenarios.js';
import type {Serve} from './static.js';
import {certificate} from './tls.js';

export interface DoorOptions {
  /** Default: a free one. */
  port?: number;
  /** The name in the URL; the listener is on 127.0.0.1 either way. The two are different sites to a browser. */
  host?: '127.0.0.1' | 'localhost';
  scenario?: Scenario | readonly Scenario[];
  /** $wgCrossSiteAJAXdomains: host[:port] with * and ?, without a scheme. */
  crossSite?: readonly string[];
  /** https with a self-signed certificate. */
  tls?: boolean;
  faults?: FaultPlan;
  /** URL prefix → folder. */
  serve?: Serve;
}

export interface Door {
  readonly origin: string;
  readonly api: string;
  readonly rest: string;
  /** Every request so far (the last 5000), oldest first; filled in while it runs. */
  readonly requests: RequestRecord[];
  /** Counters and the random numbers begin again. */
  setFaults(plan: FaultPlan | undefined): void;
  close(): Promise<void>;
}

export interface OwnDoor extends Door {
  /** Forgets late requests that have not been sent yet. */
  cancelLate(): void;
}

/** A demo runs for days; a test looks at its last requests. */
const MOST_RECORDS = 5_000;

export async function openDoor(upstream: Upstream, options: DoorOptions = {}): Promise<OwnDoor> {
  const wanted = ([] as Scenario[]).concat(options.scenario ?? []);
  const header = scenarioHeader(wanted, options.crossSite ?? []);
  const added: Record<string, string> = {
    ...(header !== undefined && {[SCENARIO_HEADER]: header}),
    ...(options.tls && {'x-forwarded-proto': 'https'}),
  };
  const requests: RequestRecord[] = [];
  const state = {faults: faultSource(options.faults), late: new AbortController()};
  const work = (request: IncomingMessage, response: ServerResponse): void => {
    const record = newRecord(request);
    requests.push(record);
    if (requests.length > MOST_RECORDS) requests.shift();
    const start = performance.now();
    const passage: Passage = {upstream, added, wanted, record, request, response, late: () => state.late.signal};
    pass(passage, options.serve ?? {}, (asked) => state.faults(asked))
      .catch((error: unknown) => fail(response, error))
      .finally(() => (record.ms = performance.now() - start));
  };
  const server: Server = options.tls ? createTlsServer(await certificate(), work) : createServer(work);
  server.keepAliveTimeout = 60_000; // as a real server's, so that connections are used again
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${options.port} of 127.0.0.1 is in use`, {cause: error}) : error),
    );
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('the door has no port');
  const origin = `${options.tls ? 'https' : 'http'}://${options.host ?? '127.0.0.1'}:${address.port}`;
  return {
    origin,
    api: `${origin}/w/api.php`,
    rest: `${origin}/w/rest.php`,
    requests,
    setFaults: (plan) => void (state.faults = faultSource(plan)),
    cancelLate() {
      state.late.abort();
      state.late = new AbortController();
    },
    async close() {
      state.late.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
