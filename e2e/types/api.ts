/** What the compiler says of parameters and answers. Checked by the compiler alone; nothing here runs. */
import type {ApiAnswer, ApiParams, AsWritten, CheckedModule, ListItem, Lists, Params, PropItem, Wiki} from 'wikilit';

declare const wiki: Wiki;
declare const atRunTime: {params: ApiParams; more: Params; names: string[]; section: number | undefined};

/** Compiles when both are the same type, optional members and all. */
type Same<A, B> = Probe<A> extends Probe<B> ? true : {expected: B; found: A};
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- deferred, so that the types themselves are compared
type Probe<A> = <T>() => T extends A ? 1 : 2;
declare function same<A, B>(yes: Same<A, B>): void;

export async function answers(): Promise<void> {
  const {query} = await wiki.get({action: 'query', prop: ['info', 'revisions'], rvprop: ['ids', 'content'], rvslots: 'main', rvsection: atRunTime.section, titles: atRunTime.names});
  const [page] = query.pages;
  const revision = page?.revisions?.[0];
  same<typeof revision, {readonly suppressed?: true; readonly revid: number; readonly parentid: number; readonly slots: NonNullable<typeof revision>['slots']} | undefined>(true);
  same<NonNullable<typeof revision>['slots']['main']['content'], string | undefined>(true);
  same<NonNullable<typeof page>['title'], string>(true);
  same<NonNullable<typeof page>['lastrevid'], number | undefined>(true);
  // @ts-expect-error the user was not asked for
  void revision?.user;
  // @ts-expect-error nor how the page is protected
  void page?.protection;
  // @ts-expect-error nor lists
  void query.allpages;

  const changes = await wiki.get({action: 'query', list: 'recentchanges|allusers', rcprop: 'user|ids', auprop: ['groups'], rclimit: 'max'});
  same<(typeof changes.query.recentchanges)[0]['rcid'], number>(true);
  same<(typeof changes.query.recentchanges)[0]['user'], string | undefined>(true);
  same<(typeof changes.query.allusers)[0]['groups'], readonly string[]>(true);
  // @ts-expect-error the title was not asked for
  void changes.query.recentchanges[0]?.title;

  // By default, as the manual says.
  const members = await wiki.get({action: 'query', list: 'categorymembers', cmtitle: 'Category:Lighthouses'});
  same<(typeof members.query.categorymembers)[0], {readonly pageid: number; readonly ns: number; readonly title: string}>(true);

  // Only run time tells what is asked for: anything may be there.
  const some = await wiki.get({action: 'query', prop: 'revisions', rvprop: atRunTime.names, titles: 'Oslo'});
  same<NonNullable<(typeof some.query.pages)[0]['revisions']>[0]['revid'], number | undefined>(true);
  const perhaps = await wiki.get({action: 'query', prop: 'categories', clprop: Math.random() > 0.5 ? 'hidden' : undefined, titles: 'Oslo'});
  same<NonNullable<NonNullable<(typeof perhaps.query.pages)[0]['categories']>[0]>['hidden'], boolean | undefined>(true);

  // A generator that finds nothing brings no `query`.
  const found = await wiki.get({action: 'query', generator: 'search', gsrsearch: 'tide', prop: 'pageimages'});
  same<NonNullable<(typeof found)['query']>['pages'][0]['pageimage'], string | undefined>(true);
  // @ts-expect-error a generator may find nothing
  void found.query.pages;

  const {query: meta} = await wiki.get({action: 'query', meta: ['siteinfo', 'userinfo', 'tokens'], siprop: ['general', 'namespaces'], uiprop: 'rights', type: ['csrf', 'watch']});
  same<typeof meta.general.sitename, string>(true);
  same<typeof meta.userinfo.rights, readonly string[]>(true);
  same<typeof meta.tokens.watchtoken, string>(true);
  // @ts-expect-error the groups were not asked for
  void meta.userinfo.groups;
  // @ts-expect-error no such token was asked for
  void meta.tokens.patroltoken;

  const {parse} = await wiki.get({action: 'parse', page: 'Oslo', prop: ['text', 'sections']});
  same<typeof parse.text, string>(true);
  // @ts-expect-error the text was
  void parse.wikitext;
  const [, titles] = await wiki.get({action: 'opensearch', search: 'Os'});
  same<typeof titles, readonly string[]>(true);
  const {edit} = await wiki.post({action: 'edit', title: 'Oslo', text: 'x'}, {token: 'csrf'});
  same<typeof edit.newrevid, number | undefined>(true);
}

export async function unknowns(): Promise<void> {
  same<Awaited<ReturnType<typeof anything>>, ApiAnswer>(true);
  same<typeof atRunTime.params extends ApiParams ? true : false, true>(true);
  const strange = await wiki.get({action: 'query', list: ['mystery', 'allpages'], mylimit: 5, myprop: ['a']});
  same<typeof strange.query.mystery, unknown>(true);
  same<typeof strange.query.allpages, readonly {readonly pageid: number; readonly ns: number; readonly title: string}[]>(true);
  const other = await wiki.get({action: 'flow', submodule: 'view-topic'});
  same<(typeof other)['flow'], unknown>(true);
  const spread = await wiki.get({action: 'query', ...atRunTime.more});
  same<NonNullable<(typeof spread)['query']>, {readonly [member: string]: unknown}>(true);
  const older = await wiki.get({action: 'query', list: 'allpages', formatversion: 1});
  same<(typeof older)['query'], unknown>(true);
}
const anything = () => wiki.get(atRunTime.params);

export async function explicit(): Promise<void> {
  const {query} = await wiki.get<{query: {mine: number}}>({action: 'query', whatever: 1});
  same<typeof query.mine, number>(true);
  // @ts-expect-error what is expected does not make it so
  const wrong: {query: {mine: number}} = await wiki.get({action: 'query', meta: 'siteinfo'});
  void wrong;
}

export function mistakes(): void {
  // @ts-expect-error misspelt
  void wiki.get({action: 'query', prop: 'revisions', rvporp: ['ids'], titles: 'Oslo'});
  // @ts-expect-error no such value
  void wiki.get({action: 'query', prop: 'revisions', rvprop: ['idz'], titles: 'Oslo'});
  // @ts-expect-error no such filter
  void wiki.get({action: 'query', list: 'allpages', apfilterredir: 'none'});
  // @ts-expect-error the list of these
  void wiki.get({action: 'query', list: 'recentchanges', rcprop: 'idz|user'});
  // @ts-expect-error a search needs words
  void wiki.get({action: 'query', list: 'search', srlimit: 5});
  // @ts-expect-error a search needs words there, too
  void wiki.get({action: 'query', generator: 'search', prop: 'info'});
  // @ts-expect-error misspelt
  void wiki.post({action: 'edit', titel: 'Oslo', text: ''}, {token: 'csrf'});
  // @ts-expect-error no such choice
  void wiki.post({action: 'edit', title: 'Oslo', text: '', watchlist: 'yes'}, {token: 'csrf'});
  // @ts-expect-error who is to be reverted?
  void wiki.post({action: 'rollback', title: 'Oslo'}, {token: 'rollback'});
  // @ts-expect-error no number
  void wiki.get({action: 'query', list: 'allpages', aplimit: 'all'});
  // @ts-expect-error JSON alone is read
  void wiki.get({action: 'query', format: 'xml'});
  // @ts-expect-error what no parameter can be
  void wiki.get({action: 'flow', submodule: {}});
}

export function fine(): void {
  void wiki.get({action: 'query', list: 'allpages', apprefix: 'A', apnamespace: 0, aplimit: 50, maxlag: 5, assert: 'user'});
  void wiki.get({action: 'query', prop: 'revisions', titles: 'Oslo', rvlimit: 2, rvstart: new Date(), 'rvcontentformat-main': 'text/x-wiki'});
  void wiki.get({action: 'query', list: 'allpages', apfilterredir: Math.random() > 0.5 && 'redirects', assertuser: false, aplimit: String(atRunTime.section)});
  void wiki.get({action: 'query', list: 'logevents', letype: 'anextension', lenamespace: 0});
  void wiki.get({action: 'query', list: 'usercontribs', ucuser: ['A', 'B'], ucnamespace: [0, 1], uctag: 'x'});
  void wiki.post({action: 'edit', title: 'Oslo', text: 'x', tags: ['mine'], contentmodel: 'anextension', section: 0}, {token: 'csrf'});
  void wiki.post({action: 'block', user: 'A', expiry: new Date(), reason: 'x'}, {token: 'csrf'});
  void wiki.post({action: 'clientlogin', username: 'A', password: 'x', loginreturnurl: 'https://wiki.example', anyField: '1'}, {token: 'login', tokenParam: 'logintoken'});
  void wiki.post({action: 'upload', filename: 'A.png', file: new Blob(), ignorewarnings: true}, {token: 'csrf'});
  void wiki.post({action: 'purge', generator: 'allpages', gaplimit: 5});
}

export function items(): void {
  same<ListItem<'allpages'>, {readonly pageid: number; readonly ns: number; readonly title: string}>(true);
  same<ListItem<'recentchanges', {prop: readonly ['ids']}>['rcid'], number>(true);
  same<ListItem<'mystery', {prop: 'x'}>, unknown>(true);
  same<PropItem<'links'>['title'], string>(true);
  same<PropItem<'revisions', {prop: 'ids|size'}>['size'], number>(true);
}

/** How methods of lists are made of it. */
type ListMethods = {[Name in keyof Lists]: <const P extends object = object>(params?: CheckedModule<Lists, Name, P> & AsWritten<P>) => ListItem<Name, P>};
declare const lists: ListMethods & {list<Name extends string, const P extends object = object>(name: Name, params?: CheckedModule<Lists, Name, P> & AsWritten<P>): ListItem<Name, P>};

export function listMethods(): void {
  same<ReturnType<typeof lists.allpages<object>>['title'], string>(true);
  const change = lists.recentchanges({prop: ['ids', 'user'], namespace: [0, 1], limit: 'max', start: new Date()});
  same<typeof change.rcid, number>(true);
  // @ts-expect-error the title was not asked for
  void change.title;
  // @ts-expect-error misspelt
  lists.allpages({prefiks: 'A'});
  // @ts-expect-error no such value
  lists.allpages({filterredir: 'none'});
  same<ReturnType<typeof named>, string>(true);
  // @ts-expect-error misspelt
  lists.list('allpages', {prefiks: 'A'});
  const mystery = lists.list('mystery', {anything: 1});
  same<typeof mystery, unknown>(true);
}
const named = () => lists.list('categorymembers', {title: 'Category:Lighthouses', prop: 'title|type'}).title;

export async function pagesOfAList(): Promise<void> {
  for await (const page of wiki.pages(['Oslo'], {prop: ['info', 'revisions'], rvprop: ['ids'], rvslots: 'main', redirects: true})) {
    same<typeof page.lastrevid, number | undefined>(true);
    same<NonNullable<typeof page.revisions>[0]['revid'], number>(true);
  }
  const [found] = await wiki.generator('categorymembers', {title: 'Category:Lighthouses', limit: 5}, {prop: 'info', inprop: 'url'}).toArray();
  same<NonNullable<typeof found>['title'], string>(true);
  void wiki.pages(['Oslo'], {prop: 'mystery', mylimit: 5});
  void wiki.generator('mystery', {anything: 1}, {prop: 'info'});
  // @ts-expect-error misspelt
  void wiki.pages(['Oslo'], {porp: 'info'});
  // @ts-expect-error no such value
  void wiki.pages(['Oslo'], {prop: 'info', inprop: ['nothing']});
  // @ts-expect-error misspelt
  void wiki.generator('allpages', {lmiit: 2});
  // @ts-expect-error misspelt beside
  void wiki.generator('allpages', {limit: 2}, {porp: 'info'});
}

export async function writing(): Promise<void> {
  const page = wiki.page('Oslo');
  const saved = await page.edit({text: 'x', summary: 's', minor: true}, {mark: true});
  same<typeof saved.outcome, 'saved' | 'nochange'>(true);
  same<typeof saved.newrevid, number | undefined>(true);
  await page.edit(async (text, {revid}) => ({text: `${text}${revid}`, summary: 's'}), {minor: true});
  await page.append('x', {section: 1}, {signal: AbortSignal.timeout(1)});
  // @ts-expect-error misspelt
  await page.edit({text: 'x', sumary: 's'});
  // @ts-expect-error a text is not a change
  await page.edit('x');
  // @ts-expect-error a number is no text
  await page.edit(() => 7);
  const moved = await wiki.move({from: 'Oslo', to: 'Bergen', movetalk: true});
  same<typeof moved.redirectcreated, boolean | undefined>(true);
  // @ts-expect-error misspelt
  await wiki.move({from: 'Oslo', too: 'Bergen'});
  // @ts-expect-error nothing says which page
  await wiki.move({to: 'Bergen'});
  // @ts-expect-error nothing says which pages
  await wiki.watch({});
  // @ts-expect-error nothing says which pages
  await wiki.purge({forcelinkupdate: true});
  // @ts-expect-error nothing says whom
  await wiki.block({expiry: 'never'});
  // @ts-expect-error misspelt
  await wiki.block({user: 'Nils', nocreation: true});
  await wiki.block({user: 'Nils', expiry: '1 week', nocreate: true});
  await wiki.unblock({id: 3});
  await wiki.unwatch({pageids: [7]});
  await wiki.purge({generator: 'allpages', gapprefix: 'A', forcelinkupdate: true});
  const {watch} = await wiki.watch({titles: ['Oslo'], expiry: '1 week'}, {onProgress: ({done, of}) => void [done, of]});
  same<(typeof watch)[0]['watched'], true | undefined>(true);
  await page.protect({protections: ['edit=sysop'], expiry: new Date().toISOString()});
  const {filekey} = await wiki.upload({file: new Blob(['x']), filename: 'x.txt', stash: true});
  same<typeof filekey, string>(true);
  const published = await wiki.upload({filekey, filename: 'x.txt'});
  same<typeof published.filename, string>(true);
  for (const write of await wiki.settle()) same<typeof write.target, string>(true);
}
