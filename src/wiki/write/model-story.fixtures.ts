/** Stories of several people, devices and mishaps on the model of a wiki, and what must be true when they are over. */
import fc from 'fast-check';
import {isApiError} from '../../core/api-errors.js';
import type {OutcomeUnknownError} from '../../core/write-errors.js';
import type {SavedEdit} from '../edit/edit.js';
import type {Page} from '../page.js';
import {Wiki} from '../wiki.js';
import {merged} from './model-merge.fixtures.js';
import {type EditMishap, ModelNetwork, type ReadMishap} from './model-network.fixtures.js';
import {type ModelRevision, ModelWiki, title} from './model-wiki.fixtures.js';

/** One call of the library. Its line is its own, its summary everybody's. */
interface Call {
  readonly device: 0 | 1;
  readonly kind: 'append' | 'prepend' | 'signed' | 'text' | 'transform' | 'newSection' | 'create';
  readonly at: number;
  /** Through the page object that other calls of the device use, too. */
  readonly shared: boolean;
  readonly abortAt?: number | undefined;
}

/** What another user does, past all networks. */
interface Other {
  readonly what: 'bottom' | 'top' | 'middle' | 'undo' | 'rollback' | 'reword';
  readonly at: number;
}

export interface Scenario {
  readonly exists: boolean;
  readonly calls: readonly Call[];
  readonly others: readonly Other[];
  readonly edits: readonly EditMishap[];
  readonly reads: readonly ReadMishap[];
}

export interface Run {
  /** What is against the law. */
  readonly problems: readonly string[];
  /** How each call ended. */
  readonly endings: readonly string[];
}

const mostFaultyReads = 12;

const soon = fc.oneof({weight: 3, arbitrary: fc.integer({min: 0, max: 200})}, {weight: 1, arbitrary: fc.integer({min: 0, max: 20_000})});
const later = fc.oneof(fc.integer({min: 5, max: 200}), fc.integer({min: 200, max: 3000}), fc.integer({min: 3000, max: 90_000}));

const editMishap: fc.Arbitrary<EditMishap> = fc.oneof(
  {weight: 3, arbitrary: fc.constant({type: 'none'} as const)},
  {weight: 6, arbitrary: fc.record({type: fc.constantFrom('dropBefore', 'dropAfter', 'twice', '503 before', '503 after', 'html before', 'html after', 'truncated', 'internal error after', 'hang')})},
  {weight: 1, arbitrary: fc.record({type: fc.constant('refused' as const), code: fc.constantFrom('badtoken', 'readonly', 'ratelimited', 'internal_api_error_DBQueryError')})},
  {weight: 4, arbitrary: fc.record({type: fc.constantFrom('late', 'twiceLate', 'slow'), ms: later})},
);

const readMishap: fc.Arbitrary<ReadMishap> = fc.oneof(
  {weight: 6, arbitrary: fc.constant({type: 'none'} as const)},
  {weight: 2, arbitrary: fc.record({type: fc.constantFrom('drop', '503', 'html')})},
  {weight: 2, arbitrary: fc.record({type: fc.constant('lag' as const), ms: later})},
);

const call: fc.Arbitrary<Call> = fc.record({
  device: fc.constantFrom(0, 1),
  kind: fc.constantFrom('append', 'prepend', 'signed', 'text', 'transform', 'newSection', 'create'),
  at: soon,
  shared: fc.boolean(),
  abortAt: fc.option(soon, {nil: undefined, freq: 8}),
});

export const scenario: fc.Arbitrary<Scenario> = fc.record({
  exists: fc.oneof({weight: 4, arbitrary: fc.constant(true)}, {weight: 1, arbitrary: fc.constant(false)}),
  calls: fc.array(call, {minLength: 1, maxLength: 5}),
  others: fc.array(fc.record({what: fc.constantFrom('bottom', 'top', 'middle', 'undo', 'rollback', 'reword'), at: soon}), {maxLength: 6}),
  edits: fc.array(editMishap, {maxLength: 10}),
  reads: fc.array(readMishap, {maxLength: mostFaultyReads}),
});

const summary = 'same';
const start = 'a\nb\nc\nmiddle\nd\ne\nf';

/** One call, and what became of it. */
interface Ended extends Call {
  readonly mark: string;
  readonly saved?: SavedEdit;
  readonly error?: Error;
  /** Set when the call was told. */
  readonly told: number;
}

/** Each story is of a wiki of its own: what is known of another is not of this one. */
let stories = 0;

export async function story({exists, calls, others, edits, reads}: Scenario): Promise<Run> {
  stories++;
  const problems: string[] = [];
  const wiki = new ModelWiki(exists ? start : undefined);
  const shown = [new Set<number>(), new Set<number>()];
  const network = new ModelNetwork(wiki, edits, reads, {
    onSend: (device, params) => {
      const text = params['text'] ?? `${params['prependtext']}${params['appendtext']}`;
      for (const {mark} of asked) {
        const seen = text.includes(mark) && wiki.revisions.find((one) => shown[device]?.has(one.revid) && appliesIn(wiki, one, mark));
        // A text may hold what earlier calls have saved; what it is to add must not be there. Where answers come from
        // databases that are behind, what one has shown the next may deny.
        if (seen && !reads.some(({type}) => type === 'lag') && !wiki.revision(Number(params['baserevid']))?.text.includes(mark)) problems.push(`${mark} is sent again, though ${seen.revid}, which has it, was shown`);
      }
    },
    onShown: (device, revid) => shown[device]?.add(revid),
  });
  const asked = calls.map((one, index) => ({...one, mark: `<line ${index}>`}));
  const devices = [0, 1].map((device) => {
    // Devices do not know of each other: an address of its own gives each its own turns and notes.
    const client = new Wiki(`https://device${device}.story${stories}.example/w/api.php`, {fetch: network.fetch(device, 'Olga'), userAgent: 'Test/1.0', user: 'Olga', tokens: {csrf: 'Olga+\\'}, onWarning: () => {}});
    return {client, page: client.page(title)};
  });
  for (const [index, other] of others.entries()) setTimeout(() => meddle(wiki, other.what, index), other.at);
  const ended = await Promise.all(
    asked.map(async (one): Promise<Ended> => {
      await at(one.at);
      const {client, page} = devices[one.device] as (typeof devices)[0];
      const controller = new AbortController();
      if (one.abortAt !== undefined) setTimeout(() => controller.abort(), one.abortAt);
      return make(one, one.shared ? page : client.page(title), controller.signal, problems).then(
        (saved) => ({...one, saved, told: Date.now()}),
        (error: Error) => ({...one, error, told: Date.now()}),
      );
    }),
  );
  await at(600_000); // all that was late has come
  for (const one of ended) problems.push(...(await judged(wiki, one, reads.some(({type}) => type === 'lag'))));
  problems.push(...lossesIn(wiki));
  const claims = ended.map(({saved}) => saved?.newrevid).filter((revid) => revid !== undefined);
  if (new Set(claims).size < claims.length) problems.push(`two calls are told the same revision: ${claims.join(', ')}`);
  return {problems, endings: ended.map(({saved, error}) => (saved ? `${saved.outcome}${saved.recovered ? ', recovered' : ''}${saved.reverted ? ', reverted' : ''}` : (isApiError(error) ? error.code : (error?.name ?? '')))) };
}

const at = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function make({kind, mark}: {readonly kind: Call['kind']; readonly mark: string}, page: Page, signal: AbortSignal, problems: string[]): Promise<SavedEdit> {
  const fields = {summary};
  const options = {signal};
  switch (kind) {
    case 'append':
      return page.append(`\n${mark}`, fields, options);
    case 'prepend':
      return page.prepend(`${mark}\n`, fields, options);
    case 'signed':
      return page.append(`\n${mark} ~~~~`, fields, options);
    case 'newSection':
      return page.newSection('Section', mark, fields, options);
    case 'create':
      return page.create(mark, fields, options);
    case 'text': {
      const text = await page.text({signal});
      return page.edit({text: `${text}\n${mark}`, ...fields}, options);
    }
    case 'transform':
      return page.edit(
        (text) => {
          if (text.includes(mark)) problems.push(`the function for ${mark} is given a text that has it`);
          return text.replace('middle', `middle\n${mark}`).concat(text.includes('middle') ? '' : `\n${mark}`);
        },
        fields,
        options,
      );
  }
}

function meddle(wiki: ModelWiki, what: Other['what'], index: number): void {
  const {latest} = wiki;
  if (!latest) return;
  const line = `<other ${index}>`;
  const change = (text: string | undefined): void => {
    if (text !== undefined && text !== latest.text) wiki.save({user: 'Nils', comment: what, text, copy: undefined});
  };
  const mine = wiki.revisions.findLast(({user}) => user === 'Olga');
  switch (what) {
    case 'bottom':
      return change(`${latest.text}\n${line}`);
    case 'top':
      return change(`${line}\n${latest.text}`);
    case 'middle':
      return change(latest.text.replace('middle', `middle\n${line}`));
    case 'undo':
      return change(mine && merged(mine.text, wiki.revision(mine.parentid)?.text ?? '', latest.text));
    case 'rollback':
      return change(latest.user === 'Olga' ? wiki.revisions.findLast(({user}) => user !== 'Olga')?.text : undefined);
    case 'reword':
      return change(latest.text.replace(/<line \d+>(?! \(reworded)/, '$& (reworded)'));
  }
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;

const before = (wiki: ModelWiki, {parentid}: ModelRevision): string => wiki.revision(parentid)?.text ?? '';

/** Whether this revision is the call with that mark. */
const appliesIn = (wiki: ModelWiki, revision: ModelRevision, mark: string): boolean => revision.user === 'Olga' && count(revision.text, mark) > count(before(wiki, revision), mark);

/** What is not as it should be with one call, all being over. */
async function judged(wiki: ModelWiki, {mark, kind, saved, error, told}: Ended, lags: boolean): Promise<string[]> {
  const problems: string[] = [];
  const applied = wiki.revisions.filter((one) => appliesIn(wiki, one, mark));
  const takenBack = wiki.revisions.filter((one) => one.user !== 'Olga' && count(one.text, mark) < count(before(wiki, one), mark));
  const say = (what: string): void => void problems.push(`${mark}, ${kind}: ${what}; applied in ${applied.map(({revid}) => revid).join(', ') || 'none'}, taken back in ${takenBack.map(({revid}) => revid).join(', ') || 'none'}`);
  if (wiki.revisions.some(({text}) => count(text, mark) > 1)) say('it is there twice');
  // The wiki takes a copy on the same base again when somebody has put back what was there before: no client can help that
  // which has sent both. That none is sent after the first was shown, is looked at in `onSend`.
  if (applied.length > 1 + takenBack.length) say('it was applied twice');
  if (saved?.outcome === 'saved' && !applied.some(({revid}) => revid === saved.newrevid)) say(`told as saved in ${saved.newrevid}`);
  // Of what a replica does not show yet, it is not known who made it.
  if (saved?.outcome === 'nochange' && !(lags && applied.length > 0)) say('told as no change');
  if (saved?.reverted && takenBack.length === 0) say('told as reverted');
  if (error?.name === 'OutcomeUnknownError') await checked(error as OutcomeUnknownError<SavedEdit>, applied, say);
  // A copy the browser had sent before the one that was refused, and that came after that: nobody knew of it.
  else if (error && applied.some(({copy, at: when}) => !(copy?.silent && when > told))) say(`told as ${error.name} ${error.message}`);
  if (error && !isApiError(error) && !/^(OutcomeUnknownError|AbortError|NetworkError|HttpError|InvalidAnswerError)$/.test(error.name)) say(`ended as ${error.name}: ${error.message}`);
  return problems;
}

async function checked({check}: OutcomeUnknownError<SavedEdit>, applied: readonly ModelRevision[], say: (what: string) => void): Promise<void> {
  for (let tries = 0; tries < mostFaultyReads; tries++) {
    try {
      const found = await check();
      if (found && !applied.some(({revid}) => revid === found.newrevid)) say(`check() takes ${found.newrevid} for it`);
      if (!found && applied.length > 0) say('check() does not find it');
      return;
    } catch {
      // The wiki was not to be reached: that is told, and one asks again.
    }
  }
  say('check() never tells');
}

/** Lines that an edit of ours took from somebody: ours only add. */
function lossesIn(wiki: ModelWiki): string[] {
  return wiki.revisions.flatMap((one) => {
    if (one.user !== 'Olga') return [];
    const lost = before(wiki, one).split('\n').filter((line) => line !== '' && !one.text.includes(line));
    return lost.map((line) => `${one.revid} takes “${line}” away`);
  });
}
