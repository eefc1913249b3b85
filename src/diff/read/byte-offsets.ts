/** Where the n-th byte of a text stands in it, were it UTF-8. Asked in rising order: each character is looked at once. */
export class ByteOffsets {
  readonly #text: string;
  readonly #ascii: boolean;
  #index = 0;
  #bytes = 0;

  constructor(text: string) {
    this.#text = text;
    // eslint-disable-next-line no-control-regex -- these are the characters of one byte
    this.#ascii = /^[\0-\x7f]*$/.test(text);
  }

  /** Never before the last answer, nor within a character. */
  index(byte: number): number {
    if (this.#ascii) this.#index = Math.max(this.#index, Math.min(byte, this.#text.length));
    while (!this.#ascii && this.#bytes < byte && this.#index < this.#text.length) {
      const code = this.#text.codePointAt(this.#index) as number;
      this.#index += code > 0xffff ? 2 : 1;
      this.#bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code > 0xffff ? 4 : 3;
    }
    return this.#index;
  }
}
