/** An async generator whose making has to be waited for, e.g. because its code is loaded when the first value is wanted. */
export function lazyGenerator<T>(make: () => Promise<AsyncGenerator<T, void, undefined>>): AsyncGenerator<T, void, undefined> {
  let made: Promise<AsyncGenerator<T, void, undefined>> | undefined;
  return {
    next: () => (made ??= Promise.resolve().then(make)).then((values) => values.next()),
    return: async (value) => (made ? (await made).return(value) : {done: true, value: await value}),
    throw: async (reason) => {
      if (!made) throw reason;
      return (await made).throw(reason);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
