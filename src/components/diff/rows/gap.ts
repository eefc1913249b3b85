/** The bar for lines that are left out: how many, of which section, and buttons to see them. */
import type {Msg} from '../../../i18n/localize-controller.js';
import type {Gap} from './layout.js';

/** Of more lines than this, some can be opened from above or below. */
const few = 20;

/** Nothing where there is nothing to say. */
export function gapElement({lines, hunk, from}: Gap, msg: Msg): HTMLElement | undefined {
  const section = hunk?.section;
  const isOver = lines === 0;
  if (isOver && section === undefined) return undefined;
  const bar = document.createElement('div');
  bar.className = 'gap';
  if (section !== undefined) {
    const heading = document.createElement('bdi');
    heading.role = 'heading';
    heading.ariaLevel = '3';
    heading.className = 'section';
    heading.append(section);
    bar.append(heading);
  }
  const unknown = lines === undefined;
  if (!isOver) {
    if (from > 1 && !unknown && lines > few) bar.append(opener('above', '↓', msg('wikilit-more-below')));
    bar.append(opener('all', unknown ? msg('wikilit-lines-more') : msg('wikilit-lines-hidden', lines)));
    if (hunk && !unknown && lines > few) bar.append(opener('below', '↑', msg('wikilit-more-above')));
  }
  return bar;
}

function opener(what: string, text: string, label?: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['open'] = what;
  button.append(text);
  if (label !== undefined) {
    button.ariaLabel = label;
    button.title = label;
  }
  return button;
}
