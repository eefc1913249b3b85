/**
 * A new section, as text below the page. The wiki's own `section=new` never sees a conflict once somebody else has saved
 * in between, so that a late copy of the same would add the section a second time; `appendtext` on a base revision does.
 *
 * @see https://www.mediawiki.org/wiki/API:Edit
 */
import {withoutMarkup} from './summary.js';

export interface Section {
  readonly appendtext: string;
  readonly summary: string;
}

interface Asked {
  readonly text: string;
  readonly summary: string | undefined;
  /** Undefined: the summary is the heading, as it is for the wiki. */
  readonly sectiontitle: string | undefined;
}

/** @param newSectionSummary - what the wiki itself would write, with `$1` for the heading */
export function sectionText({text, summary = '', sectiontitle}: Asked, {isEmpty, newSectionSummary = '/* $1 */'}: {readonly isEmpty: boolean; readonly newSectionSummary?: string | undefined}): Section {
  const heading = sectiontitle ?? summary;
  const own = sectiontitle === undefined ? '' : summary;
  return {
    appendtext: `${isEmpty ? '' : '\n\n'}${heading.trim() && `== ${heading} ==\n\n`}${text}`,
    summary: own || (heading.trim() && newSectionSummary.replace('$1', () => withoutMarkup(heading))),
  };
}
