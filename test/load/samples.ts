/** What came back from one kind of request: waiting times in ms from the intended start, and answers by status. */
export class Samples {
  private readonly times: number[] = [];
  readonly statuses = new Map<number, number>();

  add(milliseconds: number, status: number): void {
    this.times.push(milliseconds);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }

  get count(): number {
    return this.times.length;
  }

  /** Answers other than these. */
  countExcept(...statuses: readonly number[]): number {
    return [...this.statuses].reduce((sum, [status, count]) => sum + (statuses.includes(status) ? 0 : count), 0);
  }

  /** Waiting times that `shares` (0–1) of the requests did not exceed, ms; NaN when there were none. */
  percentiles(...shares: readonly number[]): number[] {
    const sorted = Float64Array.from(this.times).sort();
    return shares.map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN);
  }
}
