/** Where the n-th byte of a text stands in it, were it UTF-8. Asked in rising order: each character is looked at once. */
export class ByteOffsets {
  private readonly text: string;
  private readonly ascii: boolean;
  private units = 0;
  private bytes = 0;

  constructor(text: string) {
    this.text = text;
    this.ascii = /^[\0-\x7f]*$/.test(text);
  }

  /** Never before the last answer, nor within a character. */
  index(byte: number): number {
    if (this.ascii) this.units = Math.max(this.units, Math.min(byte, this.text.length));
    while (!this.ascii && this.bytes < byte && this.units < this.text.length) {
      const code = this.text.codePointAt(this.units) as number;
      this.units += code > 0xffff ? 2 : 1;
      this.bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code > 0xffff ? 4 : 3;
    }
    return this.units;
  }
}
