import {Task, TaskStatus} from '@lit/task';
import {css, html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {isAbort} from '../../core/errors.js';
import {once} from '../../core/lazily.js';
import type {Texts} from '../../i18n/messages.js';
import type {DiffModel} from '../../diff/model.js';
import type {DiffOpening} from '../../wiki/compare/diff-opening.js';
import type {DiffRequest, Neighbour, Since} from '../../wiki/compare/diff-request.js';
import {openDiff} from '../../wiki/compare/open-diff.js';
import type {Wiki} from '../../wiki/wiki.js';
import {define} from '../define.js';
import {given} from '../given.js';
import {numberConverter} from '../number-converter.js';
import {WikiController} from '../wiki-controller.js';
import {isAsked, requestOf} from './asked.js';
import type {Compared, Opened, Outcome} from './comparing.js';
import {wikiMessageKeys} from './keys.js';
import type {Shown} from './shown.js';

/** With less room than this, in pixels, there is one column. */
const narrowest = 640;

/** What it shows: see {@link Outcome}; `loading`; `failed`, with a reason; `idle`, as nothing is asked for. */
export type DiffState = Outcome | 'loading' | 'failed' | 'idle';

/** What changes the rows, but not what differs. */
const drawn = ['mode', 'isNarrow', 'showInvisible', 'revertable', 'messages'] as const;

/** Wikis that have told their words. */
const worded = new WeakSet<object>();

/** All that is not needed before the wiki has answered: it loads meanwhile. */
const later = once(() => import('./shown.js'));

/**
 * Shows what differs between two revisions, a revision and a text, or two texts.
 *
 *     <wiki-diff api="https://en.wikipedia.org/w/api.php" fromrev="1" torev="2"></wiki-diff>
 *
 * Keys: n or j goes to the next change, p or k to the one before.
 *
 * @tag wiki-diff
 * @fires {WikiDiffShownEvent} wiki-diff-shown - there is something to see; carries `opening` and `model`
 * @fires {WikiDiffNavigateEvent} wiki-diff-navigate - about to show another change of the page; cancel to stay
 * @fires {WikiDiffActionEvent} wiki-diff-action - about to undo, roll back, patrol or thank; cancel, and nothing is sent
 * @fires {WikiDiffActedEvent} wiki-diff-acted - it is done; carries `result`
 * @fires {WikiDiffRevertEvent} wiki-diff-revert - somebody wants one change undone in the editor that is open
 * @csspart from - the header of the left side
 * @csspart to - the header of the right side
 * @csspart bar - the row of buttons, at the top of the window while the rows are in view
 * @csspart message - what there is to say
 * @cssprop [--wiki-diff-font=monospace] - of the texts
 * @cssprop [--wiki-diff-font-size=0.93em] - of the texts
 */
@define('wiki-diff')
export class WikiDiff extends LitElement {
  // More styles come with what is shown.
  static override styles = css`
    :host {
      display: block;
      min-block-size: 96px;
    }
  `;

  /** The left revision; with `torev`, with a `text`, or with what is on another wiki. */
  @property({converter: numberConverter}) fromrev: number | undefined;

  /** The right revision; or `prev`, `next`, `cur`, seen from `fromrev`. Alone: what that revision changed. */
  @property({converter: numberConverter}) torev: number | Neighbour | undefined;

  /** A page’s title: its newest change, unless something else is asked for. */
  @property() page: string | undefined;

  /** All changes of the page since `my-last-edit` or the `last-other-author`. */
  @property() since: Since | undefined;

  /** A text that is not saved, against the newest revision of `page`, or `fromrev`. */
  @property({attribute: false}) text: string | undefined;

  /** The section that `text` is for, `new` for one more; else the whole page. */
  @property() section: number | string | undefined;

  /** The wiki of the left side, `fromrev` or the newest revision of `frompage`, where that is another one. */
  @property({attribute: 'from-api'}) fromApi = '';

  /** The same as an object, with options of its own. */
  @property({attribute: false}) fromWiki: Wiki | undefined;

  /** A page’s title on that other wiki. */
  @property() frompage: string | undefined;

  /** Versions of the file that `page` is, side by side: the newest two, or those of the times `fromfile` and `tofile`. */
  @property({type: Boolean}) files = false;

  /** When the left version of the file was uploaded, as the API writes it: `2024-01-31T12:00:00Z`. */
  @property() fromfile: string | undefined;

  /** When the right version of the file was uploaded. */
  @property() tofile: string | undefined;

  /** Two texts of no wiki: the left one. */
  @property({attribute: false}) fromText: string | undefined;

  /** Two texts of no wiki: the right one. */
  @property({attribute: false}) toText: string | undefined;

  /** Which way these two run, `ltr` or `rtl`; default: as the page around. */
  @property({attribute: 'text-dir'}) textDir: 'ltr' | 'rtl' | undefined;

  /** The wiki, by the address of its api.php; not needed on the wiki's own pages, or in a `<wiki-provider>`. */
  @property() api = '';

  /** The wiki as an object, with options of its own. */
  @property({attribute: false}) wiki: Wiki | undefined;

  /** Two columns, or one; without it two where there is room. */
  @property({reflect: true}) mode: 'side' | 'inline' | undefined;

  /** Who compares: this library (`local`), the `wiki`, or, without it, whichever is quicker. */
  @property() engine: 'local' | 'wiki' | undefined;

  /** How many unchanged lines are shown around what differs. */
  @property({converter: numberConverter}) context = 2;

  /** Differences in blanks are none. */
  @property({type: Boolean, attribute: 'ignore-whitespace'}) ignoreWhitespace = false;

  /** Shows blanks and characters that cannot be seen; those that change the order of others are shown always. */
  @property({type: Boolean, attribute: 'show-invisible'}) showInvisible = false;

  /** Writes into the page’s address which revisions are shown, and goes back with the browser. */
  @property({type: Boolean}) history = false;

  /** Each change has a button that asks the page around to undo it: `wiki-diff-revert`. */
  @property({type: Boolean}) revertable = false;

  /** Colours where the page has no skin: `light`, `dark`, or `auto` as the system. */
  @property({reflect: true}) theme: 'auto' | 'dark' | 'light' | undefined;

  /** Texts in place of the wiki's, by key. */
  @property({attribute: false}) messages: Texts = {};

  /** What is hidden is shown, to those who may see it. */
  @state() private unhide = false;
  /** There is no room for two columns. */
  @state() isNarrow = false;
  @state() private shown: Shown | undefined;

  private readonly wikiFinder = new WikiController(this);
  private readonly sizes = new ResizeObserver(([entry]) => {
    // In a task of its own: what is drawn anew changes the size again.
    requestAnimationFrame(() => (this.isNarrow = (entry?.contentRect.width ?? Infinity) < narrowest));
  });

  /** Asks the wiki; what is shown otherwise of the same is not asked again. */
  private readonly opener = new Task(this, {
    args: () => [this.isOfNoWiki ? undefined : this.wikiFinder.find(), given(this.fromrev), given(this.torev), given(this.page), given(this.since), this.text, given(this.section), given(this.engine), this.fromWiki, this.fromApi, given(this.frompage), this.files, given(this.fromfile), given(this.tofile)] as const,
    task: async ([wiki], {signal}): Promise<Opened | undefined> => {
      if (!isAsked(this) || this.isOfNoWiki || !wiki) return undefined;
      // A reason why there is none: as a text, since a new error each time would start the task each time.
      if (typeof wiki === 'string') throw new TypeError(wiki);
      this.unhide = false;
      const {session} = wiki;
      const options = {messages: worded.has(session) ? [] : wikiMessageKeys, texts: given(this.engine) !== 'wiki', signal};
      if (this.files || given(this.fromfile) || given(this.tofile)) return (await later()).openFiles(wiki, this, options);
      const opening = this.fromWiki || this.fromApi ? await (await later()).openOther(wiki, this, options) : await openDiff(session, requestOf(this), options);
      worded.add(session);
      return {wiki, opening};
    },
  });

  private readonly comparer = new Task(this, {
    args: () => [this.opener.value, this.fromText, this.toText, given(this.engine), this.context, this.ignoreWhitespace, this.unhide] as const,
    task: async ([opened], {signal}): Promise<Compared | undefined> => {
      const {compareOpened, compareTexts, learn} = await later();
      if (opened?.opening) learn(opened.wiki.session, opened.opening);
      const options = {engine: given(this.engine) ?? 'auto', context: this.context, ignoreWhitespace: this.ignoreWhitespace, unhide: this.unhide, signal} as const;
      if (this.isOfNoWiki) return compareTexts(this.fromText ?? '', this.toText ?? '', options, this.lang);
      if (opened?.versions) return {outcome: 'files', opening: undefined, parts: [], versions: opened.versions};
      return opened?.opening && compareOpened(opened.wiki.session, opened.opening, options);
    },
    onComplete: (compared) => this.shown?.show(compared),
  });

  /** What was not finished when the element was taken out of the page. */
  private stopped: readonly {run(): Promise<void>}[] = [];

  constructor() {
    super();
    void later();
  }

  /** What it shows now; also on the attribute `data-state`. */
  get state(): DiffState {
    if (!isAsked(this)) return 'idle';
    if (this.failure !== undefined) return 'failed';
    return this.compared?.outcome ?? 'loading';
  }

  /** What differs, in the main text; undefined while nothing is shown. */
  get model(): DiffModel | undefined {
    return this.compared?.parts[0]?.model;
  }

  /** The revisions that are compared, with their headers. */
  get opening(): DiffOpening | undefined {
    return this.compared?.opening;
  }

  /** Reads and compares again. */
  async reload(): Promise<void> {
    await this.opener.run();
    await this.updateComplete;
    // What is compared is the same as before.
    if (this.comparer.status === TaskStatus.ERROR) await this.comparer.run();
    // Why it fails is shown.
    await this.comparer.taskComplete.catch(() => {});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    void this.connectShown();
    for (const task of this.stopped) void task.run();
    this.stopped = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.shown?.close();
    this.stopped = [this.opener, this.comparer].filter(({status}) => status === TaskStatus.PENDING);
    this.opener.abort();
    this.comparer.abort();
  }

  /** What the author of the page has not said yet. */
  get wanted(): 'texts' | 'wiki' | undefined {
    if (!isAsked(this)) return 'texts';
    return this.isOfNoWiki || this.wikiFinder.find() ? undefined : 'wiki';
  }

  get isBusy(): boolean {
    return this.opener.status === TaskStatus.PENDING || this.comparer.status === TaskStatus.PENDING;
  }

  /** The wiki that was asked. */
  get usedWiki(): Wiki | undefined {
    return this.opener.value?.wiki;
  }

  get uselang(): string | undefined {
    return this.opener.value?.opening?.uselang;
  }

  /** Shows what is shown otherwise. */
  set(options: {mode?: 'side' | 'inline'; ignoreWhitespace?: boolean; showInvisible?: boolean; unhide?: boolean}): void {
    Object.assign(this, options);
  }

  /** Shows another change. */
  go({fromrev, torev, page, since, text, section}: DiffRequest): void {
    Object.assign(this, {fromrev, torev, page, since, text, section});
  }

  /** Not in willUpdate, which is before the tasks know what is new. */
  protected override update(changed: PropertyValues<this>): void {
    this.dataset['state'] = this.state;
    this.toggleAttribute('narrow', this.isNarrow);
    if (drawn.some((name) => changed.has(name))) this.shown?.draw();
    super.update(changed);
  }

  protected override render(): TemplateResult {
    return this.shown?.render() ?? html`<div role="status"></div>`;
  }

  /** It needs the shadow root, which is there once the element has been in a page. */
  private async connectShown(): Promise<void> {
    const {Shown} = await later();
    if (!this.isConnected) return;
    const isFirst = !this.shown;
    this.shown ??= new Shown(this);
    this.shown.connect();
    if (isFirst) this.shown.show(this.compared);
  }

  private get isOfNoWiki(): boolean {
    return this.fromText !== undefined || this.toText !== undefined;
  }

  private get compared(): Compared | undefined {
    return this.comparer.status === TaskStatus.COMPLETE && this.opener.status === TaskStatus.COMPLETE ? this.comparer.value : undefined;
  }

  /** Why nothing is shown. */
  get failure(): unknown {
    // A task keeps its error until it is done again.
    const error = this.isBusy ? undefined : (this.opener.error ?? this.comparer.error);
    return isAbort(error) ? undefined : error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wiki-diff': WikiDiff;
  }
}
