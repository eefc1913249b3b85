/**
 * In a page: one text of an enemy in all that a wiki says to `<wiki-edit-form>`, and in all that a user types into it.
 * Runs in the page, and uses nothing from outside itself.
 */
import type {WikiEditForm} from 'wikilit/components.js';
import type {HarmWatch} from './only-text.js';

/** @returns what is wrong, for each state of the form that the text was shown in */
export async function hostileForm(whole: string): Promise<string[]> {
  type Query = Readonly<Record<string, string>>;
  type Answer = (query: Query) => object;
  const path = '/dist/wikilit.js';
  const {Wiki} = (await import(path)) as typeof import('wikilit');
  const {harmIn, within} = globalThis as unknown as HarmWatch;
  const wrong: string[] = [];
  /** For labels, names and messages: longer ones take the browser a second each to lay out. */
  const text = whole.slice(0, 2000);

  /** As the wiki's own parser writes it. */
  const html = `<p>${text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`;
  /** As the wiki stores it, whatever is sent: there are no such characters in its texts. */
  const isStored = (point: number): boolean => (point < 0x20 ? [9, 10, 13].includes(point) : (point < 0xd800 || point > 0xdfff) && point !== 0xfffe && point !== 0xffff);
  const stored = (words: string): string => Array.from(words, (sign) => (isStored(sign.codePointAt(0) ?? 0) ? sign : '\uFFFD')).join('').normalize();
  const base = `== ${text} ==\nfirst ${whole}\n\nsecond\n\nthird ${text}`;
  const revision = (revid: number, content: string): object => ({revid, parentid: revid - 1, user: text, comment: text, timestamp: '2024-01-01T00:00:00Z', slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content}}});
  const pageOf = (...revisions: readonly object[]): object => ({pageid: 2, ns: 0, title: text, contentmodel: 'wikitext', pagelanguage: text, pagelanguagehtmlcode: text, pagelanguagedir: text, protection: [], watched: false, editintro: {'editnotice-0': html, [text]: html}, actions: {edit: [], create: []}, revisions});
  const saved = {edit: {result: 'Success', pageid: 2, title: `Other ${text}`, contentmodel: 'wikitext', oldrevid: 3, newrevid: 43, newtimestamp: '2026-01-01T00:00:00Z'}};

  /** A wiki of its own for each form: nothing of one is taken for another's. */
  let wikis = 0;
  function wikiWith({page = {}, query = {}, edit = () => saved}: {page?: object; query?: object; edit?: Answer} = {}) {
    const messages = (keys = ''): object[] => keys.split('|').map((name) => ({name, content: /^(tag-|undo-summary)/.test(name) ? text : `${text} ${name}`}));
    const answer = (asked: Query): object => {
      const {action, meta = '', list, revids, rvdir} = asked;
      if (action === 'edit') return edit(asked);
      if (action === 'stashedit') return {stashedit: {status: 'stashed'}};
      if (action === 'paraminfo') return {paraminfo: {modules: [{name: 'edit', path: 'edit', parameters: [{name: 'tags', type: [`${text.replaceAll('|', ' ')}!`]}, {name: 'watchlistexpiry'}]}]}};
      if (action === 'parse') return {parse: {title: text, pageid: 2, text: html, displaytitle: html, parsedsummary: html, categorieshtml: `<ul><li>${html}</li></ul>`, parsewarningshtml: [html], modules: [text], modulestyles: [text], jsconfigvars: {[text]: text}, sections: [{line: text, anchor: text}]}};
      if (action !== 'query') return {errors: [{code: text, html}]};
      if (list === 'usercontribs') return {query: {usercontribs: [{comment: text}, {comment: `/* ${text} */ ${text}`}]}};
      if (meta.includes('userinfo') && asked['prop']?.includes('info')) {
        const general = {readonly: false, script: text, maxarticlesize: 2_000_000, server: text};
        return {uselang: text, query: {pages: [{...pageOf(revision(2, base)), ...page}], userinfo: {id: 4, name: text, groups: [], rights: ['edit', 'minoredit', 'editmywatchlist']}, tokens: {csrftoken: 'x+\\'}, general, allmessages: messages(asked['ammessages']), ...query}};
      }
      const [old, theirs] = [revision(2, base), revision(3, `== ${text} ==\nfirst, of theirs ${whole}\n\nsecond\n\nthird, of theirs ${text}`)];
      return {uselang: text, query: {pages: [pageOf(revids === '2' ? old : theirs)], userinfo: {id: 4, name: rvdir ? 'Me' : text}, ...(meta.includes('allmessages') && {allmessages: messages(asked['ammessages'])})}};
    };
    const fetch = async (url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const request = new Request(url, init);
      const body = request.method === 'POST' ? [...(await request.formData())] : [];
      return Response.json(answer(Object.fromEntries([...new URL(request.url).searchParams, ...body]) as Query));
    };
    return new Wiki(`${location.origin}/hostile-${wikis++}-${performance.now()}/api.php`, {fetch, retry: false, onWarning: () => {}});
  }

  async function until(what: string, test: () => unknown): Promise<void> {
    const limit = performance.now() + 10_000;
    while (!test()) {
      if (performance.now() > limit) throw new Error(`${what} does not come`);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  const find = (element: Element, selector: string): HTMLElement | undefined => within(element).find((one): one is HTMLElement => one.matches(selector));

  /** Nothing of it is more than text; and it is there. */
  function look(element: Element, where: string): void {
    wrong.push(...harmIn(element).map((what) => `${where}: ${what}`));
    const texts = within(element).map((one) => `${Array.from(one.childNodes, (node) => (node instanceof Text ? node.data : '\n')).join('')}\n${'value' in one && typeof one.value === 'string' ? one.value : ''}`);
    // What is drawn as lines is in parts, and blanks around a message go.
    const first = text.trim().slice(0, 1000);
    if (!texts.some((words) => words.includes(first))) wrong.push(`${where}: not shown`);
  }

  /** @param words - what is typed */
  async function open(wiki: InstanceType<typeof Wiki>, attributes: Readonly<Record<string, string>> = {}, state = 'ready', words?: string): Promise<WikiEditForm> {
    const form = Object.assign(document.createElement('wiki-edit-form'), {wiki, page: text});
    for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
    document.body.append(form);
    await until(`state ${state}, after ${form.state}:`, () => form.state === state);
    if (state !== 'ready') return form;
    await until('the tools', () => find(form, '.tool'));
    if (words !== undefined) type(form.querySelector('textarea'), words);
    return form;
  }

  function type(field: HTMLInputElement | HTMLTextAreaElement | null | undefined, words: string): void {
    if (!field) throw new Error('no field');
    field.value = words;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  }

  const mine = `== ${text} ==\nfirst, of mine ${whole}\n\nsecond\n\nthird, of mine ${text}`;
  const captcha = (mime: string, question: string): object => ({edit: {result: 'Failure', captcha: {type: 'question', mime, id: text, question}}});
  const refused = (code: string, data?: object): object => ({errors: [{code, html, module: 'edit', data}]});
  const block = {blockinfo: {blockedby: text, blockreason: text, blockexpiryformatted: text}};

  /** One after the other, in one form. */
  const refusals: readonly (readonly [string, object])[] = [
    ['captcha', captcha('text/plain', text)],
    ['captcha', captcha('text/html', html)],
    ['spam', refused('spamblacklist', {spamblacklist: {matches: [text]}})],
    ['wiki-readonly', refused('readonly', {readonlyreason: text})],
    ['refused', refused(text)],
    ['loggedout', refused('assertnameduserfailed')],
    ['conflict', refused('editconflict')],
  ];

  const flows: Readonly<Record<string, () => Promise<unknown>>> = {
    readonly: async () => look(await open(wikiWith({page: {actions: {edit: [{code: 'blocked', html, data: block}], create: []}}}), {}, 'readonly'), 'readonly'),
    failed: async () => look(await open(wikiWith({query: {pages: [{title: text, invalid: true, invalidreason: {code: 'x', html}}]}}), {}, 'failed'), 'failed'),
    missing: async () => {
      const form = await open(wikiWith({page: {pageid: undefined, missing: true, revisions: undefined, preloadcontent: {content: whole}}}));
      look(form, 'missing');
      if (form.text !== whole) wrong.push('missing: it begins with something else');
    },
    refused: async () => {
      let answer: object = saved;
      let sent: Query = {};
      const form = await open(wikiWith({edit: (query) => ((sent = query), answer)}), {section: '1'}, 'ready', mine);
      for (const [state, refusal] of refusals) {
        answer = refusal;
        await form.save();
        if (form.state !== state) throw new Error(`${form.state} in place of ${state}`);
        look(form, state);
        if (form.text !== mine) wrong.push(`${state}: the text is another`);
        if (sent['text'] !== stored(mine)) wrong.push(`${state}: sent ${sent['text']?.slice(0, 80)}`);
      }
      for (const both of form.shadowRoot?.querySelectorAll<HTMLInputElement>('.place label:last-child input') ?? []) both.click();
      await form.updateComplete;
      find(form, '.together')?.click();
      await until('the text put together', () => form.state === 'ready');
      await form.updateComplete;
      look(form, 'put together');
      const together = `== ${text} ==\n` + [['first', whole], ['third', text]].map(([word, words]) => `${word}, of theirs ${words}\n${word}, of mine ${words}`).join('\n\nsecond\n\n');
      if (form.text !== together) wrong.push(`put together: ${form.text.slice(0, 200)}`);
    },
    dialog: async () => {
      const dialog = Object.assign(document.createElement('wiki-dialog'), {heading: text, open: true});
      const form = dialog.appendChild(Object.assign(document.createElement('wiki-edit-form'), {wiki: wikiWith(), page: text}));
      form.setAttribute('undo', '3');
      document.body.append(dialog);
      await until('the form', () => form.state === 'ready' && find(form, '.tool'));
      look(dialog, 'an edit undone');
      type(form.querySelector('textarea'), text);
      find(dialog, '.close')?.click();
      await until('the question', () => find(dialog, '#keep'));
      look(dialog, 'dialog');
      find(dialog, '#keep')?.click();
      form.removeAttribute('undo');
      form.page = 'Another';
      await until('what was typed', () => find(form, '.others'));
      look(form, 'kept');
    },
    draft: async () => {
      let sent: Query = {};
      const wiki = wikiWith({edit: (query) => ((sent = query), saved)});
      // A field of one line has no line ends.
      const line = text.slice(0, 200).replace(/[\r\n]/g, '');
      const before = await open(wiki, {section: 'new'}, 'ready', whole);
      for (const name of ['subject', 'summary']) type(before.shadowRoot?.querySelector<HTMLInputElement>(`#${name}`), line);
      before.remove();
      const form = await open(wiki, {section: 'new'});
      await until('the draft', () => find(form, '.outcome details'));
      find(form, '.outcome details')?.setAttribute('open', '');
      look(form, 'draft');
      const begun = form.text;
      find(form, '.outcome .choices button')?.click();
      await until('what was typed', () => form.text !== begun);
      if (form.text !== whole || form.summary !== line) wrong.push(`draft: ${form.text.slice(0, 80)} | ${form.summary.slice(0, 80)}`);
      await form.save();
      look(form, 'a new section');
      if (sent['appendtext'] !== stored(`\n\n== ${line.trim()} ==\n\n${whole}`) || !sent['summary']?.endsWith(stored(line).trim())) wrong.push(`new section: ${sent['appendtext']?.slice(0, 300)} | ${sent['summary']}`);
    },
    ready: async () => {
      let sent: Query = {};
      const form = await open(wikiWith({edit: (query) => ((sent = query), saved), query: {general: {readonly: true, readonlyreason: text, script: text}}}), {}, 'ready', whole);
      const root = form.shadowRoot as ShadowRoot;
      find(form, '.tool')?.click();
      await until('the preview', () => form.querySelector('[slot=preview]'));
      root.querySelector<HTMLDetailsElement>('.options')?.setAttribute('open', '');
      await until('the tags', () => root.querySelector('.tags'));
      root.querySelector<HTMLInputElement>('.tags input')?.click();
      form.summaries = [text, 'x'];
      root.querySelector<HTMLInputElement>('#summary')?.focus();
      type(root.querySelector<HTMLInputElement>('#summary'), text.slice(0, 200));
      await form.updateComplete;
      look(form, 'preview');
      root.querySelectorAll<HTMLElement>('.tool')[1]?.click();
      await until('the changes', () => root.querySelector('wiki-diff')?.state === 'ready');
      look(form, 'changes');
      await form.save();
      look(form, 'saved');
      if (form.state !== 'saved') wrong.push(`${form.state} in place of saved`);
      if (sent['text'] !== stored(whole)) wrong.push(`sent: ${sent['text']?.slice(0, 80)}`);
      if (sent['summary'] !== stored(text.slice(0, 200)).trim()) wrong.push(`summary: ${sent['summary']}`);
    },
  };

  document.body.replaceChildren();
  await Promise.all(Object.entries(flows).map(([name, flow]) => flow().catch((error: unknown) => wrong.push(`${name}: ${String(error)}`))));
  return wrong.map((what) => `${text.slice(0, 40)}: ${what}`);
}
