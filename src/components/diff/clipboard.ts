/** Puts a text into the clipboard; on pages without TLS, which have no clipboard, in the way of old. */
export async function writeClipboard(text: string, root: HTMLElement | DocumentFragment): Promise<void> {
  const {clipboard} = navigator as {readonly clipboard?: Clipboard};
  if (clipboard) {
    await clipboard.writeText(text);
    return;
  }
  const box = document.createElement('textarea');
  box.className = 'visually-hidden';
  box.value = text;
  root.append(box);
  box.select();
  const isDone = document.execCommand('copy');
  box.remove();
  if (!isDone) throw new Error('The browser gives no way to the clipboard on this page.');
}
