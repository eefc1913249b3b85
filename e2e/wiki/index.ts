/**
 * A real MediaWiki for tests and for the demo: installed, seeded, started, reset.
 *
 * The way through: `mediawiki.ts` finds or installs the software, `template.ts` seeds a wiki once, `instance.ts`
 * runs a copy of it, `door.ts` is where clients come in.
 */
import {isAuthPath, startAuthServer, type AuthServer, type OwnAuthServer} from './auth-server.js';
import {loadConsumers, tellConsumers, type Consumers} from './consumers.js';
import {openDoor, type Door, type DoorOptions, type OwnDoor} from './door.js';
import type {Upstream} from './forward.js';
import {Gate} from './gate.js';
import {startInstance, type Mail} from './instance.js';
import type {MediaWikiVersion} from './install-debian.js';
import {withDump} from './imported.js';
import {findSoftware} from './mediawiki.js';
import type {Serve} from './static.js';
import {wikiTemplate} from './template.js';
import {users} from './users.js';

export type {AuthControls} from './auth-model.js';
export type {AuthServer} from './auth-server.js';
export type {BearerConsumer, Consumers, HmacConsumer, RsaConsumer} from './consumers.js';
export type {Door, DoorOptions} from './door.js';
export type {Fault, FaultPlan, FaultRule} from './faults.js';
export type {Mail} from './instance.js';
export type {MediaWikiVersion} from './install-debian.js';
export type {RequestRecord} from './record.js';
export type {Scenario, ScenarioName} from './scenarios.js';
export type {Serve} from './static.js';
export type {UserName, WikiUser} from './users.js';
export {existingWiki} from './existing.js';
export {prng} from './faults.js';
export {scenarios} from './scenarios.js';
export {totp} from './totp.js';
export {botLogin, users} from './users.js';

export interface WikiOptions {
  /** The front door's port; default: a free one. */
  port?: number;
  /** Default 1.43, or the environment's WIKILIT_MEDIAWIKI. */
  version?: MediaWikiVersion;
  /** An unpacked MediaWiki instead of Debian's; or the environment's WIKILIT_MEDIAWIKI_DIR. */
  mediawiki?: string;
  /** Folders that every door serves beside the wiki, e.g. {'/demo/': '/abs/demo/dist'}. */
  serve?: Serve;
  /** An XML dump to have in the wiki beside the seed; imported once. */
  dump?: string;
  log?: (line: string) => void;
}

export interface TestWiki {
  /** `http://127.0.0.1:PORT`, the plain front door. */
  readonly origin: string;
  readonly api: string;
  readonly rest: string;
  /** The front door itself, with its record of requests. */
  readonly front: Door;
  /** What MediaWiki calls itself, e.g. `1.43.9`. */
  readonly version: string;
  readonly users: typeof users;
  /** OAuth, through doors with the scenario `oauth`. */
  readonly consumers: Consumers;
  /**
   * The authorization server, started at the first call. Every door then has `/w/rest.php/oauth2/authorize` and
   * `/access_token`, and those with the scenario `oauth` take its access tokens.
   */
  oauth(): Promise<AuthServer>;
  /** Where this instance keeps its data; gone after `stop()`. */
  readonly folder: string;
  /** Another port to the same wiki. */
  door(options?: DoorOptions): Promise<Door>;
  /** The seeded state again: database, uploads, sessions, caches, mail, grants. Doors and their records stay. */
  reset(): Promise<void>;
  /** What the wiki has mailed since the reset. */
  mail(): Promise<Mail[]>;
  stop(): Promise<void>;
}

export async function startWiki(options: WikiOptions = {}): Promise<TestWiki> {
  const log = options.log ?? (() => undefined);
  const software = await findSoftware({
    log,
    ...(options.version !== undefined && {version: options.version}),
    ...(options.mediawiki !== undefined && {mediawiki: options.mediawiki}),
  });
  const seeded = await wikiTemplate(software, log);
  const template = options.dump === undefined ? seeded : await withDump(software, seeded, options.dump, log);
  const instance = await startInstance(software, template);
  let auth: Promise<OwnAuthServer> | undefined;
  let authUpstream: Upstream | undefined;
  const upstream = {port: instance.php.port, gate: instance.gate, elsewhere: (path: string) => (isAuthPath(path) ? authUpstream : undefined)};
  const doors = new Set<OwnDoor>();
  const door = async (wanted: DoorOptions = {}): Promise<Door> => {
    const opened = await openDoor(upstream, {...wanted, serve: {...options.serve, ...wanted.serve}});
    doors.add(opened);
    return {
      ...opened,
      async close() {
        doors.delete(opened);
        await opened.close();
      },
    };
  };
  try {
    const consumers = await loadConsumers();
    await tellConsumers(instance.folder, consumers);
    const front = await door({...(options.port !== undefined && {port: options.port})});
    log(`MediaWiki ${software.version} at ${front.origin}`);
    return {
      origin: front.origin,
      api: front.api,
      rest: front.rest,
      front,
      version: software.version,
      users,
      consumers,
      async oauth() {
        auth ??= (async () => {
          const server = await startAuthServer();
          await tellConsumers(instance.folder, consumers, server.introspect);
          authUpstream = {port: server.port, gate: new Gate()};
          return server;
        })();
        return auth;
      },
      folder: instance.folder,
      door,
      async reset() {
        for (const each of doors) each.cancelLate();
        (await auth)?.reset();
        await instance.reset();
      },
      mail: () => instance.mail(),
      async stop() {
        await Promise.all([...doors].map((each) => each.close()));
        await (await auth)?.close();
        await instance.stop();
      },
    };
  } catch (error) {
    await instance.stop(); // the port is taken: PHP must not stay behind
    throw error;
  }
}
