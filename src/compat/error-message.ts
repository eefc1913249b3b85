/** A failure in words for whoever sits in front of the page. */
import {type ErrorMessage, jQuery, mediaWiki} from './page.js';
import {emptyAnswer} from './requests.js';
import {addHtml} from './safe-html.js';

export interface ErrorMessages {
  /**
   * @param data - the second argument of `fail`
   * @returns an element for each error: jQuery's list where that is on the page, else an array with its `text()`. Where
   * there are no elements (in a worker, in Node), take `native()`'s errors.
   */
  getErrorMessage(data: unknown): ErrorMessage;
}

interface Failure {
  /** Of the reason a signal was aborted with. */
  readonly name?: string;
  readonly xhr?: {readonly status: number};
  readonly textStatus?: string;
  readonly error?: {readonly info?: string};
  readonly errors?: readonly {readonly html?: string; readonly text?: string; readonly '*'?: string}[];
}

/** By the last word of their keys in core, which has them in all languages. */
const words = {
  aborted: 'The request was stopped.',
  http: 'The server answered HTTP $1.',
  invalidresponse: 'The answer is not readable.',
  noconnect: 'The server could not be reached.',
  timeout: 'The server did not answer.',
};

export const errorMessages: ErrorMessages = {
  getErrorMessage(data) {
    const elements = toFill(data).map((fill) => {
      const element = document.createElement('div');
      fill(element);
      return element;
    });
    const text = (): string => elements.map((element) => element.textContent).join('');
    return jQuery()?.(elements) ?? (Object.assign(elements, {text}) as object as ErrorMessage);
  },
};

type Fill = (element: Element) => void;

/** For each error what puts it into an element. */
function toFill(data: unknown): Fill[] {
  if ((data ?? '') === '' || data === emptyAnswer) return [own('invalidresponse')];
  const {name, xhr, textStatus, error, errors} = data as Failure;
  if (name === 'TimeoutError' || textStatus === 'timeout') return [own('timeout')];
  if (name === 'AbortError' || textStatus === 'abort') return [own('aborted')];
  if (textStatus === 'parsererror') return [own('invalidresponse')];
  if (xhr || textStatus) return [xhr?.status ? own('http', xhr.status) : own('noconnect')];
  if (error) return [(element) => element.append(error.info ?? '')];
  if (errors) return errors.map(({html, text, '*': star}) => (element) => (html ? addHtml(element, html) : element.append(text ?? star ?? '')));
  mediaWiki().log?.warn?.('mw.Api#getErrorMessage could not handle the response:', data);
  return [own('invalidresponse')];
}

/** The wiki's words where it has loaded them. */
function own(key: keyof typeof words, param?: unknown): Fill {
  const known = mediaWiki().message?.(`api-clientside-error-${key}`, param);
  const parts: ArrayLike<Node | string> = known?.exists() ? (known.parseDom?.() ?? [known.text()]) : [words[key].replace('$1', String(param))];
  return (element) => element.append(...Array.from(parts));
}
