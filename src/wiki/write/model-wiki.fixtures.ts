/**
 * A wiki of one page, as a model: what `action=edit` does with a base, a merge, a copy that comes twice or late, and what
 * its history shows. Each rule was seen at a real MediaWiki 1.43; `e2e/exactly-once.spec.ts` asks the real one.
 *
 * @see https://www.mediawiki.org/wiki/API:Edit
 */
import {merged} from './model-merge.fixtures.js';

export interface ModelRevision {
  readonly revid: number;
  /** 0: the page was made. */
  readonly parentid: number;
  readonly user: string;
  readonly comment: string;
  readonly text: string;
  /** By the clock of the test. */
  readonly at: number;
  /** Of the request that made it, where one did. */
  readonly copy: Copy | undefined;
}

/** One arrival of a request at the wiki. */
export interface Copy {
  readonly device: number;
  readonly params: Readonly<Record<string, string>>;
  /** The browser sent this one before the one that was answered. */
  readonly silent: boolean;
}

export type ModelAnswer = {readonly errors: readonly {readonly code: string; readonly text: string}[]} | {readonly [member: string]: unknown};

export const title = 'Page';
const pageid = 7;
const firstRevid = 100;

export class ModelWiki {
  readonly revisions: ModelRevision[] = [];

  constructor(text: string | undefined) {
    if (text !== undefined) this.save({user: 'Founder', comment: '', text, copy: undefined});
  }

  get latest(): ModelRevision | undefined {
    return this.revisions.at(-1);
  }

  /** By somebody who goes past the API: another user, at the same time. */
  save({user, comment, text, copy}: Pick<ModelRevision, 'user' | 'comment' | 'text' | 'copy'>): ModelRevision {
    const {latest} = this;
    const saved = {revid: (latest?.revid ?? firstRevid) + 1, parentid: latest?.revid ?? 0, user, comment, text: stored(text), at: Date.now(), copy};
    this.revisions.push(saved);
    return saved;
  }

  revision(revid: number): ModelRevision | undefined {
    return this.revisions.find((one) => one.revid === revid);
  }

  /** `action=edit` as that user. The order of the checks is MediaWiki's. */
  edit(user: string, copy: Copy): ModelAnswer {
    const {params} = copy;
    const {latest} = this;
    if (!latest && params['pageid'] !== undefined) return refused('nosuchpageid');
    if (params['createonly'] !== undefined && latest) return refused('articleexists');
    if (params['nocreate'] !== undefined && !latest) return refused('missingtitle');
    const wanted = this.wanted(params);
    if (wanted === undefined) return refused('undofailure');
    const base = params['baserevid'] === undefined ? latest : this.revision(Number(params['baserevid']));
    const text = base?.revid === latest?.revid ? wanted : merged(base?.text ?? '', wanted, latest?.text ?? '');
    if (text === undefined) return refused('editconflict');
    if (latest && stored(text) === latest.text) return {edit: {result: 'Success', pageid, title, nochange: true}};
    const comment = params['summary'] || (latest ? '' : `Created page with "${text}"`);
    const {revid, parentid} = this.save({user, comment: comment.trim(), text: text.replaceAll('~~~~', `[[User:${user}]] ${time(Date.now())} (UTC)`), copy});
    return {edit: {result: 'Success', pageid, title, oldrevid: parentid, newrevid: revid, newtimestamp: time(Date.now()), ...(!latest && {new: true})}};
  }

  /** `action=query` as that user, of the wiki as it was when it had so many revisions: replicas are behind. */
  query(user: string, params: Readonly<Record<string, string>>, visible: number): ModelAnswer {
    const known = this.revisions.slice(0, visible);
    const meta = params['meta']?.split('|') ?? [];
    const pages = 'prop' in params ? this.pages(params, known) : undefined;
    if (pages === 'badid') return refused('badid_rvstartid');
    return {
      batchcomplete: true,
      query: {
        ...(pages && {pages}),
        ...(meta.includes('userinfo') && {userinfo: {id: 3, name: user}}),
        ...(meta.includes('tokens') && {tokens: {csrftoken: `${user}+\\`}}),
        ...(meta.includes('allmessages') && {allmessages: [{name: 'newsectionsummary', content: '/* $1 */ new section'}]}),
      },
    };
  }

  /** The text an edit asks for; what is added goes to what is there now. Undefined: it cannot be undone. */
  private wanted({text, prependtext = '', appendtext = '', undo}: Readonly<Record<string, string>>): string | undefined {
    const now = this.latest?.text ?? '';
    if (undo !== undefined) {
      const undone = this.revision(Number(undo));
      return undone && merged(undone.text, this.revision(undone.parentid)?.text ?? '', now);
    }
    return stored(text ?? `${prependtext}${now}${appendtext}`);
  }

  private pages(params: Readonly<Record<string, string>>, known: readonly ModelRevision[]): readonly object[] | 'badid' | undefined {
    const {revids, rvstartid, rvendid, rvdir, rvprop = '', prop = ''} = params;
    const newest = known.at(-1);
    if (rvstartid !== undefined && !known.some(({revid}) => revid === Number(rvstartid))) return 'badid';
    let rows = newest ? [newest] : [];
    if (revids !== undefined) rows = known.filter(({revid}) => revids.split('|').includes(String(revid)));
    else if (rvdir === 'newer') rows = known.filter(({revid}) => revid >= Number(rvstartid ?? 0));
    else if (rvstartid !== undefined && rvendid !== undefined) rows = known.filter(({revid}) => revid === Number(rvstartid));
    if (revids !== undefined && rows.length === 0) return undefined;
    if (!newest) return [{ns: 0, title, missing: true, ...('pageids' in params && {pageid})}];
    const revisions = rows.map(({revid, parentid, at, user, comment, text}) => ({
      revid,
      parentid,
      timestamp: time(at),
      user,
      comment,
      sha1: text,
      tags: [],
      slots: rvprop.includes('content') ? {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: text}} : undefined,
    }));
    return [{pageid, ns: 0, title, ...(prop.includes('info') && {lastrevid: newest.revid, contentmodel: 'wikitext', length: newest.text.length}), ...(prop.includes('revisions') && {revisions})}];
  }
}

export const refused = (code: string): ModelAnswer => ({errors: [{code, text: `The model says ${code}.`}]});

const time = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const stored = (text: string): string => text.replace(/[ \t\n]+$/, '');
