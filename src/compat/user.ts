/** Who the user is. */
import type {Api, ApiParameters, RequestPromise} from './api.js';
import {userName} from './page.js';
import {merge} from './parameters.js';
import {type ApiPromise, rejected} from './promise.js';

export interface UserGroupsAndRights {
  readonly groups: readonly string[];
  readonly rights: readonly string[];
}

export interface Users {
  /** Logs in with a bot password. Fails with the code of the answer's error, or `unknown`. */
  login(username: string, password: string): RequestPromise;
  getUserInfo(): ApiPromise<UserGroupsAndRights>;
  /** These parameters, and that they are for the user of this page: the wiki refuses them from anybody else. */
  assertCurrentUser<Query extends ApiParameters>(query: Query): Query & {assert?: 'anon' | 'user'; assertuser?: string};
}

export const users: Users & ThisType<Api> = {
  login(username, password) {
    const params: ApiParameters = {action: 'login', lgname: username, lgpassword: password};
    return this.post(params).then((first) => {
      params['lgtoken'] = (first as {login: {token: string}}).login.token;
      return this.post(params).then((answer) => {
        const {login, error} = answer as {login: {result: string}; error?: {code?: string}};
        return login.result === 'Success' ? answer : rejected(error?.code || 'unknown', answer);
      });
    }) as RequestPromise;
  },

  getUserInfo() {
    return this.get({action: 'query', meta: 'userinfo', uiprop: ['groups', 'rights']}).then((answer) => {
      const {query} = answer as {query?: {userinfo?: UserGroupsAndRights}};
      return query?.userinfo ?? rejected();
    });
  },

  assertCurrentUser(query) {
    const name = userName();
    // Off the wiki it is not known who the user should be.
    const asserted = name === undefined ? {} : name === null ? {assert: 'anon'} : {assert: 'user', assertuser: name};
    return merge<object>(asserted, query) as typeof query;
  },
};
