/** The bad networks that specs and benchmarks of writing share. */
import type {FaultRule} from './wiki/index.js';

const faulty = {action: ['query', 'edit']} as const;

/** Three of ten answers are lost when the wiki has done what was asked, and one of ten requests on the way to it; of reads, too. */
export const losses: readonly FaultRule[] = [
  {...faulty, probability: 0.1, fault: {type: 'dropBefore'}},
  {...faulty, probability: 0.3, fault: {type: 'dropAfter'}},
];

/** Besides, the wiki gets some edits when the client has long given them up, and looks for them or sends them again. */
export const lossesAndLate: readonly FaultRule[] = [{action: 'edit', probability: 0.15, fault: {type: 'late'}}, ...losses];
