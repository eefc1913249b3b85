/**
 * The engine as one function that needs nothing from outside: called, it is the engine; as text, it is the program of a
 * Worker. So it is in a bundle once. The build makes it so (`selfContained` in vite.config.ts); where nobody has, a
 * Worker fails to start, and the texts are compared without one.
 */
import {compareTexts} from './engine.js';
import {serve} from './serve.js';

// oxlint-disable-next-line unicorn/consistent-function-scoping -- see above
export function program(): {readonly compareTexts: typeof compareTexts; readonly serve: typeof serve} {
  return {compareTexts, serve};
}
