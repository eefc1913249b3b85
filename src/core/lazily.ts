/** Parts that most readers of a page never need are loaded when they are. */
import {NetworkError} from './network-error.js';

/**
 * One promise for all who ask, so that they go on in the order they asked: two `import()` may come in another.
 *
 * @param load - an `import()`; in builds of one file it is there already
 * @returns what asks for the part, and throws a {@link NetworkError} where it cannot be loaded; the next asks again
 */
export function once<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let part: Promise<Part> | undefined;
  return () =>
    (part ??= load().catch((cause: unknown) => {
      part = undefined;
      throw new NetworkError('A part of the program could not be loaded.', {cause});
    }));
}

/** For this time: see {@link once}. */
export const lazily = <Part>(load: () => Promise<Part>): Promise<Part> => once(load)();
