/** What is known on the way to being logged in. */
import type {AuthRequest, AuthValues} from '../../auth/auth-step.js';
import type {LoginOpening} from './opening.js';

export type Stage = 'opening' | 'failed' | 'ready' | 'busy' | 'elsewhere' | 'done';

/** What went wrong with the attempt before. */
export interface Told {
  readonly texts: readonly string[];
  readonly kind: 'error' | 'warning';
  /** Told below this field, and not above the buttons. */
  readonly below?: string | undefined;
  /** The field to look at. */
  readonly field?: string | undefined;
  readonly hint?: string | undefined;
  /** The wiki was not reached: the same may be tried again. */
  readonly retry?: boolean;
}

export interface Progress {
  readonly stage: Stage;
  readonly opening: LoginOpening | undefined;
  /** Of the step that is taken now. */
  readonly requests: readonly AuthRequest[];
  /** More is wanted after what one begins with, such as the code of a second factor. */
  readonly further: boolean;
  /** The wiki's words about what it wants. */
  readonly words: string | undefined;
  readonly told: Told | undefined;
  /** The button that was pressed: the name of a field, `''` for the form's own, `oauth`. */
  readonly pressed: string;
  /** What was typed, by the fields' keys, but for what is secret. */
  readonly typed: AuthValues;
  /** Of the site where the user goes on. */
  readonly target: URL | undefined;
  readonly username: string | undefined;
}

/** A login through the wiki's page that asks whether this page may act for the user. */
export interface LoginByOAuth {
  /** Must be called while the user's click is handled: browsers open no window later. */
  authorize(options?: {popup?: boolean; signal?: AbortSignal}): Promise<void>;
  readonly loggedIn: boolean;
}

export const beginning: Progress = {stage: 'opening', opening: undefined, requests: [], further: false, words: undefined, told: undefined, pressed: '', typed: {}, target: undefined, username: undefined};
