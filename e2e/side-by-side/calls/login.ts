/** The old way to log in, which asks twice. */
import {botLogin, users} from '../../wiki/users.js';
import type {Call} from '../types.js';

const {name, password} = botLogin(users.Olga) ?? {name: '', password: ''};

export const login: Call[] = [
  {name: 'login: right', as: 'both', writes: true, run: ({api}) => api.login(name, password)},
  {name: 'login: wrong', as: 'both', writes: true, run: ({api}) => api.login(name, 'wrong & not+right')},
  {name: 'login: nobody', as: 'anon', writes: true, run: ({api}) => api.login('', '')},
  {name: 'login: no such user', as: 'anon', writes: true, run: ({api}) => api.login('No such user@x', 'x')},
  {name: 'login: with other defaults', as: 'anon', writes: true, run: ({Api, made}) => made(new Api({parameters: {formatversion: 2, errorformat: 'plaintext'}})).login(name, password)},
  {name: 'login: the first answer is an error', as: 'anon', answers: [{body: '{"error": {"code": "readonly"}}'}], run: ({api}) => api.login(name, password)},
  {name: 'login: the second is lost', as: 'anon', writes: true, answers: ['wiki', 'lost'], run: ({api}) => api.login(name, password)},
  {
    name: 'login: the second is refused in its own words',
    as: 'anon',
    answers: [{body: '{"login": {"result": "NeedToken", "token": "abc+\\\\"}}'}, {body: '{"login": {"result": "Throttled", "wait": 300}}'}],
    run: ({api}) => api.login(name, password),
  },
];
