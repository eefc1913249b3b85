/** The declarations of the API against the real one: parameters as paraminfo tells them, answers as they come. */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cookieFetch} from 'wikilit/node';
import {type TokenType, Wiki} from 'wikilit';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {generatedFiles} from '../../src/node/types/files.js';
import {readModules} from '../../src/node/types/paraminfo.js';
import {startWiki, type TestWiki, users} from './index.js';
import {gives, type Question, questions} from './questions.js';

const root = new URL('../../', import.meta.url).pathname;
let wiki: TestWiki;
let client: Wiki;

beforeAll(async () => {
  wiki = await startWiki();
  client = new Wiki(wiki.api, {userAgent: 'wikilit-tests/1.0 (https://wiki.example)', fetch: cookieFetch(), onWarning: () => {}});
  await client.clientlogin({username: users.Admin.name, password: users.Admin.password});
}, 300_000);
afterAll(() => wiki.stop());

test('the declarations are those of the wiki; else `npm run types` writes them again', async ({skip}) => {
  skip(!wiki.version.startsWith('1.43'), 'they are made of 1.43');
  for (const [path, text] of Object.entries(generatedFiles(await readModules(client)))) expect(readFileSync(root + path, 'utf8'), path).toBe(text);
});

/** Each answer, as a literal, has to be what the types say of its question: no member more, none less. */
test('answers are what their types say', async () => {
  const folder = `${root}.cache/answers`;
  const checked: string[] = ["import type {AnswerTo} from 'wikilit';"];
  for (const [index, question] of questions.entries()) {
    const {params, token} = question;
    const answer = await ask(params, token);
    expect(gives(answer, question), `${JSON.stringify(params)} gives ${JSON.stringify(answer).slice(0, 200)}`).toBe(true);
    // `as const`, as the parameters of a call are read.
    checked.push(`const p${index} = ${JSON.stringify(params)} as const;`, `export const a${index} = ${JSON.stringify(answer)} satisfies AnswerTo<typeof p${index}>;`);
  }
  mkdirSync(folder, {recursive: true});
  writeFileSync(`${folder}/answers.ts`, checked.join('\n'));
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({extends: '../../tsconfig.json', include: ['answers.ts'], exclude: []}));
  expect(complaints(folder)).toBe('');
});

const ask = (params: Question['params'], token: TokenType | undefined): Promise<object> => (token === undefined ? client.get(params) : client.post(params, {token}));

function complaints(folder: string): string {
  try {
    execFileSync(`${root}node_modules/.bin/tsc`, ['-p', folder, '--noErrorTruncation'], {cwd: root, encoding: 'utf8'});
    return '';
  } catch (error) {
    return (error as {stdout: string}).stdout.slice(0, 20_000);
  }
}
