import { catchUp } from '@app/platform';
import { GetUnitScore, type UnitScore, type UnitScoreComponent } from '@app/scorecard';
import { decimalComma, percent, textTable } from '@app/terminal';
import { QueryBus } from '@nestjs/cqrs';
import { Command } from 'commander';
import { wholeYear } from '../arguments';
import { withLedger } from '../ledger';
import { jsonOption, print } from '../output';

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

function scoreText(score: UnitScore): string {
  const status = score.status === 'official' ? 'chính thức' : 'tạm tính';
  const index = score.index === null ? 'chưa đủ điểm thành phần' : percent(score.index.displayed);
  const sample = score.ruleset.sample ? ' — mẫu' : '';
  return [
    `${score.unitName ?? score.unitId}, năm ${score.year} (${status}, tính đến vị trí ${score.asOf} của nhật ký)`,
    `Bộ tiêu chí: ${score.ruleset.title}, phiên bản ${score.ruleset.version}${sample}`,
    `Chỉ số ${index}, xếp loại ${score.className ?? '—'}: ${decimalComma(score.total.displayed)} trên ` +
      `${decimalComma(score.maximum.displayed)} điểm`,
    '',
    textTable(
      [
        { heading: 'Mã' },
        { heading: 'Tiêu chí thành phần' },
        { heading: 'Tối đa', align: 'right' },
        { heading: 'Tự chấm', align: 'right' },
        { heading: 'Điểm', align: 'right' },
        { heading: 'Lý do' },
      ],
      score.components.map(componentRow),
    ),
  ].join('\n');
}

function componentRow({ code, name, maximum, self, points, state, reason }: UnitScoreComponent): string[] {
  const shown = points === null ? { missing: 'thiếu', 'not-applicable': 'KAD', scored: '—' }[state] : points.displayed;
  return [
    code,
    name,
    decimalComma(maximum.displayed),
    self ? decimalComma(self.displayed) : '—',
    decimalComma(shown),
    reason,
  ];
}
