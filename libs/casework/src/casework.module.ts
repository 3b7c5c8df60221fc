import { Module } from '@nestjs/common';
import { AnswerCaseHandler } from './commands/answer-case.command';
import { CloseCaseHandler } from './commands/close-case.command';
import { ObjectToScoreHandler } from './commands/object-to-score.command';
import { ReceiveCaseHandler } from './commands/receive-case.command';
import { RegisterCaseHandler } from './commands/register-case.command';
import { ObjectionTerms, sampleObjectionTerms } from './objection-terms';

const handlers = [ReceiveCaseHandler, ObjectToScoreHandler, RegisterCaseHandler, AnswerCaseHandler, CloseCaseHandler];

/** Command handlers of cases. Needs WritePath, WorkingCalendars and the command bus from global modules. */
@Module({ providers: [{ provide: ObjectionTerms, useValue: sampleObjectionTerms }, ...handlers], exports: handlers })
export class CaseworkModule {}
