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
  // A page without an origin has none.
  locks()?.request(name, () => held).catch(() => {});
  return {
    id,
    release: () => {
      here.delete(name);
      end();
    },
  };
}

/** Whether another form is open for the same, in this tab or another one. */
export async function isOpenElsewhere(place: DraftPlace, id: string): Promise<boolean> {
  const name = placeName(place);
  return (await heldNames()).some((held) => held.startsWith(name) && held !== `${name}${id}`);
}

/** The ids of all drafts that somebody is typing. */
export async function heldDrafts(): Promise<ReadonlySet<string>> {
  return new Set((await heldNames()).map((name) => name.slice(name.lastIndexOf(' ') + 1)));
}

/** Held by this script. */
const here = new Set<string>();

const prefix = 'wikilit-draft ';

const placeName = ({wiki, user, title, section}: DraftPlace): string => `${prefix}${JSON.stringify([wiki, user ?? '', title, section ?? ''])} `;

async function heldNames(): Promise<readonly string[]> {
  const known = await locks()?.query().catch(() => undefined);
  return [...here, ...(known?.held ?? []).flatMap(({name = ''}) => (name.startsWith(prefix) ? [name] : []))];
}

/** Only in secure contexts; looking can be refused, too. */
function locks(): LockManager | undefined {
  try {
    return (globalThis as {navigator?: {locks?: LockManager}}).navigator?.locks;
  } catch {
    return undefined;
  }
}
