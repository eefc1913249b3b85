import {expect, test, wikiFromNode} from './fixtures.js';
import {users} from './wiki/users.js';
import {signIn} from './signed-in.js';
import {textPair} from './bench/diff/texts.js';

test('look', async ({page, wiki}) => {
  test.setTimeout(300_000);
  const api = wikiFromNode(wiki.api);
  await api.login({username: users.Admin.name, password: users.Admin.password}).catch((e) => console.log(String(e)));
  const base = `== Harbour ==
The '''harbour''' of Oslo lies at the [[Oslofjord]]. It was built in 1850 and has been enlarged several times since.<ref name="port">{{cite web|url=https://port.example/history|title=History}}</ref>

Ships from many countries call here every day, and ferries leave for Denmark and Germany.

== Mountains ==
North of the city are hills with forests, where people go skiing in winter.

The highest of them is Kjerkeberget, with 631 metres.

== Climate ==
Summers are warm, and winters are cold with much snow.
* January: −4 °C
* July: 18 °C
* October: 6 °C

== Transport ==
Trams, buses and the underground run by day and by night. Tickets are sold everywhere. There are also bicycles, which can be borrowed from stands all over the town for a small fee.

=== Airport ===
Gardermoen is 47 km to the north.

== See also ==
* [[Norway]]
* [[Bergen]]

[[Category:Oslo]]`;
  const next = base.replace('built in 1850', 'built in 1855').replace('== Mountains ==\nNorth of the city are hills with forests, where people go skiing in winter.\n\nThe highest of them is Kjerkeberget, with 631 metres.\n\n', '').replace('== See also ==', '== Mountains ==\nNorth of the city are hills with forests, where people go skiing in winter.\n\nThe highest of them is Kjerkeberget, with 629 metres.\n\n== See also ==').replace('everywhere. There', 'everywhere.\n\nThere').replace('* [[Bergen]]', '* [[Bergen]]\n* [[Trondheim]]').replace('[[Category:Oslo]]', '[[Category:Oslo]]\n[[Category:Capitals]]').replace('* July: 18 °C\n', '');
  const one = await api.page('Diff look').edit({text: base, summary: 'first'});
  const two = await api.page('Diff look').edit({text: next, summary: '/* Mountains */ moved; see [[Talk:Diff look|talk]] <b>x</b>', minor: true});
  await signIn(page, wiki, users.Admin).catch(() => {});
  for (const [skin, query, width] of [['vector-2022', '', 1280], ['vector-2022', '&vectornightmode=1', 1280], ['minerva', '', 380], ['monobook', '', 1280], ['timeless', '', 1100], ['vector-2022', '&uselang=he', 1280]] as const) {
    await page.setViewportSize({width, height: 1000});
    await page.goto(`${wiki.origin}/w/index.php?title=Diff_look&useskin=${skin}${query}`);
    await page.addScriptTag({type: 'module', url: '/dist/wikilit.js'});
    await page.evaluate(([fromrev, torev]) => {
      const diff = Object.assign(document.createElement('wiki-diff'), {fromrev, torev});
      document.querySelector('#mw-content-text')?.replaceChildren(diff);
    }, [one.newrevid, two.newrevid]);
    await expect(page.locator('wiki-diff')).toHaveAttribute('data-state', 'ready');
    await page.waitForTimeout(500);
    await page.screenshot({path: `/tmp/shots/${skin}${query.replace(/\W/g, '')}${width}.png`, fullPage: true});
  }
  await page.setViewportSize({width: 1280, height: 1000});
  await page.locator('wiki-diff').evaluate((d: any) => { d.mode = 'inline'; });
  await page.goto(`${wiki.origin}/w/index.php?title=Diff_look`);
  await page.addScriptTag({type: 'module', url: '/dist/wikilit.js'});
  await page.evaluate(([fromrev, torev]) => {
    const diff = Object.assign(document.createElement('wiki-diff'), {fromrev, torev, mode: 'inline', showInvisible: true, revertable: true});
    document.querySelector('#mw-content-text')?.replaceChildren(diff);
  }, [one.newrevid, two.newrevid]);
  await expect(page.locator('wiki-diff')).toHaveAttribute('data-state', 'ready');
  await page.getByText('More', {exact: true}).last().click();
  await page.keyboard.press('n');
  await page.waitForTimeout(500);
  await page.screenshot({path: `/tmp/shots/inline.png`, fullPage: true});
});
