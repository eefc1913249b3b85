/** An element that is there: the caller knows its bounds. */
export const at = (array: Int32Array | Uint8Array, index: number): number => array[index] as number;
