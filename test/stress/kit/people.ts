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
  /** What a write that was accepted was answered with. */
  readonly accepted: string | undefined;
}

const source = { title: 'Cổng thông tin', url: 'https://example.vn/2021' };

/** People who write, read and look at the health of a running API, each one request after the other. */
export class People {
  readonly seen: Seen[] = [];
  private readonly token: string;
  private working = true;
  /** Where the write that was answered last stands in the log. */
  private position: string | undefined;
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

  /** Resolves when what was written last is read back from the read model; throws after `atMost` ms. */
  async untilReadBack(atMost: number): Promise<void> {
    for (const end = Date.now() + atMost; ; await sleep(20)) {
      const status = this.position === undefined ? 0 : await this.ask('read', `?after=${this.position}`);
      if (status === 200) return;
      if (Date.now() > end) throw new Error(`Nothing was read back within ${atMost} ms`);
    }
  }

  /** So many readers at the same moment; their statuses. */
  crowd(size: number): Promise<number[]> {
    return Promise.all(Array.from({ length: size }, () => this.ask('read')));
  }

  /** Sends a write, new or repeated, and answers its status. */
  async write(key: string = randomUUID()): Promise<number> {
    // A unit of its own: none has results of hundreds of blocks in one year, and a read model may take long over one that has.
    const mark = key.replaceAll('-', '').slice(0, 12);
    const rows = [{ unitId: `so_${mark}`, unitName: 'Sở A', index: '86.05', rank: 1 }];
    const body = JSON.stringify({ year: 2021, blockId: `khoi_${mark}`, blockName: 'Khối', n: 1, source, rows });
    const headers = {
      Authorization: `Bearer ${this.token}`,
      'Idempotency-Key': key,
      'Content-Type': 'application/json',
    };
    return this.note('write', key, `${this.url}/results/imports`, { method: 'POST', headers, body });
  }

  /** Repeats a write for as long as it is asked to come back, at most `atMost` ms. */
  async writeInTheEnd(key: string, atMost: number): Promise<number> {
    for (const end = Date.now() + atMost; ; await sleep(100)) {
      const status = await this.write(key);
      if ((status !== 503 && status !== 429) || Date.now() > end) return status;
    }
  }

  private ask(what: 'live' | 'ready' | 'read', query = ''): Promise<number> {
    return this.note(what, '', `${this.url}${what === 'read' ? `/rankings${query}` : `/health/${what}`}`, {});
  }

  private async note(what: Seen['what'], key: string, url: string, init: RequestInit): Promise<number> {
    const at = Date.now();
    const answer = await fetch(url, init).catch(() => undefined);
    const text = await answer?.text().catch(() => undefined);
    const status = answer?.status ?? 0;
    const retryAfter = answer?.headers.get('retry-after') ?? null;
    const accepted = what === 'write' && status === 201 ? text : undefined;
    this.seen.push({ what, key, at, ms: Date.now() - at, status, retryAfter, accepted });
    if (accepted !== undefined) this.position = (JSON.parse(accepted) as { position: string }).position;
    return status;
  }

  private async loop(step: () => Promise<number>): Promise<void> {
    while (this.working) {
      await step();
      await sleep(50);
    }
  }
}
