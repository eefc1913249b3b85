/** `npm start`: the demo page, on a real wiki of one's own, or for a wiki that runs elsewhere. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {existingWiki} from '../e2e/wiki/index.js';
import {findServed, sendFile} from '../e2e/wiki/static.js';
import {demoFolders, startDemo} from './start-demo.js';
import type {DemoSetting} from './wikis.js';

const help = `Builds the demo, starts a real MediaWiki, and serves both until Ctrl-C.

  --port N         where the demo is served (default 8080)
  --wiki URL       use a wiki that runs already instead (or WIKILIT_WIKI_URL)
  --version V      MediaWiki 1.43 (default) or 1.39, from Debian
  --mediawiki DIR  an unpacked MediaWiki instead, with the php on the PATH (or WIKILIT_MEDIAWIKI_DIR)
  --help           this
`;

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {port: {type: 'string', default: '8080'}, wiki: {type: 'string'}, version: {type: 'string'}, mediawiki: {type: 'string'}, help: {type: 'boolean'}},
  });
  if (values.help) return say(help);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new TypeError(`--port: '${values.port}' given, a number from 1 to 65535 expected`);
  const {version, mediawiki, wiki = process.env['WIKILIT_WIKI_URL']} = values;
  if (version !== undefined && version !== '1.43' && version !== '1.39') throw new TypeError(`--version: '${version}' given, 1.43 or 1.39 expected`);
  if (wiki) return say(`\n  The demo is at ${await serveFor(wiki, port)}\n  Ctrl-C stops it.\n`);
  const demo = await startDemo({port, log: say, ...(version && {version}), ...(mediawiki !== undefined && {mediawiki})});
  const stop = (): void => void demo.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say(`\n  The demo is at ${demo.url}\n  Its wiki is at ${demo.wiki.origin}/wiki/Main_Page\n  Ctrl-C stops both.\n`);
}

/** Only the page is served here; the wiki stays where it is, so that it can be read, as nobody. */
async function serveFor(url: string, port: number): Promise<string> {
  const {api, generator} = await existingWiki(url);
  const setting: DemoSetting = {
    wikis: [{label: `${generator} at ${new URL(api).host}`, api, auth: 'anonymous', about: 'origin=* works on every wiki without being asked for, for reading.'}],
    users: [],
    titles: ['Main Page'],
  };
  const folder = mkdtempSync(join(tmpdir(), 'wikilit-demo-'));
  writeFileSync(join(folder, 'setting.json'), JSON.stringify(setting));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  process.once('SIGINT', () => process.exit(0));
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    findServed(demoFolders(folder), path)
      .then((file) => (file ? sendFile(response, file, {}, request) : void response.writeHead(404).end('There is only /demo/ here.')))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo/`;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

main().catch((error: unknown) => {
  const {code, message} = error as {code?: string; message?: string};
  const inUse = code === 'EADDRINUSE' || /\bin use\b/.test(message ?? '') ? '; choose another: npm start -- --port 8081' : '';
  process.stderr.write(`${message ?? String(error)}${inUse}\n`);
  process.exit(error instanceof TypeError ? 2 : 1);
});
