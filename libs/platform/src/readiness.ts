import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { EventStore } from '@app/event-store';
import { ProjectionHealth, type ReadStoreHealth } from '@app/read-store';
import { DataSource } from 'typeorm';

/** Whether requests can be served, and what stands in the way (Vietnamese; nothing of the inside). */
export interface ReadinessReport {
  readonly ready: boolean;
  readonly problems: readonly { readonly check: string; readonly problem: string }[];
}

const patienceMs = 2000;
const unreachable: Readonly<Record<string, string>> = {
  log: 'Kho sự việc không trả lời.',
  database: 'Cơ sở dữ liệu không trả lời.',
  projections: 'Không đo được độ trễ của số liệu.',
};

/** Asks the log, the database and the projections, each for at most two seconds. */
@Injectable()
export class Readiness {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly store: EventStore,
    private readonly dataSource: DataSource,
    private readonly projections: ProjectionHealth,
  ) {}

  async check(): Promise<ReadinessReport> {
    try {
      await this.health.check([() => this.reaches('log'), () => this.reaches('database'), () => this.keepsUp()]);
      return { ready: true, problems: [] };
    } catch (error) {
      if (error instanceof ServiceUnavailableException) return reportOf(error.getResponse());
      throw error;
    }
  }

  private reaches(what: 'log' | 'database'): PromiseLike<HealthIndicatorResult> {
    const ask = what === 'log' ? () => this.store.head() : () => this.dataSource.query('SELECT 1');
    return this.indicators
      .check(what)
      .attempt(async () => void (await ask()))
      .withTimeout(patienceMs);
  }

  private async keepsUp(): Promise<HealthIndicatorResult> {
    const problems: string[] = [];
    const measured = await this.indicators
      .check('projections')
      .attempt(async () => {
        problems.push(...publicProblems(await this.projections.check()));
      })
      .withTimeout(patienceMs);
    return problems.length > 0 ? this.indicators.check('projections').down({ problems }) : measured;
  }
}

/** What an operator reads in full, without what a database or a piece of code said: anybody may ask whether we are ready. */
export function publicProblems({ projections, quarantine }: ReadStoreHealth): string[] {
  const inside = quarantine.map(({ error }) => error);
  return projections.flatMap(({ problems, lastError }) =>
    problems.map((problem) => without(lastError === null ? inside : [...inside, lastError], problem)),
  );
}

function without(inside: readonly string[], problem: string): string {
  const said = inside.find((error) => problem.endsWith(`: ${error}`));
  return said === undefined ? problem : `${problem.slice(0, -`: ${said}`.length)}; chi tiết ở nhật ký vận hành.`;
}

function reportOf(response: string | object): ReadinessReport {
  const { error = {} } = response as { error?: HealthIndicatorResult };
  const problems = Object.entries(error).flatMap(([check, { problems }]) => {
    const named = Array.isArray(problems) ? (problems as string[]) : [unreachable[check] ?? 'Không trả lời.'];
    return named.map((problem) => ({ check, problem }));
  });
  return { ready: false, problems };
}
