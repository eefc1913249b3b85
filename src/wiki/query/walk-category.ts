/** Goes down through a category and the categories in it, each once, however they lie in each other. */
import {callBack} from '../../core/call-back.js';
import type {Params, ParamValue} from '../../core/params.js';
import type {Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {checkListingOptions, listing, type ListingOptions} from '../listing.js';
import {names} from './shape.js';

interface Member {
  readonly ns: number;
  readonly title: string;
  readonly type?: string;
}

const categoryNamespace = 14;

/** What is asked for besides, as it leads on; what the caller did not want of it is not given. */
const needed = ['ids', 'title', 'type'];

/** @throws {TypeError} a depth that is none, before anything is asked */
export async function* walkCategory<Item>(session: Session, title: string, {depth = Infinity, ...params}: Params & {readonly depth?: number} = {}, options: ListingOptions = {}, count = Infinity): AsyncGenerator<Item[], void, undefined> {
  checkListingOptions(options);
  if (typeof depth !== 'number' || !(depth >= 0)) throw new TypeError(`depth: ${shown(depth)} given, a number of steps down expected, 0 or more`);
  const {onProgress, signal} = options;
  const asked = {...params, prop: together(params['prop'] ?? '', needed), type: together(params['type'], ['subcat']), namespace: together(params['namespace'], [String(categoryNamespace)])};
  const types = params['type'] === undefined ? undefined : names(params['type']);
  const namespaces = params['namespace'] === undefined ? undefined : names(params['namespace']);
  const isWanted = ({type = '', ns}: Member): boolean => (types?.includes(type) ?? true) && (namespaces?.includes(String(ns)) ?? true);
  const seen = new Set([title]);
  const found = new Set<string>();
  const left: {readonly title: string; readonly below: number}[] = [{title, below: 0}];
  let items = 0;
  let answers = 0;
  for (let next = left.shift(); next; next = left.shift()) {
    const {below} = next;
    const members = listing<Member>(session, {group: 'list', name: 'categorymembers', params: {...asked, title: next.title}, items: 'rows'}, {signal}).byAnswer();
    for (let answer = await members.next(); !answer.done; answer = await members.next()) {
      const wanted = answer.value.filter((member) => isWanted(member) && !found.has(member.title)).slice(0, count - items);
      for (const member of wanted) found.add(member.title);
      for (const {ns, title} of answer.value) {
        if (ns !== categoryNamespace || below >= depth || seen.has(title)) continue;
        seen.add(title);
        left.push({title, below: below + 1});
      }
      items += wanted.length;
      const progress = {items, answers: ++answers};
      if (onProgress) callBack(() => onProgress(progress));
      if (wanted.length > 0) yield wanted.map((member) => Object.assign(member, {depth: below})) as Item[];
      if (items >= count) {
        await members.return();
        return;
      }
    }
  }
}

/** What the caller wants, and these; all, where the caller names none. */
const together = (wanted: ParamValue, needed: readonly string[]): string[] | undefined => (wanted === undefined ? undefined : [...new Set([...names(wanted), ...needed])]);
