/** Writing pages: edit, create, newSection, rollback. */
import {deferred, mw} from '../globals.js';
import type {Call} from '../types.js';

interface Revision {
  content: string;
  timestamp: string;
}

const appended = ({content}: Revision): string => `${content}\n\nAppended: ä 漢 👩🏽‍🚀.`;

/** An edit of the sandbox by this transform. */
function edit(name: string, transform: (revision: Revision) => unknown, as: Call['as'] = 'user', more: Partial<Call> = {}): Call {
  return {name: `edit: ${name}`, as, writes: true, ...more, run: ({api}) => api.edit('Sandbox', transform)};
}

export const editing: Call[] = [
  edit('a text', appended, 'both'),
  edit('parameters', (revision) => ({text: appended(revision), summary: 'a summary', minor: true, watchlist: 'nochange'}), 'both'),
  edit('a jQuery promise', (revision) => deferred().resolve({text: appended(revision), summary: 'by jQuery'}, 'more')),
  edit('a native promise', (revision) => Promise.resolve(appended(revision)), 'both'),
  edit('a number', () => 7),
  edit('undefined', () => undefined),
  edit('null', () => null),
  edit('what overrides the protections', (revision) => ({text: appended(revision), nocreate: undefined, basetimestamp: undefined, starttimestamp: undefined, assert: 'user', formatversion: 1})),
  edit('the same text', ({content}) => content),
  edit('a conflict', (revision) => ({text: 'all anew', basetimestamp: '2001-01-01T00:00:00Z', ...(revision.content === '' && {x: 1})})),
  edit('a transform that throws', () => {
    throw new RangeError('no idea');
  }),
  edit('a promise that fails', () => deferred().reject('my-code', {my: 'details'})),
  edit('a native promise that fails', () => Promise.reject(new RangeError('no idea'))),
  edit('what a filter refuses', () => 'abuse-disallow', 'both'),
  edit('a captcha: it is done, and failed', appended, 'anon', {answers: ['wiki', {body: '{"edit": {"captcha": {"type": "simple", "id": "1", "question": "1+1"}, "result": "Failure"}}'}]}),
  edit('the first answer has no pages', appended, 'anon', {answers: [{body: '{"query": {}}'}]}),
  edit('the first answer is lost', appended, 'user', {answers: ['lost']}),
  edit('the token is bad, once', appended, 'user', {answers: ['wiki', {body: '{"error": {"code": "badtoken"}}'}]}),
  {name: 'edit: a title', as: 'both', writes: true, run: ({api}) => api.edit(new (mw().Title)('Talk:Deleted page'), appended)},
  {name: 'edit: what the transform is given', as: 'user', writes: true, run: ({api, note}) => api.edit('Mercury (ship)', (...args: unknown[]) => (note('arguments', args), 'a packet boat'))},
  {name: 'edit: a page that is not there', as: 'both', run: ({api}) => api.edit('No such page', appended)},
  {name: 'edit: a title that is none', as: 'both', run: ({api}) => api.edit('<no title>', appended)},
  {name: 'edit: an empty title', as: 'anon', run: ({api}) => api.edit('', appended)},
  {name: 'edit: a page of another wiki', as: 'anon', run: ({api}) => api.edit('de:Leuchtturm', appended)},
  {name: 'edit: a protected page', as: 'both', run: ({api}) => api.edit('Protected', appended)},
  {name: 'edit: a name that needs escaping', as: 'user', writes: true, run: ({api}) => api.edit('It\'s 100% sure? Yes! + more; even = & ~tilde', appended)},
  {name: 'create: a page', as: 'both', writes: true, run: ({api, given}) => api.create('A new page', given({summary: 'new'}), 'Text of\nthe page & more.')},
  {name: 'create: by a title', as: 'user', writes: true, run: ({api}) => api.create(new (mw().Title)('talk:a new page'), {summary: '', tags: ['proofread']}, 'x')},
  {name: 'create: a page that is there', as: 'both', run: ({api}) => api.create('Sandbox', {summary: 'new'}, 'x')},
  {name: 'create: without parameters', as: 'anon', writes: true, run: ({api}) => api.create('Another new page', undefined, 'x')},
  {name: 'create: what overrides the protections', as: 'user', writes: true, run: ({api}) => api.create('Sandbox', {createonly: false, assert: undefined, assertuser: undefined, formatversion: 1}, 'x')},
  {name: 'create: a title that is none', as: 'anon', run: ({api}) => api.create('[x]', {}, 'x')},
  {name: 'newSection', as: 'both', writes: true, run: ({api}) => api.newSection('Talk:Deleted page', 'A header', 'A message. ~~~~')},
  {name: 'newSection: by a title, with more', as: 'user', writes: true, run: ({api, given}) => api.newSection(new (mw().Title)('Redirect to sandbox'), 'A header', 'A message.', given({redirect: true, summary: 'other', formatversion: 2}))},
  {name: 'newSection: refused', as: 'anon', run: ({api}) => api.newSection('Protected', 'A header', 'A message.')},
  {name: 'newSection: aborted', as: 'user', run({api, watch}) {
    watch(api.newSection('Sandbox', 'A header', 'A message.'), 'it').abort();
  }},
  {name: 'rollback', as: 'sysop', writes: true, run: ({api}) => api.rollback('Crossed edits', 'Olga')},
  {name: 'rollback: of vandalism', as: 'sysop', writes: true, run: ({api, given}) => api.rollback(new (mw().Title)('Reverted twice'), 'Henrik', given({summary: 'as it was', markbot: true, formatversion: 2}))},
  {name: 'rollback: by another than said', as: 'sysop', run: ({api}) => api.rollback('Sandbox', 'Henrik')},
  {name: 'rollback: refused', as: 'both', run: ({api}) => api.rollback('Reverted twice', 'Henrik')},
];
