import type * as server from './eventstoredb-server';

export type { ServerVersion } from './behaviour';
export { changeLeader } from './change-leader';
export type { EventStoreDbServer, EventStoreDbServerOptions } from './eventstoredb-server';

/** The protocol server on a free port. Loaded when it is started: gRPC is heavy, and most tests need none. */
export function startEventStoreDbServer(
  options: server.EventStoreDbServerOptions = {},
): Promise<server.EventStoreDbServer> {
  const { EventStoreDbServer } = module.require('./eventstoredb-server') as typeof server;
  return EventStoreDbServer.start(options);
}

/** A cluster over one log; the first node leads. */
export async function startEventStoreDbCluster(
  size: number,
  options: server.EventStoreDbServerOptions = {},
): Promise<readonly server.EventStoreDbServer[]> {
  const leader = await startEventStoreDbServer(options);
  const shared = { ...options, log: leader.log, state: 'follower' } as const;
  const followers = Array.from({ length: size - 1 }, () => startEventStoreDbServer(shared));
  const nodes = [leader, ...(await Promise.all(followers))];
  for (const node of nodes) node.peers = nodes.filter((other) => other !== node);
  return nodes;
}
