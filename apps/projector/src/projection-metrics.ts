import { unlessAborted } from '@app/event-store';
import { type PartStatus, ProjectionHealth, type ProjectionStatus, type ReadStoreHealth } from '@app/read-store';
import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

type Labels = { readonly projection: string; readonly part?: string };

/** Nobody hangs for five seconds, and Prometheus waits ten. */
const patienceMs = 3_000;

/** How every projection fares, whichever process runs it, and this process itself. Nothing of units or people. */
@Injectable()
export class ProjectionMetrics {
  /** Of its own: a process may hold several. */
  private readonly registry = new Registry();
  private readonly oldestUnprocessed = this.gauge(
    'projection_oldest_unprocessed_seconds',
    'Age of the oldest event of the log that is not applied yet; 0 when there is none',
  );
  private readonly lag = this.gauge(
    'projection_lag_events',
    'Events behind the end of the log; absent while behind a log whose positions cannot be counted',
  );
  private readonly sinceBeat = this.gauge(
    'projection_seconds_since_beat',
    'Since the last sign of life of the runner; absent when there never was one',
  );
  private readonly quarantined = this.gauge(
    'projection_quarantined',
    'Partitions that stand still because an event could not be applied',
  );

  constructor(private readonly health: ProjectionHealth) {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** In the text format of Prometheus, measured now; undefined when log or database do not answer within three seconds. */
  async measured(): Promise<string | undefined> {
    const asked = this.health.check().catch(() => undefined);
    const health = await unlessAborted(asked, AbortSignal.timeout(patienceMs));
    if (!health) return undefined;
    // In one go up to the text: scrapes may overlap.
    this.show(health);
    return this.registry.metrics();
  }

  private show({ projections }: ReadStoreHealth): void {
    for (const gauge of [this.oldestUnprocessed, this.lag, this.sinceBeat, this.quarantined]) gauge.reset();
    for (const one of projections.filter(isPrepared)) {
      const { projection, parts, quarantined } = one;
      this.quarantined.set({ projection }, quarantined);
      // Divided: each part, and not the whole as well, which is its worst part (`max by (projection)`).
      for (const part of parts) this.showProgress({ projection, part: String(part.part) }, part);
      if (parts.length === 0) this.showProgress({ projection }, one);
    }
  }

  private showProgress(labels: Labels, status: Omit<PartStatus, 'part'>): void {
    const { oldestUnprocessedSeconds, lagEvents, secondsSinceBeat } = status;
    this.oldestUnprocessed.set(labels, oldestUnprocessedSeconds);
    if (lagEvents !== null) this.lag.set(labels, lagEvents);
    if (secondsSinceBeat !== null) this.sinceBeat.set(labels, secondsSinceBeat);
  }

  private gauge(name: string, help: string): Gauge<keyof Labels> {
    return new Gauge({ name, help, labelNames: ['projection', 'part'], registers: [this.registry] });
  }
}

/** What nobody has created has no generation: no number would be true of it. */
function isPrepared({ generation }: ProjectionStatus): boolean {
  return generation > 0;
}
