/**
 * `npm run bench`: what users wait for, on a real wiki, against MediaWiki's own pages and clients and against others.
 * Requests and bytes are exact; times are medians with their spread. `npm run bench -- reading` runs one section,
 * `npm run bench -- reading/links` a part of it.
 */
import {Report} from './report.js';

const sections: Readonly<Record<string, (report: Report, part?: string) => Promise<void>>> = {
  diff: async (report, part) => (await import('./diff/index.js')).diff(report, part),
  editing: async (report, part) => (await import('./editing/index.js')).editing(report, part),
  reading: async (report, part) => (await import('./reading/index.js')).reading(report, part),
  writing: async (report, part) => (await import('./writing/index.js')).writing(report, part),
};

const given = process.argv.slice(2);
const wanted = given.length > 0 ? given : Object.keys(sections);
const unknown = wanted.find((name) => !Object.hasOwn(sections, name.split('/')[0] ?? ''));
if (unknown !== undefined) throw new TypeError(`No section is called "${unknown}". There are: ${Object.keys(sections).join(', ')}`);

const report = new Report((line) => void process.stdout.write(`${line}\n`));
for (const name of wanted) {
  const [section = '', part] = name.split('/');
  await sections[section]?.(report, part);
}

if (report.failed.length > 0) {
  process.stdout.write(`\nThese do not hold:\n${report.failed.map((gate) => `  ${gate}\n`).join('')}`);
  process.exitCode = 1;
}
