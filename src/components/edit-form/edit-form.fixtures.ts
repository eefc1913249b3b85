/** Answers of a real MediaWiki 1.43.9 (21 November 2026), shortened; and a form on a wiki that gives them. */
import {Wiki, type WikiOptions} from '../../wiki/wiki.js';
import {type Expected, type FakeAnswer, type FakeWiki, fakeWiki} from '../../testing/fake-wiki.js';
import type {WikiEditForm} from './edit-form.js';

const rights = ['read', 'edit', 'createpage', 'createtalk', 'minoredit', 'editmywatchlist', 'viewmywatchlist'];
const user = {id: 4, name: 'Alice', groups: ['*', 'user', 'autoconfirmed'], rights};
const nobody = {id: 0, name: '127.0.0.1', anon: true, groups: ['*'], rights: ['read', 'edit', 'createpage']};
const general = {sitename: 'TestWiki', readonly: false, maxarticlesize: 2097152, script: '/w/index.php', server: location.origin};

export const text = 'Intro.\n\n== One ==\nFirst section.\n\n== Two ==\nSecond section.';

const existing = {
  pageid: 2,
  ns: 0,
  title: 'Simple',
  contentmodel: 'wikitext',
  pagelanguage: 'en',
  pagelanguagehtmlcode: 'en',
  pagelanguagedir: 'ltr',
  lastrevid: 2,
  protection: [],
  watched: false,
  editintro: {},
  actions: {edit: [], create: []},
  wouldautocreate: {edit: false, create: false},
  revisions: [{revid: 2, parentid: 0, slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: text}}}],
};

const allmessages = [
  {name: 'savechanges', normalizedname: 'savechanges', content: 'Save changes'},
  {name: 'summary', normalizedname: 'summary', content: 'Summary:'},
  {name: 'minoredit', normalizedname: 'minoredit', content: 'This is a [[Help:Minor edit|minor edit]]'},
  {name: 'watchthis', normalizedname: 'watchthis', content: 'Watch this page'},
];

/** The answer to opening, with parts replaced. */
export function opening(page: object = {}, query: object = {}): object {
  return {
    batchcomplete: true,
    curtimestamp: '2026-11-21T11:45:38Z',
    uselang: 'en',
    query: {pages: [{...existing, ...page}], userinfo: user, tokens: {csrftoken: 'f4181c08+\\'}, allmessages, general, ...query},
  };
}

export const openingNobody = (page: object = {}): object => ({...opening(page, {userinfo: nobody, tokens: undefined})});

export const notices = {
  'editnotice-0': '<div class="mw-editnotice"><div class="ns0notice">Namespace 0 notice</div></div>',
  'editnotice-0-Simple': '<div class="mw-editnotice"><div class="pagenotice">Page notice <i>italics</i></div></div>',
};

export const missing = {
  pageid: undefined,
  revisions: undefined,
  lastrevid: undefined,
  missing: true,
  title: 'New page',
  preloadcontent: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content: ''},
};

export const protectedPage = {
  protection: [{type: 'edit', level: 'sysop', expiry: 'infinity'}],
  actions: {edit: [{code: 'protectedpage', html: 'This page has been protected to prevent editing or other actions.'}], create: []},
};

export const blockedUser = {
  actions: {
    edit: [
      {
        code: 'blocked',
        html: '<p><strong>Your username or IP address has been blocked.</strong>\n</p><p>The block was made by <a href="/w/index.php?title=User:Admin">Admin</a>.\nThe reason given is <em>Vandalism</em>.\n</p>',
        data: {blockinfo: {blockid: 1, blockedby: 'Admin', blockreason: 'Vandalism', blockexpiry: '2026-11-24T11:32:09Z', blockpartial: false}},
      },
    ],
    create: [],
  },
};

export const success = {edit: {result: 'Success', pageid: 2, title: 'Simple', contentmodel: 'wikitext', oldrevid: 2, newrevid: 43, newtimestamp: '2026-11-21T11:46:00Z'}};
export const noChange = {edit: {result: 'Success', pageid: 2, title: 'Simple', contentmodel: 'wikitext', nochange: true}};

/** What `action=edit` answers with when it refuses. */
export const refusals = {
  captcha: {edit: {captcha: {type: 'simple', mime: 'text/plain', id: '8530515751274767765', question: '50+4'}, result: 'Failure'}},
  captchaAgain: {edit: {captcha: {type: 'simple', mime: 'text/plain', id: '777', question: '10−7'}, result: 'Failure'}},
  captchaQuestion: {edit: {captcha: {type: 'question', mime: 'text/html', id: '4849', question: 'What colour is the <b>sky</b>?'}, result: 'Failure'}},
  captchaImage: {edit: {captcha: {type: 'image', mime: 'image/png', id: '12', url: '/w/index.php?title=Special:Captcha/image&wpCaptchaId=12'}, result: 'Failure'}},
  captchaScript: {edit: {captcha: {type: 'hcaptcha', mime: 'application/javascript', key: 'k'}, result: 'Failure'}},
  'abuse-warning': {
    errors: [
      {
        code: 'abusefilter-warning',
        html: '<b>Warning:</b> This action has been automatically identified as harmful.\nA brief description of the abuse rule which your action matched is: Warn words',
        data: {abusefilter: {id: '1', description: 'Warn words', actions: ['warn']}},
        module: 'edit',
      },
    ],
  },
  'abuse-disallowed': {
    errors: [
      {
        code: 'abusefilter-disallowed',
        html: 'This action has been automatically identified as harmful, and therefore disallowed.',
        data: {abusefilter: {id: '2', description: 'Disallow words', actions: ['disallow']}},
        module: 'edit',
      },
    ],
  },
  spam: {
    errors: [
      {
        code: 'spamblacklist',
        html: 'The text you wanted to publish was blocked by the spam filter.\nThe following text is what triggered our spam filter: spam.example.com',
        data: {spamblacklist: {matches: ['spam.example.com']}},
        module: 'edit',
      },
    ],
  },
  blocked: {errors: [{code: 'blocked', html: 'Your username or IP address has been blocked.', data: {blockinfo: {blockid: 1}}, module: 'edit'}]},
  protected: {errors: [{code: 'protectedpage', html: 'This page has been protected to prevent editing or other actions.', module: 'edit'}]},
  'wiki-readonly': {errors: [{code: 'readonly', html: 'The wiki is currently in read-only mode.', data: {readonlyreason: 'Upgrading the database'}, module: 'main'}]},
  ratelimited: {errors: [{code: 'ratelimited', html: 'You’ve exceeded your rate limit. Please wait some time and try again.', module: 'edit'}]},
  loggedout: {errors: [{code: 'assertnameduserfailed', html: 'You are no longer logged in as "Alice", so the action could not be completed.', module: 'main'}]},
  deleted: {errors: [{code: 'missingtitle', html: 'The page you specified doesn’t exist.', module: 'edit'}]},
  conflict: {errors: [{code: 'editconflict', html: 'Edit conflict.', module: 'edit'}]},
  'too-big': {errors: [{code: 'contenttoobig', html: 'The content you supplied exceeds the page size limit of 1 kibibyte.', module: 'edit'}]},
  'bad-json': {errors: [{code: 'invalid-json-data', html: 'Invalid JSON: Syntax error', module: 'edit'}]},
  'title-blacklist': {errors: [{code: 'titleblacklist-forbidden', html: 'The title "Bad title" has been banned from creation.', module: 'edit'}]},
  refused: {errors: [{code: 'hookaborted', html: 'The modification you tried to make was aborted by an extension.', module: 'edit'}]},
} as const;

/** What a conflict reads afterwards. */
export const revision = (revid: number, content: string, by = 'Bob'): object => ({
  query: {pages: [{pageid: 2, ns: 0, title: 'Simple', revisions: [{revid, parentid: 2, user: by, timestamp: '2026-11-21T11:46:00Z', slots: {main: {contentmodel: 'wikitext', contentformat: 'text/x-wiki', content}}}]}]},
});

type Exchange = readonly [Expected, FakeAnswer];

export const opens = (answer: FakeAnswer = opening()): Exchange => [{action: 'query', meta: /userinfo/}, answer];
export const saves = (answer: FakeAnswer = success, expected: Expected = {}): Exchange => [{action: 'edit', ...expected}, answer];

/** What was saved on the page since: asked before a refusal, or no change, is believed. Nothing of one's own, here. */
export const since = (...revisions: readonly object[]): Exchange => [{rvdir: 'newer'}, {query: {pages: [{pageid: 2, ns: 0, title: 'Simple', revisions}], userinfo: {id: 2, name: 'Alice'}}}];

/** What is in the way of one's own edit. */
export const bobs = {revid: 3, parentid: 2, user: 'Bob', comment: '', timestamp: '2026-11-21T11:46:00Z'};

/** A refused save: whether an earlier copy of it was saved is looked at before it is believed. */
export const refuses = (answer: FakeAnswer, expected: Expected = {}): readonly [Exchange, Exchange] => [saves(answer, expected), since()];

export interface Stage {
  readonly form: WikiEditForm;
  readonly fake: FakeWiki;
  readonly wiki: Wiki;
}

let stages = 0;

type Beside = (url: string) => object;

/** When the summary gets the focus, earlier ones are asked for and the text is stashed, not in the order of the test: there are none, unless it says so. */
const withBeside =
  (fetch: FakeWiki['fetch'], beside: Beside): FakeWiki['fetch'] =>
  async (url, init) => {
    if (url.includes('list=usercontribs')) return Response.json(beside(url));
    if (url.includes('action=stashedit')) return Response.json({stashedit: {status: 'stashed'}});
    return fetch(url, init);
  };

/** A form on this page's own wiki, as Alice, not yet in the document. */
export function stage(exchanges: readonly Exchange[], options: WikiOptions = {}, api = `${location.origin}/w${performance.timeOrigin}-${stages++}/api.php`, beside: Beside = () => ({query: {usercontribs: []}})): Stage {
  const fake = fakeWiki(exchanges);
  const wiki = new Wiki(api, {fetch: withBeside(fake.fetch, beside), user: 'Alice', retry: false, ...options});
  const form = document.createElement('wiki-edit-form');
  form.wiki = wiki;
  form.page = 'Simple';
  return {form, fake, wiki};
}
