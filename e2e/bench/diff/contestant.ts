/** Somebody who compares texts, in a process of its own: who takes too long is stopped, and others go on. */
import {type ChildProcessByStdio, spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import type {Readable, Writable} from 'node:stream';

/** What it says of one run. Times are taken inside, around the comparison alone: by the clock, and by what the processor did, for its helping threads, too. */
export type Told = Readonly<Record<string, number>> & {readonly milliseconds: number; readonly processor: number};

/** Nobody who opens a diff waits longer. */
export const limitSeconds = 14;

export class Contestant {
  readonly name: string;
  private readonly command: readonly [program: string, ...args: string[]];
  private process: ChildProcessByStdio<Writable, Readable, null> | undefined;

  /** @param command - it reads lines, each a JSON list of files, and answers each with a line of {@link Told} */
  constructor(name: string, command: Contestant['command']) {
    this.name = name;
    this.command = command;
  }

  /**
   * @param files - with the texts
   * @returns undefined when it takes too long
   * @throws when it ends without an answer, with what there is to say
   */
  async run(files: readonly string[]): Promise<Told | undefined> {
    const [program, ...args] = this.command;
    const process = (this.process ??= spawn(program, args, {stdio: ['pipe', 'pipe', 'inherit']}));
    const lines = createInterface({input: process.stdout});
    const timer = setTimeout(() => this.stop(), limitSeconds * 1000);
    try {
      process.stdin.write(`${JSON.stringify(files)}\n`);
      for await (const line of lines) return JSON.parse(line) as Told;
      if (this.process === undefined) return undefined;
      throw new Error(`${this.name} ended without an answer`);
    } finally {
      clearTimeout(timer);
      lines.close();
    }
  }

  stop(): void {
    this.process?.kill('SIGKILL');
    this.process = undefined;
  }
}
