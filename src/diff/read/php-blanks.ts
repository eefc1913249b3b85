/**
 * MediaWiki's own engine writes U+00A0 for blanks that browsers would drop. What it would have written is taken back:
 * two blanks are U+00A0 and a blank, one at either end of a line is both, and an empty line among changed ones is U+00A0.
 * A text's own U+00A0 stays one, but for where it looks just like that.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/php/classTableDiffFormatter.html escapeWhiteSpace
 */
import type {DiffRun} from '../model.js';

/** @param empty - whether an empty line is written so */
export function withBlanks(pieces: readonly DiffRun[], empty: boolean): readonly DiffRun[] {
  const last = pieces.length - 1;
  if (empty && last === 0 && pieces[0]?.kind === 'same' && pieces[0].text === '\u00a0') return [];
  return pieces.map(({kind, text}, index) => {
    let blanks = text;
    // It looks for ends of lines in HTML, where a marked word has its tag before and after it.
    if (index === 0 && kind === 'same') blanks = blanks.replace(/^\u00a0(?=\u00a0? )/, '');
    if (index === last && kind === 'same') blanks = blanks.replace(/ \u00a0$/, ' ');
    return {kind, text: blanks.replace(/\u00a0 /g, '  ')};
  });
}
