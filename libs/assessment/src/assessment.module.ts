import { Module } from '@nestjs/common';
import { ComponentAppraisers } from './component-appraisers';
import { AdjustAppraisalHandler } from './commands/adjust-appraisal.command';
import { AskExplanationHandler } from './commands/ask-explanation.command';
import { CloseAppraisalHandler } from './commands/close-appraisal.command';
import { CloseFieldAppraisalHandler } from './commands/close-field-appraisal.command';
import { ConfirmAppraisalHandler } from './commands/confirm-appraisal.command';
import { DecideByCouncilHandler } from './commands/decide-by-council.command';
import { DeclineApprovalHandler } from './commands/decline-approval.command';
import { GiveExplanationHandler } from './commands/give-explanation.command';
import { GrantAppraisalExtensionHandler } from './commands/grant-appraisal-extension.command';
import { GrantExtensionHandler } from './commands/grant-extension.command';
import { OpenAssessmentHandler } from './commands/open-assessment.command';
import { RecordSelfScoreHandler } from './commands/record-self-score.command';
import { RequestApprovalHandler } from './commands/request-approval.command';
import { ReturnSelfAssessmentHandler } from './commands/return-self-assessment.command';
import { RulePointsHandler } from './commands/rule-points.command';
import { SubmitSelfAssessmentHandler } from './commands/submit-self-assessment.command';
import { FileWrites } from './file-writes';

const handlers = [
  OpenAssessmentHandler,
  RecordSelfScoreHandler,
  RequestApprovalHandler,
  DeclineApprovalHandler,
  SubmitSelfAssessmentHandler,
  GrantExtensionHandler,
  GrantAppraisalExtensionHandler,
  ReturnSelfAssessmentHandler,
  ConfirmAppraisalHandler,
  AdjustAppraisalHandler,
  AskExplanationHandler,
  GiveExplanationHandler,
  CloseFieldAppraisalHandler,
  CloseAppraisalHandler,
  DecideByCouncilHandler,
  RulePointsHandler,
];

/**
 * Command handlers of assessments. Needs WritePath, EventStore, EventRegistry, RulesetCatalog, UnitEnds, WorkingCalendars and the command bus
 * from global modules.
 */
@Module({ providers: [ComponentAppraisers, FileWrites, ...handlers], exports: handlers })
export class AssessmentModule {}
