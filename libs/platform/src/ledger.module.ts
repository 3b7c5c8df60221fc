import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { AccessModule } from '@app/access';
import { AuditModule } from '@app/audit';
import { AssessmentModule, UnitEnds } from '@app/assessment';
import { EventRegistry, EventStore, WritePath } from '@app/event-store';
import { Clock, SystemClock, WorkingCalendars } from '@app/kernel';
import { CalendarReader, PeriodModule } from '@app/period';
import { ReadStoreModule, type ReadStoreOptions } from '@app/read-store';
import { nationalSizeRuleset, RulesetCatalog, sampleRulesets } from '@app/ruleset';
import { ScorecardModule } from '@app/scorecard';
import { SurveyModule } from '@app/survey';
import { CaseRegisterModule } from '@app/case-register';
import { CaseworkModule } from '@app/casework';
import { PublicationModule, RecordedUnitEnds } from '@app/publication';
import { RankingModule } from '@app/ranking';
import { AccountabilityModule } from '@app/accountability';
import { FileRegisterModule } from '@app/file-register';
import { NoticesModule } from '@app/notices';
import { UnitModule } from '@app/unit';
import { UnitRegisterModule } from '@app/unit-register';
import { DataSource } from 'typeorm';
import { eventSchemas } from './event-schemas';
import { Readiness } from './readiness';

/** What the ledger runs on. The opener closes it. */
export interface LedgerResources {
  readonly store: EventStore;
  /** The application's connections to the read models, as the role that owns no event. */
  readonly dataSource: DataSource;
  readonly readStore?: ReadStoreOptions;
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** Default: the sample rulesets, and the one of logs of national size. */
  readonly rulesets?: RulesetCatalog;
}

const features = [
  UnitModule,
  PeriodModule,
  AssessmentModule,
  ScorecardModule,
  SurveyModule,
  CaseworkModule,
  PublicationModule,
  RankingModule,
  AccountabilityModule,
  NoticesModule,
  FileRegisterModule,
  UnitRegisterModule,
  CaseRegisterModule,
  AccessModule,
  AuditModule,
];

function comingAlong(): RulesetCatalog {
  return new RulesetCatalog([...sampleRulesets(), nationalSizeRuleset()]);
}

/** Everything below the apps' edges, wired once for api, projector and ops: the log, the write path and all features. Global. */
@Module({})
export class LedgerModule {
  static register({ store, dataSource, clock, rulesets, readStore }: LedgerResources): DynamicModule {
    return {
      module: LedgerModule,
      global: true,
      imports: [
        CqrsModule.forRoot(),
        TerminusModule.forRoot({ logger: false }),
        ReadStoreModule.register(readStore),
        ...features,
      ],
      providers: [
        { provide: EventStore, useValue: store },
        { provide: DataSource, useValue: dataSource },
        { provide: EventRegistry, useValue: new EventRegistry(eventSchemas) },
        { provide: Clock, useValue: clock ?? new SystemClock() },
        { provide: RulesetCatalog, useFactory: () => rulesets ?? comingAlong() },
        { provide: UnitEnds, useClass: RecordedUnitEnds },
        { provide: WorkingCalendars, useClass: CalendarReader },
        WritePath,
        Readiness,
      ],
      exports: [
        ...[EventStore, DataSource, EventRegistry, Clock, RulesetCatalog, UnitEnds, WorkingCalendars],
        ...[WritePath, Readiness],
        AuditModule,
      ],
    };
  }
}
