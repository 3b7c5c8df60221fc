import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** One request as its caller saw it; status 0: the connection was lost. */
export interface Seen {
  readonly what: 'write' | 'read' | 'live' | 'ready';
  readonly key: string;
  readonly at: number;
  readonly ms: number;
  readonly status: number;
  readonly retryAfter: string | null;
}

const source = { title: 'Cổng thông tin', url: 'https://example.vn/2021' };

/** People who write, read and look at the health of a running API, each one request after the other. */
export class People {
  readonly seen: Seen[] = [];
  private readonly token: string;
  private working = true;
  private readonly work: Promise<void>[];

  constructor(
    private readonly url: string,
    dataDir: string,
    writers = 3,
  ) {
    const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as {
      roles: string[];
      token: string;
    }[];
    this.token = accounts.find(({ roles: [role] }) => role === 'administrator-of-units')?.token ?? '';
    const looking = [this.loop(() => this.ask('live')), this.loop(() => this.ask('ready'))];
    const reading = this.loop(() => this.ask('read'));
    this.work = [...looking, reading, ...Array.from({ length: writers }, () => this.loop(() => this.write()))];
  }

  async goHome(): Promise<void> {
    this.working = false;
    await Promise.all(this.work);
  }

  since(begun: number, what: Seen['what']): Seen[] {
    return this.seen.filter((each) => each.what === what && each.at >= begun);
  }

  /** Keys of the writes that were answered with success, and of all. */
  get acknowledged(): string[] {
    return this.seen.filter(({ what, status }) => what === 'write' && status === 201).map(({ key }) => key);
  }

  /** Resolves when a write that begins now, or later, is answered with success; throws after `atMost` ms. */
  async untilWritten(atMost: number): Promise<number> {
    const begun = Date.now();
    while (!this.since(begun, 'write').some(({ status }) => status === 201)) {
      if (Date.now() - begun > atMost) throw new Error(`Nothing was written within ${atMost} ms`);
      await sleep(20);
    }
    return Date.now() - begun;
  }

  /** Sends a write, new or repeated, and answers its status. */
  async write(key: string = randomUUID()): Promise<number> {
    const rows = [{ unitId: 'so_a', unitName: 'Sở A', index: '86.05', rank: 1 }];
    const block = `khoi_${key.replaceAll('-', '').slice(0, 12)}`;
    const body = JSON.stringify({ year: 2021, blockId: block, blockName: 'Khối', n: 1, source, rows });
    const headers = {
      Authorization: `Bearer ${this.token}`,
      'Idempotency-Key': key,
      'Content-Type': 'application/json',
    };
    return this.note('write', key, `${this.url}/results/imports`, { method: 'POST', headers, body });
  }

  private ask(what: 'live' | 'ready' | 'read'): Promise<number> {
    return this.note(what, '', `${this.url}${what === 'read' ? '/rankings' : `/health/${what}`}`, {});
  }

  private async note(what: Seen['what'], key: string, url: string, init: RequestInit): Promise<number> {
    const at = Date.now();
    const answer = await fetch(url, init).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    const status = answer?.status ?? 0;
    this.seen.push({
      what,
      key,
      at,
      ms: Date.now() - at,
      status,
      retryAfter: answer?.headers.get('retry-after') ?? null,
    });
    return status;
  }

  private async loop(step: () => Promise<number>): Promise<void> {
    while (this.working) {
      await step();
      await sleep(50);
    }
  }
}
