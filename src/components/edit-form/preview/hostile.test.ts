/** HTML of an enemy, in a page that takes HTML only from policies it names: nothing runs, on the wiki's own pages or another's. */
import {afterEach, beforeAll, expect, test} from 'vitest';
import {page} from 'vitest/browser';
import {trustedTypesPolicy} from '../../../diff/trusted-types.js';
import {elsewhere, expectAccessible, parsed, stage} from './preview.fixtures.js';

const hits = globalThis as {hit?: (what: string) => void};
const ran: string[] = [];

beforeAll(() => {
  hits.hit = (what) => void ran.push(what);
  addEventListener('message', ({data}) => data === 'hit' && ran.push('message'));
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "require-trusted-types-for 'script'; trusted-types wikilit lit-html";
  document.head.append(policy);
});

afterEach(() => document.body.replaceChildren());

const run = "(parent.hit || hit)('x'); parent.postMessage('hit', '*'); top.postMessage('hit', '*')";

const hostile = [
  `<script>${run}</script>`,
  `<img src=x: onerror="${run}">`,
  `<svg onload="${run}"><script>${run}</script><animate attributeName=href onbegin="${run}" /></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>${run}</script>"></iframe></foreignObject></svg>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  `<object data="javascript:${run}"></object><embed src="javascript:${run}">`,
  `<details open ontoggle="${run}">x</details>`,
  `<input autofocus onfocus="${run}">`,
  `<style onload="${run}">p {color: #333}</style>`,
  `<form action="javascript:${run}"><button>send</button></form>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=${run}&gt;">`,
  `<noscript><p title="</noscript><img src=x: onerror='${run}'>"></noscript>`,
  `</body></html><script>${run}</script>`,
  `<a id=bait href="java&#10;script:${run}">click me</a>`,
].join('\n');

test('nothing runs on the wiki’s own pages', async () => {
  const {host, pane, shown} = stage([parsed(`<p>begin</p>${hostile}`, {displaytitle: hostile, parsedsummary: hostile, categorieshtml: `<ul><li>${hostile}</li></ul>`, parsewarningshtml: [hostile]})]);
  host.change({summary: 'x'});
  await pane.update();
  expect(pane.state).toBe('ready');
  await expect.element(page.getByText('begin', {exact: true})).toBeVisible();
  const all = [...shown().querySelectorAll('*'), ...(host.shadowRoot?.querySelectorAll('.from-wiki *') ?? [])];
  for (const element of all) {
    expect(element.matches('script, iframe, object, embed, form')).toBe(false);
    for (const {name, value} of element.attributes) expect(`${name}=${value}`).not.toMatch(/^on|^srcdoc|^href=\s*java/i);
  }
  for (const link of shown().querySelectorAll('a')) link.click();
  expect(ran).toEqual([]);
});

test('nothing runs in the frame on another’s, and nothing comes out of it', async () => {
  const {pane, shown} = stage([parsed(`<p>begin</p>${hostile}`)], elsewhere);
  const loaded = new Promise((resolve) => document.addEventListener('load', resolve, {once: true, capture: true}));
  await pane.update();
  await loaded;
  const frame = shown() as HTMLIFrameElement;
  expect(frame.contentDocument).toBeNull();
  const policy = trustedTypesPolicy();
  const written = new DOMParser().parseFromString((policy && policy.createHTML(frame.srcdoc)) as string, 'text/html');
  expect(written.querySelector('p')?.textContent).toBe('begin');
  for (const element of written.body.querySelectorAll('*')) {
    expect(element.matches('script, iframe, object, embed, form, base, meta, link')).toBe(false);
    for (const {name, value} of element.attributes) expect(`${name}=${value}`).not.toMatch(/^on|^srcdoc|^href=\s*java/i);
  }
  expect(ran).toEqual([]);
  await expectAccessible();
});

test('what a page of code holds is shown, and is not run', async () => {
  const {host, pane, shown} = stage([parsed(`<pre class="mw-code mw-js" dir="ltr">hit('code'); // &lt;script&gt;hit('code')&lt;/script&gt;\n</pre>`)]);
  host.change({title: 'User:Alice/common.js', text: "hit('code'); // <script>hit('code')</script>", contentmodel: 'javascript'});
  await pane.update();
  expect(shown().querySelector('pre')?.textContent).toBe("hit('code'); // <script>hit('code')</script>\n");
  expect(ran).toEqual([]);
});
