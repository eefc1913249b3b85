/** Before a test can put a clock of its own in its place. */
const {setImmediate} = globalThis as {setImmediate?: (call: () => void) => unknown};

let channel: MessageChannel | undefined;

/**
 * Calls as soon as the running task is over, with all that was started in it: every `await` that needs no answer from
 * outside. Not by a timer where it can be helped, as those are slowed down in tabs nobody looks at.
 */
export function nextTask(call: () => void): void {
  if (setImmediate) setImmediate(call);
  else if (!globalThis.MessageChannel) setTimeout(call); // jsdom
  else {
    // One for all: making one costs more than all the rest.
    if (!channel) (channel = new MessageChannel()).port1.start();
    channel.port1.addEventListener('message', call, {once: true});
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has none
    channel.port2.postMessage(0);
  }
}
