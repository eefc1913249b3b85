/** Whether a file whose answer was lost has been published. */
import {required} from '../../core/required.js';
import type {ApiAnswer, Session} from '../../core/session.js';
import type {PublishedFile, UploadedImageinfo} from './upload.js';

/** A file that was to be published, and by whom. */
export interface SentFile {
  readonly filename: string;
  /** In hex; undefined: not known. */
  readonly sha1?: string | undefined;
  /** Undefined: nobody was logged in, or under a name not known here. */
  readonly user: string | undefined;
  readonly comment: string;
  /** Since when it was in the stash: by the wiki's clock, ISO 8601. */
  readonly since?: string | undefined;
  /** By this device's clock, in milliseconds. */
  readonly sentAt: number;
}

interface VersionsAnswer extends ApiAnswer {
  readonly query?: {
    readonly pages?: readonly {readonly title: string; readonly imagerepository?: string; readonly imageinfo?: readonly UploadedImageinfo[]}[];
    readonly userinfo?: {readonly name: string};
  };
}

/** How far this device's clock may be ahead of the wiki's. */
const clockSkewMs = 300_000;

/** Somebody may have uploaded others on top of it since. */
const lastVersions = 10;

/**
 * @param versions - among how many of the newest
 * @returns undefined when nothing is proven to be it
 */
export async function findPublished(session: Session, sent: SentFile, signal: AbortSignal | undefined, versions = lastVersions): Promise<PublishedFile | undefined> {
  const answer = await session.get<VersionsAnswer>(
    {
      action: 'query',
      titles: [`File:${asTitle(sent.filename)}`],
      prop: 'imageinfo',
      iiprop: ['timestamp', 'user', 'comment', 'sha1', 'size', 'mime', 'url'],
      iilimit: versions,
      meta: 'userinfo',
    },
    {signal},
  );
  const [page] = required(session.apiUrl, answer, 'query.pages', answer.query?.pages);
  // The wiki's own spelling of the name, unless somebody else has logged in since.
  const me = (session.user === sent.user ? answer.query?.userinfo?.name : undefined) ?? sent.user;
  const after = sent.since === undefined ? sent.sentAt - clockSkewMs : Date.parse(sent.since);
  const imageinfo = page?.imageinfo?.find((version) => {
    const same = sent.sha1 === undefined ? version.comment === sent.comment.trim() : version.sha1 === sent.sha1;
    return same && version.user === me && Date.parse(version.timestamp ?? '') >= after;
  });
  // A shared repository has files under the same names.
  if (!page || !imageinfo || page.imagerepository !== 'local') return undefined;
  return {outcome: 'saved', recovered: true, filename: page.title.slice(page.title.indexOf(':') + 1).replace(/ /g, '_'), imageinfo};
}

/** As the wiki makes a title of any name. */
const asTitle = (filename: string): string => filename.replace(/[#<>[\]|{}:/\\\p{Cc}]/gu, '-');
