/** Bodies with files, or long texts. Loaded when one is sent. */
import type {Body} from './body.js';
import type {Field} from './params.js';

/**
 * multipart/form-data built by hand: `FormData` would turn LF into CRLF, so that the wiki stores and hashes (`md5`)
 * another text than was given.
 */
export function multipart(fields: readonly Field[]): Body {
  const boundary = `wikilit-${randomWord()}${randomWord()}`;
  const parts: (string | Blob)[] = [];
  for (const [name, value] of fields) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"`;
    if (typeof value === 'string') parts.push(`${head}\r\n\r\n${value}\r\n`);
    else parts.push(`${head}; filename="${escapeName(fileName(value))}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`, value, '\r\n');
  }
  parts.push(`--${boundary}--\r\n`);
  return {body: parts.some((part) => part instanceof Blob) ? new Blob(parts) : (parts as string[]).join(''), contentType: `multipart/form-data; boundary=${boundary}`};
}

const fileName = (blob: Blob): string => ('name' in blob && typeof blob.name === 'string' ? blob.name : 'blob');

/** As the HTML standard escapes names in multipart/form-data. */
const escapeName = (name: string): string => name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');

const randomWord = (): string => {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word.toString(36).padStart(7, '0');
};
