/** Where this runs. */

/** The origin of the page or worker this runs in; undefined outside a browser. */
export function currentOrigin(): string | undefined {
  const {location, origin} = globalThis as {location?: {origin: string}; origin?: string};
  // In a frame made by `srcdoc`, the location has no origin, but the frame has its parent's.
  return location && (origin ?? location.origin);
}
