/** Programs beside which our own work is held: `diff3`, `git merge-file`, `patch`. Node's own modules are asked for by name, as src/ has no types of them. */

interface NodeModules {
  readonly 'node:child_process': {
    execFileSync: (file: string, args: readonly string[], options: {readonly cwd?: string; readonly stdio?: string; readonly encoding: 'utf8'; readonly maxBuffer?: number}) => string;
  };
  readonly 'node:fs': {
    mkdtempSync: (prefix: string) => string;
    writeFileSync: (path: string, text: string) => void;
    readFileSync: (path: string, encoding: 'utf8') => string;
    rmSync: (path: string, options: {readonly recursive: boolean}) => void;
  };
  readonly 'node:os': {tmpdir: () => string};
}

interface Process {
  readonly env: Readonly<Record<string, string | undefined>>;
  getBuiltinModule: <Name extends keyof NodeModules>(name: Name) => NodeModules[Name];
}

const {process} = globalThis as unknown as {process: Process};
const {execFileSync} = process.getBuiltinModule('node:child_process');
const {mkdtempSync, writeFileSync, readFileSync, rmSync} = process.getBuiltinModule('node:fs');
const {tmpdir} = process.getBuiltinModule('node:os');

/** How many cases are tried: WIKILIT_RUNS, or a few. */
export const runs = (few: number): number => Number(process.env['WIKILIT_RUNS'] ?? few);

/** Which of them this machine has not. */
export const missing = (...programs: readonly string[]): readonly string[] =>
  programs.filter((program) => {
    try {
      execFileSync(program, ['--version'], {stdio: 'pipe', encoding: 'utf8'});
      return false;
    } catch {
      return true;
    }
  });

/**
 * Runs a shell script in a folder of its own, which holds these files, and gives those it is asked for. One script for
 * many cases: starting a shell for each would take longer than all they do.
 */
export function inFolder(files: Readonly<Record<string, string>>, script: string, wanted: readonly string[]): readonly string[] {
  const folder = mkdtempSync(`${tmpdir()}/wikilit-diff-`);
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
    execFileSync('sh', ['-c', script], {cwd: folder, stdio: 'pipe', encoding: 'utf8', maxBuffer: 100_000_000});
    return wanted.map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  } finally {
    rmSync(folder, {recursive: true});
  }
}
