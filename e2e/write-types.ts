/** `npm run types`: writes the declarations of the API again, from the test wiki. */
import {readFile, writeFile} from 'node:fs/promises';
import {cookieFetch} from 'wikilit/node';
import {Wiki} from 'wikilit';
import {generatedFiles} from '../src/node/types/files.js';
import {readModules} from '../src/node/types/paraminfo.js';
import {startWiki} from './wiki/index.js';

const wiki = await startWiki({version: '1.43', log: (line) => console.log(line)});
try {
  const modules = await readModules(new Wiki(wiki.api, {userAgent: 'wikilit-types/1.0 (https://wiki.example)', fetch: cookieFetch()}));
  for (const [path, text] of Object.entries(generatedFiles(modules))) {
    const file = new URL(`../${path}`, import.meta.url);
    const before = await readFile(file, 'utf8').catch(() => '');
    await writeFile(file, text);
    console.log(`${path}: ${text === before ? 'as before' : 'written'}`);
  }
} finally {
  await wiki.stop();
}
