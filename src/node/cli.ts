#!/usr/bin/env node
/** The command `wikilit`. Each of its commands is a file beside this one; exit code 2 tells a wrong call, 1 a failure. */
import {UsageError} from './usage.js';

interface Command {
  readonly help: string;
  /** @returns what to print */
  readonly run: (args: readonly string[]) => Promise<string>;
}

const commands = new Map<string, () => Promise<Command>>([
  [
    'types',
    async () => {
      const {help, types} = await import('./types-command.js');
      return {help, run: types};
    },
  ],
]);

const overview = `wikilit COMMAND

  types   declarations for the modules of a wiki

wikilit COMMAND --help tells about each.
`;

async function main([name, ...args]: readonly string[]): Promise<string> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return overview;
  const load = commands.get(name);
  if (!load) throw new UsageError(`There is no command “${name}”; there are: ${[...commands.keys()].join(', ')}.`);
  const command = await load();
  return args.includes('--help') || args.includes('-h') ? command.help : command.run(args);
}

main(process.argv.slice(2)).then(
  (text) => void process.stdout.write(text),
  (error: unknown) => {
    const {name, message, code} = error as Error & {code?: string};
    // `parseArgs` and the library both throw a TypeError for what cannot be meant.
    const usage = name === 'UsageError' || error instanceof TypeError || String(code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${message}\n${usage ? 'wikilit --help shows what there is.\n' : ''}`);
    process.exitCode = usage ? 2 : 1;
  },
);
