import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, embeddedAddresses, makeLogins, migrate, openCluster, startServer } from '@app/postgres';
import type { DatabaseAddresses } from '@app/postgres';

/** A PostgreSQL server that belongs to one test, to be frozen, killed and starved. */
export class OwnServer {
  private constructor(
    private readonly cluster: Cluster,
    readonly addresses: DatabaseAddresses,
  ) {}

  static async start(folder: string): Promise<OwnServer> {
    const cluster = await openCluster(folder, { durable: false });
    const { port } = await startServer(cluster);
    await makeLogins(cluster, port);
    const addresses = embeddedAddresses(cluster, port);
    await migrate(addresses);
    return new OwnServer(cluster, addresses);
  }

  /** Every process of it stands still; its connections stay open. */
  freeze(): void {
    this.signalAll('SIGSTOP');
  }

  thaw(): void {
    this.signalAll('SIGCONT');
  }

  /** It is gone at once, without a word to its clients. */
  crash(): void {
    this.signalAll('SIGKILL');
  }

  /** Up again after a crash, on the same port. */
  async restart(): Promise<void> {
    await startServer(this.cluster);
  }

  /** Takes every free byte of the volume that it works on. */
  fillVolume(): void {
    const ballast = join(this.cluster.folder, 'ballast');
    for (let bytes = 1024 * 1024; bytes >= 4096;) {
      try {
        writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
      } catch {
        bytes >>= 1;
      }
    }
  }

  freeVolume(): void {
    rmSync(join(this.cluster.folder, 'ballast'));
  }

  private signalAll(signal: NodeJS.Signals): void {
    const [pid = ''] = readFileSync(join(this.cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    // A server that stands still makes no more processes while they are counted.
    process.kill(Number(pid), 'SIGSTOP');
    const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
    const children = lines.map((line) => line.trim().split(/\s+/)).filter(([, parent]) => parent === pid);
    for (const each of [pid, ...children.map(([child]) => child)]) {
      try {
        process.kill(Number(each), signal);
      } catch {
        continue; // It has ended meanwhile.
      }
    }
  }
}
