/** How components inside `<wiki-provider>` get their wiki. */
import {createContext} from '@lit/context';
import type {Wiki} from '../wiki/wiki.js';

/** The same key in every copy of this library on the page. Undefined while the provider knows no wiki yet. */
export const wikiContext = createContext<Wiki | undefined>(Symbol.for('wikilit.wiki'));
