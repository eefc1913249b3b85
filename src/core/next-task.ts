/**
 * Calls as soon as the running task is over, with all that was started in it: every `await` that needs no answer from
 * outside. Not by a timer, as those are slowed down in tabs nobody looks at.
 */
export function nextTask(call: () => void): void {
  const {port1, port2} = new MessageChannel();
  const onMessage = (): void => {
    port1.close(); // else Node would not end
    call();
  };
  port1.addEventListener('message', onMessage, {once: true});
  port1.start();
  port2.postMessage(undefined);
}
