/** How the wiki is before something is written: asked in one request. */
import type {Abortable} from '../../../core/abortable.js';
import type {Params} from '../../../core/params.js';
import {required} from '../../../core/required.js';
import type {ApiAnswer, Session} from '../../../core/session.js';

/** What to ask. */
export interface Ground {
  /** The log whose newest entry is to be known: what is written comes after it. */
  readonly log?: string | undefined;
  readonly titles?: readonly string[] | undefined;
  readonly pageid?: number | undefined;
  /** What else; parameters of `action=query`. */
  readonly more?: Params | undefined;
}

/** What was told. */
export interface Known {
  /** By the wiki's clock, in milliseconds since 1970. */
  readonly now: number;
  /** 0: nothing is in that log. */
  readonly logid: number | undefined;
  /** In the order of the titles. */
  readonly pages: readonly KnownPage[];
  readonly answer: GroundAnswer | undefined;
}

export interface KnownPage {
  /** As the wiki writes it. */
  readonly title: string;
  readonly pageid?: number;
  readonly lastrevid?: number;
  readonly protection?: readonly {readonly type: string; readonly level: string; readonly expiry: string; readonly source?: string; readonly cascade?: boolean}[];
  readonly imageinfo?: readonly {readonly archivename?: string; readonly sha1?: string}[];
}

interface GroundAnswer extends ApiAnswer {
  readonly query?: {
    readonly normalized?: readonly {readonly from: string; readonly to: string}[];
    readonly pages?: readonly KnownPage[];
    readonly logevents?: readonly {readonly logid: number}[];
    readonly users?: readonly {readonly name: string; readonly userid?: number}[];
    readonly blocks?: readonly {readonly id: number; readonly user?: string}[];
  };
}

export async function askGround(session: Session, {log, titles, pageid, more}: Ground, options: Abortable): Promise<Known> {
  const {list} = (more ?? {}) as {list?: string};
  const answer = await session.get<GroundAnswer>(
    {
      action: 'query',
      curtimestamp: true,
      ...((titles ?? pageid) !== undefined && {prop: 'info'}),
      titles,
      pageids: pageid,
      ...more,
      ...(log !== undefined && {list: ['logevents', ...(list === undefined ? [] : [list])], letype: log, leprop: 'ids', lelimit: 1}),
    },
    options,
  );
  const {curtimestamp, query} = answer;
  const {normalized = [], pages = []} = query ?? {};
  if (log !== undefined) required(session.apiUrl, answer, 'query.logevents', query?.logevents);
  const spelt = (title: string): string => normalized.find(({from}) => from === title.normalize('NFC'))?.to ?? title;
  return {
    now: Date.parse(curtimestamp ?? ''),
    logid: log === undefined ? undefined : (query?.logevents?.[0]?.logid ?? 0),
    pages: titles ? titles.map((title) => pages.find((page) => page.title === spelt(title)) ?? {title}) : pages,
    answer,
  };
}
