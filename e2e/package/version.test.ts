import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {version} from 'wikilit';

test('the version in the code is the package’s, and the changelog tells of it', () => {
  const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(version).toBe((JSON.parse(read('package.json')) as {version: string}).version);
  expect(read('CHANGELOG.md')).toContain(`## ${version}`);
});
