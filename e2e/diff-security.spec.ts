/** `<wiki-diff>` where a page's policy is strict, and where what it shows was written by an enemy. */
import {openBare, diffOf, marksOf, show} from './diff-page.js';
import {expect, test} from './fixtures.js';
import {hostileTexts} from './hostile-texts.js';
import {as, make} from './asking.js';

test.describe('a page that takes no text for code', () => {
  const long = (word: string): string => Array.from({length: 3000}, (_, index) => `Line ${index} of a long text${index % 100 === 0 ? ` with ${word}` : ''}.`).join('\n');

  for (const [what, names] of [['names our policy', 'wikilit lit-html'], ['does not: no Worker can be started', 'lit-html']] as const) {
    test(what, async ({page, wiki}) => {
      const door = await wiki.door({scenario: `trustedtypes=${names}`});
      await make(wiki, {'For a policy': 'One. [[Link]]', 'MediaWiki:Unused': 'x'}).catch(() => {});
      await (await as(wiki, 'Olga')).page('For a policy').edit({text: 'Two. [[Link]]', summary: '/* Top */ see [[Talk:X]]'});
      const violations: string[] = [];
      page.on('console', (message) => message.text().includes('trusted') && message.type() === 'error' && violations.push(message.text()));
      await openBare(page, door);
      const workers: string[] = [];
      page.on('worker', (worker) => workers.push(worker.url()));
      await show(page, {api: door.api, page: 'For a policy'});
      expect((await marksOf(page)).filter((text) => /\w/.test(text))).toEqual(['One', 'Two']);
      for (const name of ['Inline', 'Next change']) await diffOf(page).getByRole('button', {name}).click();
      await diffOf(page).getByText('More', {exact: true}).click();
      await diffOf(page).getByRole('button', {name: 'Show all unchanged lines'}).click();
      await show(page, {fromText: long('apples'), toText: long('pears')});
      expect((await marksOf(page)).slice(0, 2)).toEqual(['apples', 'pears']);
      expect(workers.length > 0).toBe(names.includes('wikilit'));
      await show(page, {api: door.api, page: 'File:Lighthouse at dusk.png', files: true}, 'files');
      await show(page, {api: door.api, page: 'No such page'}, 'failed');
      await show(page, {api: door.api, page: 'For a policy', engine: 'wiki'});
      expect((await marksOf(page)).filter((text) => /\w/.test(text)).join(' ')).toContain('Two');
      if (names.includes('wikilit')) expect(violations).toEqual([]);
      await door.close();
    });
  }
});

test.describe('what an enemy wrote', () => {
  test('is text, wherever it stands: nothing of it runs, and nobody else is asked', async ({page, wiki}) => {
    test.setTimeout(120_000);
    const elsewhere: string[] = [];
    await page.route(/evil\.example/, (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    });
    await openBare(page, wiki);
    await show(page, {fromText: 'a', toText: 'b'});
    const found = await page.evaluate(async (texts) => {
      const path = '/dist/wikilit.js';
      const {Wiki} = (await import(path)) as typeof import('wikilit');
      const fine = new Set('a abbr bdi body br button code dd del details div dl dt em figcaption figure h3 img input ins label li p path span strong style summary svg time ul wiki-diff'.split(' '));
      const wrong: string[] = [];
      for (const text of texts) {
        const side = (revid: number, content: string): object => ({revid, parentid: revid - 1, user: text, userid: 5, timestamp: revid === 1 ? text : '2024-01-01T00:00:00Z', comment: text, parsedcomment: text, tags: [text, 'x'], minor: true, size: 3, slots: {main: {contentmodel: 'wikitext', content}, [text]: {contentmodel: text, content}}});
        const answer = {
          uselang: text,
          query: {
            pages: [{pageid: 1, ns: 0, title: text, contentmodel: 'wikitext', pagelanguage: text, pagelanguagehtmlcode: text, pagelanguagedir: text, lastrevid: 9, actions: {edit: true, rollback: true, patrol: true}, revisions: [side(1, `== ${text} ==\nsame\n${text} old\n{{${text}}} [[${text}]]`), side(2, `== ${text} ==\nsame\n${text} new\n<ref>${text}</ref> [[Category:${text}]]\n${text}`)]}],
            userinfo: {name: 'Me', groups: [], rights: []},
            general: {server: location.origin, articlepath: '/wiki/$1', script: '/w/index.php'},
            allmessages: ['contribslink', 'editundo', 'nextdiff', 'previousdiff', 'talkpagelinktext', 'minoreditletter', 'rollbacklink'].map((name) => ({name, content: text})),
          },
        };
        const wiki = new Wiki(`${location.origin}/hostile/api.php`, {fetch: async () => new Response(JSON.stringify(answer), {headers: {'Content-Type': 'application/json'}}), onWarning: () => {}});
        for (const mode of ['side', 'inline'] as const) {
          const diff = Object.assign(document.createElement('wiki-diff'), {wiki, fromrev: 1, torev: 2, mode, showInvisible: mode === 'inline', revertable: true});
          const shown = new Promise<boolean>((resolve) => {
            diff.addEventListener('wiki-diff-shown', () => resolve(true), {once: true});
            setTimeout(() => resolve(false), 5000);
          });
          const start = performance.now();
          document.body.replaceChildren(diff);
          if (!(await shown)) wrong.push(`never shown, ${diff.state}: ${text.slice(0, 40)}: ${diff.shadowRoot?.textContent?.slice(0, 200)}`);
          await diff.updateComplete;
          if (performance.now() - start > 3000) wrong.push(`slow, ${Math.round(performance.now() - start)} ms: ${text.slice(0, 40)}`);
          diff.shadowRoot?.querySelector('details')?.setAttribute('open', '');
          for (const element of [...document.querySelectorAll('body *'), ...(diff.shadowRoot?.querySelectorAll('*') ?? [])]) {
            if (!fine.has(element.localName) || (element.localName === 'style' && element.textContent?.includes('evil'))) wrong.push(`element ${element.localName}: ${text.slice(0, 40)}`);
            for (const {name, value} of element.attributes) if (/^on|^srcdoc$|^formaction$/.test(name) || (name === 'style' && /evil|url/.test(value))) wrong.push(`attribute ${name}: ${text.slice(0, 40)}`);
            if (element instanceof HTMLAnchorElement && !(element.origin === location.origin && /^\/(w\/index\.php|wiki\/)/.test(element.pathname))) wrong.push(`link ${element.href.slice(0, 80)}: ${text.slice(0, 40)}`);
          }
          if (!diff.shadowRoot?.textContent?.includes(text.slice(0, 1000).split('\n')[0] ?? '')) wrong.push(`not shown: ${text.slice(0, 40)}`);
          if (getComputedStyle(diff).display !== 'block') wrong.push(`style: ${text.slice(0, 40)}`);
          if ('harm' in window) wrong.push(`ran: ${text.slice(0, 40)}`);
        }
      }
      return wrong;
    }, hostileTexts);
    expect(found).toEqual([]);
    expect(elsewhere).toEqual([]);
  });

  test('clicked on, leads only to the wiki’s own pages', async ({page, wiki}) => {
    await openBare(page, wiki);
    await make(wiki, {'For links': 'x'});
    await (await as(wiki, 'Olga')).page('For links').edit({text: 'y', summary: '[[javascript:alert(1)|one]] [[//evil.example|two]] [[:https://evil.example|three]] /* "onclick=x */ four'});
    await show(page, {api: wiki.api, page: 'For links'});
    const links = await diffOf(page).locator('.head.to .comment a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links).toHaveLength(4);
    for (const link of links) expect(link).toMatch(new RegExp(`^${wiki.origin}/wiki/`));
  });
});
