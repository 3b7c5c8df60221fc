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
} from './casework';
export { AnswerCase } from './commands/answer-case.command';
export { CloseCase } from './commands/close-case.command';
export { ReceiveCase } from './commands/receive-case.command';
export { CaseworkModule } from './casework.module';
