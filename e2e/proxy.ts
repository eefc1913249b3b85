/** An HTTP proxy: `CONNECT` for a tunnel, a whole URL for a request to hand on. */
import {request as ask, createServer} from 'node:http';
import {connect, type Socket} from 'node:net';
import {closed, listening} from './in-front.js';

export interface Proxy {
  readonly url: string;
  /** What was asked of it, e.g. `CONNECT 127.0.0.1:80`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function startProxy(): Promise<Proxy> {
  const asked: string[] = [];
  const tunnels = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${new URL(request.url ?? '').host}`);
    const onward = ask(request.url ?? '', {method: request.method, headers: request.headers}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, socket: Socket, head) => {
    asked.push(`CONNECT ${request.url}`);
    const {hostname, port} = new URL(`http://${request.url}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const [one, other] of [[socket, onward], [onward, socket]] as const) {
      tunnels.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  const url = `http://127.0.0.1:${await listening(server)}`;
  const close = async (): Promise<void> => {
    for (const tunnel of tunnels) tunnel.destroy();
    await closed(server);
  };
  return {url, asked, close};
}
