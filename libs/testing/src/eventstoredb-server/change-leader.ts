import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStoreDbServer } from './eventstoredb-server';

/**
 * Another node of a cluster comes to lead. The old leader is killed, which cuts all that was connected to it, and comes back to follow; or it
 * stands down alive, and forwards from then on. Either way every subscription ends, and for `electionMs` nobody leads: appends are answered
 * "Server Is Not Ready". That those of a node that stands down end as well is assumed, not recorded.
 */
export async function changeLeader(
  nodes: readonly EventStoreDbServer[],
  how: 'killed' | 'stands-down',
  electionMs = 60,
): Promise<void> {
  const leading = nodes.findIndex(({ state }) => state === 'leader');
  const [old, next] = [nodes[leading], nodes[(leading + 1) % nodes.length]];
  if (!old || !next || next === old) throw new Error('There is no leader, or nobody to follow it');
  if (how === 'killed') old.stop();
  for (const { faults } of nodes) faults.cutSubscriptions('unavailable');
  old.state = 'follower';
  await sleep(electionMs);
  next.state = 'leader';
  if (how === 'killed') await old.start();
}
