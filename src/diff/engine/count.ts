/** Counts what differs, whoever found it: by the words and characters that the engine knows. */
import {Tokens} from './tokens.js';
import {wordsIn} from './words.js';

/** Code points: without the second halves of surrogate pairs. */
export function characters(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) if ((text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) count--;
  return count;
}

/** @returns what counts the words of a text */
export function wordCounter(): (text: string) => number {
  const tokens = new Tokens(false, undefined);
  return (text) => {
    const line = tokens.of(text);
    return wordsIn(line, 0, line.ids.length, tokens);
  };
}
