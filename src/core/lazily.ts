/** Parts that most readers of a page never need are loaded when they are. */
import {NetworkError} from './network-error.js';

/**
 * @param load - an `import()`; in builds of one file it is there already
 * @throws {NetworkError} the part could not be loaded
 */
export const lazily = <Part>(load: () => Promise<Part>): Promise<Part> =>
  load().catch((cause: unknown) => {
    throw new NetworkError('A part of the program could not be loaded.', {cause});
  });
