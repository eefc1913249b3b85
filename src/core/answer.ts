/** Reads the errors and warnings of an answer, whatever `errorformat` and `formatversion` it was asked in. */
import type {ApiMessage} from './wiki-error.js';
import {htmlToText} from './html-to-text.js';

export interface Complaints {
  readonly errors: readonly ApiMessage[];
  readonly warnings: readonly ApiMessage[];
}

/** @see https://www.mediawiki.org/wiki/API:Errors_and_warnings */
export function complaints(data: object): Complaints {
  const {errors, error, warnings} = data as {errors?: unknown; error?: unknown; warnings?: unknown};
  return {
    errors: [...list(errors), ...(isRecord(error) ? [legacyError(error)] : [])],
    warnings: Array.isArray(warnings) ? list(warnings) : legacyWarnings(warnings),
  };
}

function list(entries: unknown): ApiMessage[] {
  return Array.isArray(entries) ? entries.filter(isRecord).map(entry) : [];
}

function entry({code, text, html, '*': star, key, module, data}: Record<string, unknown>): ApiMessage {
  const markup = isText(html) ? html : undefined;
  const plain = [text, star, markup === undefined ? key : htmlToText(markup)].find(isText);
  return message(code, plain, markup, module, data);
}

/** `errorformat=bc`: one error, its data spread into it. */
function legacyError(error: Record<string, unknown>): ApiMessage {
  const data = Object.entries(error).filter(([name]) => !['code', 'info', '*', 'docref'].includes(name));
  return message(error['code'], [error['info'], error['*']].find(isText), undefined, undefined, data.length > 0 && Object.fromEntries(data));
}

/** Without the members an error does not have. */
function message(code: unknown, text = '', html: string | undefined, module: unknown, data: unknown): ApiMessage {
  const made: {-readonly [name in keyof ApiMessage]: ApiMessage[name]} = {code: isText(code) ? code : 'unknown', text};
  if (html !== undefined) made.html = html;
  if (isText(module)) made.module = module;
  if (isRecord(data)) made.data = data;
  return made;
}

/** `errorformat=bc`: `{module: {warnings: 'text'}}`, and with formatversion=1 `{module: {'*': 'text'}}`. */
function legacyWarnings(warnings: unknown): ApiMessage[] {
  if (!isRecord(warnings)) return [];
  return Object.entries(warnings).map(([module, value]) => {
    const text = isRecord(value) ? (value['warnings'] ?? value['*']) : value;
    return {code: 'warning', text: isText(text) ? text : JSON.stringify(text), module};
  });
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
