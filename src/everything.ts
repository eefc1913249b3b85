/** What `dist/wikilit.js` and the global `wikilit` hold: all that runs in a browser, in one file. */
export * from './auth/index.js';
export * from './compat/index.js';
export * from './components/index.js';
export * from './diff/index.js';
export * from './index.js';
