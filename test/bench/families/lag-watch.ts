/** How long each acknowledged event took to be seen in the read model, in ms. Events of a unit are numbered from 0. */
export class LagWatch {
  readonly lags: number[] = [];
  private readonly acknowledged = new Map<string, number[]>();
  private readonly shown = new Map<string, number>();

  constructor(readonly units: readonly string[]) {
    for (const unit of units) this.acknowledged.set(unit, []);
  }

  acknowledge(unit: string): void {
    this.acknowledged.get(unit)?.push(performance.now());
  }

  /** The read model shows the unit's events up to this one. Seen before it is acknowledged is no lag, and counts when it is. */
  show(unit: string, number: number): void {
    const now = performance.now();
    const acknowledged = this.acknowledged.get(unit) ?? [];
    for (let next = this.shown.get(unit) ?? 0; next <= number && next < acknowledged.length; next += 1) {
      this.lags.push(now - (acknowledged[next] ?? now));
      this.shown.set(unit, next + 1);
    }
  }

  /** What was acknowledged and not seen until now, as the lag it has reached. */
  missing(): number[] {
    const now = performance.now();
    return this.units.flatMap((unit) =>
      (this.acknowledged.get(unit) ?? []).slice(this.shown.get(unit) ?? 0).map((at) => now - at),
    );
  }
}
