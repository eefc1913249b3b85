/** What became of a page that is about to be made: it may have been deleted, or moved, for a reason. As above the wiki's own form. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Session} from '../../../core/session.js';
import {inLanguage} from '../../../i18n/expand.js';
import type {Msg} from '../../../i18n/localize-controller.js';
import {ask} from '../../../wiki/query/look-up.js';
import {indexUrl} from '../../index-url.js';
import {message} from '../../message.js';
import type {Saver} from '../saver.js';

interface LogEntry {
  readonly type?: string;
  readonly action?: string;
  /** Undefined where it is hidden. */
  readonly user?: string;
  readonly timestamp?: string;
  readonly comment?: string;
  readonly params?: {readonly target_title?: string};
}

/** So many of them are shown. */
const most = 5;

const words: Readonly<Record<string, string>> = {
  'delete/delete': 'wikilit-log-delete',
  'delete/delete_redir': 'wikilit-log-delete',
  'delete/restore': 'wikilit-log-restore',
  'move/move': 'wikilit-log-move',
  'move/move_redir': 'wikilit-log-move',
};

const wordsFor = ({type, action}: LogEntry): string | undefined => words[`${type}/${action}`];

export class PageLog {
  private readonly host: {requestUpdate(): void};
  private readonly msg: Msg;
  private entries: readonly LogEntry[] = [];
  private saver: Saver | undefined;

  constructor(host: {requestUpdate(): void}, msg: Msg) {
    this.host = host;
    this.msg = msg;
  }

  /** Asks only for pages that are not there. One can do without. */
  async look(saver: Saver): Promise<void> {
    this.saver = saver;
    this.entries = [];
    const {session, opening} = saver;
    if (!opening.missing) return;
    const entries = await logOf(session, opening.title).catch(() => []);
    if (this.saver !== saver) return;
    this.entries = entries.filter(wordsFor).slice(0, most);
    this.host.requestUpdate();
  }

  render({opening: {missing, title, scriptUrl, uselang}}: Saver): TemplateResult | typeof nothing {
    const {entries, msg} = this;
    if (!missing || entries.length === 0) return nothing;
    return message(
      'warning',
      html`<p>${msg('wikilit-log')} <a class="link" href=${indexUrl(scriptUrl, {title: 'Special:Log', page: title})} target="_blank" rel="noopener">${msg('wikilit-log-all')}</a></p>`,
      html`<ul class="log">${entries.map((entry) => html`<li>${this.line(entry, uselang)}</li>`)}</ul>`,
    );
  }

  private line(entry: LogEntry, uselang: string | undefined): TemplateResult {
    const {user = '…', timestamp, comment, params} = entry;
    const date = timestamp === undefined ? '' : inLanguage(uselang, (known) => new Date(timestamp).toLocaleString(known, {dateStyle: 'medium', timeStyle: 'short'}));
    return html`${date}: <bdi>${this.msg(wordsFor(entry) ?? '', user, params?.target_title ?? '')}</bdi>${comment ? html` <em>(<bdi>${comment}</bdi>)</em>` : nothing}`;
  }
}

/** @see https://www.mediawiki.org/wiki/API:Logevents */
async function logOf(session: Session, title: string): Promise<readonly LogEntry[]> {
  const {query} = await ask<{readonly query?: {readonly logevents?: readonly LogEntry[]}}>(session, {action: 'query', list: 'logevents', letitle: title, leprop: ['type', 'user', 'timestamp', 'comment', 'details'], lelimit: 50}, {}, 'one');
  return query?.logevents ?? [];
}
