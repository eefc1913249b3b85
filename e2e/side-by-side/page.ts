/** What the spec has in the page: the calls, and how to make one. `open.ts` bundles it, and asks by `sideBySide`. */
import {calls} from './calls/index.js';
import {mw} from './globals.js';
import {observe} from './observe.js';
import {installRecorder} from './record.js';
import type {Classes, Doors, Observation, Who} from './types.js';

export type Side = 'real' | 'ours';

let sides: Record<Side, Classes> | undefined;

/** @param library - the module with our classes; without one, core's are compared with themselves */
async function prepare(library: string | undefined): Promise<void> {
  await mw().loader.using(['mediawiki.api', 'mediawiki.ForeignApi', 'mediawiki.Title', 'mediawiki.jqueryMsg', 'mediawiki.util', 'oojs', 'user.options']);
  const real = {Api: mw().Api, ForeignApi: mw().ForeignApi, Rest: mw().Rest, ForeignRest: mw().ForeignRest};
  const ours = library === undefined ? real : ((await import(/* @vite-ignore */ library)) as Classes);
  installRecorder();
  sides = {real, ours};
}

async function run(name: string, side: Side, who: Who, doors: Doors, tokens: Record<string, string>): Promise<Observation> {
  const call = calls.find((call) => call.name === name);
  if (!call || !sides) throw new Error(`No call is named “${name}”, or nothing is prepared`);
  for (const [type, token] of Object.entries(tokens)) mw().user.tokens.set(type, token);
  const classes = sides[side];
  classes.Api.resetTokenCacheForTest?.();
  return observe(call, classes, who, doors);
}

const onPage = {prepare, run};

export type SideBySide = typeof onPage;

Object.assign(globalThis, {sideBySide: onPage});
