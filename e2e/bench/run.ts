/**
 * `npm run bench`: what users wait for, on a real wiki, against MediaWiki's own pages and clients and against others.
 * Requests and bytes are exact; times are medians with their spread. `npm run bench -- reading` runs one section.
 */
import {Report} from './report.js';

const sections: Readonly<Record<string, (report: Report) => Promise<void>>> = {
  editing: async (report) => (await import('./editing.js')).editing(report),
  reading: async (report) => (await import('./reading/index.js')).reading(report),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(sections, name));
if (unknown !== undefined) throw new TypeError(`No section is called "${unknown}". There are: ${Object.keys(sections).join(', ')}`);

const report = new Report((line) => void process.stdout.write(`${line}\n`));
for (const [name, run] of Object.entries(sections)) if (wanted.length === 0 || wanted.includes(name)) await run(report);

if (report.failed.length > 0) {
  process.stdout.write(`\nThese do not hold:\n${report.failed.map((gate) => `  ${gate}\n`).join('')}`);
  process.exitCode = 1;
}
