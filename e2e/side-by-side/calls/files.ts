/** Files for uploading, made in the page. */

/** One pixel. The number goes into the picture, so that two of them are no duplicates. */
export function png(number = 0): Blob {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return new Blob([Uint8Array.from(atob(pixel), (character) => character.charCodeAt(0)), `${number}`], {type: 'image/png'});
}

/** A text of so many lines of 32 bytes. */
export function text(lines: number, name = 'Tide table.txt'): File {
  const content = Array.from({length: lines}, (_, line) => `${String(line).padStart(6, '0')} high water at noon, ä\n`).join('');
  return new File([content], name, {type: 'text/plain'});
}
