/** Which drafts are being typed now: each form holds its own by a Web Lock, which ends with its tab, also when that crashes. */
import type {DraftPlace} from './record.js';

export interface DraftHold {
  /** Under which the form keeps what is typed in it. */
  readonly id: string;
  readonly release: () => void;
}

/**
 * Says that a form is open here. Where browsers have no such locks, only forms of this script know of each other.
 *
 * @param id - of a hold that was released, to take it up again
 */
export function holdDraft(place: DraftPlace, id = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`): DraftHold {
  const name = `${placeName(place)}${id}`;
  let end!: () => void;
  const held = new Promise<void>((resolve) => (end = resolve));
  here.add(name);
  released.delete(name);
  // A page without an origin has none.
  locks()?.request(name, () => held).catch(() => {});
  return {
    id,
    release: () => {
      here.delete(name);
      released.add(name);
      end();
    },
  };
}

/**
 * Whether another form is open for the same, in this tab or another one.
 *
 * @param own - the ids of who asks
 */
export async function isOpenElsewhere(place: DraftPlace, own: readonly string[]): Promise<boolean> {
  const name = placeName(place);
  return (await heldNames()).some((held) => held.startsWith(name) && !own.includes(held.slice(name.length)));
}

/** The ids of all drafts that somebody is typing. */
export async function heldDrafts(): Promise<ReadonlySet<string>> {
  return new Set((await heldNames()).map((name) => name.slice(name.lastIndexOf(' ') + 1)));
}

/** Held by this script. */
const here = new Set<string>();
/** Those it has released; the browser may need a moment for it. */
const released = new Set<string>();

const prefix = 'wikilit-draft ';

const placeName = ({wiki, user, title, section}: DraftPlace): string => `${prefix}${JSON.stringify([wiki, user ?? '', title, section ?? ''])} `;

async function heldNames(): Promise<readonly string[]> {
  const known = await locks()?.query().catch(() => undefined);
  return [...here, ...(known?.held ?? []).flatMap(({name = ''}) => (name.startsWith(prefix) && !released.has(name) ? [name] : []))];
}

/** Only in secure contexts; looking can be refused, too. */
function locks(): LockManager | undefined {
  try {
    return (globalThis as {navigator?: {locks?: LockManager}}).navigator?.locks;
  } catch {
    return undefined;
  }
}
