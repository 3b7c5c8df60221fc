import type { Figures } from './contest';
import { percentile } from './statistics';

/**
 * Clients that each do the next piece of work as soon as the last is done, for `ms`. `work` answers how many units it did. Figures:
 * `rate` in units per second, `p50`, `p95` and `p99` of one piece in ms.
 */
export async function closedLoop(
  clients: number,
  ms: number,
  work: (client: number) => Promise<number>,
): Promise<Figures> {
  const latencies: number[] = [];
  let units = 0;
  const begun = performance.now();
  const end = begun + ms;
  const client = async (number: number): Promise<void> => {
    for (let now = performance.now(); now < end;) {
      const did = await work(number);
      units += did; // Not in one expression: another client counts meanwhile.
      const done = performance.now();
      latencies.push(done - now);
      now = done;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { rate: (units * 1000) / (performance.now() - begun), ...latencyFigures(latencies) };
}

/** `p50`, `p95` and `p99` of single pieces of work in ms. */
export function latencyFigures(latencies: readonly number[]): Figures {
  return { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), p99: percentile(latencies, 0.99) };
}

/** Units per second of one piece of work that does them all. */
export async function rateOf(units: number, work: () => Promise<unknown>): Promise<Figures> {
  const begun = performance.now();
  await work();
  return { rate: (units * 1000) / (performance.now() - begun) };
}
