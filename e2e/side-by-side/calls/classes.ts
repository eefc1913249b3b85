/** The constructor and its options; classes that are made of it, in both ways. */
import {onPage} from '../globals.js';
import type {Api, Call, Promised} from '../types.js';

const me = {meta: 'userinfo'};

interface Child {
  (this: Api, ...args: unknown[]): void;
  super: {call(self: unknown, ...args: unknown[]): void; prototype: Api};
  prototype: Api;
}

export const classes: Call[] = [
  {
    name: 'an instance: what it is made of',
    as: 'both',
    run({Api, api, note}) {
      note('own', Object.keys(api));
      note('defaults', api.defaults);
      note('requests', api.requests);
      note('instance', [api instanceof Api, Object.getPrototypeOf(api) === Api.prototype]);
      const kept = api.defaults.parameters;
      note('shared', kept === new Api().defaults.parameters);
    },
  },
  {
    name: 'default parameters are added, and can be taken back',
    as: 'both',
    async run({Api, made, settled, given}) {
      const api = made(new Api(given({parameters: {formatversion: 2, errorformat: 'plaintext', uselang: 'de'}})));
      await settled(api.get({...me}), 'as they are');
      await settled(api.get({...me, uselang: undefined, formatversion: 1}), 'overridden');
      await settled(api.post({action: 'no-such-action'}), 'an error');
    },
  },
  {
    name: 'a token among the default parameters',
    as: 'anon',
    run: ({Api, made}) => made(new Api({parameters: {token: '+\\', action: 'checktoken', type: 'csrf'}})).post({maxtokenage: 10}),
  },
  {
    name: 'default headers; those of a call stand instead of them',
    as: 'anon',
    async run({Api, made, settled, note}) {
      const api = made(new Api({ajax: {headers: {'X-Default': '1'}, timeout: 7000}}));
      note('defaults', api.defaults);
      await settled(api.get({...me}), 'default');
      await settled(api.post({...me}, {headers: {'X-Call': '2'}}), 'of the call');
    },
  },
  {
    name: 'an address as URL: kept as text, and U+001F is not used',
    as: 'both',
    run({Api, made, note}) {
      const api = made(new Api({ajax: {url: new URL('/w/api.php', location.href)}}));
      note('defaults', api.defaults);
      return api.get({...me, titles: ['A|B', 'C']});
    },
  },
  {
    name: 'useUS by hand',
    as: 'anon',
    async run({Api, made, settled}) {
      const titles = ['A|B', 'C'];
      await settled(made(new Api({useUS: true, ajax: {url: '/w/api.php'}})).get({titles}), 'with an address');
      await settled(made(new Api({useUS: false})).post({titles}), 'without');
    },
  },
  {
    name: 'defaults changed later count',
    as: 'anon',
    run({api}) {
      api.defaults.parameters['uselang'] = 'fr';
      api.defaults.ajax['headers'] = {'X-Later': '1'};
      return api.get({...me});
    },
  },
  {
    name: 'options that are null, or odd',
    as: 'anon',
    run({Api, note}) {
      for (const options of [null, undefined, {}, {ajax: null}, {parameters: null}, {foo: 'bar'}]) note(JSON.stringify(options ?? String(options)), new Api(options).defaults);
    },
  },
  {
    name: 'an address that is undefined is none',
    as: 'anon',
    run({Api, note}) {
      note('url', String(new Api({ajax: {url: undefined}}).defaults.ajax.url));
    },
    improves: {what: 'the wiki’s own address, not the page’s', where: /^notes.url/, look: ({notes}) => notes['url'], real: 'undefined', ours: '/w/api.php'},
  },
  {
    name: 'the prototype can be extended',
    as: 'both',
    async run({Api, api, settled}) {
      const extended = Api.prototype as Api & {whoAmI?(this: Api): Promised};
      extended.whoAmI = function () {
        return this.get({...me}).then((data: {query: {userinfo: unknown}}) => data.query.userinfo);
      };
      try {
        await settled((api as typeof extended).whoAmI?.() ?? api.get(), 'whoAmI');
      } finally {
        delete extended.whoAmI;
      }
    },
  },
  {
    name: 'a method set on the instance is used by the others',
    as: 'anon',
    run({api, note}) {
      const {ajax} = api;
      api.ajax = function (parameters: unknown, options: unknown) {
        note('ajax', [parameters, options]);
        return ajax.call(this, {...(parameters as object), uselang: 'de'}, options);
      };
      return api.postWithEditToken({action: 'checktoken', type: 'csrf'});
    },
  },
  {
    name: 'class extends, with an ajax of its own',
    as: 'both',
    async run({Api, made, settled, note}) {
      class Mine extends Api {
        override ajax(parameters: object, options: object): Promised {
          return super.ajax({...parameters, uselang: 'de'}, {...options, headers: {'X-Mine': '1'}});
        }
      }
      const mine = made(new Mine({parameters: {formatversion: 2}}));
      note('instance', [mine instanceof Mine, mine instanceof Api]);
      await settled(mine.get({...me}), 'get');
      await settled(mine.isCategory('Category:Towns'), 'isCategory');
      await settled(mine.postWithEditToken({action: 'checktoken', type: 'csrf'}), 'postWithEditToken');
    },
  },
  {
    name: 'OO.inheritClass, with an ajax and a getToken of its own',
    as: 'both',
    async run({Api, made, settled, note}) {
      const Mine = function (this: Api, options: unknown) {
        Mine.super.call(this, options);
      } as unknown as Child;
      onPage().OO.inheritClass(Mine, Api);
      Mine.prototype.ajax = function (parameters: object, options: object) {
        return Mine.super.prototype.ajax.call(this, {...parameters, uselang: 'de'}, options);
      };
      Mine.prototype.getToken = function (this: Api, type: string, more: unknown) {
        note('getToken', [type, more]);
        return Mine.super.prototype.getToken.call(this, type, more);
      };
      const mine = made(new (Mine as unknown as new (options: unknown) => Api)({parameters: {formatversion: 2}}));
      note('instance', mine instanceof Api);
      note('defaults', mine.defaults);
      await settled(mine.get({...me}), 'get');
      await settled(mine.postWithToken('csrf', {action: 'checktoken', type: 'csrf'}), 'postWithToken');
    },
  },
  {
    name: 'a child of ForeignApi that asks for a token of its own first, as CentralAuth’s does',
    as: 'user',
    run({ForeignApi, made, other, note}) {
      const Central = function (this: Api, url: string, options: unknown) {
        Central.super.call(this, url, options);
      } as unknown as Child;
      onPage().OO.inheritClass(Central, ForeignApi);
      Central.prototype.ajax = function (this: Api, parameters: object, options: {url?: string}) {
        const url = `${options.url ?? String(this.defaults.ajax['url'])}?centralauthtoken=abc`;
        const abortable: Promised[] = [];
        return onPage()
          .$.Deferred()
          .resolve()
          .then(() => {
            const asked = Central.super.prototype.ajax.call(this, parameters, {...options, url});
            abortable.push(asked);
            return asked;
          })
          .promise({abort: () => abortable[0]?.abort()});
      };
      const central = made(new (Central as unknown as new (url: string) => Api)(`${other}/w/api.php`));
      note('instance', central instanceof ForeignApi);
      return central.postWithToken('csrf', {action: 'checktoken', type: 'csrf'});
    },
  },
];
