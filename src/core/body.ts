/** The body of a POST. */
import {lazily} from './lazily.js';
import {type Field, toQuery} from './params.js';

export interface Body {
  readonly body: string | Blob;
  readonly contentType: string;
}

/** Characters above which a body goes as multipart: percent-encoding makes CJK three times as long. */
const multipartAbove = 8000;

/**
 * Urlencoded when small, else multipart. Both types need no CORS preflight.
 *
 * @throws {NetworkError} what builds multipart could not be loaded
 */
export async function toBody(fields: readonly Field[]): Promise<Body> {
  const length = fields.reduce((sum, [, value]) => sum + (value instanceof Blob ? Infinity : value.length), 0);
  if (length <= multipartAbove) {
    return {body: toQuery(fields).replace(/%20/g, '+'), contentType: 'application/x-www-form-urlencoded;charset=UTF-8'};
  }
  const {multipart} = await lazily(() => import('./multipart.js'));
  return multipart(fields);
}
