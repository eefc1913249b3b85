/** A slow machine on a slow network, and how long it takes there from a click until somebody can type. */
import type {BrowserContext, Page} from '@playwright/test';

/** Four times slower; 150 ms from a request to its answer, 1.6 Mbit/s. */
const slowdown = 4;
const network = {offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000};
const anyNetwork = {offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1};

/** @returns what makes the page as fast as the machine is again */
export async function slow(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  await devtools.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
  return async () => {
    await devtools.send('Network.emulateNetworkConditions', anyNetwork);
    await devtools.send('Emulation.setCPUThrottlingRate', {rate: 1});
    await devtools.detach();
  };
}

/**
 * Watches the pages of this context: a click begins a time, and the first frame in which somebody can type ends it.
 *
 * @returns what waits for the end of the next time, in milliseconds
 */
export async function watchTyping(context: BrowserContext): Promise<() => Promise<number>> {
  let told: (milliseconds: number) => void = () => {};
  await context.exposeBinding('tellTypeable', (_source, milliseconds: number) => told(milliseconds));
  await context.addInitScript(watch);
  return () => new Promise((resolve) => (told = resolve));
}

/**
 * Runs in each page. It looks in each frame, so that there are frames: without any, Chromium keeps the idle callbacks waiting
 * in which ResourceLoader runs modules that the browser has kept.
 */
function watch(): void {
  /** The page that was clicked may be gone by the end, so that the time is kept in the tab. */
  const key = 'bench: clicked at';
  const look = (): void => {
    const at = sessionStorage.getItem(key);
    if (at === null) return;
    const {activeElement} = document;
    // Core's edit page leaves it to the user to go to the text.
    const field = activeElement instanceof HTMLTextAreaElement ? activeElement : document.querySelector<HTMLTextAreaElement>('#wpTextbox1');
    if (!field || field.readOnly || field.disabled || field.value === '') {
      requestAnimationFrame(look);
      return;
    }
    sessionStorage.removeItem(key);
    (globalThis as unknown as {tellTypeable(milliseconds: number): void}).tellTypeable(performance.timeOrigin + performance.now() - Number(at));
  };
  const onClick = ({timeStamp}: MouseEvent): void => {
    sessionStorage.setItem(key, String(performance.timeOrigin + timeStamp));
    look();
  };
  addEventListener('click', onClick, {capture: true});
  look();
}
