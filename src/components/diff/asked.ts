/** What the attributes of the element ask for. */
import {given} from '../given.js';
import type {DiffRequest, Neighbour, Since} from '../../wiki/compare/diff-request.js';

/** The members of `<wiki-diff>` that say what is compared. */
export interface Asked {
  readonly fromrev: number | undefined;
  readonly torev: number | Neighbour | undefined;
  readonly page: string | undefined;
  readonly since: Since | undefined;
  readonly text: string | undefined;
  readonly section: number | string | undefined;
  readonly fromText: string | undefined;
  readonly toText: string | undefined;
  readonly frompage: string | undefined;
  readonly files: boolean;
  readonly fromfile: string | undefined;
  readonly tofile: string | undefined;
}

/** Whether anything at all is asked for; what more it would need, is told by who reads it. */
export const isAsked = ({fromrev, torev, page, since, section, text, fromText, toText, frompage, files, fromfile, tofile}: Asked): boolean =>
  files || (text ?? fromText ?? toText) !== undefined || [fromrev, torev, page, since, section, frompage, fromfile, tofile].some((value) => given(value) !== undefined);

export const requestOf = ({fromrev, torev, page, since, text, section}: Asked): DiffRequest =>
  ({fromrev: given(fromrev), torev: given(torev), page: given(page), since: given(since), text: text ?? undefined, section: given(section)});
