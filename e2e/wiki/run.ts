import {spawn} from 'node:child_process';

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  input?: string;
}

/** Runs a command to its end and answers with what it printed; fails with what it complained about. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: {...process.env, ...options.env},
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const all: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk);
      all.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => all.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(Buffer.concat(out).toString());
      const said = Buffer.concat(all).toString().trim().split('\n').slice(-25).join('\n');
      reject(new Error(`\`${[command, ...args].join(' ')}\` ended with ${signal ?? `code ${code}`}:\n${said}`));
    });
    child.stdin.on('error', () => undefined); // a child that does not read its input is no failure
    child.stdin.end(options.input ?? '');
  });
}
