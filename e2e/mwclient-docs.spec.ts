/** The code of docs/mwclient.md, run in Node; and of its tables, each name looked up. */
import {readFileSync} from 'node:fs';
import * as wikilit from 'wikilit';
import {expect, newestRevision, test, wikiFromNode} from './fixtures.js';
import {runInNode} from './run-in-node.js';
import {botLogin, type TestWiki} from './wiki/index.js';

const text = readFileSync(new URL('../docs/mwclient.md', import.meta.url), 'utf8');
const code = [...text.matchAll(/```(?:js|ts)\n([^]*?)```/g)].map(([, code = '']) => code);

test.describe('docs/mwclient.md', () => {
  /** Rows of its tables: what mwclient has, and what there is here, each piece of code by itself. */
  const rows = text.split(/^## /m).flatMap((part) => {
    const [heading = '', ...lines] = part.split('\n');
    const table = lines.filter((line) => line.startsWith('|')).slice(2);
    return table.map((line) => {
      const [, theirs = '', ours = ''] = line.split(/(?:^| )\|(?: |$)/);
      return {heading, theirs, ours, code: [...ours.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)};
    });
  });

  /** A page’s code as a user of the test wiki runs it. */
  const onTestWiki = (wiki: TestWiki, source: string): string => {
    const {name = ''} = botLogin(wiki.users.Olga) ?? {};
    return source.replace('https://test.wikipedia.org/w/api.php', wiki.api).replace('Me@mytool', name);
  };
  const env = (wiki: TestWiki): Record<string, string> => ({BOT_PASSWORD: botLogin(wiki.users.Olga)?.password ?? ''});

  test('its code runs, as one program', async ({wiki}) => {
    const before = await newestRevision(wiki.api, 'Sandbox');
    const said = (await runInNode('mwclient', onTestWiki(wiki, code.join('\n')), env(wiki))).split('\n');
    const after = await newestRevision(wiki.api, 'Sandbox');
    expect(after).toMatchObject({user: 'Olga', comment: 'hello', text: `${before.text}\nHello.`});
    expect(said).toContain('saved');
    expect(said.filter((line) => /^[A-Z]\w+ \d+$/.test(line)).length).toBeGreaterThan(20); // the towns
    expect(said).toContain(`${after.revid} Olga`);
    expect(said).toContain(`Sandbox ${after.text.length}`);
    expect(said).toContain('No such page undefined');
    expect(said).toContainEqual(expect.stringMatching(/^protectedpage ./));
    expect(said.at(-1)).toMatch(/^image\/svg\+xml \d+$/);
  });

  test('every name in its tables is there', async ({wiki}) => {
    const client = wikiFromNode(wiki.api);
    const objects: Readonly<Record<string, object>> = {wiki: client, page: client.page('Sandbox'), site: await client.site(), title: await client.title('User:Olga/A')};
    const isOption = (name: string): boolean => {
      try {
        return Boolean(new wikilit.Wiki(wiki.api, {userAgent: 'Test/1.0', [name]: undefined, ...(name === 'userAgent' && {userAgent: 'Test/1.0'})}));
      } catch {
        return false;
      }
    };
    const isThere = (code: string, heading: string): boolean => {
      const [, owner = '', member = ''] = /^(\w*)\.(\w+)/.exec(code) ?? [];
      if (member) return member in (owner === '' ? wikilit.Listing.prototype : (objects[owner] ?? {}));
      if (heading === 'Errors') return code in wikilit;
      if (heading === 'Connecting') return isOption(code);
      return /^(\{limit: 50\}|for await \(.*\))$/.test(code);
    };
    expect(rows.length).toBeGreaterThan(100);
    const missing = rows.filter(({ours, code, heading}) => (code.length === 0 ? ours !== '—' : !code.every((each) => isThere(each, heading))));
    expect(missing).toEqual([]);
  });

  test('every question in its tables can be asked, and every action that is posted is one', async ({wiki}) => {
    const spans = [...text.matchAll(/`((?:wiki|page)\.[^`]+\))`/g)].map(([, code = '']) => code.replaceAll('Oslo', 'Sandbox'));
    const asked = [...new Set(spans)].filter((code) => !/\.(post|login|clientlogin)\(|titles\)|wiki\.title\('User/.test(code));
    expect(asked.length).toBeGreaterThan(55);
    const [start = ''] = code;
    const program = `${start}
      const page = wiki.page('Sandbox');
      const failed = {};
      const ask = async (name, run) => {
        try {
          const asked = run();
          await (asked?.take?.(1).toArray() ?? asked?.next?.() ?? asked);
        } catch (error) {
          failed[name] = error.code ?? String(error);
        }
      };
      ${asked.map((code) => `await ask(${JSON.stringify(code)}, () => ${code});`).join('\n')}
      console.log(JSON.stringify(failed));`;
    const failed = JSON.parse((await runInNode('mwclient-table', onTestWiki(wiki, program), env(wiki))).split('\n').at(-1) ?? '') as Record<string, string>;
    // What this wiki has not, what Olga may not, and what Sandbox is not.
    expect(failed).toEqual({
      "wiki.ask('[[Category:City]]')": 'badvalue',
      "wiki.list('checkuserlog')": 'badvalue',
      'wiki.patrol({rcid: 1})': 'nosuchrcid',
      'wiki.alldeletedrevisions()': 'permissiondenied',
      'page.deletedrevisions()': 'permissiondenied',
      'page.categorymembers({namespace: 0})': 'invalidcategory',
      'page.deepmembers()': 'invalidcategory',
      'page.imageusage()': 'bad_image_title',
      'page.download()': 'nofile',
      "page.delete({reason: 'r'})": 'permissiondenied',
    });
    const actions = [...new Set([...text.matchAll(/wiki\.post\(\{action: '(\w+)'/g)].map(([, action = '']) => action))];
    const known = await wikiFromNode(wiki.api).paraminfo(actions);
    expect(known.map(({name}) => name)).toEqual(actions);
  });

  test('all of mwclient is in them', () => {
    const all = `
      host path ext scheme pool httpauth client_certificate connection_options reqs compress clients_useragent custom_headers retry_timeout
      max_retries wait_callback max_lag force_login do_init consumer_token consumer_secret access_token access_secret
      site_init version_tuple_from_generator get post api handle_api_result raw_call raw_api raw_index require get_token login clientlogin
      email upload chunk_upload parse patrol expandtemplates ask revisions initialized version site namespaces username logged_in groups
      rights blocked hasmsg tokens api_limit chunk_size
      max_items api_chunk_size limit generator return_values allpages allimages alllinks allcategories allusers blocks deletedrevisions
      exturlusage logevents checkuserlog random recentchanges search usercontributions users watchlist members guess_namespace
      exists pageid namespace name page_title base_title base_name touched revision length protection redirect contentmodel pagelanguage
      restrictiontypes last_rev_time edit_time redirects_to resolve_redirect strip_namespace normalize_title can text edit save append
      prepend handle_edit_error touch move delete purge backlinks categories embeddedin extlinks images iwlinks langlinks links templates
      imagerepository imageinfo imagehistory imageusage duplicatefiles download
      MwClientError MediaWikiVersionError APIDisabledError MaximumRetriesExceeded APIError InsufficientPermission UserBlocked EditError
      ProtectedPageError FileExists LoginError OAuthAuthorizationError AssertUserFailedError EmailError NoSpecifiedEmail InvalidResponse
      InvalidPageTitle`.trim().split(/\s+/);
    const named = new Set(rows.flatMap(({theirs}) => [...theirs.matchAll(/`([^`]+)`/g)].map(([, code]) => code)));
    expect(all.filter((name) => !named.has(name))).toEqual([]);
  });
});
