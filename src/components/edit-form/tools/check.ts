/** What the wiki would not take is told before anything is sent. */
import {ApiError} from '../../../core/api-errors.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {Refusal} from '../refusal.js';
import type {Saver} from '../saver.js';
import {newSection} from '../section.js';
import {bytesFrom} from './size.js';

export function checkText(text: string, {opening: {maxArticleBytes = Infinity, contentmodel}, section}: Saver, msg: Msg): Refusal | undefined {
  const bytes = bytesFrom(maxArticleBytes, text);
  if (bytes > maxArticleBytes) return {state: 'too-big', error: undefined, texts: [msg('wikilit-size-over', bytes - maxArticleBytes)]};
  // JSON has no sections: of one, that is what there is to tell.
  const fault = contentmodel === 'json' && section === undefined && text.trim() !== '' ? faultIn(text) : undefined;
  return fault === undefined ? undefined : {state: 'bad-json', error: undefined, texts: [msg('wikilit-bad-json', fault)]};
}

/** A new section for a page that can have none: nobody is to type it first. */
export function checkSection({section, opening: {title, contentmodel}}: Saver): Refusal | undefined {
  if (section !== newSection || contentmodel === 'wikitext') return undefined;
  const text = `“${title}” has no sections: it holds ${contentmodel}, not wikitext.`;
  return {state: 'refused', error: new ApiError([{code: 'sectionsnotsupported', text, module: 'edit'}]), texts: [text]};
}

function faultIn(json: string): string | undefined {
  try {
    JSON.parse(json);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
