/** Gives a component its texts, and renders it again when better ones arrive. */
import type {MessageParam} from './expand.js';
import {Messages, type Texts} from './messages.js';

/** What is used of Lit's `ReactiveControllerHost`; this folder does not know Lit. */
export interface LocalizedHost {
  addController(controller: LocalizeController): void;
  requestUpdate(): void;
  /** Texts of the host page, which go before the wiki's. */
  readonly messages?: Texts;
}

export class LocalizeController {
  readonly #host: LocalizedHost;
  #messages = new Messages();
  #connected = false;
  #stop: (() => void) | undefined;

  constructor(host: LocalizedHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The wiki's messages; bundled ones alone until that is set. */
  get messages(): Messages {
    return this.#messages;
  }

  set messages(messages: Messages) {
    if (messages === this.#messages) return;
    this.#messages = messages;
    this.#listen();
  }

  /** The text of a key. An arrow function, so that it can be handed on alone. */
  readonly msg = (key: string, ...params: readonly MessageParam[]): string => this.#messages.text(key, params, this.#host.messages);

  hostConnected(): void {
    this.#connected = true;
    this.#listen();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stop?.();
  }

  #listen(): void {
    this.#stop?.();
    if (this.#connected) this.#stop = this.#messages.subscribe(() => this.#host.requestUpdate());
  }
}

/** How texts are handed to functions that render. */
export type Msg = LocalizeController['msg'];
