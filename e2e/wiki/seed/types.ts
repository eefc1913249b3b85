/** What seed.php understands. Everything that happens in the seeded wiki is an event with its time. */

interface At {
  /** 14 digits, as MediaWiki writes time. */
  at: string;
  by: string;
  reason?: string;
}

export type SeedEvent = At &
  (
    | {do: 'revision'; title: string; text: string; minor?: boolean; model?: string; tags?: string[]}
    | {do: 'upload'; title: string; text: string; picture: {kind: 'png' | 'jpg'; width: number; height: number; hue: number} | {kind: 'svg'; source: string}}
    | {do: 'protect'; title: string; levels: Record<string, string>; expiry?: string; cascade?: boolean}
    | {do: 'delete'; title: string}
    | {do: 'move'; title: string; to: string; redirect: boolean}
    | {do: 'hide'; title: string; /** counted from 1, oldest first */ nth: number; what: ('text' | 'comment' | 'user')[]; suppress?: boolean}
    | {
        do: 'block';
        target: string;
        expiry: string;
        noTalk?: boolean;
        noEmail?: boolean;
        anonOnly?: boolean;
        allowCreate?: boolean;
        hide?: boolean;
        pages?: string[];
        namespaces?: number[];
        actions?: string[];
      }
    | {do: 'unblock'; target: string}
    | {do: 'watch'; titles: string[]; expiry?: string}
  );

interface Filter {
  name: string;
  rules: string;
  actions: Record<string, string[]>;
  hidden?: boolean;
}

export interface SeedData {
  events: SeedEvent[];
  filters: Filter[];
  /** Change tags that users may put on their edits. */
  tags: string[];
  /** prefix → address */
  interwiki: Record<string, string>;
}

/** `20240305T1412` is easier to read in a table of events than fourteen digits; seconds are 0. */
export function stamp(date: Date): string {
  return date.toISOString().replace(/\.\d+/, '').replace(/\D/g, '');
}
