/** How components inside `<wiki-provider>` get their wiki. */
import {createContext} from '@lit/context';
import type {Wiki} from '../wiki/wiki.js';

/** The same key in every copy of this library on the page. Undefined while the provider has no wiki. */
export const wikiContext = createContext<Wiki | undefined>(Symbol.for('wikilit.wiki'));

/** Why the provider has none, for the author of the page. */
export const problemContext = createContext<string | undefined>(Symbol.for('wikilit.problem'));
