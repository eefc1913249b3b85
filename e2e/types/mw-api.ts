/**
 * Ours in the place of MediaWiki's classes, as their published types (types-mediawiki) describe them. Checked by the
 * compiler alone; nothing here runs. `Pick`, as their private members would make any other class unlike.
 */
import type {Api, ForeignApi, ForeignRest, Rest} from 'wikilit/compat';

type Public<Class, Wrong extends keyof Class = never> = Pick<Class, Exclude<keyof Class, Wrong>>;

declare const ours: {api: Api; foreignApi: ForeignApi; rest: Rest; foreignRest: ForeignRest};

// Their `assertCurrentUser` gives `assertUser`; what MediaWiki gives, and reads, is `assertuser`.
export const api: Public<mw.Api, 'assertCurrentUser'> = ours.api;
export const foreignApi: Public<mw.ForeignApi, 'assertCurrentUser'> = ours.foreignApi;
export const rest: Public<mw.Rest> = ours.rest;
export const foreignRest: Public<mw.ForeignRest> = ours.foreignRest;

/** What gadgets in TypeScript write, with each of the two. */
export async function asGadgetsUseIt(any: Public<mw.Api, 'assertCurrentUser'>, own: Api): Promise<string[]> {
  any.postWithToken('csrf', {action: 'options', change: 'gender=female'}).done((answer) => answer['options']).fail((code) => code);
  own.postWithToken('csrf', {action: 'options', change: 'gender=female'}).done((answer, jqXHR) => [answer['options'], jqXHR.status]).fail((code, details) => [code, details.textStatus]);
  own.edit('Sandbox', async ({content}) => ({text: `${content}!`, summary: 'test'})).then(({newrevid}) => newrevid).abort();
  const watched: boolean[] = await own.watch(['A', 'B'], '1 week', [1]).then((pages) => pages.map((page) => page.watched));
  const messages: Record<string, string> = await own.getMessages(['edit']).native();
  const title: string = await own.get({titles: 'A'}, {crossDomain: true}).then((data) => data['query'].pages[0].title);
  const [{query}, inCategory] = await Promise.all([own.get({meta: 'userinfo'}), own.isCategory('A')]);
  const names: Awaited<ReturnType<Api['getCategoriesByPrefix']>> = await own.getCategoriesByPrefix('A');
  // @ts-expect-error a text is no list: the promise is one of something
  const wrong: string = await own.getCategoriesByPrefix('A');
  return [...Object.values(messages), String(watched), typeof query, String(inCategory), title, ...names, wrong];
}
