import {beforeAll, expect, test} from 'vitest';
import {wikiHtml} from './html.js';

beforeAll(() => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "require-trusted-types-for 'script'";
  document.head.append(policy);
});

const text = (fragment: DocumentFragment): string => fragment.textContent;

test('this page takes HTML only from a policy', () => {
  expect(() => (document.createElement('p').innerHTML = '<b>x</b>')).toThrow(TypeError);
});

test('the wiki’s HTML gets into its own page', () => {
  const fragment = wikiHtml('<p class="notice">One <b>two</b></p><style>.notice {color: red}</style>', `${location.origin}/w/api.php`);
  expect(fragment.querySelector('p.notice > b')?.textContent).toBe('two');
  expect(fragment.querySelector('style')).not.toBeNull();
});

test('another wiki’s HTML comes as text', () => {
  const fragment = wikiHtml('<p>One &amp; <b>two</b></p>', 'https://wiki.example/w/api.php');
  expect(fragment.children).toHaveLength(0);
  expect(text(fragment)).toBe('One & two');
});

test.each([
  '<script>hit()</script>',
  '<img src=x onerror=hit()>',
  '<img src=x OnError=hit()>',
  '<svg><script>hit()</script></svg>',
  '<svg><a xlink:href="javascript:hit()"><text>x</text></a></svg>',
  '<a href=" java&#10;script:hit()">x</a>',
  '<a href="data:text/html,<script>hit()</script>">x</a>',
  '<iframe src="/"></iframe>',
  '<object data="/"></object>',
  '<embed src="/">',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=/">',
  '<link rel=stylesheet href="/x.css">',
  '<form action="/"><input></form>',
  '<p slot=textarea>x</p>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=hit()></annotation-xml></math>',
  '<template><img src=x onerror=hit()></template>',
])('nothing active stays in %s', (html) => {
  const fragment = wikiHtml(html, `${location.origin}/w/api.php`);
  for (const element of fragment.querySelectorAll('*')) {
    expect(element.matches('script, iframe, object, embed, base, meta, link, form, template, [slot]')).toBe(false);
    for (const {name, value} of element.attributes) expect(`${name}=${value}`).not.toMatch(/^on|script:|data:/i);
  }
});
