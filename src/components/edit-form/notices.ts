/** Edit notices, in the page's own tree as the skin styles them there. */
import {htmlToText} from '../../core/html-to-text.js';
import {once} from '../../core/lazily.js';
import type {EditNotice} from '../../wiki/edit/opening.js';


/** For those who may edit: who may not is told why, and needs no help with it. */
const forEditing = /^(?!editnotice-)/;

/** Told by the form in words of its own. */
const toldElsewhere = /^readonlywarning$/;

/** Most pages have no notices. */
const door = once(() => import('../html.js'));

export class Notices {
  private readonly host: HTMLElement;
  private box: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.host = host;
  }

  /** Puts these in place of those before. @returns how many are shown */
  show(notices: readonly EditNotice[], apiUrl: string, editable: boolean): number {
    this.box?.remove();
    this.box = undefined;
    const shown = notices.filter(({id, html}) => html.trim() !== '' && !toldElsewhere.test(id) && (editable || !forEditing.test(id)));
    if (shown.length === 0) return 0;
    const box = this.host.ownerDocument.createElement('div');
    box.slot = 'notices';
    box.className = 'wiki-edit-form-notices';
    box.append(
      ...shown.map(({id, html}) => {
        const notice = this.host.ownerDocument.createElement('div');
        notice.dataset['notice'] = id;
        notice.dir = 'auto';
        // As text, where the rest does not load.
        void door().then(({wikiHtml}) => notice.append(wikiHtml(html, apiUrl)), () => notice.append(htmlToText(html)));
        return notice;
      }),
    );
    this.box = box;
    this.host.append(box);
    return shown.length;
  }
}
