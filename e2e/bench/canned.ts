/** A wiki that answers at once, without a network: what is left is the client's own work. */
import type {Fetch} from 'wikilit';

/** Answers `action=query` about titles as MediaWiki does, for a user who may ask for 500 at once. A question met before is answered from memory. */
export function cannedFetch(): Fetch {
  const known = new Map<string, string>();
  return async (url, init) => {
    const [titles, prop, meta] = ['titles', 'prop', 'meta'].map((name) => param(name, url, init?.body)) as [string, string, string];
    const key = `${prop} ${meta} ${titles}`;
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = JSON.stringify(answerTo(titles, prop, meta))));
    return new Response(answer, {headers: {'Content-Type': 'application/json'}});
  };
}

const answerTo = (titles: string, prop: string, meta: string): object => ({
  batchcomplete: true,
  query: {
    ...(meta.includes('userinfo') && {userinfo: {id: 1, name: 'Admin', groups: ['sysop'], rights: ['apihighlimits']}}),
    ...(titles !== '' && {pages: titles.split('|').map((title, index) => page(title, index, prop.includes('info')))}),
  },
});

/** Every second one is missing. */
function page(title: string, index: number, info: boolean): object {
  const missing = index % 2 === 1;
  const facts = {contentmodel: 'wikitext', pagelanguage: 'en', pagelanguagehtmlcode: 'en', pagelanguagedir: 'ltr', protection: [], restrictiontypes: missing ? ['create'] : ['edit', 'move']};
  const there = {touched: '2026-11-21T19:00:00Z', lastrevid: 4_000 + index, length: 3_500 + index};
  return {...(missing ? {missing} : {pageid: index + 1}), ns: 0, title, ...(info && facts), ...(info && !missing && there)};
}

/** Read in the cheapest way, as this is not what is measured. */
function param(name: string, url: string, body: RequestInit['body']): string {
  if (body instanceof URLSearchParams) return body.get(name) ?? '';
  if (typeof body !== 'string') return new URL(url).searchParams.get(name) ?? '';
  const part = new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r\\n]*)`).exec(body);
  return part ? (part[1] ?? '') : body.startsWith('--') ? '' : (new URLSearchParams(body).get(name) ?? '');
}
