/** What a subject is to the others of its contest: the physical limit, the peer (Emmett), or one more of ours. */
export type Role = 'limit' | 'peer' | 'ours';

/** One subject's figures in one contest: one value per round, in the order of the rounds. */
export interface Series {
  /** Which contest; goals refer to it. */
  readonly contest: string;
  readonly subject: string;
  readonly role: Role;
  /** Which of the contest's figures: `rate`, `p99`, `peak`. */
  readonly figure: string;
  readonly unit: string;
  readonly values: readonly number[];
}
