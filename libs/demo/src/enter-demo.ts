import { ManualClock } from '@app/kernel';
import { LedgerModule, type OpenLedger } from '@app/platform';
import { RulesetCatalog } from '@app/ruleset';
import { type Progress, startProgress } from '@app/terminal';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { isDemoLoaded, loadDemo } from './load-demo';
import { refuseOtherData } from './own-log';

/**
 * Enters the demo years with a clock of their own and a progress bar on stderr; nothing when they are there already. Throws
 * LogHoldsOtherData, having written nothing, for a log that something else began.
 */
export async function enterDemo({ store, dataSource }: OpenLedger, logger: LoggerService | false): Promise<void> {
  if (await isDemoLoaded(store)) return;
  await refuseOtherData(store);
  const clock = new ManualClock('2022-01-01T00:00:00.000Z');
  const ledger = LedgerModule.register({ store, dataSource, clock });
  const context = await NestFactory.createApplicationContext(ledger, { logger });
  let bar: Progress | undefined;
  try {
    await loadDemo({
      commandBus: context.get(CommandBus),
      rulesets: context.get(RulesetCatalog),
      clock,
      onProgress: (done, total) => {
        bar ??= startProgress('Nạp dữ liệu mẫu', total, 'thao tác', process.stderr);
        bar.to(done);
      },
    });
  } finally {
    bar?.end();
    await context.close();
  }
}
