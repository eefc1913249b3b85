/** A seeded wiki with a dump imported on top: made once, kept beside the templates. */
import {createHash} from 'node:crypto';
import {constants} from 'node:fs';
import {cp, mkdir, rm, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {cached} from './cache.js';
import type {Software} from './mediawiki.js';
import {environment, runPhp} from './php.js';
import {dropOld, type Template} from './template.js';

/**
 * @param dump - XML as of Special:Export
 * @see https://www.mediawiki.org/wiki/Manual:ImportDump.php
 */
export async function withDump(software: Software, template: Template, dump: string, log: (line: string) => void): Promise<Template> {
  // The template's name is the key of all it is made of.
  const prefix = `imported-${software.version}-`;
  const key = createHash('sha256').update(basename(template.folder)).update(dump).digest('hex').slice(0, 12);
  const folder = await cached(`${prefix}${key}`, async (draft) => {
    log(`importing a dump of ${(dump.length / 1e6).toFixed(1)} MB, which takes a minute or two, once`);
    await dropOld(prefix);
    await cp(template.folder, draft, {recursive: true, mode: constants.COPYFILE_FICLONE});
    const tmp = join(draft, 'tmp');
    await mkdir(tmp, {recursive: true});
    const file = join(tmp, 'dump.xml');
    await writeFile(file, dump);
    const env = environment(software, draft, template.extensions);
    // With its updates: a third of the time of --no-updates and refreshLinks.php.
    await runPhp(software, ['maintenance/importDump.php', file], env);
    // Else the first requests would do what the import has put off.
    await runPhp(software, ['maintenance/runJobs.php'], env);
    await runPhp(software, ['maintenance/initSiteStats.php', '--update'], env);
    await rm(tmp, {recursive: true});
    await mkdir(tmp);
  });
  return {...template, folder};
}
