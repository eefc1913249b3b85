/** The element once there is something to show: what its buttons and keys do, and what they need to know. */
import {adoptStyles, type TemplateResult} from 'lit';
import type {DiffTexts} from '../../diff/model.js';
import {toUnified} from '../../diff/unified.js';
import {LocalizeController, type LocalizedHost, type Msg} from '../../i18n/localize-controller.js';
import {messagesOf} from '../../i18n/messages.js';
import type {Session} from '../../core/session.js';
import type {DiffOpening} from '../../wiki/compare/diff-opening.js';
import type {DiffRequest} from '../../wiki/compare/diff-request.js';
import {revisionsBetween} from '../../wiki/compare/history.js';
import type {Wiki} from '../../wiki/wiki.js';
import {requestIn, writeAddress} from './address.js';
import {type Compared, textsOfRole} from './comparing.js';
import {Doing} from './doing.js';
import {WikiDiffNavigateEvent, WikiDiffRevertEvent, WikiDiffShownEvent} from './events.js';
import {changeInAddress, linkTo} from './permalink.js';
import {type Copied, closeMenu} from './view/bar.js';
import {writeClipboard} from './clipboard.js';
import {allStyles, DiffBodies, renderDiff, type ViewActions} from './view/view.js';

export {compareOpened, compareTexts} from './comparing.js';
export {openFiles, openOther} from './others.js';

/** Takes the words that came along. */
export const learn = (session: Session, {messages, uselang}: DiffOpening): void => messagesOf(session).learn(messages, uselang);

/** What is used of the element. */
export interface ShownHost extends HTMLElement, LocalizedHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  reload(): Promise<void>;
  readonly mode: 'side' | 'inline' | undefined;
  readonly isNarrow: boolean;
  readonly ignoreWhitespace: boolean;
  readonly showInvisible: boolean;
  readonly revertable: boolean;
  /** Of two texts of no wiki. */
  readonly textDir: 'ltr' | 'rtl' | undefined;
  readonly history: boolean;
  readonly usedWiki: Wiki | undefined;
  readonly failure: unknown;
  /** What the author of the page has not said yet. */
  readonly wanted: 'texts' | 'wiki' | undefined;
  /** Something else is being read or compared. */
  readonly isBusy: boolean;
  /** The language of the interface. */
  readonly uselang: string | undefined;
  set(options: {mode?: 'side' | 'inline'; ignoreWhitespace?: boolean; showInvisible?: boolean; unhide?: boolean}): void;
  go(request: DiffRequest): void;
}

export class Shown {
  private readonly host: ShownHost;
  private readonly localize: LocalizeController;
  private readonly msg: Msg;
  private readonly bodies = new DiffBodies((role) => this.texts(role));
  private compared: Compared | undefined;
  private change = -1;
  private readonly doing: Doing;
  private announced = '';
  /** Differences in blanks were ignored, in what is shown. */
  private wasIgnoring = false;
  /** The button that was pressed is gone when the next is shown. */
  private takesFocus = false;
  /** The next that is shown is another change of the page. */
  private isNavigating = false;

  constructor(host: ShownHost) {
    this.host = host;
    this.localize = new LocalizeController(host);
    this.msg = this.localize.msg;
    this.doing = new Doing(host, this.msg);
    adoptStyles(host.renderRoot as ShadowRoot, allStyles);
  }

  /** Shows another comparison, or the same one otherwise. */
  show(compared: Compared | undefined): void {
    const isNew = compared !== this.compared;
    if (this.host.usedWiki) this.localize.messages = messagesOf(this.host.usedWiki.session);
    const isOther = compared?.opening !== this.compared?.opening || this.compared === undefined;
    this.compared = compared;
    if (isNew) {
      this.change = -1;
      this.wasIgnoring = this.host.ignoreWhitespace;
      if (isOther) this.doing.open(compared?.opening);
    }
    if (compared) this.draw();
    this.host.requestUpdate();
    if (isNew && compared) void this.host.updateComplete.then(() => this.isShown(isOther));
  }

  /** Draws the rows; those that are drawn already, anew. */
  draw(): void {
    const {compared, host, msg} = this;
    if (!compared) return;
    const flow = getComputedStyle(host).direction as 'ltr' | 'rtl';
    const {lang, dir} = compared.opening?.to.page ?? {lang: host.lang, dir: host.textDir ?? flow};
    const {top, width} = host.getBoundingClientRect();
    this.bodies.show(compared.parts, {room: {width, height: innerHeight - top}, mode: this.mode, reveal: host.showInvisible, revertable: host.revertable, msg, lang, dir, flow});
  }

  close(): void {
    removeEventListener('popstate', this.onPopState);
    removeEventListener('hashchange', this.onHashChange);
    this.bodies.close();
  }

  render(): TemplateResult {
    const {host, compared, bodies, change, doing, announced, wasIgnoring, msg} = this;
    const {asking, busy, told} = doing;
    const hasTexts = compared?.parts.some(({model}) => model.texts) ?? false;
    return renderDiff({compared, wasIgnoring, wanted: host.wanted && wanted(host.wanted, host.localName), busy: busy || host.isBusy, failure: host.failure, bodies, lang: host.uselang, told, announced, mode: this.mode, narrow: host.isNarrow, change, changes: bodies.count, ignoreWhitespace: host.ignoreWhitespace, reveal: host.showInvisible, hasTexts, deeds: doing.offered, asking}, this.actions, msg);
  }

  private get mode(): 'side' | 'inline' {
    // An attribute may say anything.
    return this.host.isNarrow || this.host.mode === 'inline' ? 'inline' : 'side';
  }

  private readonly actions: ViewActions = {
    onMode: (mode) => this.host.set({mode}),
    onStep: (by) => this.step(by),
    onIgnore: (ignoreWhitespace) => this.host.set({ignoreWhitespace}),
    onReveal: (showInvisible) => this.host.set({showInvisible}),
    onExpand: () => void this.bodies.expandAll(),
    onCopy: (what) => void this.copy(what),
    onMenu: () => void this.doing.learn(),
    onDeed: (deed) => void this.doing.ask(deed),
    onOlder: () => this.navigate(this.compared?.opening?.older),
    onNewer: () => this.navigate(this.compared?.opening?.newer),
    onBetween: () => void this.count(),
    onUnhide: () => {
      this.takesFocus = true;
      this.host.set({unhide: true});
    },
    onRetry: () => {
      this.takesFocus = true;
      void this.host.reload();
    },
    onBody: (event) => this.onBody(event),
    onLeaveMenu: (event) => closeMenu(event),
  };

  /** To the next change, or the one before. */
  step(by: 1 | -1): void {
    const {bodies, change} = this;
    const next = change < 0 ? (by > 0 ? 0 : -1) : change + by;
    if (next < 0 || next >= bodies.count) return;
    this.goTo(next);
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const {key, ctrlKey, metaKey, altKey} = event;
    const by = ({n: 1, j: 1, p: -1, k: -1} as const)[key];
    // Not what is typed into a field.
    const isTyped = event.composedPath().some((node) => node instanceof Element && node.matches('input:not([type=checkbox]), textarea, select, [contenteditable]'));
    if (by === undefined || ctrlKey || metaKey || altKey || isTyped) return;
    event.preventDefault();
    this.step(by);
  };

  private goTo(change: number): void {
    const {bodies, msg} = this;
    this.change = change;
    const section = bodies.sectionOf(change);
    this.announced = [msg('wikilit-diff-place', change + 1, bodies.count), ...(section === undefined ? [] : [section])].join('. ');
    bodies.goTo(change);
    this.host.requestUpdate();
  }

  /** @param isOther - not the same, compared otherwise */
  private isShown(isOther: boolean): void {
    const {compared, host, isNavigating} = this;
    if (host.history && compared?.opening) writeAddress(compared.opening, isNavigating ? 'push' : 'replace');
    this.isNavigating = false;
    if (this.takesFocus && !this.host.shadowRoot?.activeElement) this.host.shadowRoot?.querySelector<HTMLElement>('.rows')?.focus({preventScroll: true});
    this.takesFocus = false;
    host.dispatchEvent(new WikiDiffShownEvent(compared?.opening, compared?.parts[0]?.model));
    // The address says it of what the page came with.
    if (isOther && !isNavigating) this.onHashChange();
  }

  /** Also of a link on the page, or an address that is pasted over the one of the page. */
  private readonly onHashChange = (): void => {
    const change = changeInAddress(this.bodies);
    if (change >= 0) this.goTo(change);
  };

  private navigate(request: DiffRequest | undefined): void {
    if (!request || !this.host.dispatchEvent(new WikiDiffNavigateEvent(request))) return;
    this.isNavigating = true;
    this.host.go(request);
  }

  /** Back, or on again, with the browser. */
  private readonly onPopState = (event: PopStateEvent): void => {
    const request = this.host.history ? requestIn(event) : undefined;
    if (request) this.host.go(request);
  };

  connect(): void {
    addEventListener('popstate', this.onPopState);
    addEventListener('hashchange', this.onHashChange);
    this.host.addEventListener('keydown', this.onKeydown);
    this.bodies.connect();
  }

  private onBody({target}: Event): void {
    const revert = (target as Element).closest<HTMLElement>('.revert');
    const change = this.bodies.changeOf(revert ?? (target as Element));
    if (change === undefined) return;
    this.change = change;
    if (revert) this.host.dispatchEvent(new WikiDiffRevertEvent(this.bodies.rowsOf(change), this.bodies.lineOf(change)));
    this.host.requestUpdate();
  }

  /** Both texts, for lines that the model leaves out. */
  private async texts(role: string): Promise<DiffTexts | undefined> {
    const {usedWiki} = this.host;
    const opening = this.compared?.opening;
    if (!usedWiki || !opening) return undefined;
    let texts: DiffTexts | undefined;
    await this.doing.tell(async () => {
      texts = await textsOfRole(usedWiki.session, opening, role);
      return [];
    });
    return texts;
  }

  private async count(): Promise<void> {
    const {usedWiki} = this.host;
    const {compared} = this;
    const opening = compared?.opening;
    if (!usedWiki || !opening) return;
    await this.doing.tell(async () => {
      const between = await revisionsBetween(usedWiki.session, opening);
      // Something else is shown by now.
      if (this.compared === compared) this.compared = {...compared, opening: {...opening, between: between ?? {revisions: 0, users: [], more: false}}};
      return [];
    });
  }

  private async copy(what: Copied): Promise<void> {
    const {compared, change, bodies, msg} = this;
    const [main] = compared?.parts ?? [];
    if (!main) return;
    await this.doing.tell(async () => {
      const texts = main.model.texts;
      const opening = compared?.opening;
      const title = opening?.to.page.title ?? 'text';
      const text = what === 'link' ? linkTo(bodies, change, opening) : what === 'patch' ? toUnified(main.model, {context: 3, fromLabel: title, toLabel: title}) : (texts?.[what].join('\n') ?? '');
      await writeClipboard(text, this.host.renderRoot);
      return [msg('wikilit-diff-copied')];
    });
  }
}

/** For the author of the page. */
const wanted = (what: 'texts' | 'wiki', name: string): string =>
  what === 'texts' ? `<${name}> has nothing to compare: give it fromrev="1" torev="2", or page="Title".` : 'The <wiki-provider> around it knows no wiki: give it api="https://…/w/api.php".';
