/** Versions of files. */
import {apiError} from '../../../core/refusals.js';
import type {ApiMessage} from '../../../core/wiki-error.js';
import {type Action, asText, list, listed, oneOf, pages, type RulesOf, text, words} from './action.js';
import {entriesSince, isTitle, logFinder} from './log.js';
import {reader, rowsReader, wrongPage} from './read.js';

const fileTitle = (name: unknown): string => `File:${asText(name)}`;

/**
 * Twice: `fileexists-no-change`, told as a `Failure`.
 *
 * @see https://www.mediawiki.org/wiki/API:Filerevert
 */
export const filerevert: Action = {
  rules: {filename: text, comment: words, archivename: text} satisfies RulesOf<'filerevert'>,
  one: [['filename'], ['archivename']],
  target: ({filename}) => fileTitle(filename),
  ground: ({filename}) => ({log: 'upload', titles: [fileTitle(filename)]}),
  ready: (_params, {pages: [page]}) => ({before: {title: page?.title}}),
  token: 'csrf',
  again: 'refused',
  read(session, answer, sent) {
    const {result, errors, ...told} = reader('filerevert')(session, answer, sent) as ReturnType<Action['read']> & {result?: string; errors?: readonly ApiMessage[]};
    if (result === 'Success') return {...told, result};
    const [first = {code: 'failure', text: `The wiki answers “${asText(result)}” and says no more.`}, ...others] = errors ?? [];
    throw apiError([first, ...others], {answer});
  },
  find: logFinder({
    type: 'upload',
    action: ['overwrite', 'revert'],
    reason: 'comment',
    fits: ({title}, {params, before}) => isTitle(title, before['title'], fileTitle(params['filename'])),
    done: () => ({result: 'Success'}),
  }),
};

/**
 * Twice: turned twice. A file without an entry of this user in the log is not proven to be turned.
 *
 * @see https://www.mediawiki.org/wiki/API:Imagerotate
 */
export const imagerotate: Action = {
  rules: {...pages, rotation: oneOf('90', '180', '270'), tags: list} satisfies RulesOf<'imagerotate'>,
  one: [['titles', 'pageids', 'revids', 'generator'], ['rotation']],
  target: ({titles, pageids}) => asText(listed(titles)[0] ?? `#${asText(listed(pageids)[0])}`),
  ground: ({titles, pageids}) => ({log: 'upload', ...(titles !== undefined && {titles: listed(titles).map(String)}), ...(pageids !== undefined && {more: {prop: 'info', pageids: listed(pageids)}})}),
  ready: (_params, {pages: known}) => ({before: {titles: JSON.stringify(known.map(({title}) => title))}}),
  lists: ['titles', 'pageids', 'revids'],
  token: 'csrf',
  again: 'twice',
  read: rowsReader('imagerotate', (row) => wrongPage(row) ?? (row['result'] === 'Failure' ? {code: 'failure', text: 'The file could not be turned.'} : undefined)),
  async find(session, sent, options) {
    const titles = JSON.parse(asText(sent.before['titles'] ?? '[]')) as readonly string[];
    const entries = await entriesSince(session, 'upload', sent, options);
    const turned = titles.filter((title) => entries.some((entry) => entry.action === 'overwrite' && entry.title === title));
    return titles.length > 0 && turned.length === titles.length ? {result: {outcome: 'saved', recovered: true, imagerotate: titles.map((title) => ({title, result: 'Success'}))}} : {};
  },
};
