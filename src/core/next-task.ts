/**
 * Calls as soon as the running task is over, with all that was started in it: every `await` that needs no answer from
 * outside. Not by a timer where it can be helped, as those are slowed down in tabs nobody looks at.
 */
export function nextTask(call: () => void): void {
  // jsdom has none.
  if (!globalThis.MessageChannel) return void setTimeout(call);
  const {port1, port2} = new MessageChannel();
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- which would have to start the port, too
  port1.onmessage = () => {
    port1.close(); // else Node would not end
    call();
  };
  port2.postMessage(0);
}
