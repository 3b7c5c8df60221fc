import { catchUp } from '@app/platform';
import { GetUnitScore } from '@app/scorecard';
import { QueryBus } from '@nestjs/cqrs';
import { Command } from 'commander';
import { wholeYear } from '../arguments';
import { withLedger } from '../ledger';
import { jsonOption, print } from '../output';
import { scoreText } from './score-text';

/** `par score`: one unit's sheet of a year, component by component, each with its reason. */
export function scoreCommand(): Command {
  return new Command('score')
    .description('phiếu điểm của một đơn vị trong năm: từng tiêu chí thành phần và lý do')
    .requiredOption('--unit <mã>', 'mã đơn vị, ví dụ so_tu_phap')
    .requiredOption('--year <năm>', 'năm đánh giá', wholeYear)
    .addOption(jsonOption())
    .action(({ unit, year, json }: { unit: string; year: number; json?: boolean }) =>
      withLedger(async (app) => {
        await catchUp(app);
        const score = await app.get(QueryBus).execute(new GetUnitScore({ unitId: unit, year }));
        print(score, json, scoreText);
      }),
    );
}
