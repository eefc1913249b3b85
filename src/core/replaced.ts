/**
 * Texts as a wiki takes them: what no text there may hold, it replaces. Replaced before it is sent, what was sent is what
 * is stored, and known again.
 *
 * @see https://doc.wikimedia.org/mediawiki-core/master/php/classUtfNormal_1_1Validator.html
 */
import type {Params, ParamValue} from './params.js';

/** With U+FFFD for control characters, half surrogate pairs, and what Unicode says is no character. */
export const withReplaced = (text: string): string => text.replace(impossible, '\uFFFD');

// oxlint-disable-next-line eslint/no-control-regex -- it is what they are looked for with
const impossible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu; // with the u flag, whole pairs do not match

/** All parameters so; of a list, each value. */
export const paramsReplaced = <Given extends Params>(params: Given): Given => Object.fromEntries(Object.entries(params).map(([name, value]) => [name, valueReplaced(value)])) as Given;

function valueReplaced(value: ParamValue): ParamValue {
  if (typeof value === 'string') return value.startsWith(separator) ? value.split(separator).map(withReplaced).join(separator) : withReplaced(value);
  return Array.isArray(value) ? (value as readonly (string | number | Date)[]).map((one) => (typeof one === 'string' ? withReplaced(one) : one)) : value;
}

/** A list that begins with it is separated by it. @see https://www.mediawiki.org/wiki/API:Data_formats#Multivalue_parameters */
const separator = '\u001F';
