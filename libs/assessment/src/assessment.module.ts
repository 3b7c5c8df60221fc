import { Module } from '@nestjs/common';
import { ComponentAppraisers } from './component-appraisers';
import { AdjustAppraisalHandler } from './commands/adjust-appraisal.command';
import { CloseAppraisalHandler } from './commands/close-appraisal.command';
import { ConfirmAppraisalHandler } from './commands/confirm-appraisal.command';
import { GrantExtensionHandler } from './commands/grant-extension.command';
import { OpenAssessmentHandler } from './commands/open-assessment.command';
import { RecordSelfScoreHandler } from './commands/record-self-score.command';
import { ReturnSelfAssessmentHandler } from './commands/return-self-assessment.command';
import { RulePointsHandler } from './commands/rule-points.command';
import { SubmitSelfAssessmentHandler } from './commands/submit-self-assessment.command';

const handlers = [
  OpenAssessmentHandler,
  RecordSelfScoreHandler,
  SubmitSelfAssessmentHandler,
  GrantExtensionHandler,
  ReturnSelfAssessmentHandler,
  ConfirmAppraisalHandler,
  AdjustAppraisalHandler,
  CloseAppraisalHandler,
  RulePointsHandler,
];

/** Command handlers of assessments. Needs WritePath, EventStore, EventRegistry, RulesetCatalog and the command bus from global modules. */
@Module({ providers: [ComponentAppraisers, ...handlers], exports: handlers })
export class AssessmentModule {}
