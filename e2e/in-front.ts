/** A server in front of the test wiki, as intranets have them: it lets in whom it knows, and hands on all they ask. */
import {request as ask, createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {createServer as createTlsServer, type ServerOptions} from 'node:https';
import type {AddressInfo} from 'node:net';

export interface InFront {
  readonly origin: string;
  readonly api: string;
  close(): Promise<void>;
}

export interface InFrontOptions {
  /** False where it has answered by itself. */
  readonly lets?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** With https. */
  readonly tls?: ServerOptions;
  /** Where the wiki's `/w/` is here. */
  readonly scriptPath?: string;
}

/** @param wiki - the origin of a door */
export async function inFront(wiki: string, {lets = () => true, tls, scriptPath = '/w/'}: InFrontOptions): Promise<InFront> {
  const work = (request: IncomingMessage, response: ServerResponse): void => {
    if (!lets(request, response)) return;
    const path = (request.url ?? '').replace(scriptPath, '/w/');
    const onward = ask(wiki + path, {method: request.method, headers: request.headers}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  };
  const server = tls ? createTlsServer(tls, work) : createServer(work);
  const origin = `${tls ? 'https' : 'http'}://127.0.0.1:${await listening(server)}`;
  return {origin, api: `${origin}${scriptPath}api.php`, close: () => closed(server)};
}

/** @returns the port */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

export async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await done;
}
