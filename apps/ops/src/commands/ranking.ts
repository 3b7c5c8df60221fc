import { catchUp, rankingReport, type RankingReport, rankingReportText } from '@app/platform';
import { ListBlocks } from '@app/ranking';
import { QueryBus } from '@nestjs/cqrs';
import { Command } from 'commander';
import { wholeYear } from '../arguments';
import { withLedger } from '../ledger';
import { jsonOption, print } from '../output';

interface RankingOptions {
  readonly year?: number;
  readonly block?: string;
  readonly json?: boolean;
}

/** `par ranking`: who is where in each block, who moved, what is proposed. */
export function rankingCommand(): Command {
  return new Command('ranking')
    .description(
      'xếp hạng từng Khối: hạng, thay đổi, điểm, chỉ số, xếp loại, đề xuất (mặc định: năm mới nhất có kết quả)',
    )
    .option('--year <năm>', 'năm đánh giá', wholeYear)
    .option('--block <mã>', 'mã Khối, ví dụ so_ban_nganh')
    .addOption(jsonOption())
    .action(({ year, block, json }: RankingOptions) =>
      withLedger(async (app) => {
        await catchUp(app);
        const report = await rankingReport(app, { year, blockId: block });
        if (report.rankings.length > 0) return print(report, json, asText);
        process.exitCode = 1;
        const blocks = await app.get(QueryBus).execute(new ListBlocks());
        print(report, json, () => nothingYet(blocks.length));
      }),
    );
}

function asText(report: RankingReport): string {
  return `${rankingReportText(report)}\nXem lý do từng đề xuất: par flags\n`;
}

function nothingYet(blocks: number): string {
  const next = blocks === 0 ? 'Nạp dữ liệu mẫu: par demo' : `Có ${blocks} Khối nhưng chưa mở năm đánh giá nào.`;
  return `Chưa có kết quả nào. ${next}\n`;
}
