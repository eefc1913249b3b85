/** What is copied from the rows is what stands in the texts: a browser would make common blanks of hard ones. */

/** A browser that has no selection in shadow roots of its own tells it for the document. */
type Root = Node & {getSelection?: () => Selection | null};

/** What is selected by the mouse is of one side, that where it began: copied, it is clean. */
export function lockSide({target}: PointerEvent, rows: HTMLElement): void {
  const cell = (target as Element).closest('.cell');
  // What was selected on the other side gets in the way.
  if (cell && !cell.matches(`.${rows.dataset['selecting'] ?? 'cell'}`)) getSelection()?.removeAllRanges();
  if (cell?.matches('.from, .to')) rows.dataset['selecting'] = cell.matches('.from') ? 'from' : 'to';
  else delete rows.dataset['selecting'];
}

/**
 * @param side - of two columns, that in which the selection began; undefined where it is of neither: then the browser copies
 */
export function copyLines(event: ClipboardEvent, rows: HTMLElement, side: string | undefined): void {
  if (side === undefined || !event.clipboardData) return;
  const selection = (rows.getRootNode() as Root).getSelection?.() ?? getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  if (!range || range.collapsed || !rows.contains(range.commonAncestorContainer)) return;
  const cells = [...rows.querySelectorAll(`.cell.${side}`)].filter((cell) => range.intersectsNode(cell));
  if (cells.length === 0) return;
  event.clipboardData.setData('text/plain', cells.map((cell) => textIn(cell, range)).join('\n'));
  event.preventDefault();
}

/** As much of it as is selected. */
function textIn(cell: Element, range: Range): string {
  const part = document.createRange();
  part.selectNodeContents(cell);
  if (cell.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (cell.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  const content = part.cloneContents();
  for (const button of content.querySelectorAll('button')) button.remove();
  // What makes an empty line as high as any other.
  return content.textContent === '\n' ? '' : (content.textContent ?? '');
}
