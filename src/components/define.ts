/** Registers `tag`, unless another copy of this library on the page already did. */
export const define =
  (tag: string) =>
  (element: CustomElementConstructor): void => {
    if (!customElements.get(tag)) customElements.define(tag, element);
  };
