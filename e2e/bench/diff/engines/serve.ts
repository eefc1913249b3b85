/** The process of one engine of JavaScript: `serve.ts <name> <folder of modules> …`. @see ../contestant.ts */
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {engines} from './engines.js';

const [name = '', modules = '', ...rest] = process.argv.slice(2);
const engine = await engines[name]?.(modules, rest);
if (!engine) throw new TypeError(`No engine is called "${name}"`);

for await (const line of createInterface({input: process.stdin})) {
  const files = JSON.parse(line) as readonly string[];
  const texts = engine.readsFiles ? files : files.map((file) => readFileSync(file, 'utf8'));
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = await engine.run(...texts);
  const milliseconds = performance.now() - start;
  const {user, system} = process.cpuUsage(used);
  process.stdout.write(`${JSON.stringify({milliseconds, processor: (user + system) / 1000, ...engine.count(result, texts)})}\n`);
}
