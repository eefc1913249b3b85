/** Texts of pages put together. MediaWiki cuts them off after their last line: that is a line as any other. */
import {type Merge3, merge3} from '../../diff/merge3.js';

/** With a line feed at its end, the last line is not another because a line follows it. */
export const ended = (text: string): string => text && `${text}\n`;

/** As `merge3`; only where a conflict is at the end, what is told of it has one line feed more than the text. */
export function mergePages(base: string, mine: string, theirs: string): Merge3 {
  const merged = merge3(ended(base), ended(mine), ended(theirs));
  return {...merged, text: merged.text.slice(0, -1)};
}
