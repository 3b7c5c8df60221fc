import { type DynamicModule, Module } from '@nestjs/common';
import { LedgerModule, type LedgerResources } from '@app/platform';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';
import { ProjectionMetrics } from './projection-metrics';

/** The ledger with its projections, and three addresses for operators. */
@Module({})
export class ProjectorModule {
  static register(resources: LedgerResources): DynamicModule {
    return {
      module: ProjectorModule,
      imports: [LedgerModule.register(resources)],
      controllers: [HealthController, MetricsController],
      providers: [ProjectionMetrics],
    };
  }
}
