/** Sections as the API names them. */
import type {Rule} from '../core/check.js';

/** By number, where 0 is the top; `T-1` for one that stands in a template. Asked for another, the API reads the top. */
export const sectionRule: Rule = [
  (value) => (typeof value === 'string' ? /^(T-)?\d+$/.test(value) : Number.isInteger(value) && Number(value) >= 0),
  "a section’s number (0 is the top) or 'T-1'",
];
