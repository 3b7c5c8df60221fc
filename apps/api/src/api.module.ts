import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { LedgerModule, type LedgerResources } from '@app/platform';
import { AppraisalCourseController } from './assessment/appraisal-course.controller';
import { AppraisalController } from './assessment/appraisal.controller';
import { ApprovalController } from './assessment/approval.controller';
import { AssessmentController } from './assessment/assessment.controller';
import { CouncilController } from './assessment/council.controller';
import { ExplanationController } from './assessment/explanation.controller';
import { RulingController } from './assessment/ruling.controller';
import { AccessGuard } from './auth/access.guard';
import { type Account, Accounts } from './auth/account';
import { HealthController } from './health/health.controller';
import { ProjectionController } from './projection/projection.controller';
import { AccountShareGuard } from './http/account-share.guard';
import { Admission, type AdmissionLimits } from './http/admission';
import { AnswerInTime } from './http/answer-in-time';
import { PositionInLog } from './http/position-in-log';
import { ProblemFilter } from './http/problem.filter';
import { ProblemsController } from './http/problems.controller';
import { LogMoments } from './lookup/log-moments';
import { LogRegister } from './lookup/log-register';
import { CalendarController } from './period/calendar.controller';
import { PeriodController } from './period/period.controller';
import { ScoreSheetAsOf } from './scorecard/score-sheet-as-of';
import { ScorecardController } from './scorecard/scorecard.controller';
import { BlockController } from './unit/block.controller';
import { SurveyController } from './survey/survey.controller';
import { CaseworkController } from './casework/casework.controller';
import { PublicationController } from './publication/publication.controller';
import { OpenRankingAsOf } from './ranking/open-ranking-as-of';
import { RankingController } from './ranking/ranking.controller';
import { AccountabilityController } from './accountability/accountability.controller';
import { GetRulesetHandler } from './ruleset/get-ruleset.query';
import { ListRulesetsHandler } from './ruleset/list-rulesets.query';
import { RulesetController } from './ruleset/ruleset.controller';
import { UnitController } from './unit/unit.controller';
import { BlockRegisterController } from './unit-register/block-register.controller';
import { OnDay } from './unit-register/on-day';
import { UnitRegisterController } from './unit-register/unit-register.controller';

/** What the API serves, and to whom. */
export interface ApiResources extends LedgerResources {
  readonly accounts: readonly Account[];
  /** How much is worked on at once. */
  readonly limits: AdmissionLimits;
}

/**
 * Every controller; a test holds that each of their routes declares who may use it. Express tries routes one after another: those that are
 * asked most stand first.
 */
export const controllers = [
  ScorecardController,
  RankingController,
  AssessmentController,
  ApprovalController,
  AccountabilityController,
  HealthController,
  ProjectionController,
  ProblemsController,
  UnitController,
  UnitRegisterController,
  BlockController,
  BlockRegisterController,
  PeriodController,
  CalendarController,
  AppraisalController,
  AppraisalCourseController,
  ExplanationController,
  CouncilController,
  RulingController,
  SurveyController,
  CaseworkController,
  PublicationController,
  RulesetController,
];

/** The HTTP edge: every controller, guarded by role, over the ledger. */
@Module({})
export class ApiModule {
  static register({ accounts, limits, ...ledger }: ApiResources): DynamicModule {
    return {
      module: ApiModule,
      imports: [LedgerModule.register(ledger)],
      controllers,
      providers: [
        ListRulesetsHandler,
        GetRulesetHandler,
        LogRegister,
        OnDay,
        LogMoments,
        ScoreSheetAsOf,
        OpenRankingAsOf,
        { provide: Accounts, useValue: new Accounts(accounts) },
        { provide: Admission, useValue: new Admission(limits) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: AccountShareGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useValue: new AnswerInTime() },
        { provide: APP_INTERCEPTOR, useClass: PositionInLog },
      ],
    };
  }
}
