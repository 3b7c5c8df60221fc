/** Where the server's versions differ (measured; the newer holds for EventStoreDB 24.10 and KurrentDB 25). */
export interface Behaviour {
  readonly version: string;
  /** Whether metadata and type names count towards the limit of an append, beside the data. */
  readonly countsMetadata: boolean;
  /** A slow consumer is cut off, or goes back to catching up. */
  readonly cutsSlowConsumers: boolean;
  /** A subscription to a stream that does not exist says `caughtUp` at once. */
  readonly missingStreamIsCaughtUp: boolean;
  /** A subscription with a filter ends its catch-up with a checkpoint. */
  readonly checkpointBeforeCaughtUp: boolean;
  /** Beyond the end of the log: what is new is delivered, or nothing until the log has grown past the position. */
  readonly deliversBeyondEnd: boolean;
  /** Refuses what the older one leaves without an answer, or answers by an unnamed exception. */
  readonly namesBadRequests: boolean;
}

const v23: Behaviour = {
  version: '23.10.6.0',
  countsMetadata: false,
  cutsSlowConsumers: true,
  missingStreamIsCaughtUp: false,
  checkpointBeforeCaughtUp: false,
  deliversBeyondEnd: true,
  namesBadRequests: false,
};

const v24: Behaviour = {
  version: '24.10.4.0',
  countsMetadata: true,
  cutsSlowConsumers: false,
  missingStreamIsCaughtUp: true,
  checkpointBeforeCaughtUp: true,
  deliversBeyondEnd: false,
  namesBadRequests: true,
};

/** The versions that the server can play. */
export const behaviours = { '23.10': v23, '24.10': v24 } as const;
export type ServerVersion = keyof typeof behaviours;
