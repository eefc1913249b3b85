/** The rows of all parts of a page as one: changes are counted through. */
import type {DiffRow, DiffTexts} from '../../../diff/model.js';
import type {Part} from '../comparing.js';
import {type BodyView, DiffBody} from './body.js';

export class DiffBodies {
  private bodies: readonly {readonly role: string; readonly body: DiffBody}[] = [];
  private readonly texts: (role: string) => Promise<DiffTexts | undefined>;

  /** @param texts - reads both texts of a part, where its model has none */
  constructor(texts: (role: string) => Promise<DiffTexts | undefined>) {
    this.texts = texts;
  }

  get elements(): readonly {readonly role: string; readonly element: HTMLElement}[] {
    return this.bodies.map(({role, body}) => ({role, element: body.element}));
  }

  /** How many changes there are. */
  get count(): number {
    return this.bodies.reduce((sum, {body}) => sum + body.count, 0);
  }

  show(parts: readonly Part[], view: Omit<BodyView, 'model'>): void {
    const known = new Map(this.bodies.map(({role, body}) => [role, body]));
    this.bodies = parts.map(({role, model}) => {
      const body = known.get(role) ?? new DiffBody({texts: () => this.texts(role)});
      body.show({...view, model});
      known.delete(role);
      return {role, body};
    });
    for (const body of known.values()) body.close();
  }

  /** @param change - its number, from 0 */
  goTo(change: number): void {
    this.at(change, (body, index) => body.goTo(index));
  }

  rowsOf(change: number): readonly DiffRow[] {
    return this.at(change, (body, index) => body.rowsOf(index)) ?? [];
  }

  /** The line of the right text where it begins, from 1. */
  lineOf(change: number): number {
    return this.at(change, (body, index) => body.lineOf(index)) ?? 0;
  }

  /** The section it is in. */
  sectionOf(change: number): string | undefined {
    return this.at(change, (body, index) => body.sectionOf(index));
  }

  /** The change of the main text that a line is in; -1 if none. */
  changeAt(side: 'from' | 'to', line: number): number {
    return this.bodies[0]?.body.changeAt(side, line) ?? -1;
  }

  /** The change that has the focus inside; undefined if none has. */
  changeOf(element: Element | null): number | undefined {
    const number = element?.closest<HTMLElement>('[data-change]')?.dataset['change'];
    if (number === undefined) return undefined;
    let before = 0;
    for (const {body} of this.bodies) {
      if (body.element.contains(element)) return before + Number(number);
      before += body.count;
    }
    return undefined;
  }

  async expandAll(): Promise<void> {
    for (const {body} of this.bodies) await body.expandAll();
  }

  /** While the element is in the page. Paper shows all that there is. */
  connect(): void {
    addEventListener('beforeprint', this.buildAll);
    for (const {body} of this.bodies) body.resume();
  }

  close(): void {
    removeEventListener('beforeprint', this.buildAll);
    for (const {body} of this.bodies) body.close();
  }

  private readonly buildAll = (): void => {
    for (const {body} of this.bodies) body.buildAll();
  };

  private at<Result>(change: number, what: (body: DiffBody, index: number) => Result): Result | undefined {
    let index = change;
    for (const {body} of this.bodies) {
      if (index < body.count) return what(body, index);
      index -= body.count;
    }
    return undefined;
  }
}
