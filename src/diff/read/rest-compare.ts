/** Reads what wikidiff2 says by the REST API. */
import type {DiffModel, DiffRun, RowKind} from '../model.js';
import {headingIn} from '../sections.js';
import {ByteOffsets} from './byte-offsets.js';
import type {RestCompare, RestLine, RestSection} from './rest-answer.js';
import {modelOf, ReadRows} from './rows-to-model.js';
import {reindented, RunList, wholeRun} from './runs.js';
import {wrong} from '../wrong.js';

const kinds: readonly RowKind[] = ['context', 'added', 'removed', 'changed', 'movedFrom', 'movedTo'];

/** Of the kinds that are one run. */
const runKinds: Partial<Record<RowKind, DiffRun['kind']>> = {added: 'added', removed: 'removed'};

/**
 * The differences in an answer of `GET /v1/revision/{from}/compare/{to}`, which wikis with wikidiff2 have. It does not tell
 * whether a tab that a line begins with became a blank, where other words of the line changed as well: the table does.
 *
 * @param answer - the parsed JSON
 * @throws {TypeError} when it is something else
 * @see https://www.mediawiki.org/wiki/API:REST_API/Reference#Compare_revisions
 */
export function fromRestCompare(answer: RestCompare): DiffModel {
  const {diff, to} = checked(answer);
  const read = new ReadRows();
  for (const line of diff) {
    const kind = kinds[line.type] as RowKind;
    // Lines left out are unchanged, so there are as many on the left; unchanged ones stand around them.
    const skipped = kind === 'context' ? Math.max(0, (line.lineNumber ?? 0) - read.at.to) : 0;
    read.goTo({from: read.at.from + skipped, to: read.at.to + skipped});
    read.add(kind, runsOf(line, kind), line.moveInfo && {id: line.moveInfo.id, other: line.moveInfo.linkId});
  }
  return modelOf(read.rows, 'rest', (row) => sectionAt(to.sections, diff, row));
}

function runsOf({text, highlightRanges}: RestLine, kind: RowKind): readonly DiffRun[] {
  if (!highlightRanges) return wholeRun(runKinds[kind] ?? 'same', text);
  const list = new RunList();
  const offsets = new ByteOffsets(text);
  let done = 0;
  for (const {start, length, type} of highlightRanges) {
    const begin = offsets.index(start);
    const end = offsets.index(start + length);
    list.add('same', text.slice(done, begin));
    list.add(type === 1 ? 'removed' : 'added', text.slice(begin, end));
    done = end;
  }
  list.add('same', text.slice(done));
  return kind === 'changed' ? reindented(list.done()) : list.done();
}

/** The last heading of the right text that is not below the line; of a line that is not there, the one that follows counts. */
function sectionAt(sections: readonly RestSection[], diff: readonly RestLine[], row: number): string | undefined {
  while (row < diff.length && diff[row]?.offset.to === null) row++;
  const place = diff[row]?.offset.to ?? Infinity;
  let above: RestSection | undefined;
  for (const section of sections) if (section.offset <= place) above = section;
  return above && (headingIn(above.heading)?.title ?? above.heading);
}

/** As far as the reading of it goes. */
function checked(answer: RestCompare): RestCompare {
  const whole = answer as Partial<Record<keyof RestCompare, unknown>> | null | undefined;
  const good = isObject(whole) && isRevision(whole['from']) && isRevision(whole['to']) && Array.isArray(whole['diff']);
  if (!good) throw wrong('answer', answer, 'an object with from, to and diff, as the REST API has it,');
  const bad = answer.diff.findIndex((line: unknown) => !isLine(line));
  if (bad >= 0) throw wrong(`answer.diff[${bad}]`, answer.diff[bad], 'a line with type, text and offset');
  return answer;
}

type Unknown = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isArrayOf = (value: unknown, test: (item: Unknown) => boolean): boolean => Array.isArray(value) && value.every((item) => isObject(item) && test(item));
const isRevision = (value: unknown): boolean => isObject(value) && isArrayOf(value['sections'], ({heading, offset}) => typeof heading === 'string' && typeof offset === 'number');

function isLine(value: unknown): boolean {
  if (!isObject(value)) return false;
  const {type, text, offset, highlightRanges, moveInfo} = value;
  return (
    Number.isInteger(type) &&
    kinds[type as number] !== undefined &&
    typeof text === 'string' &&
    isObject(offset) &&
    (highlightRanges === undefined || isArrayOf(highlightRanges, ({start, length}) => typeof start === 'number' && typeof length === 'number')) &&
    (moveInfo === undefined || (isObject(moveInfo) && typeof moveInfo['id'] === 'string' && typeof moveInfo['linkId'] === 'string'))
  );
}
