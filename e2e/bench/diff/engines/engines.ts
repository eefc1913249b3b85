/** Engines of JavaScript, each as its manual says one uses it. What is counted is counted afterwards. */
import {spawnSync} from 'node:child_process';
import {pathToFileURL} from 'node:url';

interface Engine<Result> {
  /** It is given the names of the files, not what is in them. */
  readonly readsFiles?: boolean;
  run(...texts: readonly string[]): Result | Promise<Result>;
  count(result: Result, texts: readonly string[]): Readonly<Record<string, number>>;
}

type Load = (modules: string, rest: readonly string[]) => Promise<Engine<unknown>>;

const engineOf = <Result>(engine: Engine<Result>): Engine<unknown> => engine;

const load = async <Module>(modules: string, path: string): Promise<Module> => (await import(pathToFileURL(`${modules}/${path}`).href)) as Module;

/** As users get it; in Node it has no Worker. */
const ours = async (): Promise<typeof import('wikilit/diff')> => (await import(new URL('../../../../dist/diff.js', import.meta.url).href)) as typeof import('wikilit/diff');

export const engines: Readonly<Record<string, Load>> = {
  async wikilit() {
    const {diffTexts} = await ours();
    return engineOf({
      run: (from = '', to = '') => diffTexts(from, to),
      count: ({rows}) => ({
        // By what is drawn, not by what it says of itself.
        marked: length(rows.flatMap(({runs}) => runs.filter(({kind}) => kind !== 'same').map(({text}) => text))),
        moved: rows.filter(({kind}) => kind === 'movedTo').length,
      }),
    });
  },

  async diff(modules) {
    const {diffLines, diffWordsWithSpace} = await load<JsDiff>(modules, 'diff/libesm/index.js');
    return engineOf({
      run(from = '', to = '') {
        const lines = diffLines(from, to);
        const parts: JsDiffPart[] = [];
        for (let index = 0; index < lines.length; index++) {
          const [part, next] = [lines[index] as JsDiffPart, lines[index + 1]];
          if (part.removed && next?.added) {
            parts.push(...diffWordsWithSpace(part.value, next.value));
            index++;
          } else {
            parts.push(part);
          }
        }
        return parts;
      },
      count: (parts) => ({marked: length(parts.filter(({added, removed}) => added || removed).map(({value}) => value)), moved: 0}),
    });
  },

  'diff-match-patch': (modules) => diffMatchPatch(modules),

  'diff-match-patch, no limit': (modules) => diffMatchPatch(modules, 0),

  '@codemirror/merge': (modules) => codeMirror(modules),

  '@codemirror/merge, its view': (modules) => codeMirror(modules, {scanLimit: 500}),

  async merge3() {
    const {merge3} = await ours();
    return engineOf({run: (base = '', mine = '', theirs = '') => merge3(base, mine, theirs), count: ({conflicts}) => ({conflicts: conflicts.length})});
  },

  /** A program of the system that merges files. */
  async program(_, [program = '', ...args]) {
    return engineOf({
      readsFiles: true,
      // With conflicts, its status says that it failed.
      run: (base = '', mine = '', theirs = '') => spawnSync(program, [...args, mine, base, theirs], {encoding: 'utf8', maxBuffer: 2 ** 27}).stdout,
      count: (text) => ({conflicts: text.match(/^<<<<<<< /gm)?.length ?? 0}),
    });
  },

  async 'node-diff3'(modules) {
    const {diff3Merge} = await load<NodeDiff3>(modules, 'node-diff3/dist/diff3.mjs');
    return engineOf({
      run: (base = '', mine = '', theirs = '') => diff3Merge(mine.split('\n'), base.split('\n'), theirs.split('\n'), {excludeFalseConflicts: true}),
      count: (regions) => ({conflicts: regions.filter(({conflict}) => conflict).length}),
    });
  },
};

/** @see https://github.com/google/diff-match-patch/wiki/API */
async function diffMatchPatch(modules: string, timeout?: number): Promise<Engine<unknown>> {
  const {diff_match_patch: DiffMatchPatch} = (await load<{default: {diff_match_patch: new () => DiffMatchPatch}}>(modules, 'diff-match-patch/index.js')).default;
  const dmp = new DiffMatchPatch();
  if (timeout !== undefined) dmp.Diff_Timeout = timeout;
  return engineOf({
    run(from = '', to = '') {
      const diffs = dmp.diff_main(from, to);
      dmp.diff_cleanupSemantic(diffs);
      return diffs;
    },
    count: (diffs) => ({marked: length(diffs.filter(([kind]) => kind !== 0).map(([, text]) => text)), moved: 0}),
  });
}

/** @see https://codemirror.net/docs/ref/#merge.presentableDiff */
async function codeMirror(modules: string, config?: object): Promise<Engine<unknown>> {
  const {presentableDiff} = await load<CodeMirrorMerge>(modules, '@codemirror/merge/dist/index.js');
  return engineOf({
    run: (from = '', to = '') => presentableDiff(from, to, config),
    count: (changes, [from = '', to = '']) => ({marked: length(changes.flatMap(({fromA, toA, fromB, toB}) => [from.slice(fromA, toA), to.slice(fromB, toB)])), moved: 0}),
  });
}

/** In UTF-16 units; that a whole line has a line feed is not counted. */
const length = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.replaceAll('\n', '').length, 0);

/** @see https://www.npmjs.com/package/diff */
interface JsDiff {
  diffLines(from: string, to: string): readonly JsDiffPart[];
  diffWordsWithSpace(from: string, to: string): readonly JsDiffPart[];
}

interface JsDiffPart {
  readonly value: string;
  readonly added: boolean;
  readonly removed: boolean;
}

interface DiffMatchPatch {
  Diff_Timeout: number;
  diff_main(from: string, to: string): readonly (readonly [kind: -1 | 0 | 1, text: string])[];
  diff_cleanupSemantic(diffs: readonly unknown[]): void;
}

interface CodeMirrorMerge {
  presentableDiff(from: string, to: string, config?: object): readonly {readonly fromA: number; readonly toA: number; readonly fromB: number; readonly toB: number}[];
}

/** @see https://www.npmjs.com/package/node-diff3 */
interface NodeDiff3 {
  diff3Merge(mine: readonly string[], base: readonly string[], theirs: readonly string[], options: object): readonly {readonly conflict?: object}[];
}
