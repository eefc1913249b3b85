/** For Node: what browsers bring along. */
export {cookieFetch, type CookieFetchOptions} from './cookie-fetch.js';
export {CookieFileError} from './cookie-file.js';
export {basicAuth, type BasicCredentials} from '../auth/basic.js';
