/** The requests of the last minute, of all tabs. */

/** One request, or the right to make it. */
export interface Claim {
  /** As `Date.now()` counts. */
  readonly at: number;
  /** Whose; no other has the same. */
  readonly by: string;
}

/** Milliseconds in which a limit counts. */
const minute = 60_000;

const me = Math.random().toString(36).slice(2);
let last = 0;

export const newClaim = (): Claim => ({at: Date.now(), by: `${me}-${last++}`});

/** The same in every tab. */
export const earlier = (one: Claim, other: Claim): boolean => one.at < other.at || (one.at === other.at && one.by < other.by);

export class Minute {
  private claims: Claim[] = [];

  /** In order of time; the place of a claim says whether it is within a limit. */
  all(): readonly Claim[] {
    const from = Date.now() - minute;
    this.claims = this.claims.filter(({at}) => at > from);
    return this.claims;
  }

  add(claim: Claim): void {
    if (this.claims.some(({by}) => by === claim.by)) return;
    const after = this.claims.findIndex((other) => earlier(claim, other));
    this.claims.splice(after < 0 ? this.claims.length : after, 0, claim);
  }

  take(): Claim {
    const claim = newClaim();
    this.add(claim);
    return claim;
  }

  drop(by: string): void {
    this.claims = this.claims.filter((claim) => claim.by !== by);
  }

  /**
   * When there is room for one more, as `Date.now()` counts; 0 where there is.
   *
   * @param before - how many others are to go first
   */
  roomAt(perMinute: number, before = 0): number {
    const claims = this.all();
    const free = perMinute - claims.length;
    if (before < free) return 0;
    // Those in line take the places of those that went, in their order, minute after minute.
    const latest = claims.slice(-perMinute);
    const nth = before - Math.max(0, free);
    return (latest[nth % perMinute]?.at ?? Date.now()) + minute * (1 + Math.floor(nth / perMinute));
  }
}
