import {expect, test} from 'vitest';
import {chooseEngine, type EngineChoice, mostHere, mostRead} from './choose-engine.js';
import {page, revision, unsavedText} from './compare.fixtures.js';

const sized = (revid: number, size: number, text?: string): ReturnType<typeof revision> => revision(revid, {slots: {main: {contentmodel: 'wikitext', size, text}}});
const [from, to] = [revision(1), revision(2)];
const elsewhere = revision(3, {page: {...page, pageid: 7}});

test.each<[string, Partial<EngineChoice>, string]>([
  ['short texts at hand', {}, 'local'],
  ['the longest texts that MediaWiki takes, at hand', {from: sized(1, mostHere / 2, 'x'), to: sized(2, mostHere / 2, 'x')}, 'local'],
  ['longer ones', {from: sized(1, mostHere / 2, 'x'), to: sized(2, mostHere / 2 + 1, 'x')}, 'rest'],
  ['texts to be read, short', {from: sized(1, mostRead / 2), to: sized(2, mostRead / 2)}, 'local'],
  ['texts to be read, long', {from: sized(1, mostRead / 2), to: sized(2, mostRead / 2 + 1)}, 'rest'],
  ['long ones of two pages', {from: sized(1, mostRead), to: {...elsewhere, slots: sized(3, mostRead).slots}}, 'html'],
  ['an unsaved text, however long', {to: unsavedText('x'.repeat(mostHere + 1))}, 'local'],
  ['the wiki, asked for', {engine: 'wiki'}, 'rest'],
  ['the wiki without rest.php', {engine: 'wiki', rest: false}, 'html'],
  ['the wiki for another slot', {engine: 'wiki', role: 'mediainfo'}, 'html'],
  ['the wiki for two pages', {engine: 'wiki', to: elsewhere}, 'html'],
  ['the wiki for a first revision', {engine: 'wiki', from: undefined}, 'html'],
  ['the wiki for a deleted revision', {engine: 'wiki', from: revision(1, {archived: true})}, 'html'],
  ['the wiki for an unsaved text', {engine: 'wiki', to: unsavedText('x')}, 'html'],
  ['the wiki for a hidden text', {engine: 'wiki', from: revision(1, {hidden: {text: true, user: false, comment: false, suppressed: false}})}, 'local'],
  ['the wiki for what is on two', {engine: 'wiki', acrossWikis: true}, 'local'],
  ['here, asked for', {engine: 'local', from: sized(1, mostHere), to: sized(2, mostHere)}, 'local'],
])('%s', (_, change, engine) => {
  expect(chooseEngine({from, to, rest: true, ...change})).toBe(engine);
});
