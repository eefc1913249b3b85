/** A tag of an edit, in the wiki's words. */
import type {Msg} from '../i18n/localize-controller.js';

/** Its own name where the wiki has no other, or has not said. */
export function tagName(tag: string, msg: Msg): string {
  const name = msg(`tag-${tag}`);
  return name === '' || name.startsWith('⧼') ? tag : name;
}
