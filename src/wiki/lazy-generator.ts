/** An async generator whose making has to be waited for, e.g. because its code is loaded when the first value is wanted. */
export function lazyGenerator<T>(make: () => Promise<AsyncGenerator<T, void, undefined>>): AsyncGenerator<T, void, undefined> {
  let made: Promise<AsyncGenerator<T, void, undefined>> | undefined;
  const generator = (): Promise<AsyncGenerator<T, void, undefined>> => (made ??= make());
  return {
    next: () => generator().then((values) => values.next()),
    return: (value) => generator().then((values) => values.return(value)),
    throw: (reason) => generator().then((values) => values.throw(reason)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
