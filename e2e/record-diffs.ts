/** `npm run diffs`: asks the test wiki for its differences again, and writes what it says for the tests of src/diff. */
import {writeFile} from 'node:fs/promises';
import {diffAnswers, fixtureText} from './diffs/answers.js';
import {diffPairs} from './diffs/pairs.js';
import {startWiki} from './wiki/index.js';

const wiki = await startWiki({version: '1.43', log: (line) => console.log(line)});
try {
  const text = fixtureText(await diffAnswers(wiki, diffPairs));
  await writeFile(new URL('../src/diff/read/recorded.fixtures.json', import.meta.url), text);
  console.log(`${diffPairs.length} pairs, ${Math.round(text.length / 1024)} KB`);
} finally {
  await wiki.stop();
}
