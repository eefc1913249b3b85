/** Uploads by the title of the file's page: `wiki.page('File:Oslo.jpg').upload(file, {comment})`. */
import {isObject} from '../../core/check.js';
import {shown} from '../../core/shown.js';
import type {Session} from '../../core/session.js';
import {askTitle} from '../title.js';
import {orUnsaved} from '../write/unsaved.js';
import {checkUpload} from './arguments.js';
import {type PublishedFile, type Upload, upload, type UploadOptions} from './upload.js';

/** All but where the file is, and its name. */
export type PageUpload = Omit<Upload, 'file' | 'url' | 'filekey' | 'filename' | 'stash' | 'async'>;

const fileNamespace = 6;

/**
 * See {@link upload}.
 *
 * @param title - in any spelling the wiki understands: `File:Oslo.jpg`, `Datei:Oslo.jpg`
 * @throws {TypeError} it is not a file’s
 */
export async function uploadTo(session: Session, title: string, file: Blob, params: PageUpload = {}, options: UploadOptions = {}): Promise<PublishedFile> {
  if (!isObject(params)) throw new TypeError(`params: ${shown(params)} given, an object such as {comment: 'new scan'} expected`);
  const given = {...params, file};
  checkUpload({...given, filename: 'any.name'}, options);
  const {ns, name} = await orUnsaved(() => given, () => askTitle(session, title, {signal: options.signal}));
  if (ns !== fileNamespace) throw new TypeError(`title: ${shown(title)} given, a file’s such as 'File:Oslo.jpg' expected`);
  return upload(session, {...given, filename: name}, options);
}
