/**
 * Puts a text into a textarea as if it were typed: as little of it as is another, so that the cursor stays, the browser
 * can undo it, and an editor around the textarea hears of it. An editor with a `value` of its own is given the text.
 */
export function replaceText(area: HTMLTextAreaElement, text: string): void {
  const {value} = area;
  const most = Math.min(value.length, text.length);
  let start = 0;
  while (start < most && value[start] === text[start]) start++;
  let end = 0;
  while (end < most - start && value.at(-1 - end) === text.at(-1 - end)) end++;
  if (Object.hasOwn(area, 'value')) area.value = text;
  else area.setRangeText(text.slice(start, text.length - end), start, value.length - end);
  area.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertReplacementText'}));
}
