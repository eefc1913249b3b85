/** What is done about a change, and what came of it. */
import {isAbort} from '../../core/errors.js';
import type {Msg} from '../../i18n/localize-controller.js';
import type {DiffActions} from '../../wiki/compare/diff-actions.js';
import type {DiffOpening} from '../../wiki/compare/diff-opening.js';
import type {Wiki} from '../../wiki/wiki.js';
import {textsOf} from '../words.js';
import {act, allDeeds, certainDeeds} from './deeds.js';
import {WikiDiffActedEvent, WikiDiffActionEvent} from './events.js';
import type {Deed} from './view/bar.js';

/** What is used of the element. */
export interface DoingHost extends EventTarget {
  requestUpdate(): void;
  readonly usedWiki: Wiki | undefined;
}

export class Doing {
  /** What is about to be done, if somebody says yes. */
  asking: Deed | undefined;
  busy = false;
  told: {readonly kind: 'success' | 'error'; readonly words: readonly string[]} | undefined;
  private readonly host: DoingHost;
  private readonly msg: Msg;
  private opening: DiffOpening | undefined;
  private deeds: DiffActions = {};
  /** All that can be done is known, and not only what is certain. */
  private isLearnt = false;

  constructor(host: DoingHost, msg: Msg) {
    this.host = host;
    this.msg = msg;
  }

  get offered(): readonly Deed[] {
    return Object.keys(this.deeds) as Deed[];
  }

  /** It is about this change now. */
  open(opening: DiffOpening | undefined): void {
    this.opening = opening;
    this.told = undefined;
    this.asking = undefined;
    this.isLearnt = false;
    this.deeds = opening ? certainDeeds(opening) : {};
  }

  /** Asks the wiki what it must be asked: whether the edit is patrolled, whether it knows thanks. */
  async learn(): Promise<void> {
    const {opening} = this;
    const {usedWiki} = this.host;
    if (!usedWiki || !opening || this.isLearnt) return;
    this.isLearnt = true;
    try {
      const deeds = await allDeeds(usedWiki, opening);
      // They are for this change alone.
      if (this.opening === opening) this.deeds = deeds;
    } catch {
      // Then they are not offered; what is certain stays.
    }
    this.host.requestUpdate();
  }

  /** The first press asks, the second does it. */
  async ask(deed: Deed): Promise<void> {
    const {deeds, msg} = this;
    const {usedWiki} = this.host;
    const isSure = this.asking === deed;
    this.asking = isSure ? undefined : deed;
    this.host.requestUpdate();
    if (!isSure || !usedWiki || !this.host.dispatchEvent(new WikiDiffActionEvent(deed, deeds))) return;
    await this.tell(async () => {
      const result = await act(usedWiki, deed, deeds);
      const {[deed]: _done, ...left} = deeds;
      if (this.deeds === deeds) this.deeds = left;
      this.host.dispatchEvent(new WikiDiffActedEvent(deed, result));
      return [msg('wikilit-diff-done')];
    });
  }

  /** Does something, and says what came of it, or why not. */
  async tell(what: () => Promise<readonly string[]>): Promise<void> {
    this.busy = true;
    this.told = undefined;
    this.host.requestUpdate();
    try {
      const words = await what();
      this.told = words.length > 0 ? {kind: 'success', words} : undefined;
    } catch (error) {
      if (!isAbort(error)) this.told = {kind: 'error', words: textsOf(error)};
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }
}
