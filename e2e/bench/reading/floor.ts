/** Long lists and many pages: nobody can be faster than the wiki, but one can ask too often, or for too much. Counts only. */
import {historyTitle} from '../corpus/pages.js';
import {openWiki} from '../built.js';
import {counted} from '../measure.js';
import type {Bench} from './bench.js';

export async function floor({wiki, report, titles}: Bench): Promise<void> {
  report.title('As few requests as the wiki’s limits allow; Node');
  const nobody = await openWiki(wiki);
  const sysop = await openWiki(wiki, 'Admin');

  let revisions = 0;
  const history = await counted(wiki.front, async () => {
    revisions = (await nobody.page(historyTitle).revisions({prop: ['ids', 'timestamp', 'user']}).toArray()).length;
  });
  // 500 an answer, for nobody.
  report.gate(`a history of ${revisions} revisions: requests`, revisions >= 500 && history.requests === Math.ceil(revisions / 500), `${history.requests}, ${history.kilobytes.toFixed(1)} KB`);

  let inOrder = false;
  const pages = await counted(wiki.front, async () => {
    const found = await sysop.pages(titles, {prop: 'info'}).toArray();
    inOrder = JSON.stringify(found.map(({title}) => title)) === JSON.stringify(titles);
  });
  // 500 a request, for a sysop.
  report.gate(`prop=info of ${titles.length} pages: requests`, pages.requests === Math.ceil(titles.length / 500), `${pages.requests}, ${pages.kilobytes.toFixed(1)} KB`);
  report.gate('all pages, in the order asked', inOrder, inOrder);
}
