/** Equal texts get equal numbers: numbers compare faster. */
export class Interner {
  private readonly ids = new Map<string, number>();

  /** The numbers given so far are smaller. */
  get size(): number {
    return this.ids.size;
  }

  id(text: string): number {
    const {ids} = this;
    let id = ids.get(text);
    if (id === undefined) ids.set(text, (id = ids.size));
    return id;
  }
}
