import type { Metadata, ServiceError } from '@grpc/grpc-js';
import type { Behaviour } from './behaviour';
import type { Faults } from './faults';
import type { MemoryLog } from './memory-log';
import { notLeader } from './status';

export interface Address {
  readonly host: string;
  readonly port: number;
}

export type NodeState = 'leader' | 'follower' | 'unknown';

/** A node as gossip tells of it. */
export interface Member extends Address {
  readonly state: NodeState;
  readonly isAlive: boolean;
}

/** What every call of one server works with. */
export interface ServerContext {
  readonly log: MemoryLog;
  readonly behaviour: Behaviour;
  readonly faults: Faults;
  /** Events waiting for a live subscriber that does not read, before it is cut off, and for how many ms. */
  readonly liveBuffer: number;
  readonly slowAfterMs: number;
  members(this: void): readonly Member[];
  /** The leader, when this node is not it and must not forward. */
  otherLeader(this: void): Address | undefined;
  /** Whether any node leads: while none does, nothing is appended. */
  isLed(this: void): boolean;
}

/** Why this node refuses a request that insists on the leader. Without that header a follower forwards. */
export function leaderFault(metadata: Metadata, context: ServerContext): ServiceError | undefined {
  const leader = context.otherLeader();
  const insists = metadata.get('requires-leader')[0] === 'true';
  return leader && insists ? notLeader(leader.host, leader.port) : undefined;
}
