import { Listener, type SessionEnd } from './listener';

/** Sessions that end as told; after the last it listens until closed. */
class ToldListener extends Listener {
  readonly begun: number[] = [];

  constructor(private readonly ends: readonly SessionEnd[]) {
    super();
  }

  protected async session(): Promise<SessionEnd> {
    this.begun.push(Date.now());
    const end = this.ends[this.begun.length - 1];
    if (end) return end;
    await new Promise((resolve) => this.closed.addEventListener('abort', resolve, { once: true }));
    return 'held';
  }
}

/** The pauses between the sessions, in ms. */
async function pausesAfter(...ends: readonly SessionEnd[]): Promise<number[]> {
  const listener = new ToldListener(ends);
  const waiting = listener.sleep(60_000, new AbortController().signal);
  await jest.advanceTimersByTimeAsync(10_000);
  await listener.close();
  await waiting;
  return listener.begun.slice(1).map((at, index) => at - (listener.begun[index] ?? 0));
}

describe('listening', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('begins again at once when it is normal that it ended', async () => {
    expect(await pausesAfter('at-once', 'at-once')).toEqual([0, 0]);
  });

  it('begins again after longer and longer pauses while it fails, and from the shortest after it held', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    expect(await pausesAfter('failed', 'failed', 'failed', 'held', 'failed')).toEqual([100, 200, 400, 100, 200]);
  });

  it('begins again within two seconds, however long it failed', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    const pauses = await pausesAfter(...Array.from({ length: 9 }, () => 'failed' as const));
    expect(Math.max(...pauses)).toBe(2_000);
  });

  it('lets those who wait look by themselves while it fails', async () => {
    const listener = new ToldListener(Array.from({ length: 100 }, () => 'failed' as const));
    const waiting = listener.sleep(250, new AbortController().signal).then(() => Date.now());
    const began = Date.now();
    await jest.advanceTimersByTimeAsync(10_000);
    expect((await waiting) - began).toBe(250);
    await listener.close();
  });

  it('begins with the first sleep, once for all who wait, and never after it was closed', async () => {
    const listener = new ToldListener([]);
    expect(listener.begun).toHaveLength(0);
    const { signal } = new AbortController();
    const waiting = [listener.sleep(60_000, signal), listener.sleep(60_000, signal)];
    await listener.close();
    await Promise.all(waiting);
    await listener.sleep(60_000, signal);
    expect(listener.begun).toHaveLength(1);
  });
});
