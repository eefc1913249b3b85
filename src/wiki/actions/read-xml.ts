/** An answer that has to be XML. */
import {InvalidAnswerError} from '../../core/invalid-answer.js';
import {withoutTokens} from '../../core/without-tokens.js';
import type {Session} from '../../core/session.js';
import {parseXml, type XmlElement} from './xml.js';

/**
 * @param roots - what the root may be called
 * @throws {InvalidAnswerError} it is something else
 */
export function readXml({apiUrl}: Session, text: string, roots: readonly string[]): XmlElement {
  let cause: unknown;
  try {
    const root = parseXml(text);
    if (roots.includes(root.name)) return root;
  } catch (error) {
    cause = error;
  }
  throw new InvalidAnswerError(`${apiUrl} answered with something else where XML (${roots.join(', ')}) was expected. Is this the address of a wiki’s api.php?`, withoutTokens(text.slice(0, 1024)), {cause});
}
