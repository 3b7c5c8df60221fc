import { Module } from '@nestjs/common';
import { AnswerCaseHandler } from './commands/answer-case.command';
import { CloseCaseHandler } from './commands/close-case.command';
import { ReceiveCaseHandler } from './commands/receive-case.command';

const handlers = [ReceiveCaseHandler, AnswerCaseHandler, CloseCaseHandler];

/** Command handlers of cases. Needs WritePath and the command bus from global modules. */
@Module({ providers: handlers, exports: handlers })
export class CaseworkModule {}
