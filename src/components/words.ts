/** The wiki's words, as the components show them. */
import {isApiError, type ApiMessage} from '../core/errors.js';

const messagesIn = (error: unknown): readonly ApiMessage[] => (isApiError(error) ? error.errors : []);

export const codesOf = (error: unknown): readonly string[] => messagesIn(error).map(({code}) => code);

/** What the wiki says, else what the error does. */
export function textsOf(error: unknown): readonly string[] {
  const texts = messagesIn(error).map(({text, code}) => text || code);
  if (texts.length > 0) return texts;
  return [error instanceof Error ? error.message : String(error)];
}

/** The wiki's labels end in a colon. */
export const colonless = (label: string): string => label.replace(/\s*[:：]\s*$/, '');
