/** A wiki that answers at once, without a network: what is left is the client's own work. */
import type {Fetch} from 'wikilit';

/** Answers `action=query` about titles as MediaWiki does, for a user who may ask for 500 at once. A question met before is answered from memory. */
export function cannedFetch(): Fetch {
  const known = new Map<string, string>();
  return async (url, init) => {
    const titles = titlesOf(url, init?.body);
    let answer = known.get(titles);
    if (answer === undefined) known.set(titles, (answer = JSON.stringify(answerTo(titles))));
    return new Response(answer, {headers: {'Content-Type': 'application/json'}});
  };
}

const answerTo = (titles: string): object => ({
  batchcomplete: true,
  query: {
    userinfo: {id: 1, name: 'Admin', groups: ['sysop'], rights: ['apihighlimits']},
    ...(titles !== '' && {pages: titles.split('|').map((title, index) => (index % 2 ? {ns: 0, title, missing: true} : {pageid: index + 1, ns: 0, title}))}),
  },
});

/** Read in the cheapest way, as this is not what is measured. */
function titlesOf(url: string, body: RequestInit['body']): string {
  if (body instanceof URLSearchParams) return body.get('titles') ?? '';
  if (typeof body !== 'string') return new URL(url).searchParams.get('titles') ?? '';
  return /name="titles"\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)/.exec(body)?.[1] ?? new URLSearchParams(body).get('titles') ?? '';
}
