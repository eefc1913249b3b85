/** Sections as an edit names them. */
import type {Rule} from '../../core/check.js';
import {sectionRule} from '../section.js';

/** Of an edit: one more may be added at the end of the page. */
export const editedSectionRule: Rule = [(value) => value === 'new' || sectionRule[0](value), `${sectionRule[1]}, or 'new',`];
