import type {ApiAnswer} from '../../core/session.js';
export type AnswerTo<P> = [P] extends [never] ? never : ApiAnswer & {p?: P};
export type AnswerOr<Answer, P> = [Answer] extends [never] ? AnswerTo<P> : NoInfer<Answer>;
