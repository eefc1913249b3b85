/** `wikilit types`: declarations for the modules of one's own wiki. */
import {writeFile} from 'node:fs/promises';
import {parseArgs} from 'node:util';
import {version} from '../core/version.js';
import {Wiki} from '../wiki/wiki.js';
import {cookieFetch} from './cookie-fetch.js';
import {augmentation} from './types/augment.js';
import {readModules} from './types/paraminfo.js';
import {UsageError} from './usage.js';

export const help = `wikilit types API [--out FILE] [--user-agent TEXT]

Writes the declarations of what a wiki has that wikilit does not know: the
modules of its extensions, their parameters, more values. With the file in your
project, wiki.get() and the lists know them too.

  API                 the address of api.php, or a host name
  --out FILE          e.g. src/wiki.d.ts; default: standard output
  --user-agent TEXT   your tool and you, for the wiki's operators:
                      'MyTool/1.0 (User:Me)'
`;

/** @throws {UsageError} or {WikiError} */
export async function types(args: readonly string[]): Promise<string> {
  const {api, out, userAgent} = read(args);
  const wiki = new Wiki(api, {userAgent, fetch: cookieFetch(), onWarning: () => {}, retry: {maxRetries: 1}});
  const modules = await readModules(wiki);
  const text = augmentation(modules, wiki.apiUrl);
  if (out === undefined) return text;
  await writeFile(out, text);
  return `${out}: ${modules.length} modules compared.\n`;
}

function read(args: readonly string[]): {api: string; out: string | undefined; userAgent: string} {
  const {values, positionals} = parseArgs({args: [...args], allowPositionals: true, options: {'out': {type: 'string'}, 'user-agent': {type: 'string'}}});
  const [api, ...others] = positionals;
  if (api === undefined) throw new UsageError('Which wiki? Give the address of its api.php, or a host name.');
  if (others.length > 0) throw new UsageError(`“${others.join(' ')}”: one wiki at a time.`);
  return {api, out: values.out, userAgent: values['user-agent'] ?? `wikilit-types/${version} (command line)`};
}
