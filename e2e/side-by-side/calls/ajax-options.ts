/** The second argument: what jQuery.ajax would understand of it, and what it would not. */
import {onPage} from '../globals.js';
import type {Call, Env} from '../types.js';

const me = {meta: 'userinfo'};

/** One call with these options, which are made anew for each side. */
function options(name: string, as: Call['as'], method: 'get' | 'post' | 'ajax', make: (env: Env) => unknown, more: Partial<Call> = {}): Call {
  return {
    name: `options: ${name}`,
    as,
    ...more,
    run(env) {
      const given = make(env);
      return env.api[method]({...me}, typeof given === 'object' && given !== null ? env.given(given) : given);
    },
  };
}

export const ajaxOptions: Call[] = [
  options('an empty object gets a type', 'both', 'get', () => ({})),
  options('null', 'anon', 'get', () => null),
  options('a function', 'both', 'get', () => Object.assign(() => undefined, {headers: {'X-Told': 'by a function'}})),
  options('headers', 'both', 'get', () => ({headers: {'X-One': '1', 'x-two': 'zwei'}})),
  options('headers of a post', 'user', 'post', () => ({headers: {'X-One': '1', 'Cache-Control': 'no-cache'}})),
  options('a header that is undefined, or null', 'anon', 'get', () => ({headers: {'X-One': undefined, 'X-Two': null, 'X-Three': ''}})),
  options('one’s own Api-User-Agent', 'anon', 'get', () => ({headers: {'api-user-agent': 'Mine/1.0'}})),
  options('one’s own Accept', 'anon', 'get', () => ({headers: {Accept: 'text/plain'}})),
  options('one’s own X-Requested-With', 'anon', 'get', () => ({headers: {'X-Requested-With': 'me'}})),
  options('one’s own Content-Type in headers', 'anon', 'post', () => ({headers: {'Content-Type': 'application/x-www-form-urlencoded'}})),
  options('type', 'both', 'ajax', () => ({type: 'POST'})),
  options('type in small letters', 'anon', 'ajax', () => ({type: 'post'})),
  options('method', 'anon', 'ajax', () => ({method: 'POST'})),
  options('method against get', 'anon', 'get', () => ({method: 'POST'})),
  options('method against post', 'anon', 'post', () => ({method: 'GET'})),
  options('HEAD', 'anon', 'ajax', () => ({type: 'HEAD'})),
  options('an address with a query', 'both', 'get', () => ({url: '/w/api.php?uselang=de&x'})),
  options('an address with a query, for a post', 'anon', 'post', () => ({url: '/w/api.php?uselang=de'})),
  options('an address with a fragment', 'anon', 'get', () => ({url: '/w/api.php?uselang=de#part'})),
  options('an address that is whole', 'anon', 'post', () => ({url: `${location.origin}/w/api.php`})),
  options('an address relative to the page', 'anon', 'get', () => ({url: '../w/api.php'})),
  options('an address without a scheme', 'anon', 'get', () => ({url: `//${location.host}/w/api.php`})),
  options('an address as an object', 'anon', 'get', () => ({url: new URL('/w/api.php', location.href)})),
  options('an address where nothing is', 'anon', 'get', () => ({url: '/w/nothing-here.php'})),
  options('multipart', 'both', 'post', () => ({contentType: 'multipart/form-data'})),
  options('multipart, but a get', 'anon', 'get', () => ({contentType: 'multipart/form-data'})),
  options('a content type of another kind', 'anon', 'post', () => ({contentType: 'application/x-www-form-urlencoded'})),
  options('no content type', 'anon', 'post', () => ({contentType: false}), {answers: [{body: '{"help": {}}'}]}),
  options('a content type for a get', 'anon', 'get', () => ({contentType: 'text/plain'})),
  options('withCredentials', 'user', 'get', () => ({xhrFields: {withCredentials: true}})),
  options('timeout 0', 'anon', 'get', () => ({timeout: 0})),
  options('a timeout that is not reached', 'anon', 'post', () => ({timeout: 20_000})),
  options('dataType text', 'anon', 'get', () => ({dataType: 'text'})),
  options('dataType html', 'anon', 'get', () => ({dataType: 'html'})),
  options('dataType undefined', 'anon', 'get', () => ({dataType: undefined})),
  options('cache: false, a get', 'anon', 'get', () => ({cache: false})),
  options('cache: false, a get with a query of its own', 'anon', 'get', () => ({cache: false, url: '/w/api.php?uselang=de'})),
  options('cache: false, a post', 'anon', 'post', () => ({cache: false})),
  options('beforeSend sets a header', 'both', 'get', () => ({beforeSend: (xhr: XMLHttpRequest) => xhr.setRequestHeader('X-Before', 'yes')})),
  options('beforeSend is told the settings', 'anon', 'post', ({note}) => ({
    beforeSend(_: unknown, {type, url, data}: Record<string, unknown>) {
      note('settings', {type, url, data});
    },
  })),
  options('beforeSend says no', 'anon', 'get', () => ({beforeSend: () => false})),
  options('beforeSend says no to a post', 'user', 'post', () => ({beforeSend: () => false})),
  options('data is not taken', 'anon', 'get', () => ({data: {titles: 'Sandbox'}})),
  options('xhr makes the request', 'anon', 'post', ({note}) => ({
    xhr() {
      const xhr = onPage().$.ajaxSettings.xhr();
      xhr.addEventListener('load', () => note('loaded', xhr.status));
      return xhr;
    },
  }), {byXhr: true}),
  options('async: false', 'anon', 'get', () => ({async: false}), {byXhr: true}),
  options('async: false, and a failure', 'anon', 'post', () => ({async: false, url: '/w/nothing-here.php'}), {byXhr: true}),
  ...(['get', 'post'] as const).map((method) =>
    options(`callbacks of $.ajax, ${method}`, 'anon', method, ({note}) => {
      const order: unknown[] = [];
      const say = (name: string) => (...args: unknown[]): void => {
        order.push([name, ...args.map((argument) => (typeof argument === 'string' ? argument : typeof argument))]);
        note('order', order);
      };
      return {success: say('success'), error: say('error'), complete: [say('complete'), say('and so')], ...(method === 'post' && {url: '/w/nothing-here.php'})};
    }),
  ),
  {
    name: 'options: headers by $.ajaxSetup',
    as: 'anon',
    async run({api, settled}) {
      const settings = onPage().$.ajaxSettings as {headers?: object};
      settings.headers = {'X-Setup': '1', 'X-One': 'of the setup'};
      await settled(api.get({...me}, {headers: {'X-One': 'of the call'}}), 'it');
      delete settings.headers;
    },
  },
  options('junk', 'both', 'get', () => ({foo: 1, bar: {baz: []}, length: 3, toString: 'no'})),
  {
    name: 'options: one object for a get and a post',
    as: 'both',
    async run({api, settled, given, note}) {
      const options = given({headers: {'X-One': '1'}});
      await settled(api.get({...me}, options), 'get');
      note('after get', options);
      await settled(api.post({...me}, options), 'post');
      await settled(api.ajax({...me}, options), 'ajax');
    },
  },
];
