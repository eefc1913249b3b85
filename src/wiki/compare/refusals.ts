/** Why there is nothing to compare: errors to be thrown, by the codes the API has where it has one. */
import {ApiError} from '../../core/api-errors.js';
import {refusals} from '../revision.js';
import type {Sides} from './ask-sides.js';
import type {RevisionSide} from './diff-side.js';

export const refuse = (code: string, text: string): ApiError => new ApiError([{code, text, module: 'query'}]);

/** Also told of a deleted one to who may not know of it. */
export const noSuchRevision = (revid: number): ApiError => refuse('nosuchrevid', `There is no revision ${revid}.`);

/** @throws {ApiError} `nosuchrevid` */
export function existing(sides: readonly RevisionSide[], revid: number): RevisionSide {
  const side = sides.find((each) => each.revid === revid);
  if (!side) throw noSuchRevision(revid);
  return side;
}

/**
 * @returns `missingtitle`
 * @throws {ApiError} there can be no page of that title: says why
 */
export async function noPage({query}: Sides, title: string): Promise<ApiError> {
  const {onePage} = await refusals();
  return refuse('missingtitle', `There is no page “${onePage(query, title).title}”.`);
}
