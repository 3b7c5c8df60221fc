import { AppendQueue, LIMITS, type Outcome, type QueuedAppend, type QueueLimits } from '../src/postgres/append-queue';

/** A log that answers when told to, and remembers what came in which call. */
export class SlowLog {
  readonly calls: { appends: readonly QueuedAppend[]; answer(): void; fail(error: Error): void }[] = [];

  /** A queue before this log: one call at a time unless `limits` says otherwise. */
  queue(limits: Partial<QueueLimits> = {}): AppendQueue {
    return new AppendQueue(this.send, { ...LIMITS, calls: 1, ...limits });
  }

  /** The streams of each call so far. */
  get streams(): string[][] {
    return this.calls.map(({ appends }) => appends.map(({ stream }) => stream));
  }

  private readonly send = (appends: readonly QueuedAppend[]): Promise<readonly Outcome[]> =>
    new Promise((resolve, reject) => {
      const answer = (): void =>
        resolve(appends.map((_, index) => ({ accepted: true, revision: 0n, position: BigInt(index + 1) })));
      this.calls.push({ appends, answer, fail: reject });
    });
}

export function append(stream: string, count = 1, data = '{}'): QueuedAppend {
  const events = Array.from({ length: count }, () => ({ id: stream, type: 'Noted', data, metadata: '{}' }));
  return { stream, expected: 'no-stream', events };
}

/** The event loop has turned once: a queue has sent what it will. */
export const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Puts appends into the queue, forgetting their answers, and lets the queue send what it will. */
export async function put(queue: AppendQueue, appends: readonly QueuedAppend[]): Promise<void> {
  for (const each of appends) queue.append(each).catch(() => undefined);
  await turn();
}
