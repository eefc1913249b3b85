/**
 * Requests to one wiki that have to wait, in order of asking; one line over all tabs. It is held while the wiki asks to
 * be left alone. After that one request goes first, to see; when that is answered well, the others follow, apart from
 * each other: who come back all at once are sent away all at once.
 */
import {delay} from './delay.js';
import {type Claim, earlier, Minute, newClaim} from './minute.js';

/** Why the wiki asks to wait: a status, or a code of its own. */
export interface Why {
  readonly status?: number;
  readonly code?: string;
  readonly text: string;
}

export interface Hold {
  /** As `Date.now()` counts. */
  readonly until: number;
  readonly why: Why;
  /** Milliseconds between those who have waited, when they go. */
  readonly spacing: number;
}

export interface Asker {
  /** Who asked first goes first. */
  readonly order: number;
  /** Infinity where there is no limit. */
  readonly perMinute: number;
  readonly signal: AbortSignal | undefined;
  /**
   * Is told that it has to wait.
   *
   * @throws that is too long: it leaves the line with this error
   */
  onHold(hold: Hold): void;
  onPace(until: number): void;
}

/** What lines in other tabs are told. */
export type Message = {readonly hold: Hold} | {readonly first: Claim} | {readonly over: string; readonly well: boolean} | {readonly taken: readonly Claim[]} | {readonly dropped: string} | {readonly asks: true};

/** Milliseconds in which what other tabs tell has come in. */
const settle = 50;

/** Milliseconds within which tabs, and those in line, come back: "full jitter". */
const apart = 250;

/** Milliseconds after which the one that went first is taken for lost, with its tab perhaps. */
const lost = 10_000;

/** Requests that may go before it is known what other tabs have heard. */
const few = 10;

/** A share of a limit that one tab may take before it is known what others take. */
const share = (perMinute: number): number => perMinute / 16;

interface Place extends Asker {
  go(first: Claim | undefined): void;
}

export class Line {
  private readonly alone: boolean;
  private readonly tellTabs: (what: Message) => void;
  private held: Hold | undefined;
  /** The one that goes first after a hold, of whichever tab. */
  private first: Claim | undefined;
  /** While those who have waited for the wiki follow: as the hold says, and when the next may go. */
  private spacing: number | undefined;
  private nextAt = 0;
  private readonly minute = new Minute();
  private readonly queue: Place[] = [];
  private running = false;
  private wake = (): void => {};
  /** Until when it is not known what other tabs have heard, and how many have gone so far. */
  private readonly newsAt: number;
  private gone = 0;

  constructor(alone: boolean, tell: (what: Message) => void) {
    this.alone = alone;
    this.tellTabs = tell;
    this.newsAt = alone ? 0 : Date.now() + settle;
    this.ask();
  }

  /**
   * Waits for one's turn.
   *
   * @returns to be given back with the answer: whether this is the one that goes first
   * @throws the signal's reason, as soon as it is aborted; what `onHold` throws
   */
  async enter(asker: Asker): Promise<Claim | undefined> {
    const {signal} = asker;
    signal?.throwIfAborted();
    if (this.holds()) asker.onHold(this.held as Hold);
    else if (this.isOpen(asker)) return undefined;
    // Who was told to wait may have thought better of it.
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      let paced = false;
      const leave = (): void => {
        signal?.removeEventListener('abort', onAbort);
        this.queue.splice(this.queue.indexOf(place), 1);
      };
      const onAbort = (): void => {
        leave();
        reject(signal?.reason as Error);
        this.wake();
      };
      const place: Place = {
        order: asker.order,
        perMinute: asker.perMinute,
        signal,
        onPace(until) {
          if (!paced) asker.onPace(until);
          paced = true;
        },
        onHold(hold) {
          try {
            asker.onHold(hold);
          } catch (error) {
            leave();
            reject(error);
          }
        },
        go(first) {
          leave();
          resolve(first);
        },
      };
      const behind = this.queue.findIndex(({order}) => order > place.order);
      this.queue.splice(behind < 0 ? this.queue.length : behind, 0, place);
      signal?.addEventListener('abort', onAbort, {once: true});
      this.wake();
      void this.run();
    });
  }

  /** @param well - whether the wiki has answered, and not by asking to wait */
  leave(first: Claim | undefined, well: boolean): void {
    if (!first || this.first !== first) return;
    this.tellTabs({over: first.by, well});
    this.over(well);
  }

  /** The wiki asks to wait. */
  hold(hold: Hold): void {
    this.tellTabs({hold});
    this.takeHold(hold);
  }

  /** Counts one that has gone already. */
  count({perMinute}: Pick<Asker, 'perMinute'>): void {
    this.gone++;
    if (perMinute < Infinity) this.take(1);
  }

  /** What the line of another tab tells. */
  hear(message: Message): void {
    if ('asks' in message) this.answer();
    else if ('hold' in message) this.takeHold(message.hold);
    else if ('taken' in message) message.taken.forEach((claim) => this.minute.add(claim));
    else if ('dropped' in message) this.minute.drop(message.dropped);
    else if ('first' in message) this.giveWay(message.first);
    else if (this.first?.by === message.over) this.over(message.well);
  }

  /** Asks the other tabs what they know. */
  ask(): void {
    this.tellTabs({asks: true});
  }

  private answer(): void {
    const taken = this.minute.all();
    if (taken.length > 0) this.tellTabs({taken});
    if (this.held) this.tellTabs({hold: this.held});
    if (this.first) this.tellTabs({first: this.first});
  }

  private holds(): boolean {
    return this.held !== undefined && Date.now() < this.held.until;
  }

  /** Whether one may go without standing in line. */
  private isOpen({perMinute}: Asker): boolean {
    if (this.held || this.spacing !== undefined || (Date.now() < this.newsAt && this.gone++ >= few)) return false;
    if (perMinute === Infinity) return true;
    if (this.queue.length > 0) return false;
    if (this.minute.all().length >= Math.floor(this.alone ? perMinute : share(perMinute))) return false;
    this.take(1);
    return true;
  }

  private takeHold(hold: Hold): void {
    this.first = undefined;
    // Several that were under way together are told the same.
    const known = this.held;
    if (known && this.holds() && hold.until < known.until + 1000) return;
    this.held = hold;
    this.spacing = hold.spacing;
    // Some leave on being told, and take others along.
    if (this.holds()) for (const place of this.queue.slice()) if (this.queue.includes(place)) place.onHold(hold);
    this.wake();
  }

  private over(well: boolean): void {
    this.first = undefined;
    if (well && !this.holds()) {
      this.held = undefined;
      this.nextAt = Math.max(this.nextAt, Date.now() + Math.random() * apart);
    }
    this.wake();
  }

  private giveWay(claim: Claim): void {
    if (this.held && (!this.first || earlier(claim, this.first))) this.first = claim;
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.queue.length > 0) {
      const now = Date.now();
      if (now < this.newsAt) await this.sleep(this.newsAt - now);
      else if (this.holds()) await this.sleep((this.held as Hold).until - now + Math.random() * apart);
      else if (now < this.nextAt) await this.sleep(this.nextAt - now);
      else if (this.held) await this.sendFirst();
      else await this.sendNext();
    }
    this.spacing = undefined;
    this.running = false;
  }

  /** One of one tab. */
  private async sendFirst(): Promise<void> {
    const others = this.first && this.first.at + lost - Date.now();
    if (others !== undefined && others > 0) return this.sleep(others);
    const mine = newClaim();
    this.first = mine;
    this.tellTabs({first: mine});
    if (!this.alone) await delay(settle);
    if (this.first !== mine || this.holds()) return undefined;
    const place = this.withRoom();
    if (!place) {
      this.leave(mine, false);
      return this.untilRoom();
    }
    if (place.perMinute < Infinity) this.take(1);
    this.send(place, mine);
  }

  /** Tabs that claim the last of a minute at the same time agree on whose it is. */
  private async sendNext(): Promise<void> {
    const place = this.withRoom();
    if (!place) return this.untilRoom();
    const {perMinute} = place;
    if (perMinute === Infinity) return this.send(place, undefined);
    const places = this.queue.filter((other) => other.perMinute === perMinute).slice(0, this.spacing === undefined ? Math.ceil(share(perMinute)) : 1);
    const claims = this.take(places.length);
    if (!this.alone) await delay(settle);
    const all = this.minute.all();
    places.forEach((each, index) => {
      const claim = claims[index] as Claim;
      // It may have been aborted, or the wiki been heard of, meanwhile.
      if (all.indexOf(claim) < perMinute && !this.held && this.queue.includes(each)) this.send(each, undefined);
      else this.drop(claim);
    });
  }

  private take(count: number): readonly Claim[] {
    const taken = Array.from({length: count}, () => this.minute.take());
    this.tellTabs({taken});
    return taken;
  }

  private drop({by}: Claim): void {
    this.minute.drop(by);
    this.tellTabs({dropped: by});
  }

  private send(place: Place, first: Claim | undefined): void {
    if (this.spacing !== undefined) this.nextAt = Date.now() + this.spacing + Math.random() * apart;
    place.go(first);
  }

  private withRoom(): Place | undefined {
    return this.queue.find(({perMinute}) => this.minute.roomAt(perMinute) <= Date.now());
  }

  private async untilRoom(): Promise<void> {
    const room = Math.min(...this.queue.map(({perMinute}) => this.minute.roomAt(perMinute)));
    this.queue.slice().forEach((place, index) => place.onPace(this.minute.roomAt(place.perMinute, index)));
    if (room < Infinity) await this.sleep(room - Date.now() + Math.random() * apart);
  }

  /** Ends early when something is heard of. */
  private async sleep(milliseconds: number): Promise<void> {
    const up = new AbortController();
    this.wake = () => up.abort();
    await delay(milliseconds, up.signal).catch(() => {});
  }
}
