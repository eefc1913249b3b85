/** Which two texts these are: a line for each, and what differs in numbers. */
import {html, nothing, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import type {DiffStats} from '../../../diff/model.js';
import type {DiffOpening} from '../../../wiki/compare/diff-opening.js';
import type {DiffSide, RevisionSide} from '../../../wiki/compare/diff-side.js';
import {canCountBetween} from '../../../wiki/compare/history.js';
import {renderComment} from './comment.js';
import {tagName} from '../../tag-name.js';
import {pageUrl, scriptUrl} from './links.js';
import {dateTime, formatted} from './numbers.js';

export interface HeadActions {
  readonly onOlder: (event: Event) => void;
  readonly onNewer: (event: Event) => void;
  readonly onBetween: () => void;
}

export function renderHead(opening: DiffOpening | undefined, actions: HeadActions, lang: string | undefined, msg: Msg): TemplateResult {
  if (!opening) return html`<div class="heads"><div class="head" part="from">${msg('wikilit-diff-old')}</div><div class="head" part="to">${msg('wikilit-diff-new')}</div></div>`;
  const {from, to, older, newer} = opening;
  return html`
    <div class="heads">
      <div class="head from" part="from">
        ${from ? renderSide(from, {...opening, site: opening.fromContext?.site ?? opening.site}, from.page.title !== to.page.title, lang, msg) : msg('wikilit-diff-first')}
        ${older ? html`<button class="button quiet step" type="button" @click=${actions.onOlder}>${msg('previousdiff')}</button>` : nothing}
      </div>
      <div class="head to" part="to">
        ${renderSide(to, opening, from !== undefined && from.page.title !== to.page.title, lang, msg)}
        ${newer ? html`<button class="button quiet step" type="button" @click=${actions.onNewer}>${msg('nextdiff')}</button>` : nothing}
      </div>
    </div>
    ${renderBetween(opening, actions, msg)}
  `;
}

function renderSide(side: DiffSide, opening: DiffOpening, withTitle: boolean, lang: string | undefined, msg: Msg): TemplateResult {
  const {site} = opening;
  const title = withTitle ? html`<bdi class="title">${side.page.title}</bdi> ` : nothing;
  if (side.kind === 'unsaved') return html`${title}<strong>${msg('wikilit-diff-unsaved')}</strong> ${size(side, opening, lang)}`;
  const {revid, timestamp, minor, tags, archived, page} = side;
  const time = dateTime(timestamp, lang);
  const link = archived ? time : html`<a class="link" href=${scriptUrl(site, {title: page.title, oldid: revid})}><time datetime=${timestamp}>${time}</time></a>`;
  return html`
    <div class="line">
      ${title}<strong>${link}</strong>
      ${archived ? html`<span class="subtle">(${msg('wikilit-diff-deleted')})</span>` : nothing}
      · ${renderUser(side, opening, msg)}
      ${minor ? html`<abbr class="minor">${msg('minoreditletter')}</abbr>` : nothing}
      ${size(side, opening, lang)}
    </div>
    <div class="line comment">${renderSummary(side, opening, msg)}${tags.map((tag) => html` <span class="tag"><bdi>${tagName(tag, msg)}</bdi></span>`)}</div>
  `;
}

function renderUser({user, hidden, anon}: RevisionSide, {site}: DiffOpening, msg: Msg): TemplateResult {
  if (user === undefined) return html`<em class="subtle">${msg('rev-deleted-user')}</em>`;
  const contributions = pageUrl(site, `Special:Contributions/${user}`);
  const name = html`<a class=${hidden.user ? 'link user hidden' : 'link user'} href=${anon ? contributions : pageUrl(site, `User:${user}`)}><bdi>${user}</bdi></a>`;
  return html`${name} <span class="tools">(<a class="link" href=${pageUrl(site, `User talk:${user}`)}>${msg('talkpagelinktext')}</a> · <a class="link" href=${contributions}>${msg('contribslink')}</a>)</span>`;
}

function renderSummary({comment, hidden, page}: RevisionSide, {site}: DiffOpening, msg: Msg): TemplateResult {
  if (comment === undefined) return html`<em class="subtle">${msg('rev-deleted-comment')}</em>`;
  return html`<span class=${hidden.comment ? 'hidden' : ''} dir="auto">${renderComment(comment, page.title, site)}</span>`;
}

/** How long it is, and by how much longer than the left side. */
function size(side: DiffSide, {from, to}: DiffOpening, lang: string | undefined): TemplateResult | typeof nothing {
  if (side !== to || (from && from.kind === 'revision' && from.page.title !== to.page.title)) return nothing;
  const by = to.size - (from?.size ?? 0);
  const words = `${by > 0 ? '+' : by < 0 ? '−' : '±'}${formatted(Math.abs(by), lang)}`;
  return html`<span class=${by < 0 ? 'size less' : by > 0 ? 'size more' : 'size'} dir="ltr">${words}</span>`;
}

function renderBetween(opening: DiffOpening, {onBetween}: HeadActions, msg: Msg): TemplateResult | typeof nothing {
  const {between, to} = opening;
  if (!between) return canCountBetween(opening) ? html`<p class="between"><button class="button quiet" type="button" @click=${onBetween}>${msg('wikilit-diff-between')}</button></p>` : nothing;
  if (between.revisions === 0) return nothing;
  const {revisions, users} = between;
  const same = users.length === 1 && to.kind === 'revision' && users[0] === to.user;
  return html`<p class="between">${same ? msg('diff-multi-sameuser', revisions) : msg('diff-multi-otherusers', revisions, users.length)}${between.more ? ' …' : nothing}</p>`;
}

/** What was added and removed, in words and characters. */
export function renderStats(stats: readonly DiffStats[], msg: Msg): TemplateResult {
  const sum = (name: keyof DiffStats): number => stats.reduce((total, each) => total + each[name], 0);
  const moved = sum('movedLines');
  return html`<p class="stats">
    <bdi>${msg('wikilit-diff-sum', sum('addedWords'), sum('removedWords'))}</bdi> · <bdi>${msg('wikilit-diff-sum-characters', sum('addedCharacters'), sum('removedCharacters'))}</bdi>${moved > 0 ? html` · <bdi>${msg('wikilit-diff-sum-lines', moved)}</bdi>` : nothing}
  </p>`;
}

/** A wiki may call it otherwise: `tag-` and its name. */