/**
 * Calls a function of the user's. When it throws, that is told where uncaught errors are told, and changes nothing else:
 * a request whose answer has come must not look failed because of a bug in who is told about a warning.
 */
export function callBack(call: () => void): void {
  try {
    call();
  } catch (error) {
    const {reportError} = globalThis as {reportError?: (error: unknown) => void};
    if (reportError) reportError(error);
    else console.warn(error);
  }
}
