/** The smaller file of a gadget that edits: it asks the wiki while the other is on its way. */
export {askAhead} from '../../../../src/components/ahead/ahead.js';
