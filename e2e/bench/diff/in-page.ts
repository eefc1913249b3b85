/** A page of the wiki on which a difference is drawn by core's own HTML and by `<wiki-diff>`. What is measured runs in the page. */
import type {CDPSession, Page} from '@playwright/test';
import type {DiffModel} from 'wikilit/diff';

export type Way = 'core' | 'wikilit';

interface Texts {
  readonly from: string;
  readonly to: string;
}

/** In the page: `globalThis.drawing`. */
export interface Drawing {
  /** Holds core’s HTML, and nothing else any longer. */
  hold(html: string): void;
  /** Computes what `<wiki-diff>` draws: how long that takes, in milliseconds, and how many rows there are. */
  compare(texts: Texts): Promise<{milliseconds: number; rows: number}>;
  /** Draws, and says when the first screen was painted, and when there was nothing left to do, in milliseconds. */
  draw(way: Way): Promise<{first: number; complete: number}>;
  /** Lays it out in another width, and in the old one again: the milliseconds of both. */
  relayout(): number;
  /** Changes to one column, or back: when the first screen was painted, in milliseconds. */
  toggle(): Promise<number>;
  elements(): number;
  clear(): void;
}

interface InPage {
  readonly mw: {loader: {using(name: string): Promise<void>}};
  drawing: Drawing;
}

/** The members of the element that take a comparison that is made: only the drawing is measured. */
interface Shower {
  readonly shown: {show(compared: {outcome: 'ready'; opening: undefined; parts: readonly {role: string; contentmodel: string; model: DiffModel}[]}): void} | undefined;
}

export const install = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const here = globalThis as unknown as InPage;
    // As a gadget loads it that shows core's table.
    await here.mw.loader.using('mediawiki.diff.styles');
    const paths = ['/dist/wikilit.js', '/dist/diff.js'] as const;
    await import(paths[0]);
    const {diffTexts} = (await import(paths[1])) as typeof import('wikilit/diff');
    const place = document.createElement('div');
    document.querySelector('#mw-content-text')?.replaceChildren(place);
    let html = '';
    let model: DiffModel | undefined;

    const task = (): Promise<void> =>
      new Promise((resolve) => {
        const {port1, port2} = new MessageChannel();
        port1.addEventListener('message', () => resolve(), {once: true});
        port1.start();
        port2.postMessage(undefined);
      });

    /** After the next frame was painted. */
    const frame = async (): Promise<void> => {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await task();
    };

    /** With rows in it: below is what is left out after them, perhaps nothing. */
    const lastBlock = (): Element | null | undefined => place.querySelector('wiki-diff')?.shadowRoot?.querySelector('.block:nth-last-child(2)');

    const drawCore = (): void => {
      place.innerHTML = `<table class="diff diff-type-table diff-contentalign-left diff-editfont-monospace"><colgroup><col class="diff-marker"><col class="diff-content"><col class="diff-marker"><col class="diff-content"></colgroup><tbody>${html}</tbody></table>`;
    };

    const drawOurs = async (model: DiffModel): Promise<void> => {
      const element = document.createElement('wiki-diff');
      // It is asked for nothing, and would say so.
      Object.defineProperty(element, 'wanted', {value: undefined});
      place.replaceChildren(element);
      // Its code is there already, but comes as if it had to be loaded.
      while (!(element as unknown as Shower).shown) await task();
      (element as unknown as Shower).shown?.show({outcome: 'ready', opening: undefined, parts: [{role: 'main', contentmodel: 'wikitext', model}]});
      await element.updateComplete;
    };

    here.drawing = {
      hold(body) {
        html = body;
        model = undefined;
        place.replaceChildren();
      },
      async compare({from, to}) {
        const start = performance.now();
        model = await diffTexts(from, to);
        return {milliseconds: performance.now() - start, rows: model.rows.length};
      },
      async draw(way) {
        if (!model) throw new Error('nothing is ready');
        const start = performance.now();
        if (way === 'core') drawCore();
        else await drawOurs(model);
        await frame();
        const first = performance.now() - start;
        let complete = first;
        if (way === 'wikilit') {
          while (!lastBlock()?.hasChildNodes()) await frame();
          complete = performance.now() - start;
        }
        return {first, complete};
      },
      relayout() {
        const start = performance.now();
        for (const width of ['900px', '']) {
          place.style.width = width;
          place.getBoundingClientRect();
        }
        return performance.now() - start;
      },
      async toggle() {
        const element = place.querySelector('wiki-diff');
        if (!element) throw new Error('nothing is drawn');
        const start = performance.now();
        element.mode = element.mode === 'inline' ? 'side' : 'inline';
        await frame();
        return performance.now() - start;
      },
      elements: () => place.querySelectorAll('*').length + (place.querySelector('wiki-diff')?.shadowRoot?.querySelectorAll('*').length ?? 0),
      clear: () => place.replaceChildren(),
    };
  });

/** What the page holds, in kilobytes: objects of JavaScript, and nodes with their layout. */
export async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const usage = await devtools.send('Runtime.getHeapUsage');
  return (usage.usedSize + ((usage as {embedderHeapUsedSize?: number}).embedderHeapUsedSize ?? 0)) / 1024;
}
