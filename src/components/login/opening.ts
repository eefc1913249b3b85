/** What the form needs before somebody can type, in one request: fields, words, a token, and where the wiki's own pages are. */
import {type AuthAnswer, type AuthRequest, readStep} from '../../auth/auth-step.js';
import type {Abortable} from '../../core/abortable.js';
import {required} from '../../core/required.js';
import type {ApiAnswer, Session} from '../../core/session.js';
import {messagesOf} from '../../i18n/messages.js';
import {scriptUrl} from '../../wiki/given-url.js';

export interface LoginOpening {
  /** Ways to begin, each with its fields. */
  readonly requests: readonly AuthRequest[];
  /** Whether people may make accounts for themselves. */
  readonly canCreate: boolean;
  /** The absolute URL of index.php. */
  readonly scriptUrl: string;
}

interface OpeningAnswer extends ApiAnswer {
  readonly uselang?: string;
  readonly query?: {
    readonly authmanagerinfo?: AuthAnswer & {readonly cancreateaccounts?: boolean};
    readonly tokens?: {readonly logintoken?: string};
    readonly general?: {readonly script?: string};
    readonly allmessages?: readonly {readonly name: string; readonly content?: string}[];
  };
}

/** MediaWiki's own messages that the form uses. */
const wikiMessageKeys = ['cancel', 'createaccount', 'htmlform-required', 'login', 'pt-login-button', 'pt-login-continue-button', 'userlogin-resetpassword-link'];

/**
 * Asks as {@link AuthFlow.begin} does, and for the rest in the same request.
 *
 * @throws {ApiError} and the other kinds of {@link WikiError}
 * @see https://www.mediawiki.org/wiki/API:Authmanagerinfo
 */
export async function openLogin(session: Session, {signal}: Abortable): Promise<LoginOpening> {
  const {changes, apiUrl} = session;
  const messages = messagesOf(session);
  const keys = messages.unknown(wikiMessageKeys);
  const answer = await session.get<OpeningAnswer>(
    {
      action: 'query',
      meta: ['authmanagerinfo', 'siteinfo', 'tokens', ...(keys.length > 0 ? ['allmessages'] : [])],
      amirequestsfor: 'login',
      amimessageformat: 'html',
      siprop: 'general',
      type: 'login',
      ammessages: keys.length > 0 ? keys : undefined,
      responselanginfo: true,
      // Whoever should be logged in, and is not any more, wants to log in.
      assert: false,
    },
    {signal},
  );
  const {authmanagerinfo, tokens, general, allmessages = []} = answer.query ?? {};
  const info = required(apiUrl, answer, 'query.authmanagerinfo', authmanagerinfo);
  messages.learn(Object.fromEntries(allmessages.flatMap(({name, content}) => (content === undefined ? [] : [[name, content]]))), answer.uselang);
  if (tokens?.logintoken !== undefined && session.changes === changes) session.tokens.known.set('login', tokens.logintoken);
  return {requests: readStep(info, 'UI').requests, canCreate: info.cancreateaccounts ?? false, scriptUrl: scriptUrl(general?.script, apiUrl)};
}
