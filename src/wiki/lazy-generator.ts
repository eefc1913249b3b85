/** An async generator whose making has to be waited for, e.g. because its code is loaded when the first value is wanted. */
export async function* lazyGenerator<T>(make: () => Promise<AsyncGenerator<T, void, undefined>>): AsyncGenerator<T, void, undefined> {
  yield* await make();
}
