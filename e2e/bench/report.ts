/** What a benchmark tells: tables, and gates that hold or do not. */
import {loadavg} from 'node:os';
import type {Measured} from './measure.js';
import {ratio, type Sample, within} from './statistics.js';

export type Say = (line: string) => void;

export class Report {
  private readonly say: Say;
  /** Gates that do not hold. */
  readonly failed: string[] = [];
  private heading = '';

  constructor(say: Say) {
    this.say = say;
  }

  title(text: string): void {
    this.heading = text;
    this.say(`\n${text}   (load ${(loadavg()[0] ?? 0).toFixed(1)})`);
  }

  line(text: string): void {
    this.say(`  ${text}`);
  }

  table(all: readonly Measured[]): void {
    this.line(`${''.padEnd(26)}${['requests', 'KB down', 'ms', 'spread'].map((name) => name.padStart(10)).join('')}`);
    for (const {name, requests, kilobytes, milliseconds} of all) {
      const cells = [String(requests), kilobytes.toFixed(1), milliseconds.median.toFixed(1), milliseconds.spread.toFixed(2)];
      this.line(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(10)).join('')}`);
    }
  }

  /** What must be so. */
  gate(what: string, holds: boolean, got: unknown): void {
    this.line(`${holds ? 'holds' : 'FAILS'}  ${what}: ${String(got)}`);
    if (!holds) this.failed.push(`${this.heading}: ${what}: ${String(got)}`);
  }

  /** A share of another's time that must not be exceeded, unless the machine is too noisy to tell. */
  share(what: string, ours: Sample, theirs: Sample, most: number): void {
    const holds = within(ours, theirs, most);
    const got = `${(ours.median / theirs.median).toFixed(3)} (at most ${most.toFixed(3)})`;
    if (holds === undefined) this.line(`noisy  ${what}: ${ratio(ours, theirs)}`);
    else this.gate(what, holds, got);
  }

  /** A share that is told, and no gate. */
  aim(what: string, ours: Sample, theirs: Sample, most: number): void {
    const holds = within(ours, theirs, most);
    const got = `${(ours.median / theirs.median).toFixed(2)} (aim ${most.toFixed(2)}, spread ${Math.max(ours.spread, theirs.spread).toFixed(2)})`;
    this.line(`${holds === undefined ? 'noisy ' : holds ? 'met   ' : 'missed'} ${what}: ${got}`);
  }
}
