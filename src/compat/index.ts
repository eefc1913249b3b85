/** A drop-in for `mw.Api`, `mw.ForeignApi`, `mw.Rest` and `mw.ForeignRest`, on the wiki and off it, with and without jQuery. */
export {Api, type ApiOptions, type ApiParameters, type RequestPromise} from './api.js';
export {apiFor} from './api-for.js';
export type {RevisionText, TitleLike, Transform} from './edit.js';
export {type Foreign, ForeignApi, ForeignRest} from './foreign.js';
export {install, type Originals} from './install.js';
export type {AjaxOptions, JqXhr} from './jqxhr.js';
export {loadedMessages} from './messages.js';
export type {ErrorMessage, TitleObject} from './page.js';
export type {ApiPromise, ApiResponse, HttpFailure} from './promise-types.js';
export {Rest, type RestOptions} from './rest.js';
export type {FinishUpload, UploadData} from './upload.js';
export type {UserGroupsAndRights} from './user.js';
export type {WatchedPage} from './watch.js';
