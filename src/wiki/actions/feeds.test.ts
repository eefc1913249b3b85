import {describe, expect, test} from 'vitest';
import {Session} from '../../core/session.js';
import type {SessionOptions} from '../../core/settings.js';
import {fakeWiki, type FakeWiki} from '../../testing/fake-wiki.js';
import {feedcontributions, feedrecentchanges, feedwatchlist} from './feeds.js';
import {rsd} from './rsd.js';

const session = (fake: FakeWiki, options: SessionOptions = {user: 'Olga'}): Session => new Session('https://wiki.example/w/api.php', {fetch: fake.fetch, userAgent: 'Test/1.0', retry: false, ...options});
const xml = (body: string): Response => new Response(`<?xml version="1.0"?>\n${body}`, {headers: {'Content-Type': 'application/xml; charset=UTF-8'}});
const rss = (items: string): Response => xml(`<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wikilit</title>${items}</channel></rss>`);

const item = `<item>
  <title>A &amp;amp; b</title>
  <link>https://wiki.example/w/index.php?title=A&amp;diff=7</link>
  <guid isPermaLink="false">https://wiki.example/w/index.php?title=A&amp;diff=7</guid>
  <description>&lt;p&gt;Olga: last &amp;lt;i&amp;gt;&lt;/p&gt;&lt;div&gt;Text&lt;/div&gt;</description>
  <pubDate>Tue, 10 Jun 2025 17:00:00 GMT</pubDate>
  <dc:creator>Olga</dc:creator>
</item>`;
const entry = {id: 'https://wiki.example/w/index.php?title=A&diff=7', title: 'A &amp; b', link: 'https://wiki.example/w/index.php?title=A&diff=7', description: 'Olga: last <i>\nText', date: '2025-06-10T17:00:00Z', author: 'Olga'};

describe('entries', () => {
  test('of RSS, asked for as this user', async () => {
    const fake = fakeWiki([[{action: 'feedcontributions', user: 'Olga', assertuser: 'Olga', format: 'json'}, rss(item)]]);
    expect(await feedcontributions(session(fake), {user: 'Olga'})).toEqual([entry]);
    fake.done();
  });

  test('of Atom: the same', async () => {
    const atom = xml(`<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>Wikilit</title><link rel="self" href="https://other"/><entry>
      <id>${entry.id.replace('&', '&amp;')}</id><title>A &amp;amp; b</title><link rel="edit" href="https://no"/><link href="${entry.id.replace('&', '&amp;')}"/>
      <updated>2025-06-10T17:00:00Z</updated><summary type="html">&lt;p&gt;Olga: last &amp;lt;i&amp;gt;&lt;/p&gt;&lt;div&gt;Text&lt;/div&gt;</summary><author><name>Olga</name></author></entry></feed>`);
    expect(await feedrecentchanges(session(fakeWiki([[{feedformat: 'atom', limit: '1'}, atom]])), {feedformat: 'atom', limit: 1})).toEqual([entry]);
  });

  test('what is missing is undefined, and a link that is no address of the web is none', async () => {
    const fake = fakeWiki([[{}, rss('<item><title>A</title><link>javascript:alert(1)</link><pubDate>never</pubDate></item>')]]);
    expect(await feedrecentchanges(session(fake))).toEqual([{id: 'javascript:alert(1)', title: 'A', link: undefined, description: '', date: undefined, author: undefined}]);
  });

  test('none', async () => {
    expect(await feedrecentchanges(session(fakeWiki([[{}, rss('')]])))).toEqual([]);
  });
});

describe('errors', () => {
  test('of the API, which come as JSON', async () => {
    const fake = fakeWiki([[{}, {errors: [{code: 'baduser', text: 'Invalid value', module: 'feedcontributions'}]}]]);
    await expect(feedcontributions(session(fake), {user: '#'})).rejects.toMatchObject({name: 'ApiError', code: 'baduser', request: {params: {user: '#'}}});
  });

  test('of a watchlist, which come as its entries, in any language', async () => {
    const error = (title: string): Response => rss(`<item><title>${title}</title><link></link><guid isPermaLink="false"></guid><description>Please log in.</description><dc:creator></dc:creator></item>`);
    for (const title of ['Error (notloggedin)', '錯誤（notloggedin）']) {
      await expect(feedwatchlist(session(fakeWiki([[{}, error(title)]])))).rejects.toMatchObject({name: 'LoginError', code: 'notloggedin', message: 'Please log in.'});
    }
  });

  test('nobody’s watchlist is refused, but not somebody’s by its token', async () => {
    const fake = fakeWiki([[{assert: 'user'}, {errors: [{code: 'assertuserfailed', text: 'x'}]}], [{assert: undefined, wlowner: 'Olga'}, rss(item)]]);
    const nobody = session(fake, {});
    await expect(feedwatchlist(nobody)).rejects.toMatchObject({name: 'LoginError'});
    expect(await feedwatchlist(nobody, {wlowner: 'Olga', wltoken: 'secret'})).toHaveLength(1);
    fake.done();
  });

  test('of what is no feed', async () => {
    for (const body of [new Response('<!DOCTYPE html><p>Log in'), xml('<html/>'), rss('<item>'), {query: {}}]) {
      await expect(feedrecentchanges(session(fakeWiki([[{}, body]])))).rejects.toMatchObject({name: 'InvalidAnswerError', bodyStart: expect.any(String)});
    }
    await expect(feedrecentchanges(session(fakeWiki([[{}, new Response('Bad gateway', {status: 502})]])))).rejects.toMatchObject({name: 'HttpError', status: 502});
  });

  test('of the caller', async () => {
    await expect(feedcontributions(session(fakeWiki()), {user: ''})).rejects.toThrow(/^user: '' given/);
    await expect(feedcontributions(session(fakeWiki()), {user: 'A'}, {signl: 1} as object)).rejects.toThrow(/^signl: /);
  });
});

test('rsd: the APIs of the wiki', async () => {
  const body = xml('<rsd version="1.0" xmlns="http://archipelago.phrasewise.com/rsd"><service><apis><api name="MediaWiki" preferred="true" apiLink="https://wiki.example/w/api.php" blogID=""><settings><docs>https://docs</docs><setting name="OAuth">false</setting></settings></api><api name="Other" preferred="false" apiLink="x" blogID=""/></apis><engineName>MediaWiki</engineName><engineLink>https://www.mediawiki.org/</engineLink><homePageLink>https://wiki.example/</homePageLink></service></rsd>');
  expect(await rsd(session(fakeWiki([[{action: 'rsd'}, body]])))).toEqual({
    engineName: 'MediaWiki',
    engineLink: 'https://www.mediawiki.org/',
    homePageLink: 'https://wiki.example/',
    apis: [{name: 'MediaWiki', preferred: true, apiLink: 'https://wiki.example/w/api.php', docs: 'https://docs', settings: {OAuth: 'false'}}, {name: 'Other', preferred: false, apiLink: 'x', docs: '', settings: {}}],
  });
});
