/** `npm run wiki`: a seeded MediaWiki to look at and to try things on, until Ctrl-C. */
import {parseArgs} from 'node:util';
import {clearCache} from './cache.js';
import {startWiki, users, type DoorOptions, type MediaWikiVersion, type WikiUser} from './index.js';
import {findSoftware} from './mediawiki.js';
import {wikiTemplate} from './template.js';

const HELP = `Starts a seeded MediaWiki with a door (a port) for each state it can be in.

  --port N            the plain door's port; the others follow (default 4300)
  --version V         1.43 (default) or 1.39, both from Debian
  --mediawiki DIR     an unpacked MediaWiki instead, with the php on the PATH (or WIKILIT_PHP)
  --serve PREFIX=DIR  a folder that every door serves too, e.g. /demo/=demo/dist; may be repeated
  --install-only      install and seed, then end
  --reset-cache       forget what was downloaded and seeded before
  --help              this
`;

interface Arguments {
  port: number;
  version?: MediaWikiVersion;
  mediawiki?: string;
  serve: Record<string, string>;
  installOnly: boolean;
  resetCache: boolean;
}

const DOORS: [what: string, options: DoorOptions][] = [
  ['cross-site: allowed from any port of 127.0.0.1', {host: 'localhost', crossSite: ['127.0.0.1:*', '127.0.0.1'], scenario: 'crossoriginrest'}],
  ['captcha: a sum at every edit', {scenario: 'captcha'}],
  ['questycaptcha: a question at every edit (answer: a)', {scenario: 'questycaptcha'}],
  ['readonly', {scenario: 'readonly'}],
  ['ratelimit: 2 edits a minute', {scenario: 'ratelimit=2'}],
  ['lag: replicas 8 seconds behind', {scenario: 'lag'}],
  ['tempaccounts', {scenario: 'tempaccounts'}],
  ['noanonedit', {scenario: 'noanonedit'}],
  ['csp and trusted types', {scenario: ['csp', 'trustedtypes']}],
  ['https, cookies for other sites', {tls: true, crossSite: ['*'], scenario: 'samesitenone'}],
  [
    'bad network: 30 % of answers to edits lost, 10 % of edits too',
    {
      faults: {
        seed: 42,
        rules: [
          {action: 'edit', method: 'POST', probability: 0.1, fault: {type: 'dropBefore'}},
          {action: 'edit', method: 'POST', probability: 0.3, fault: {type: 'dropAfter'}},
        ],
      },
    },
  ],
];

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  if (!wanted) return void process.stdout.write(HELP);
  if (wanted.resetCache) await clearCache();
  const log = (line: string): void => console.log(line);
  const options = {
    log,
    ...(wanted.version !== undefined && {version: wanted.version}),
    ...(wanted.mediawiki !== undefined && {mediawiki: wanted.mediawiki}),
  };
  if (wanted.installOnly) {
    const {folder} = await wikiTemplate(await findSoftware(options), log);
    return log(`Ready: ${folder}`);
  }
  const wiki = await startWiki({...options, port: wanted.port, serve: wanted.serve});
  // Once, for Ctrl-C; a second one ends us at once, and the wiki all the same (see php.ts).
  const stop = (): void => void wiki.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const rows: [string, string][] = [['plain', wiki.origin]];
  for (const [index, [what, door]] of DOORS.entries()) rows.push([what, (await wiki.door({...door, port: wanted.port + 1 + index})).origin]);
  log(`\nDoors (api.php and rest.php are below /w/)\n${table(rows.map(([what, origin]) => [origin, what]))}`);
  const people = (Object.values(users) as WikiUser[]).map((user) => [user.name, user.password, user.what + secrets(user)]);
  log(`\nUsers\n${table(people)}\n\nCtrl-C ends it.`);
}

function readArguments(args: string[]): Arguments | undefined {
  const {values} = parseArgs({
    args,
    options: {
      'port': {type: 'string', default: '4300'},
      'version': {type: 'string'},
      'mediawiki': {type: 'string'},
      'serve': {type: 'string', multiple: true, default: []},
      'install-only': {type: 'boolean', default: false},
      'reset-cache': {type: 'boolean', default: false},
      'help': {type: 'boolean', short: 'h', default: false},
    },
  });
  if (values.help) return undefined;
  const port = Number(values.port);
  const highest = 65_535 - DOORS.length;
  if (!Number.isInteger(port) || port < 1 || port > highest) throw new TypeError(`--port is "${values.port}"; it must be a number from 1 to ${highest}`);
  const version = values.version;
  if (version !== undefined && version !== '1.43' && version !== '1.39') throw new TypeError(`--version is "${version}"; it can be 1.43 or 1.39`);
  const serve: Record<string, string> = {};
  for (const each of values.serve) {
    const [, prefix, folder] = /^(\/[^=]*)=(.+)$/.exec(each) ?? [];
    if (prefix === undefined || folder === undefined) throw new TypeError(`--serve is "${each}"; it must look like /prefix/=folder`);
    serve[prefix] = folder;
  }
  return {
    port,
    serve,
    installOnly: values['install-only'],
    resetCache: values['reset-cache'],
    ...(version !== undefined && {version}),
    ...(values.mediawiki !== undefined && {mediawiki: values.mediawiki}),
  };
}

function secrets(user: WikiUser): string {
  const bot = user.botPassword ? `; bot password: ${user.name}@${user.botPassword.app} ${user.botPassword.password}` : '';
  return bot + (user.totpSecret ? ` (secret ${user.totpSecret})` : '');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')}`).join('\n');
}

main().catch((error: unknown) => {
  const usage = error instanceof TypeError;
  console.error(error instanceof Error ? error.message : error);
  if (usage) console.error('--help shows what there is.');
  process.exit(usage ? 2 : 1);
});
