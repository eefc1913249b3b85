/** Reads the errors and warnings of an answer, whatever `errorformat` and `formatversion` it was asked in. */
import type {ApiMessage} from './errors.js';

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
  const markup = typeof html === 'string' ? html : undefined;
  const plain = [text, star, markup === undefined ? key : htmlToText(markup)].find((value) => typeof value === 'string');
  return {
    code: typeof code === 'string' ? code : 'unknown',
    text: typeof plain === 'string' ? plain : '',
    ...(markup !== undefined && {html: markup}),
    ...(typeof module === 'string' && {module}),
    ...(isRecord(data) && {data}),
  };
}

/** `errorformat=bc`: one error, its data spread into it. */
function legacyError({code, info, '*': star, docref: _docref, ...data}: Record<string, unknown>): ApiMessage {
  return {
    code: typeof code === 'string' ? code : 'unknown',
    text: typeof info === 'string' ? info : typeof star === 'string' ? star : '',
    ...(Object.keys(data).length > 0 && {data}),
  };
}

/** `errorformat=bc`: `{module: {warnings: 'text'}}`, and with formatversion=1 `{module: {'*': 'text'}}`. */
function legacyWarnings(warnings: unknown): ApiMessage[] {
  if (!isRecord(warnings)) return [];
  return Object.entries(warnings).map(([module, value]) => {
    const text = isRecord(value) ? (value['warnings'] ?? value['*']) : value;
    return {code: 'warning', text: typeof text === 'string' ? text : JSON.stringify(text), module};
  });
}

/** The words of a message; for display as text only. */
export function htmlToText(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|quot|amp|nbsp));/gi, (_, decimal?: string, hex?: string, name?: string) => {
      if (name) return {lt: '<', gt: '>', quot: '"', amp: '&', nbsp: '\u00A0'}[name.toLowerCase()] ?? '';
      const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    })
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
