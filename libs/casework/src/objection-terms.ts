/** Within how many days of its arrival an objection of a unit to its own score is answered. Also the Nest token. */
export class ObjectionTerms {
  /** `answerWithinDays`: calendar days, at least 1. */
  constructor(readonly answerWithinDays: number) {}
}

/** A sample (mẫu): our sources name no term for objections to a score. Another policy is another value here, given by composition. */
export const sampleObjectionTerms = new ObjectionTerms(15);
