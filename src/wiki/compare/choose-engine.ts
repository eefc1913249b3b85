/**
 * Who compares two texts.
 *
 * | asked for | the sides | who |
 * |---|---|---|
 * | `local` | any | `local`; texts that are not there are to be read first |
 * | any | of two wikis | `local`: neither wiki knows the other side |
 * | any | a hidden text | `local`: a wiki compares nothing that is hidden, or shows it without being asked |
 * | `auto` | one is not saved | `local` |
 * | `auto` | both texts are there, {@link mostHere} bytes at most | `local` |
 * | `auto` | texts are to be read, {@link mostRead} bytes at most | `local` |
 * | `wiki`, and `auto` else | two live revisions of one page, slot `main`, `rest` may answer | `rest` |
 * | `wiki`, and `auto` else | all others: the first revision, two pages, deleted, unsaved, another slot | `html` |
 */
import type {DiffSide} from './diff-side.js';

export type Engine = 'local' | 'rest' | 'html';

export interface EngineChoice {
  /** Default: `auto`. */
  readonly engine?: 'auto' | 'local' | 'wiki' | undefined;
  readonly from: DiffSide | undefined;
  readonly to: DiffSide;
  /** Default: `main`. */
  readonly role?: string | undefined;
  /** Both are of different wikis. */
  readonly acrossWikis?: boolean | undefined;
  /** Whether rest.php may compare; see `mayAskRest`. */
  readonly rest: boolean;
}

/** Two texts as long as MediaWiki lets a page be by default. */
export const mostHere = 4 * 2 ** 20;

/** Above it, what differs is mostly shorter than the texts. */
export const mostRead = 512 * 2 ** 10;

export function chooseEngine({engine = 'auto', from, to, role = 'main', acrossWikis = false, rest}: EngineChoice): Engine {
  const sides = from ? [from, to] : [to];
  if (engine === 'local' || acrossWikis || sides.some((side) => side.kind === 'revision' && side.hidden.text)) return 'local';
  if (engine === 'auto' && (sides.some(({kind}) => kind === 'unsaved') || bytes(sides, role) <= (areRead(sides, role) ? mostHere : mostRead))) return 'local';
  const live = sides.every((side) => side.kind === 'revision' && !side.archived);
  return rest && live && from && from.page.pageid === to.page.pageid && role === 'main' ? 'rest' : 'html';
}

const areRead = (sides: readonly DiffSide[], role: string): boolean => sides.every(({slots}) => !slots[role] || slots[role].text !== undefined);

const bytes = (sides: readonly DiffSide[], role: string): number => sides.reduce((sum, {slots}) => sum + (slots[role]?.size ?? 0), 0);
