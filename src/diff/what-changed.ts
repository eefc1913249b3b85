/** What was added and removed besides words, read from the wikitext of the rows that differ. */
import type {DiffModel, DiffRow} from './model.js';
import {wrong} from './wrong.js';

export type Kind = 'sections' | 'links' | 'urls' | 'references' | 'templates' | 'categories' | 'files';

/** In the order of the text; one that is there twice, twice. What only moved is in none. */
export interface Changed {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface Namespaces {
  /** Names of the namespace of categories, in the wiki's language and in English. */
  readonly category?: readonly string[];
  readonly file?: readonly string[];
}

/** A long reference is named by its beginning. */
const longest = 80;

/**
 * @param namespaces - what the wiki calls them; English names are known
 * @throws {TypeError} names the argument, what was given and what is expected
 * @example whatChanged(await diffTexts('a', 'a [[b]]')).links // {added: ['b'], removed: []}
 */
export function whatChanged(model: DiffModel, namespaces: Namespaces = {}): Readonly<Record<Kind, Changed>> {
  check(model, namespaces);
  const {rows} = model;
  const {category = [], file = []} = namespaces;
  const isCategory = prefix(['Category', ...category]);
  const isFile = prefix(['File', 'Image', 'Media', ...file]);
  const changed: Record<Kind, {added: string[]; removed: string[]}> = {sections: both(), links: both(), urls: both(), references: both(), templates: both(), categories: both(), files: both()};
  for (const [side, list, other] of [['to', 'added', 'removed'], ['from', 'removed', 'added']] as const) {
    for (const {kind, name} of namedIn(textOf(rows, side), isCategory, isFile)) {
      // What is on both sides has not changed; the left side comes second.
      const there = list === 'removed' ? changed[kind][other].indexOf(name) : -1;
      if (there >= 0) changed[kind][other].splice(there, 1);
      else changed[kind][list].push(name);
    }
  }
  return changed;
}

function check(model: Partial<DiffModel> | null | undefined, namespaces: Namespaces | null): void {
  if (!Array.isArray(model?.rows)) throw wrong('model', model, 'what diffTexts(), fromRestCompare() or fromCompareHtml() gives');
  if (typeof namespaces !== 'object' || namespaces === null) throw wrong('namespaces', namespaces, "an object such as {category: ['Kategorie']}");
  for (const [name, names] of Object.entries(namespaces)) {
    if (name !== 'category' && name !== 'file') throw new TypeError(`${name}: no such namespace; there are category, file`);
    if (names !== undefined && !(Array.isArray(names) && names.every((one) => typeof one === 'string'))) throw wrong(name, names, "a list of names such as ['Kategorie']");
  }
}

const both = (): {added: string[]; removed: string[]} => ({added: [], removed: []});

const prefix = (names: readonly string[]): RegExp => new RegExp(`^\\s*(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\s*:\\s*(.*)$`, 'i');

/** Neighbours stay together, as a template may go over many lines; unchanged lines are on both sides. */
const textOf = (rows: readonly DiffRow[], side: 'from' | 'to'): string => rows.flatMap((row) => row[side]?.text ?? []).join('\n');

function* namedIn(text: string, isCategory: RegExp, isFile: RegExp): Generator<{readonly kind: Kind; readonly name: string}> {
  for (const [, , title = ''] of text.matchAll(/^(={1,6})(.+?)\1[^\S\n]*$/gm)) yield {kind: 'sections', name: title.trim()};
  for (const [, target = ''] of text.matchAll(/\[\[([^[\]|{}\n]+)/g)) {
    const [category, file] = [isCategory.exec(target)?.[2], isFile.exec(target)?.[2]];
    // With a colon before it, it is a link to it.
    if (category !== undefined) yield {kind: 'categories', name: category.trim()};
    else if (file !== undefined) yield {kind: 'files', name: file.trim()};
    else yield {kind: 'links', name: target.trim().replace(/^:/, '')};
  }
  for (const [, name = ''] of text.matchAll(/\{\{\s*([^{}|\n#<>[\]]+?)\s*(?=[|}\n])/g)) if (!name.includes(':') || /^template:/i.test(name)) yield {kind: 'templates', name};
  yield* references(text);
  for (const [url] of text.matchAll(/\bhttps?:\/\/[^\s[\]<>"|{}]+/gi)) yield {kind: 'urls', name: url.replace(/[.,;:!?)]+$/, '')};
}

/** `<ref name="a" />`, and from `<ref>` to the next `</ref>`. */
function* references(text: string): Generator<{readonly kind: Kind; readonly name: string}> {
  for (let start = 0, end = 0; ; start = end) {
    const opening = /<ref\b([^<>]*)>/gi;
    opening.lastIndex = start;
    const [tag, attributes = ''] = opening.exec(text) ?? [];
    if (tag === undefined) return;
    end = opening.lastIndex;
    const close = attributes.endsWith('/') ? end : text.indexOf('</ref', end);
    // None is closed from here on.
    if (close < 0) return;
    const name = /\bname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))/i.exec(attributes);
    const said = name?.[1] ?? name?.[2] ?? name?.[3] ?? text.slice(end, close).trim();
    if (said) yield {kind: 'references', name: said.length > longest ? `${said.slice(0, longest)}…` : said};
    end = close;
  }
}
