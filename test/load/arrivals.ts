/**
 * Open loop: calls `arrive` `perSecond` times a second, at random moments as independent callers do, whatever became of earlier calls.
 * Ends before its time when `signal` says so. `intended` is when the caller would have asked (performance.now()): measured from there, a stall of server or of this program is not hidden.
 */
export async function arrivals(
  perSecond: number,
  seconds: number,
  arrive: (intended: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  if (perSecond === 0) return;
  const until = performance.now() + seconds * 1000;
  const gap = () => (-Math.log(1 - Math.random()) * 1000) / perSecond;
  let next = performance.now() + gap();
  while (next < until && !signal?.aborted) {
    const now = performance.now();
    for (; next <= now && next < until; next += gap()) arrive(next);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
