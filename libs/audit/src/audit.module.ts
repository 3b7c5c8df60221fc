import { Module } from '@nestjs/common';
import { LogAsOf } from './log-as-of';
import { GetBlockYearAsOfHandler } from './queries/get-block-year-as-of.query';
import { GetUnitYearAsOfHandler } from './queries/get-unit-year-as-of.query';

/** Answers straight from the log. Needs EventStore, EventRegistry and CqrsModule from global modules. */
@Module({ providers: [LogAsOf, GetUnitYearAsOfHandler, GetBlockYearAsOfHandler], exports: [LogAsOf] })
export class AuditModule {}
