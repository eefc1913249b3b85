/**
 * The engine as one function that needs nothing from outside: called, it is the engine; as text, it is the program of a
 * Worker. So it is in a bundle once. The build makes it so (`selfContained` in vite.config.ts); where nobody has, a
 * Worker fails to start, and the texts are compared without one.
 */
import {characters, wordCounter} from './count.js';
import {compareTexts} from './engine.js';
import {serve} from './serve.js';

export interface Engine {
  readonly compareTexts: typeof compareTexts;
  readonly serve: typeof serve;
  readonly characters: typeof characters;
  readonly wordCounter: typeof wordCounter;
}

// oxlint-disable-next-line unicorn/consistent-function-scoping -- see above
export function program(): Engine {
  return {compareTexts, serve, characters, wordCounter};
}
