import type { Viewing } from '@app/access';

/** What was seen, how often, and when first and last. */
export type Seen<What extends object> = What & Pick<Viewing, 'times' | 'firstAt' | 'lastAt'>;

/** Views by what they are of; the same view again counts up. */
export class Gathered<What extends object> {
  private groups = new Map<string, Map<string, Seen<What>>>();

  add(group: string, seen: Seen<What>): void {
    const known = this.groups.get(group) ?? new Map<string, Seen<What>>();
    const key = keyOf(seen);
    const { times, firstAt } = known.get(key) ?? { times: 0, firstAt: seen.firstAt };
    known.set(key, { ...seen, times: times + seen.times, firstAt });
    this.groups.set(group, known);
  }

  /** Everything gathered, group by group; from now on it gathers anew. */
  take(): [group: string, seen: readonly Seen<What>[]][] {
    const taken = [...this.groups].map(([group, seen]): [string, Seen<What>[]] => [group, [...seen.values()]]);
    this.groups = new Map();
    return taken;
  }
}

function keyOf({ times: _times, firstAt: _firstAt, lastAt: _lastAt, ...what }: Seen<object>): string {
  return JSON.stringify(what);
}
