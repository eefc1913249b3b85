/** Saving that takes long is said to go on, or to wait for the connection: nobody is to think that it has stopped. */
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Msg} from '../../../i18n/localize-controller.js';
import {message} from '../../message.js';
import type {Saving} from '../saving.js';

/** In milliseconds: until it is said, and until it is looked at again. */
const pause = 3000;

export class Slowness implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly saving: Saving;
  private readonly msg: Msg;
  private timer: ReturnType<typeof setInterval> | undefined;
  private isSlow = false;

  constructor(host: ReactiveControllerHost, saving: Saving, msg: Msg) {
    this.host = host;
    this.saving = saving;
    this.msg = msg;
    host.addController(this);
  }

  hostUpdate(): void {
    const isSaving = this.saving.progress.stage === 'saving';
    if (isSaving === (this.timer !== undefined)) return;
    this.stop();
    if (isSaving) this.timer = setInterval(this.tell, pause);
  }

  hostDisconnected(): void {
    this.stop();
  }

  render(): TemplateResult | typeof nothing {
    return this.isSlow ? message('notice', html`<p>${this.msg(navigator.onLine ? 'wikilit-slow' : 'wikilit-slow-offline')}</p>`) : nothing;
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.isSlow = false;
  }

  private readonly tell = (): void => {
    this.isSlow = true;
    this.host.requestUpdate();
  };
}
