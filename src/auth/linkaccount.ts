/** Connects the account with one at another site, by which one can then log in. */
import {checkOptions} from '../core/check.js';
import type {Session} from '../core/session.js';
import {AuthFlow, type AuthFlowOptions, flowRules} from './auth-flow.js';
import type {AuthValues} from './auth-step.js';
import {run, type StepOptions, stepRules} from './steps.js';

export interface LinkAccountOptions extends StepOptions, AuthFlowOptions {}

/**
 * @param values - by the names of the fields that `wiki.authmanagerinfo({requestsfor: 'link'})` tells; with `resume`, what
 * the user came back with
 * @throws {LoginError} the wiki refused; or it sends the user to another site (`REDIRECT`), and there is no `onStep`: then
 * `answer` is that step
 * @see https://www.mediawiki.org/wiki/API:Linkaccount
 */
export async function linkaccount(session: Session, values: AuthValues, options: LinkAccountOptions = {}): Promise<void> {
  checkOptions(options, {...stepRules, ...flowRules});
  const {onStep, signal, ...flow} = options;
  await run(new AuthFlow(session, 'link', flow), values, {onStep, signal});
}
