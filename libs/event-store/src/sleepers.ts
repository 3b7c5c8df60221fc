import { pause } from './pause';

/** Who waits for the log to grow. */
export class Sleepers {
  private readonly waiting = new Set<() => void>();

  /** Resolves when woken, at the latest after `atMost` ms, or when aborted. */
  async sleep(atMost: number, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const awake = (): void => over.abort();
    this.waiting.add(awake);
    signal.addEventListener('abort', awake, { once: true });
    if (!signal.aborted) await pause(atMost, over.signal);
    signal.removeEventListener('abort', awake);
    this.waiting.delete(awake);
  }

  wakeAll(): void {
    for (const awake of this.waiting) awake();
  }
}
