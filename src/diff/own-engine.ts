/** The engine on this thread, made once: each time anew, the browser would have to compile it anew. */
import {type Engine, program} from './engine/program.js';

let made: Engine | undefined;

export const ownEngine = (): Engine => (made ??= program());
