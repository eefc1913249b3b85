/** What reads: categories, parse, messages, who one is. */
import {mw} from '../globals.js';
import type {Call} from '../types.js';

/** More than one request’s worth. */
const many = Array.from({length: 60}, (_, index) => `no-such-message-${index}`);

export const reading: Call[] = [
  {
    name: 'isCategory',
    as: 'both',
    async run({api, settled}) {
      for (const title of ['Category:Lighthouses', 'Category:No such', 'Sandbox', '', '#', 'de:Leuchtturm', '<>']) await settled(api.isCategory(title), title);
      await settled(api.isCategory(new (mw().Title)('Category:Towns')), 'a title');
    },
  },
  {name: 'isCategory: the connection is lost', as: 'anon', answers: ['lost'], run: ({api}) => api.isCategory('Category:Towns')},
  {
    name: 'getCategories',
    as: 'both',
    async run({api, settled}) {
      for (const title of ['Category:Lighthouses', 'Hidden from search', 'Sandbox', 'No such page', '', '<>']) await settled(api.getCategories(title), title);
      await settled(api.getCategories(new (mw().Title)('Category:Bridges')), 'a title');
    },
  },
  {
    name: 'getCategories: of a page with sixty',
    as: 'anon',
    run: ({api}) => api.getCategories('Many categories'),
    improves: {
      what: 'all categories, beyond the first answer',
      where: /^(requests\.[1-9]|promises\.it\.arguments\.0\.)/,
      look: ({promises, requests}) => [(promises['it']?.arguments[0] as unknown[] | undefined)?.length, requests.length > 1],
      real: [10, false],
      ours: [60, true],
    },
  },
  {
    name: 'getCategoriesByPrefix',
    as: 'both',
    async run({api, settled}) {
      for (const prefix of ['L', 'Pages in', 'No such', '', 'ä|b']) await settled(api.getCategoriesByPrefix(prefix), prefix);
    },
  },
  {
    name: 'parse: text',
    as: 'both',
    async run({api, settled, given}) {
      await settled(api.parse("'''bold''' & <script>x</script> [[Sandbox]] 漢"), 'text');
      await settled(api.parse('== A ==', given({disablelimitreport: true, title: 'Sandbox', section: 1})), 'with more');
      await settled(api.parse(''), 'nothing');
      await settled(api.parse(42), 'a number');
      await settled(api.parse(undefined), 'undefined');
    },
  },
  {
    name: 'parse: a page',
    as: 'both',
    async run({api, settled}) {
      await settled(api.parse(new (mw().Title)('Mercury (ship)'), {disablelimitreport: true}), 'a page');
      await settled(api.parse(new (mw().Title)('Redirect to sandbox'), {redirects: true, uselang: 'de', disablelimitreport: true}), 'with more');
      await settled(api.parse(new (mw().Title)('No such page')), 'a page that is not there');
    },
  },
  {name: 'parse: another prop', as: 'anon', run: ({api}) => api.parse('x', {prop: 'links'})},
  {name: 'getMessages: one', as: 'both', run: ({api}) => api.getMessages('january')},
  {
    name: 'getMessages: several, some missing',
    as: 'anon',
    async run({api, settled, given}) {
      await settled(api.getMessages(given(['january', 'no-such-message', 'february', 'editnotice-0'])), 'several');
      await settled(api.getMessages(['january', 'sunday'], given({amlang: 'de', amenableparser: true})), 'in another language');
      await settled(api.getMessages('no-such-message'), 'none');
      await settled(api.getMessages([]), 'nothing asked for');
    },
  },
  {name: 'getMessages: more than fifty', as: 'both', run: ({api, given}) => api.getMessages(given(['january', ...many, 'february']), {amlang: 'fr'})},
  {name: 'getMessages: the second request fails', as: 'anon', answers: ['wiki', {status: 500, body: ''}], run: ({api}) => api.getMessages(['january', ...many])},
  {
    name: 'loadMessages',
    as: 'both',
    async run({api, settled, note}) {
      await settled(api.loadMessages(['january', 'no-such-message'], {amlang: 'de'}), 'several');
      await settled(api.loadMessages('february'), 'one');
      note('messages', ['january', 'february', 'no-such-message'].map((key) => mw().messages.get(key)));
    },
  },
  {
    name: 'loadMessagesIfMissing',
    as: 'both',
    async run({api, settled, note}) {
      mw().messages.values['january'] = 'known';
      await settled(api.loadMessagesIfMissing('january'), 'known');
      await settled(api.loadMessagesIfMissing(['january', 'february', 'march']), 'some');
      await settled(api.loadMessagesIfMissing([]), 'none');
      note('messages', ['january', 'february', 'march'].map((key) => mw().messages.get(key)));
    },
  },
  {name: 'getUserInfo', as: 'both', run: ({api}) => api.getUserInfo()},
  {name: 'getUserInfo: an answer without a query', as: 'anon', answers: [{body: '{"batchcomplete": ""}'}], run: ({api}) => api.getUserInfo()},
  {name: 'getUserInfo: an error', as: 'anon', answers: [{body: '{"error": {"code": "readapidenied"}}'}], run: ({api}) => api.getUserInfo()},
  {
    name: 'assertCurrentUser',
    as: 'both',
    run({api, note, given}) {
      note('of a query', api.assertCurrentUser(given({action: 'edit', title: 'x'})));
      note('the query wins', api.assertCurrentUser(given({assert: 'bot', assertuser: undefined})));
      note('of nothing', api.assertCurrentUser());
      note('order', Object.keys(api.assertCurrentUser({a: 1}) as object));
    },
  },
];
