/** The preview of a form: when it is made, and what is shown of it. Loaded, with its words, when somebody wants one. */
import type {ReactiveController, ReactiveControllerHost, TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import {bundle} from '../../../i18n/messages.js';
import en from '../../../i18n/preview/en.json' with {type: 'json'};
import type {Session} from '../../../core/session.js';
import {viewHere} from '../../../wiki/content-here.js';
import {previewEdit, type PreviewedEdit, previewSummary} from '../../../wiki/edit/preview.js';
import {addStyles} from '../../add-styles.js';
import {Pace} from './pace.js';
import {PreviewContent} from './preview-content.js';
import {type Extras, extrasOf, renderPreview, summaryNode} from './preview-view.js';
import {previewStyles} from './preview.styles.js';

bundle(en);

/** What the form holds now. */
export interface Previewed extends Pick<PreviewedEdit, 'section' | 'sectiontitle' | 'summary' | 'contentmodel'> {
  readonly session: Session;
  readonly title: string;
  readonly text: string;
  /** Of the page's text. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Whether there is a preview, and how it stands to what is typed. What is shown stays while another is made, or fails. */
export type PreviewState = 'none' | 'busy' | 'ready' | 'stale' | 'failed';

export class PreviewPane implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #read: () => Previewed | undefined;
  readonly #msg: Msg;
  readonly #content: PreviewContent;
  readonly #pace = new Pace();
  #live = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** All that is being asked, one request after the other. */
  #work: Promise<void> | undefined;
  #stop: AbortController | undefined;
  #wanted: 'no' | 'typed' | 'asked' = 'no';
  #shown: Previewed | undefined;
  #extras: Extras | undefined;
  #error: unknown;
  /** Somebody asked for what is shown, and is told that it is there; of what comes by itself nobody is told. */
  #tells = false;

  /**
   * @param read - what is to be previewed now; undefined while nothing is
   */
  constructor(host: ReactiveControllerHost & HTMLElement, read: () => Previewed | undefined, msg: Msg) {
    this.#host = host;
    this.#read = read;
    this.#msg = msg;
    this.#content = new PreviewContent(host);
    host.addController(this);
  }

  get state(): PreviewState {
    if (this.#stop) return 'busy';
    if (this.#error !== undefined) return 'failed';
    return this.#shown ? (this.#isShown() ? 'ready' : 'stale') : 'none';
  }

  /** Whether it is to follow the typing. On a slow wiki, and with little motion, it says why it does not. */
  get live(): boolean {
    return this.#live;
  }

  set live(live: boolean) {
    this.#live = live;
    this.#pace.start();
    clearTimeout(this.#timer);
    if (live && !this.#pace.manual && !this.#isShown()) this.#want('typed');
    this.#host.requestUpdate();
  }

  /** Makes it anew, of what is typed now. @returns when it is there, or has failed: `state` tells */
  async update(): Promise<void> {
    clearTimeout(this.#timer);
    this.#want('asked');
    await this.#work;
  }

  /** Something that is previewed may have changed. */
  typed(): void {
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    if (!this.#live || this.#pace.manual) return;
    this.#timer = setTimeout(() => {
      if (!this.#isShown()) this.#want('typed');
    }, this.#pace.pauseMs);
  }

  /** Takes it away, stops what is being asked, and follows the typing no more. */
  close(): void {
    this.#live = false;
    clearTimeout(this.#timer);
    this.#wanted = 'no';
    this.#stop?.abort();
    this.#stop = undefined;
    this.#shown = undefined;
    this.#extras = undefined;
    this.#error = undefined;
    this.#tells = false;
    this.#content.remove();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#wanted = 'no';
    this.#stop?.abort();
  }

  render(): TemplateResult {
    const root = this.#host.shadowRoot;
    if (root) addStyles(root, previewStyles);
    return renderPreview(
      {state: this.state, hasPreview: this.#shown !== undefined, live: this.#live, manual: this.#live ? this.#pace.manual : undefined, error: this.#error, extras: this.#extras, tells: this.#tells},
      {onUpdate: () => void this.update(), onLive: (live) => (this.live = live)},
      this.#msg,
    );
  }

  #want(wanted: 'typed' | 'asked'): void {
    if (this.#wanted !== 'asked') this.#wanted = wanted;
    // A wiki parses one text at a time for each user; what is typed meanwhile waits, and only the newest is asked.
    this.#work ??= this.#askAll();
  }

  async #askAll(): Promise<void> {
    while (this.#wanted !== 'no') {
      const wanted = this.#wanted;
      this.#wanted = 'no';
      await this.#ask(wanted === 'asked');
    }
    this.#work = undefined;
  }

  async #ask(isAsked: boolean): Promise<void> {
    const edit = this.#read();
    if (!edit) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#tells = false;
    this.#host.requestUpdate();
    const start = performance.now();
    try {
      await this.#make(edit, isAsked, stop.signal);
      this.#error = undefined;
      this.#tells = isAsked;
      this.#pace.answered(performance.now() - start);
    } catch (error) {
      if (!stop.signal.aborted) this.#error = error;
    }
    if (this.#stop === stop) this.#stop = undefined;
    this.#host.requestUpdate();
  }

  async #make(edit: Previewed, isAsked: boolean, signal: AbortSignal): Promise<void> {
    const {session, title, section, sectiontitle, summary, contentmodel, text, lang, dir} = edit;
    const {apiUrl} = session;
    if (!isAsked && this.#shown && this.#extras && differing(edit, this.#shown).every((name) => name === 'summary')) {
      const html = summary ? await previewSummary(session, {title, section, sectiontitle, summary, signal}) : '';
      signal.throwIfAborted();
      this.#extras = {...this.#extras, summary: summaryNode(html, apiUrl)};
    } else {
      const preview = await previewEdit(session, {title, text, section, sectiontitle, summary, contentmodel, ...viewHere(apiUrl), signal});
      signal.throwIfAborted();
      this.#content.show(preview, {apiUrl, lang, dir, label: this.#msg('preview')});
      this.#extras = extrasOf(preview, edit);
    }
    this.#shown = edit;
  }

  #isShown(): boolean {
    const edit = this.#read();
    return edit !== undefined && this.#shown !== undefined && differing(edit, this.#shown).length === 0;
  }
}

const differing = (edit: Previewed, other: Previewed): readonly (keyof Previewed)[] => compared.filter((name) => (edit[name] ?? '') !== (other[name] ?? ''));

/** All that what is shown depends on. */
const compared: readonly (keyof Previewed)[] = ['session', 'title', 'section', 'sectiontitle', 'summary', 'contentmodel', 'text'];
