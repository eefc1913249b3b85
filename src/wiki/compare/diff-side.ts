/** A side of a diff: a revision with its header and its texts, or a text that is not saved. */
import type {QueryPage} from '../revision.js';

export type DiffSide = RevisionSide | UnsavedSide;

export interface RevisionSide {
  readonly kind: 'revision';
  readonly page: DiffPage;
  readonly revid: number;
  /** 0 where none came before it. */
  readonly parentid: number;
  /** ISO 8601. */
  readonly timestamp: string;
  /** Undefined when hidden from this user. */
  readonly user: string | undefined;
  /** 0 for nobody's; undefined when hidden from this user. */
  readonly userid: number | undefined;
  readonly anon: boolean;
  readonly temp: boolean;
  /** As wikitext. Undefined when hidden from this user. */
  readonly comment: string | undefined;
  /** HTML of the wiki, with links relative to it: a stranger's, not to be shown as it is. */
  readonly parsedcomment: string | undefined;
  /** By their names; what they are called is the message `tag-` and the name. */
  readonly tags: readonly string[];
  readonly minor: boolean;
  /** Of all slots together, in bytes. */
  readonly size: number;
  /** Undefined when hidden from this user. */
  readonly sha1: string | undefined;
  readonly hidden: HiddenParts;
  /** Deleted with its page. */
  readonly archived: boolean;
  /** By role; most pages have `main` alone. */
  readonly slots: DiffSlots;
}

/** What is hidden from the public. Who may see it gets it all the same: it is then to be shown on demand only. */
interface HiddenParts {
  readonly text: boolean;
  readonly user: boolean;
  readonly comment: boolean;
  /** From administrators, too. */
  readonly suppressed: boolean;
}

/** What would be saved. */
export interface UnsavedSide {
  readonly kind: 'unsaved';
  readonly page: DiffPage;
  /** In bytes. */
  readonly size: number;
  readonly slots: DiffSlots;
}

type DiffSlots = Readonly<Record<string, DiffSlot>>;

interface DiffSlot {
  readonly contentmodel: string;
  /** In bytes. */
  readonly size: number;
  /** Undefined when hidden from this user, not asked for, or lost by the wiki. */
  readonly text: string | undefined;
}

/** The page of a side, for this user. */
export interface DiffPage {
  /** Undefined where there is no such page (any more). */
  readonly pageid: number | undefined;
  readonly ns: number;
  readonly title: string;
  readonly contentmodel: string;
  /** Language of the text, fit for `lang`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly lastrevid: number | undefined;
  /** What the wiki would let this user do here, blocks and protection included. */
  readonly may: {readonly edit: boolean; readonly rollback: boolean; readonly patrol: boolean};
}

/** A page in the answer. */
export interface SidesPage extends QueryPage {
  readonly contentmodel?: string;
  readonly pagelanguage?: string;
  readonly pagelanguagehtmlcode?: string;
  readonly pagelanguagedir?: 'ltr' | 'rtl';
  readonly lastrevid?: number;
  readonly actions?: {readonly edit?: boolean; readonly rollback?: boolean; readonly patrol?: boolean};
  readonly deletedrevisions?: QueryPage['revisions'];
}

interface SideRevision {
  readonly revid: number;
  readonly parentid?: number;
  readonly timestamp: string;
  readonly user?: string;
  readonly userid?: number;
  readonly anon?: boolean;
  readonly temp?: boolean;
  readonly comment?: string;
  readonly parsedcomment?: string;
  readonly tags?: readonly string[];
  readonly minor?: boolean;
  readonly size?: number;
  readonly sha1?: string;
  readonly userhidden?: boolean;
  readonly commenthidden?: boolean;
  readonly sha1hidden?: boolean;
  readonly suppressed?: boolean;
  readonly slots?: Readonly<Record<string, {readonly contentmodel?: string; readonly size?: number; readonly content?: string; readonly texthidden?: boolean}>>;
}

/** All revisions of an answer, in its order. */
export function sidesOf(pages: readonly SidesPage[]): RevisionSide[] {
  return pages.flatMap((asked) => {
    const page = pageOf(asked);
    const read = (archived: boolean) => (revision: unknown) => sideOf(page, revision as SideRevision, archived);
    return [...(asked.revisions ?? []).map(read(false)), ...(asked.deletedrevisions ?? []).map(read(true))];
  });
}

export function pageOf({pageid, ns, title, contentmodel, pagelanguage, pagelanguagehtmlcode, pagelanguagedir, lastrevid, actions}: SidesPage): DiffPage {
  return {
    pageid,
    ns,
    title,
    contentmodel: contentmodel ?? 'wikitext',
    lang: pagelanguagehtmlcode ?? pagelanguage ?? '',
    dir: pagelanguagedir ?? 'ltr',
    lastrevid,
    may: {edit: actions?.edit ?? false, rollback: actions?.rollback ?? false, patrol: actions?.patrol ?? false},
  };
}

function sideOf(page: DiffPage, revision: SideRevision, archived: boolean): RevisionSide {
  const {revid, parentid = 0, timestamp, user, userid, anon = false, temp = false, comment, parsedcomment, tags = [], minor = false, size = 0, sha1} = revision;
  const slots = Object.entries(revision.slots ?? {});
  const {userhidden = false, commenthidden = false, sha1hidden = false, suppressed = false} = revision;
  return {
    kind: 'revision',
    page,
    revid,
    parentid,
    timestamp,
    user,
    userid,
    anon,
    temp,
    comment,
    parsedcomment,
    tags,
    minor,
    size,
    sha1,
    // Where no texts are asked for, the hash tells.
    hidden: {text: sha1hidden || slots.some(([, {texthidden}]) => texthidden), user: userhidden, comment: commenthidden, suppressed},
    archived,
    slots: Object.fromEntries(slots.map(([role, slot]) => [role, {contentmodel: slot.contentmodel ?? page.contentmodel, size: slot.size ?? size, text: slot.content}])),
  };
}
