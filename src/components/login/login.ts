import {Task} from '@lit/task';
import {LitElement, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {AuthValues} from '../../auth/auth-step.js';
import {isAbort} from '../../core/errors.js';
import {LocalizeController} from '../../i18n/localize-controller.js';
import en from '../../i18n/login/en.json' with {type: 'json'};
import {bundle, messagesOf, type Texts} from '../../i18n/messages.js';
import type {Wiki} from '../../wiki/wiki.js';
import {controls} from '../controls.styles.js';
import {define} from '../define.js';
import {formStyles} from '../form.styles.js';
import {message} from '../message.js';
import {tokens} from '../tokens.styles.js';
import {WikiController} from '../wiki-controller.js';
import {type FormActions, renderForm} from './form-view.js';
import {renderDone, renderElsewhere, renderFailure, renderImpossible, renderSkeleton} from './instead-view.js';
import {LoggingIn} from './logging-in.js';
import {styles} from './login.styles.js';
import {openLogin} from './opening.js';
import type {LoginByOAuth, Stage} from './progress.js';

bundle(en);

/** What the element shows. `impossible`: this page sends the wiki no cookies, and knows no other way. */
export type LoginState = Stage | 'impossible';

export type {LoginByOAuth};

/**
 * Logs somebody in, in as many steps as the wiki asks for.
 *
 *     <wiki-login api="https://test.wikipedia.org/w/api.php"></wiki-login>
 *
 * @tag wiki-login
 * @fires {WikiLoggedInEvent} wiki-logged-in - done; carries `username`
 * @fires {WikiLoginRedirectEvent} wiki-login-redirect - the wiki sends the user to another site; cancel to stay, then call `resume`
 * @slot heading - instead of the line that says what this is; an empty element hides it
 * @csspart form - everything
 * @csspart heading - the line that says what this is
 * @csspart oauth - the button for logging in on the wiki's own page
 * @csspart message - what the wiki says
 * @csspart actions - the buttons
 * @csspart submit - a button that sends the fields
 * @csspart progress - the line above the buttons while the wiki is asked
 * @csspart links - the links to the wiki's own pages
 */
@define('wiki-login')
export class WikiLogin extends LitElement {
  static override styles = [tokens, controls, formStyles, styles];

  /** The wiki, by the address of its api.php; not needed on the wiki's own pages, or in a `<wiki-provider>`. */
  @property() api = '';

  /** The wiki as an object, with options of its own. */
  @property({attribute: false}) wiki: Wiki | undefined;

  /** The name that stands in its field at first. */
  @property() username = '';

  /** What stands in the fields at first, by their names: `{rememberMe: true}`. */
  @property({attribute: false}) values: AuthValues = {};

  /** Nobody but `username`: the name cannot be changed, and who logs in as another by another way is told so. */
  @property({type: Boolean, attribute: 'same-user'}) sameUser = false;

  /** Offers no way that begins at another site: for a page on which something is not saved. */
  @property({type: Boolean}) stay = false;

  /** A way to log in on the wiki's own page, in a window beside this one. */
  @property({attribute: false}) oauth: LoginByOAuth | undefined;

  /** Texts in place of the wiki's, by key. */
  @property({attribute: false}) messages: Texts = {};

  /** Colours where the page has no skin: `light`, `dark`, or `auto` as the system. */
  @property({reflect: true}) theme: 'auto' | 'dark' | 'light' | undefined;

  private readonly wikiFinder = new WikiController(this);
  private readonly localize = new LocalizeController(this);
  private readonly login = new LoggingIn(
    this,
    () => this.look(),
    (username) => this.localize.msg('wikilit-login-other-user', username, this.username),
  );
  /** The focus is to be here, as soon as there is a field. */
  private wantsFocus = false;

  private readonly opener = new Task(this, {
    args: () => [this.wikiFinder.find()] as const,
    task: async ([wiki], {signal}) => {
      // A reason why there is none: as a text, since a new error each time would start the task each time.
      if (typeof wiki === 'string') throw new TypeError(wiki);
      if (!wiki) return undefined;
      this.login.use(wiki);
      const {session} = wiki;
      this.localize.messages = messagesOf(session);
      return {opening: session.settings.auth === 'cookies' ? await openLogin(session, {signal}) : undefined};
    },
    onComplete: (opened) => {
      if (!opened) return;
      this.login.opened(opened);
      if (this.wantsFocus) this.look();
    },
    onError: (error) => {
      if (!isAbort(error)) this.login.failed();
    },
  });

  private readonly actions: FormActions = {
    onSubmit: (event) => {
      event.preventDefault();
      const {submitter, target} = event;
      void this.login.submit(new FormData(target as HTMLFormElement), submitter instanceof HTMLButtonElement ? submitter.value : '');
    },
    onOAuth: () => {
      const wiki = this.wikiFinder.find();
      if (typeof wiki === 'object') void this.login.byOAuth(wiki);
    },
    onRetry: () => this.retry(),
    onCancel: () => void this.login.again(),
  };

  /** What it shows now; also on the attribute `data-state`. */
  get state(): LoginState {
    const {stage, opening, further} = this.login.progress;
    if (stage !== 'ready' || opening || further) return stage;
    const wiki = this.wikiFinder.find();
    if (typeof wiki === 'object' && wiki.session.settings.auth === 'cookies') return 'opening';
    return this.oauth ? 'ready' : 'impossible';
  }

  /**
   * Goes on with a login that went away to another site (`wiki-login-redirect`), on the page where the user comes back.
   *
   * @param values - what the other site has sent along, by name: those of the address's query
   * @throws {TypeError} a page from which no login is possible
   */
  async resume(values: AuthValues): Promise<void> {
    const wiki = this.wikiFinder.find();
    if (typeof wiki === 'object') await this.login.resume(wiki, values);
  }

  /** To the first field that is empty. */
  override focus(): void {
    this.wantsFocus = true;
    this.look();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.login.progress.stage === 'opening') void this.opener.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.opener.abort();
    // What became of it nobody knows: then it begins anew.
    if (this.login.abort()) this.login.close();
  }

  protected override willUpdate(): void {
    this.dataset['state'] = this.state;
    // An attribute that is taken away leaves null.
    if (!this.username) this.username = '';
  }

  protected override render(): TemplateResult {
    const {state, login, oauth, sameUser, stay, username: name, values, localize} = this;
    const {msg} = localize;
    const {progress} = login;
    const wiki = this.wikiFinder.find();
    const apiUrl = typeof wiki === 'object' ? wiki.apiUrl : '';
    switch (state) {
      case 'opening':
        return wiki ? renderSkeleton(msg) : message('notice', 'The <wiki-provider> around it knows no wiki: give it api="https://…/w/api.php".');
      case 'failed':
        return renderFailure(this.opener.error, this.actions.onRetry, msg);
      case 'impossible':
        return renderImpossible(apiUrl, msg);
      case 'elsewhere':
        return renderElsewhere(progress.target, this.actions.onCancel, msg);
      case 'done':
        return renderDone(progress.username, msg);
      default:
        return renderForm({...progress, apiUrl, name, values, sameUser, stay, hasOAuth: oauth !== undefined}, this.actions, msg);
    }
  }

  private retry(): void {
    const {stage, further, pressed} = this.login.progress;
    if (stage === 'failed') {
      this.login.close();
      void this.opener.run();
    } else if (further) {
      void this.login.again();
    } else if (pressed === 'oauth') {
      this.actions.onOAuth();
    } else {
      const form = this.renderRoot.querySelector('form');
      if (form) void this.login.submit(new FormData(form), pressed);
    }
  }

  /** The focus goes to the field that is wrong, to what was told, or to the first field that is empty. */
  private look(): void {
    void this.updateComplete.then(() => {
      const {stage, told} = this.login.progress;
      if (stage === 'opening') return;
      this.wantsFocus = false;
      const inputs = [...this.renderRoot.querySelectorAll<HTMLInputElement>('.field > .input')];
      const wrong = inputs.find(({name}) => name === told?.field);
      const next = wrong ?? (told ? undefined : (inputs.find(({value, readOnly}) => value === '' && !readOnly) ?? inputs.find(({readOnly}) => !readOnly)));
      const place = next ?? this.renderRoot.querySelector<HTMLElement>(told || stage === 'done' ? '#said' : 'button');
      place?.focus();
      if (wrong) wrong.select();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wiki-login': WikiLogin;
  }
}
