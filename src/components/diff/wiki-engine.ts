/** What only a comparison by the wiki needs, and the choice whether it is wanted. */
export {chooseEngine} from '../../wiki/compare/choose-engine.js';
export {mayAskRest, wikiDiff} from '../../wiki/compare/wiki-diff.js';
