/** The larger file of a gadget that edits: the form, in a dialog above the page. */
import '../../../../src/components/dialog/dialog.js';
import '../../../../src/components/edit-form/edit-form.js';

export function openForm(page: string): void {
  const form = Object.assign(document.createElement('wiki-edit-form'), {page});
  const dialog = Object.assign(document.createElement('wiki-dialog'), {heading: 'Edit', open: true});
  dialog.append(form);
  document.body.append(dialog);
}
