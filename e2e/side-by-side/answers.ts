/** Answers given in the wiki's place, to one call. */
import type {Page, Route} from '@playwright/test';
import type {Answer} from './types.js';

/** Until the answer of this is called. */
export async function answerInstead(page: Page, answers: readonly Answer[]): Promise<() => Promise<void>> {
  const api = /\/(?:api|rest)\.php/;
  const silent: Route[] = [];
  let next = 0;
  const answer = async (route: Route): Promise<void> => {
    const given = answers[next++] ?? 'wiki';
    if (given === 'wiki') return route.continue();
    if (given === 'lost') return route.abort('connectionreset');
    if (given === 'silence') return void silent.push(route);
    const {status = 200, type = 'application/json; charset=utf-8', headers, body = ''} = given;
    return route.fulfill({status, headers: {'content-type': type, ...headers}, body});
  };
  await page.route(api, answer);
  return async () => {
    await page.unroute(api, answer);
    // The page has given them up, or is about to.
    await Promise.all(silent.map((route) => route.abort().catch(() => undefined)));
  };
}
