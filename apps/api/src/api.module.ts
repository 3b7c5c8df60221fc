import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { LedgerModule, type LedgerResources } from '@app/platform';
import { AppraisalCourseController } from './assessment/appraisal-course.controller';
import { AppraisalController } from './assessment/appraisal.controller';
import { ApprovalController } from './assessment/approval.controller';
import { AssessmentController } from './assessment/assessment.controller';
import { CouncilController } from './assessment/council.controller';
import { ExplanationController } from './assessment/explanation.controller';
import { AccessController } from './access/access.controller';
import { SignOutController } from './access/sign-out.controller';
import { MeController } from './access/me.controller';
import { RulingController } from './assessment/ruling.controller';
import { AccessGuard } from './auth/access.guard';
import { type Account, Accounts } from './auth/account';
import { AccountRights } from './auth/account-rights';
import { Authorities } from './auth/authority';
import { BelongingPipe, OwnUnitPipe } from './auth/principal';
import { FileCourses } from './file-register/file-courses';
import { FileRegisterController } from './file-register/file-register.controller';
import { HealthController } from './health/health.controller';
import { ProjectionController } from './projection/projection.controller';
import { AccountShareGuard } from './http/account-share.guard';
import { Admission, type AdmissionLimits } from './http/admission';
import { AnswerInTime } from './http/answer-in-time';
import { insideOneAnother } from './http/inside-one-another';
import { PositionInLog } from './http/position-in-log';
import { ProblemFilter } from './http/problem.filter';
import { RateGuard } from './http/rate.guard';
import { type RateLimits, Rates } from './http/rates';
import { ProblemsController } from './http/problems.controller';
import { ContestedResults } from './lookup/contested-results';
import { LogDrafts } from './lookup/log-drafts';
import { LogLineage } from './lookup/log-lineage';
import { LogMoments } from './lookup/log-moments';
import { LogRegister } from './lookup/log-register';
import { LogYears } from './lookup/log-years';
import { NoticesController } from './notices/notices.controller';
import { UnitNotices } from './notices/unit-notices';
import { CalendarController } from './period/calendar.controller';
import { Identities } from './oidc/identities';
import { BackChannelController } from './oidc/back-channel.controller';
import { ProviderSessions } from './oidc/provider-sessions';
import { SignIn, type SignInOptions } from './oidc/sign-in';
import { StepUp } from './oidc/step-up';
import { SignInController } from './oidc/sign-in.controller';
import { PeriodController } from './period/period.controller';
import { PeriodReadsController } from './period/period-reads.controller';
import { ScoreSheetAsOf } from './scorecard/score-sheet-as-of';
import { ScorecardController } from './scorecard/scorecard.controller';
import { BlockController } from './unit/block.controller';
import { GetSurveysHandler } from './survey/get-surveys.query';
import { SurveyController } from './survey/survey.controller';
import { SurveyReadsController } from './survey/survey-reads.controller';
import { CaseListController } from './casework/case-list.controller';
import { CaseReadsController } from './casework/case-reads.controller';
import { CaseworkController } from './casework/casework.controller';
import { GetCaseRulingsHandler } from './casework/get-case-rulings.query';
import { GetUnitCasesHandler } from './casework/get-unit-cases.query';
import { ListedCases } from './casework/listed-cases';
import { PublicationController } from './publication/publication.controller';
import { OpenRankingAsOf } from './ranking/open-ranking-as-of';
import { RankingController } from './ranking/ranking.controller';
import { AccountabilityController } from './accountability/accountability.controller';
import { GetPeriodHandler } from './period/get-period.query';
import { GetWorkingCalendarHandler } from './period/get-working-calendar.query';
import { ListPeriodsHandler } from './period/list-periods.query';
import { ListWorkingCalendarsHandler } from './period/list-working-calendars.query';
import { RecordedCalendars } from './period/recorded-calendars';
import { RecordedPeriods } from './period/recorded-periods';
import { GetRulesetHandler } from './ruleset/get-ruleset.query';
import { ListRulesetsHandler } from './ruleset/list-rulesets.query';
import { RevisionController } from './revision/revision.controller';
import { StreamHeads } from './revision/stream-heads';
import { RulesetController } from './ruleset/ruleset.controller';
import { UnitController } from './unit/unit.controller';
import { BlockRegisterController } from './unit-register/block-register.controller';
import { OnDay } from './unit-register/on-day';
import { UnitRegisterController } from './unit-register/unit-register.controller';
import { GetListViewingsHandler } from './viewing/get-list-viewings.query';
import { ListViewingController } from './viewing/list-viewing.controller';
import { GetUnitViewingsHandler } from './viewing/get-unit-viewings.query';
import { RecordsViewing } from './viewing/viewed';
import { ViewingController } from './viewing/viewing.controller';
import { ViewingRecorder } from './viewing/viewing-recorder';

/** What the API serves, and to whom. */
export interface ApiResources extends LedgerResources {
  readonly accounts: readonly Account[];
  /** Signing in by identity providers; undefined: by tokens of the accounts only. */
  readonly signIn?: SignInOptions | undefined;
  /** How much is worked on at once. */
  readonly limits: AdmissionLimits;
  /** How much is taken a second. */
  readonly rates: RateLimits;
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
  NoticesController,
  FileRegisterController,
  HealthController,
  ProjectionController,
  ProblemsController,
  UnitController,
  UnitRegisterController,
  BlockController,
  BlockRegisterController,
  PeriodController,
  PeriodReadsController,
  CalendarController,
  AppraisalController,
  AppraisalCourseController,
  ExplanationController,
  CouncilController,
  RulingController,
  SurveyController,
  SurveyReadsController,
  CaseListController,
  CaseworkController,
  CaseReadsController,
  PublicationController,
  RulesetController,
  AccessController,
  MeController,
  ViewingController,
  ListViewingController,
  SignOutController,
  SignInController,
  BackChannelController,
  RevisionController,
];

/** What every request passes, in this order. */
const forEveryRequest: Provider[] = [
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_GUARD, useClass: RateGuard },
  { provide: APP_GUARD, useClass: AccountShareGuard },
  { provide: APP_FILTER, useClass: ProblemFilter },
  PositionInLog,
  RecordsViewing,
  {
    provide: APP_INTERCEPTOR,
    useFactory: (position: PositionInLog, viewing: RecordsViewing) =>
      insideOneAnother(new AnswerInTime(), position, viewing),
    inject: [PositionInLog, RecordsViewing],
  },
];

/** Questions answered here: from the log itself, or from what comes with the program. */
const questions: Provider[] = [
  ListRulesetsHandler,
  GetRulesetHandler,
  RecordedCalendars,
  ListWorkingCalendarsHandler,
  GetWorkingCalendarHandler,
  RecordedPeriods,
  ListPeriodsHandler,
  GetPeriodHandler,
  GetSurveysHandler,
  GetUnitCasesHandler,
  GetCaseRulingsHandler,
  ListedCases,
  GetUnitViewingsHandler,
  GetListViewingsHandler,
];

/** The HTTP edge: every controller, guarded by role, over the ledger. */
@Module({})
export class ApiModule {
  static register({ accounts, signIn, limits, rates, ...ledger }: ApiResources): DynamicModule {
    return {
      module: ApiModule,
      imports: [LedgerModule.register(ledger)],
      controllers,
      providers: [
        ...questions,
        LogRegister,
        ContestedResults,
        LogDrafts,
        LogYears,
        LogLineage,
        OwnUnitPipe,
        BelongingPipe,
        OnDay,
        AccountRights,
        Identities,
        ProviderSessions,
        StepUp,
        { provide: SignIn, useValue: new SignIn(signIn) },
        Authorities,
        ViewingRecorder,
        StreamHeads,
        LogMoments,
        ScoreSheetAsOf,
        OpenRankingAsOf,
        UnitNotices,
        FileCourses,
        { provide: Accounts, useValue: new Accounts(accounts) },
        { provide: Admission, useValue: new Admission(limits) },
        { provide: Rates, useValue: new Rates(rates) },
        ...forEveryRequest,
      ],
    };
  }
}
