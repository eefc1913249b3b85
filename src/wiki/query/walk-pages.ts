/** Goes through many titles, as many at once as the user may ask for; one answer ahead. */
import {callBack} from '../../core/call-back.js';
import type {Params} from '../../core/params.js';
import type {ApiAnswer, Session} from '../../core/session.js';
import {shown} from '../../core/shown.js';
import {requireTitleText} from '../title-problem.js';
import {checkListingOptions, type ListingOptions} from '../listing.js';
import {inOrder} from './hand-out.js';
import {raiseIgnored} from './ignored.js';
import {anybodysLimit, ask} from './look-up.js';
import {inFull, names, shapeOf} from './shape.js';
import {valueLimit} from './value-limit.js';

/** @throws {TypeError} titles or options that cannot be meant, before anything is asked */
export async function* walkPages<Item>(session: Session, titles: readonly string[], params: Params = {}, options: ListingOptions = {}, count = Infinity): AsyncGenerator<Item[], void, undefined> {
  checkListingOptions(options);
  checkTitles(titles);
  for (const name of Object.keys(params)) if (notBeside.test(name)) throw new TypeError(`params: ${name} given, but these pages are named by their titles; parameters such as {prop: 'info'} expected`);
  const {signal, onProgress} = options;
  const left = [...new Set(titles.map((title) => title.normalize()))];
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', onAbort, {once: true});
  // What goes out together agrees in the language, in following redirects, and so on.
  const asked = {...inFull(params), action: 'query'};
  const {frame} = shapeOf({params: asked, wants: 'whole'});
  const seen = new Set<unknown>();
  let items = 0;
  let answers = 0;
  const following = (): {readonly values: string[]; readonly answer: Promise<ApiAnswer>} | undefined => {
    const limit = valueLimit(session);
    // The first answer tells how many the next may ask for.
    if (limit === undefined && left.length > anybodysLimit) ask(session, {...frame, action: 'query', meta: 'userinfo', uiprop: 'rights'}, {signal: stop.signal}).catch(() => {});
    const values = left.splice(0, Math.min(limit ?? anybodysLimit, count - items));
    if (values.length === 0) return undefined;
    const answer = ask(session, {...asked, titles: values}, {signal: stop.signal});
    answer.catch(() => {}); // told when it is wanted
    return {values, answer};
  };
  try {
    for (let next = following(); next; ) {
      const {values, answer} = next;
      const told = await answer;
      raiseIgnored(told, names(params['prop']), Object.keys(params));
      const pages = inOrder(told, values).filter(({title}) => !seen.has(title)).slice(0, count - items);
      for (const {title} of pages) seen.add(title);
      items += pages.length;
      next = items < count ? following() : undefined;
      const progress = {items, answers: ++answers};
      if (onProgress) callBack(() => onProgress(progress));
      if (pages.length > 0) yield pages as Item[];
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    stop.abort();
  }
}

function checkTitles(titles: readonly string[]): void {
  if (!Array.isArray(titles)) throw new TypeError(`titles: ${shown(titles)} given, an array of titles expected`);
  for (const [index, title] of titles.entries()) requireTitleText(`titles[${index}]`, title);
}

const notBeside = /^(action|titles|pageids|revids|generator|format|continue|export\w*|list|meta)$/;
