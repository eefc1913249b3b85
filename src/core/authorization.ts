/** The `Authorization` header of the moment: an access token, or a signature; and what to do when the wiki refuses it. */
import {type ApiError, isApiError} from './api-errors.js';
import {NetworkError} from './network-error.js';
import {unauthorized} from './unauthorized.js';
import {type Auth, isHeaderText} from './settings.js';
import {shown} from './shown.js';
import {unlessAborted} from './unless-aborted.js';

/** What is signed. A body is there when it is `application/x-www-form-urlencoded`: only its fields are signed (RFC 5849, 3.4.1.3.1). */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: string | undefined;
}

/** What {@link authorized} needs to know of a request. */
interface Message {
  readonly method: string;
  readonly url: string;
  readonly body?: string | Blob | undefined;
  readonly contentType?: string | undefined;
}

/** @throws {TypeError} the caller's function gave nothing that could stand in a header */
export async function authorization(auth: Auth, {method, url, body, contentType}: Message): Promise<string> {
  const form = typeof body === 'string' && contentType?.startsWith('application/x-www-form-urlencoded');
  const bearer = 'accessToken' in auth;
  // Called as methods: they may be those of an object of one's own class.
  const text = bearer
    ? typeof auth.accessToken === 'string' ? auth.accessToken : await auth.accessToken()
    : typeof auth.authorization === 'string' ? auth.authorization : await auth.authorization({method, url, body: form ? body : undefined});
  if (!isHeaderText(text)) throw new TypeError(`auth: ${bearer ? 'accessToken' : 'authorization'}() gave ${text ? 'what cannot stand in a header' : shown(text)}, a ${bearer ? 'token' : 'header'} expected`);
  return bearer ? `Bearer ${text}` : text;
}

/**
 * Sends with the header; when the wiki refuses that, it did nothing else: the header is renewed, and the same sent again, once.
 *
 * @throws what `send` throws; {LoginError} in place of a bare 401
 */
export async function authorized<T>(auth: Auth, message: Message, signal: AbortSignal | undefined, send: (header: string) => Promise<T>): Promise<T> {
  const header = await unlessAborted(authorization(auth, message), signal);
  try {
    return await send(header);
  } catch (failure) {
    const refusal = refusalOf(failure);
    if (!(await unlessAborted(renewed(auth, refusal ?? failure, header, message), signal))) throw refusal ?? failure;
  }
  const fresh = await unlessAborted(authorization(auth, message), signal);
  return send(fresh).catch((failure: unknown) => Promise.reject(refusalOf(failure) ?? failure));
}

/** @returns whether the same is to be sent again */
async function renewed({renew}: Auth, failure: unknown, header: string, {method}: Message): Promise<boolean> {
  if (!renew) return false;
  if (isApiError(failure)) return isRefused(failure) && renew(failure, header);
  // To another site the wiki refuses a header before it says that the page may see that (CORS): where nobody is answered, it may be so.
  if (!(failure instanceof NetworkError) || failure.reason !== 'cors') return false;
  if (method === 'GET') return renew(failure, header);
  // That nothing is seen of the answer does not mean that nothing was done: whoever looks for it needs a header that counts.
  await Promise.resolve(renew(failure, header)).catch(() => {});
  return false;
}

const isRefused = ({code}: ApiError): boolean => code.startsWith('mwoauth-') || code === 'http-401';

/** Undefined where it is not the header that was refused. */
function refusalOf(failure: unknown): ApiError | undefined {
  if (isApiError(failure)) return isRefused(failure) ? failure : undefined;
  return unauthorized(failure, 'The wiki does not accept the access token, or the signature, of this request.');
}
