/** What can only be done on the wiki's own edit page is gone on with there, with all that was typed. */
import {indexUrl} from '../../index-url.js';
import type {Draft} from '../draft.js';
import type {Saver} from '../saver.js';
import {newSection} from '../section.js';

/** By these letters the wiki knows that the text came through whole. */
const unicodeCheck = 'ℳ𝒲♥𝓊𝓃𝒾𝒸ℴ𝒹ℯ';

/**
 * Opens the wiki's edit page in another tab, as if its own form had asked for a preview. Without a token: a preview needs
 * none, and none is to lie in a page's forms.
 *
 * @see https://www.mediawiki.org/wiki/Manual:Parameters_to_index.php#Edit_and_submit
 */
export function continueOnWiki(saver: Saver, draft: Draft, summary: string): void {
  const {opening, section} = saver;
  const {scriptUrl, title, baserevid, contentmodel, contentformat, missing} = opening;
  const form = document.createElement('form');
  form.method = 'post';
  form.enctype = 'multipart/form-data';
  form.target = '_blank';
  form.acceptCharset = 'UTF-8';
  form.action = indexUrl(scriptUrl, {title, action: 'submit'});
  const isNew = section === newSection;
  const fields = {
    wpUnicodeCheck: unicodeCheck,
    wpTextbox1: draft.textFor(saver),
    wpSummary: summary,
    ...(section !== undefined && {wpSection: section}),
    ...(isNew && {wpSectionTitle: draft.fields.subject}),
    ...(!missing && baserevid !== undefined && {editRevId: String(baserevid), parentRevId: String(baserevid)}),
    ...(draft.fields.minor && {wpMinoredit: '1'}),
    ...(draft.fields.watch && {wpWatchthis: '1'}),
    model: contentmodel,
    format: contentformat,
    wpPreview: '1',
    wpUltimateParam: '1',
  };
  for (const [name, value] of Object.entries(fields)) {
    // A textarea keeps the line ends.
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
  form.remove();
}
