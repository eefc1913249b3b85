/** What a page of the wiki has, as far as the calls use it. */
import type {Classes, Promised} from './types.js';

interface Title {
  getPrefixedText(): string;
}

interface Deferred extends Promised {
  resolve(...args: unknown[]): Deferred;
  reject(...args: unknown[]): Deferred;
  notify(...args: unknown[]): Deferred;
}

type Log = ((...args: unknown[]) => void) & {warn: (...args: unknown[]) => void};

interface OnPage {
  mw: Classes & {
    Title: new (title: string) => Title;
    config: {values: Record<string, unknown>; get(name: string): unknown; set(name: string, value: unknown): void};
    loader: {using(modules: string[]): Promised};
    log: Log;
    message(key: string, ...parameters: unknown[]): {exists(): boolean; text(): string};
    messages: {values: Record<string, unknown>; get(key: string): unknown};
    user: {tokens: {set(name: string, value: string): void}};
  };
  $: ((...args: unknown[]) => {get(): Element[]}) & {Deferred(): Deferred; ajaxSettings: {xhr(): XMLHttpRequest}};
  OO: {inheritClass(child: unknown, parent: unknown): void};
}

/** Read when it is asked for: the calls are listed in Node, too. */
export const onPage = (): OnPage => globalThis as unknown as OnPage;

export const mw = (): OnPage['mw'] => onPage().mw;

export const deferred = (): Deferred => onPage().$.Deferred();
