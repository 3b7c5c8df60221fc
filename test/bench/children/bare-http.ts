import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from '../harness/child';

export interface BareHttpTask {
  /** What every request is answered with. */
  readonly bytes: number;
  /** Where it listens. */
  readonly port: number;
}

/** node's own HTTP server, answering at once: as fast as any API in node could be. */
answer<BareHttpTask>(async ({ bytes, port }, { ready, stopped }) => {
  const body = JSON.stringify({ text: 'x'.repeat(bytes) });
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('Content-Type', 'application/json').end(body));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  ready();
  await stopped;
  server.closeAllConnections();
  return { port: (server.address() as AddressInfo).port };
});
