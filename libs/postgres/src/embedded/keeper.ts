import { setTimeout as pause } from 'node:timers/promises';
import { StartUpRefused } from '../start-up-refused';
import { type Cluster, openCluster } from './cluster';
import { KeeperClients } from './keeper-clients';
import { keeperAddress } from './keeper-protocol';
import { makeLogins } from './roles';
import { type Server, startServer } from './server';

/**
 * Runs the PostgreSQL of one folder for as long as any client is connected, then stops it and returns. A client that comes while
 * it stops is served by a new start. Returns at once when the folder has a keeper already.
 */
export async function keep(folder: string): Promise<void> {
  const clients = await KeeperClients.claim(keeperAddress(folder));
  if (!clients) return;
  try {
    const cluster = await openCluster(folder, { durable: true });
    do await serve(cluster, clients);
    while (clients.any);
  } catch (error) {
    await clients.dismiss({ refused: sentence(error) });
    throw error;
  } finally {
    clients.close();
  }
}

async function serve(cluster: Cluster, clients: KeeperClients): Promise<void> {
  let server = await start(cluster, clients);
  const idle = clients.idle().then(() => 'idle' as const);
  while ((await Promise.race([idle, server.died])) !== 'idle') server = await start(cluster, clients);
  clients.announce(undefined);
  await server.stop();
  clients.release();
}

/** How long a server that is lost right after its start is followed by another, ms: the server of a killed keeper is going down. */
const patience = 30_000;

async function start(cluster: Cluster, clients: KeeperClients): Promise<Server> {
  clients.announce(undefined);
  for (const end = Date.now() + patience; ; await pause(100)) {
    try {
      const server = await startServer(cluster);
      await makeLogins(cluster, server.port);
      clients.announce({ port: server.port });
      return server;
    } catch (error) {
      if (error instanceof StartUpRefused || Date.now() > end) throw error;
    }
  }
}

/** One line: of a failed program the last thing that it said. */
function sentence(error: unknown): string {
  if (error instanceof StartUpRefused) return error.message;
  const { stderr, message } = error as { stderr?: string; message?: string };
  const said = (stderr?.trim() || message || String(error)).split('\n').at(-1);
  return `PostgreSQL nhúng không khởi động được: ${said}`;
}
