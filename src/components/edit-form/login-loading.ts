/** Logging in inside the form is loaded when it is needed. */
import type {TemplateResult} from 'lit';
import {lazily} from '../../core/lazily.js';

type LoginView = typeof import('./login-view.js');

let loginView: LoginView | undefined;

/** Without it, there is a link. */
export async function loadLogin(): Promise<void> {
  loginView ??= await lazily(() => import('./login-view.js')).catch(() => undefined);
}

/** @returns undefined where nobody can log in here */
export const renderLogin = (...given: Parameters<LoginView['renderLogin']>): TemplateResult | undefined => loginView?.renderLogin(...given);
