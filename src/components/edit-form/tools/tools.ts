/** What a form can do besides saving: loaded once it is open, so that nobody waits for it. */
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {bundle} from '../../../i18n/messages.js';
import en from '../../../i18n/tools/en.json' with {type: 'json'};
import type {Msg} from '../../../i18n/localize-controller.js';
import {addStyles} from '../../add-styles.js';
import type {WikiSavedEvent} from '../../events.js';
import type {RenderingHost} from '../../focus-on.js';
import {lazily} from '../../../core/lazily.js';
import type {SavedEdit} from '../../../wiki/edit/edit.js';
import type {Draft} from '../draft.js';
import type {Drafts} from '../drafts/drafts.js';
import {loadLogin} from '../login-loading.js';
import type {ApiMessage} from '../../../core/wiki-error.js';
import type {Saved} from '../parts.js';
import type {Refusal} from '../refusal.js';
import type {Saving, SavingTools} from '../saving.js';
import type {Saver, SaverFields} from '../saver.js';
import {newSection} from '../section.js';
import {message} from '../../message.js';
import {textsOf} from '../../words.js';
import type {Previewed, PreviewPane} from '../preview/preview-pane.js';
import {WikiRefreshedEvent} from '../refresh/refreshed-event.js';
import {Changes} from './changes.js';
import {continueOnWiki} from './continue.js';
import {EarlierEdits} from './earlier-edits.js';
import {renderBlocks} from './blocks.js';
import {checkSection, checkText} from './check.js';
import {type OthersView, renderOthers} from './others.js';
import {otherStyles} from './others.styles.js';
import {renderMoreSaved} from './more-saved.js';
import {renderHits} from './hits.js';
import {Options} from './options.js';
import {type RefusalPlace, renderRefusal} from './refusal-view.js';
import {renderProposed} from './proposed-notice.js';
import {renderSize} from './size.js';
import {Slowness} from './slowness.js';
import {Stash} from './stash.js';
import {Summaries} from './summaries.js';
import {toolStyles} from './tools.styles.js';
import {Waiting} from './waiting.js';
import {WaysOut} from './ways-out.js';
import {WikiEditor} from './wiki-editor.js';

bundle(en);

/** What is used of the element. */
export interface ToolsHost extends RenderingHost {
  summary: string;
  readonly summaries: readonly string[] | undefined;
  readonly theme: 'auto' | 'dark' | 'light' | undefined;
}

type Panel = 'changes' | 'preview';

export class Tools implements ReactiveController, SavingTools {
  private readonly host: ToolsHost;
  private readonly saving: Saving;
  private readonly msg: Msg;
  private readonly changes: Changes;
  private readonly earlier: EarlierEdits;
  private readonly waysOut: WaysOut;
  private readonly waiting: Waiting;
  private readonly draft: Draft;
  private readonly options: Options;
  private readonly editor: WikiEditor;
  private readonly slowness: Slowness;
  private readonly stash: Stash;
  private readonly summaries: Summaries;
  private panel: Panel | undefined;
  private preview: PreviewPane | undefined;
  /** Why there is none. */
  private previewFailure: unknown;

  constructor(host: ToolsHost, saving: Saving, draft: Draft, drafts: Drafts, msg: Msg) {
    this.host = host;
    this.saving = saving;
    this.msg = msg;
    this.draft = draft;
    this.waysOut = new WaysOut(host, saving, draft, drafts);
    this.waiting = new Waiting(host, saving, this.waysOut.onSaveAgain, msg);
    this.changes = new Changes(host, draft);
    this.options = new Options(host, draft, msg);
    this.summaries = new Summaries(host, draft, msg);
    this.editor = new WikiEditor(host, () => draft.textbox.element);
    this.slowness = new Slowness(host, saving, msg);
    this.stash = new Stash(draft);
    (host.renderRoot as ShadowRoot).addEventListener('focusin', ({target}) => (target as Element).id === 'summary' && this.summaryIsNext());
    host.addEventListener('input', () => this.typed());
    host.addEventListener('keydown', (event) => this.onKeydown(event));
    host.addEventListener('wiki-saved', (event) => this.onSaved(event));
    this.earlier = new EarlierEdits(draft, (saver, saved) => saver === saving.progress.saver && saving.set({saved: {...saved, merged: undefined}}));
    host.addController(this);
    for (const styles of [toolStyles, otherStyles]) addStyles(host.renderRoot as ShadowRoot, styles);
  }

  /** A page is there to be edited. */
  opened(saver: Saver): void {
    if (saver !== this.saving.progress.saver) return;
    this.changes.forget();
    this.preview?.close();
    if (this.panel === 'preview') this.panel = undefined;
    this.options.opened(saver);
    const fault = checkSection(saver);
    if (fault && this.saving.progress.stage === 'ready') void this.saving.refuse(saver, fault, true);
    // Where nothing can be looked at, there is nothing to tell.
    this.earlier.look(saver).catch(() => {});
  }

  get fields(): Partial<SaverFields> {
    return this.options.fields;
  }

  faultIn(text: string, saver: Saver): Refusal | undefined {
    return checkText(text, saver, this.msg);
  }

  async refused(refusal: Refusal): Promise<void> {
    if (refusal.state === 'loggedout') await loadLogin();
    if (willPass(refusal)) this.waiting.start(refusal);
  }

  done(): void {
    this.earlier.forget();
    this.waiting.over();
    this.options.done();
  }

  hostUpdate(): void {
    this.editor.look();
  }

  /** Above the text: what is edited, where it is not the newest text, and what a block says. */
  renderAbove(saver: Saver): TemplateResult {
    return html`${renderProposed(saver, this.msg)}${renderBlocks(saver.opening.refusals, this.msg)}`;
  }

  /** Beside the text. */
  renderOthers(view: OthersView): TemplateResult | typeof nothing {
    return renderOthers(view, this.msg);
  }

  /** While it is being saved. */
  renderWait(): TemplateResult | typeof nothing {
    return this.slowness.render();
  }

  /** Below what was saved. */
  renderSaved(saved: Saved, saver: Saver): TemplateResult {
    return renderMoreSaved(saved, saver, this.msg);
  }

  /** In the row of buttons. */
  renderButtons(): TemplateResult {
    const {msg} = this;
    const button = (panel: Panel, key: string, letter: string): TemplateResult => html`<button type="button" class="button tool" title="${msg(key)} (Alt+Shift+${letter})" aria-pressed=${this.panel === panel ? 'true' : 'false'} @click=${() => this.toggle(panel)}>${msg(key)}</button>`;
    return html`${button('preview', 'preview', 'P')}${button('changes', 'wikilit-changes', 'V')}`;
  }

  /** Below the summary. */
  renderSummaries(): TemplateResult {
    return this.summaries.render();
  }

  /** Below the ticks. */
  renderFields(saver: Saver): TemplateResult {
    return html`${renderSize(this.draft.textFor(saver), saver, this.msg)}${this.options.render(saver)}`;
  }

  /** What the wiki refuses, and what can be done about it. */
  renderRefusal(refusal: Refusal, place: Omit<RefusalPlace, 'more' | 'onContinue'>): TemplateResult {
    return renderRefusal(refusal, {...place, more: this.renderMore(refusal), onContinue: () => this.goOn()}, this.waysOut, this.msg);
  }

  /** Below the text. */
  renderPanel(): TemplateResult | typeof nothing {
    const {panel, changes, msg} = this;
    const {saver} = this.saving.progress;
    if (!panel || !saver) return nothing;
    if (panel === 'preview') return this.previewFailure === undefined ? (this.preview?.render() ?? nothing) : html`<div role="alert">${message('error', textsOf(this.previewFailure).join(' '))}</div>`;
    return html`<section class="panel" aria-label=${msg('wikilit-changes')}>${changes.render(saver)}</section>`;
  }

  private renderMore(refusal: Refusal): TemplateResult | typeof nothing {
    if (refusal.state === 'blocked') return renderBlocks((refusal.error as {errors?: readonly ApiMessage[]}).errors ?? [], this.msg);
    if (refusal.state === 'spam') return renderHits(refusal, this.draft.textbox.element, this.msg);
    return willPass(refusal) ? this.waiting.render() : nothing;
  }

  /** The summary has the focus: the text may be done. */
  private summaryIsNext(): void {
    const {saver} = this.saving.progress;
    if (!saver) return;
    void this.summaries.look(saver);
    void this.stash.send(saver);
  }

  private toggle(panel: Panel): void {
    this.preview?.close();
    this.panel = this.panel === panel ? undefined : panel;
    if (this.panel === 'preview') void this.openPreview();
    this.host.requestUpdate();
    if (this.panel) void this.host.updateComplete.then(() => this.reveal());
  }

  /** What was asked for is seen, also on a small screen. */
  private reveal(): void {
    const panel = this.host.renderRoot.querySelector('.work > :is(.panel, .preview)');
    if (panel && panel.getBoundingClientRect().top > 0.6 * innerHeight) panel.scrollIntoView({block: 'start'});
  }

  private async openPreview(): Promise<void> {
    this.previewFailure = undefined;
    try {
      const {PreviewPane} = await lazily(() => import('../preview/preview-pane.js'));
      this.preview ??= new PreviewPane(this.host, () => this.previewed(), this.msg);
    } catch (error) {
      this.previewFailure = error;
    }
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.reveal());
    if (this.panel === 'preview') await this.preview?.update();
  }

  private previewed(): Previewed | undefined {
    const {draft} = this;
    const {saver} = this.saving.progress;
    if (!saver) return undefined;
    const {session, section, opening} = saver;
    const {title, lang, dir, contentmodel} = opening;
    return {session, title, text: draft.textFor(saver), lang, dir, contentmodel, summary: draft.summaryFor(saver), ...(section !== undefined && {section}), ...(section === newSection && {sectiontitle: draft.fields.subject})};
  }

  /** On the wiki's own edit page. */
  private goOn(): void {
    const {saver} = this.saving.progress;
    if (saver) continueOnWiki(saver, this.draft, this.draft.summaryFor(saver));
  }

  /** The page around shows what was saved, unless somebody else sees to that. */
  private onSaved(event: WikiSavedEvent): void {
    const {saver} = this.saving.progress;
    if (!saver) return;
    // Others, further out, hear of it after this.
    queueMicrotask(() => void (event.defaultPrevented || this.refresh(saver, event.saved)));
  }

  private async refresh(saver: Saver, saved: SavedEdit): Promise<void> {
    // The browser goes elsewhere.
    if (saved.outcome !== 'saved' || saved.tempusercreatedredirect) return;
    const loaded = await lazily(() => import('../refresh/refresh-page.js')).catch(() => undefined);
    this.host.dispatchEvent(new WikiRefreshedEvent((await loaded?.refreshPage(this.host, saver.session, saved)) ?? false));
  }

  /** By the keys of MediaWiki’s own edit page, wherever its access keys are pressed so. */
  private onKeydown(event: KeyboardEvent): void {
    const {altKey, shiftKey, ctrlKey, metaKey, code} = event;
    const panel = ({KeyP: 'preview', KeyV: 'changes'} as const)[code];
    if (!panel || !altKey || !shiftKey || ctrlKey || metaKey || this.saving.progress.stage === 'readonly') return;
    event.preventDefault();
    this.toggle(panel);
  }

  private typed(): void {
    if (this.panel === 'preview') this.preview?.typed();
  }
}

/** By itself, sooner or later. */
const willPass = ({state}: Refusal): boolean => state === 'ratelimited' || state === 'wiki-readonly';
