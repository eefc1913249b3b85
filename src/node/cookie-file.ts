/**
 * A jar of cookies in a file: who is logged in stays so in the next process, and in those that run at the same time.
 * The file is read again whenever another has written it. It is written the way git writes its index: into a lock file
 * that only one can make, which then takes the place of the old file, so that nobody ever sees half of one.
 */
import {accessSync, closeSync, constants, existsSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {CookieJar} from 'tough-cookie';

/** A lock is held for milliseconds: one that stays the same for so long was left behind by a process that was killed. */
const leftBehindMs = 5_000;

/** What an answer has set. */
type Given = readonly [cookie: string, url: string];

/** The file of a {@link cookieFetch} cannot be used; the message names it, and says why. */
export class CookieFileError extends Error {
  override readonly name = 'CookieFileError';
  readonly code = 'ERR_COOKIE_FILE';
}

/** The part of a `CookieJar` that fetch-cookie calls. */
export class CookieFile {
  readonly #path: string;
  #jar = new CookieJar();
  /** Which of its versions the jar was read from. */
  #version = '';
  #unsaved: Given[] = [];
  #saving: Promise<void> | undefined;

  /** @throws {CookieFileError} it is no jar of cookies, or nothing can be written where it is to be */
  constructor(file: string | URL) {
    const path = resolve(typeof file === 'string' ? file : fileURLToPath(file));
    try {
      // A link stays one: what it leads to is replaced.
      this.#path = existsSync(path) ? realpathSync(path) : path;
      accessSync(dirname(this.#path), constants.W_OK);
    } catch (cause) {
      throw new CookieFileError(`Cookies cannot be kept in ${path}: ${(cause as Error).message}`, {cause});
    }
    this.#refresh();
  }

  async getCookieString(url: string): Promise<string> {
    try {
      this.#refresh();
    } catch (cause) {
      // The way the platform tells why nothing was sent: then the wiki's error tells it, too.
      throw new TypeError('fetch failed', {cause});
    }
    return this.#jar.getCookieString(url);
  }

  /** Resolves when it is in the file: who has the answer can end the process. */
  async setCookie(cookie: string, url: string): Promise<void> {
    this.#put([cookie, url]);
    this.#unsaved.push([cookie, url]);
    this.#saving ??= this.#save();
    await this.#saving;
  }

  #put([cookie, url]: Given): void {
    this.#jar.setCookieSync(cookie, url, {ignoreError: true});
  }

  /** @throws {CookieFileError} */
  #refresh(): void {
    const version = versionOf(this.#path);
    if (version === this.#version) return;
    this.#jar = version === '' ? new CookieJar() : read(this.#path);
    this.#version = version;
    for (const given of this.#unsaved) this.#put(given);
  }

  /**
   * All that the answers of this moment have set. Where it cannot be written, the answer is good all the same: that of a
   * write must not be lost for it. The cookies stay in memory, and the next that are set take them along.
   */
  async #save(): Promise<void> {
    const draft = `${this.#path}.lock`;
    try {
      const descriptor = await alone(draft);
      // From here on nothing waits, so that no other request of this process comes between, either.
      this.#saving = undefined;
      try {
        this.#refresh();
        writeAll(descriptor, JSON.stringify(this.#jar.serializeSync(), undefined, 1));
        renameSync(draft, this.#path);
      } catch (error) {
        rmSync(draft, {force: true});
        throw error;
      }
      this.#version = versionOf(this.#path);
      this.#unsaved = [];
    } catch (error) {
      this.#saving = undefined;
      console.warn(`The cookies could not be written to ${this.#path}: ${(error as Error).message}`);
    }
  }
}

/** Different for every version of a file; nothing where there is none. */
function versionOf(path: string): string {
  const {ino, mtimeNs, size} = statSync(path, {bigint: true, throwIfNoEntry: false}) ?? {};
  return ino === undefined ? '' : `${ino} ${mtimeNs} ${size}`;
}

function read(path: string): CookieJar {
  try {
    return CookieJar.deserializeSync(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new CookieFileError(`${path} cannot be read as a jar of cookies: ${(cause as Error).message}. Without the file, there is a new jar.`, {cause});
  }
}

/** @returns the descriptor of the new file, which nobody else may read: who has the cookies is who is logged in */
async function alone(path: string): Promise<number> {
  for (let seen = '', since = 0; ; await setTimeout(10)) {
    try {
      return openSync(path, 'wx', 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const version = versionOf(path);
    if (version !== seen) [seen, since] = [version, performance.now()];
    else if (performance.now() - since > leftBehindMs) rmSync(path, {force: true});
  }
}

/** Also to the disk: after a power cut the old file is there, or the new one. */
function writeAll(descriptor: number, text: string): void {
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
