export * from './casework.events';
export * from './casework.errors';
export {
  type Answer,
  answerCase,
  type CaseName,
  type CaseState,
  type Casework,
  casework,
  caseworkStream,
  closeCase,
  type Conclusion,
  type NewCase,
  receiveCase,
  registerCase,
  type Registration,
} from './casework';
export { type Objection, objectToScore } from './objection';
export { ObjectionTerms, sampleObjectionTerms } from './objection-terms';
export { AnswerCase } from './commands/answer-case.command';
export { CloseCase } from './commands/close-case.command';
export { ObjectToScore } from './commands/object-to-score.command';
export { ReceiveCase } from './commands/receive-case.command';
export { RegisterCase } from './commands/register-case.command';
export { CaseworkModule } from './casework.module';
