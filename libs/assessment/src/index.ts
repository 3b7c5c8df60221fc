export * from './assessment.events';
export * from './assessment.errors';
export * from './appraisal.errors';
export * from './evidence.errors';
export * from './ruling.errors';
export { type Assessment, assessment, assessmentStream, openAssessment, type UnitYear } from './assessment';
export {
  type Extension,
  grantExtension,
  recordSelfScore,
  type SelfScore,
  submitSelfAssessment,
} from './self-assessment';
export { adjustAppraisal, type Adjustment, type ComponentRound, confirmAppraisal } from './appraisal';
export { closeAppraisal, type Return, returnSelfAssessment } from './appraisal-course';
export type { Appraiser } from './appraiser';
export { rulePoints, type Ruler, type Ruling } from './ruling';
export { AdjustAppraisal } from './commands/adjust-appraisal.command';
export { CloseAppraisal } from './commands/close-appraisal.command';
export { ConfirmAppraisal } from './commands/confirm-appraisal.command';
export { GrantExtension } from './commands/grant-extension.command';
export { OpenAssessment } from './commands/open-assessment.command';
export { RecordSelfScore } from './commands/record-self-score.command';
export { ReturnSelfAssessment } from './commands/return-self-assessment.command';
export { RulePoints } from './commands/rule-points.command';
export { SubmitSelfAssessment } from './commands/submit-self-assessment.command';
export { AssessmentModule } from './assessment.module';
