import { type ConsequenceFlag, type Flags, GetFlags } from '@app/accountability';
import { blockYears, catchUp } from '@app/platform';
import { GetRankingHistory, ListBlocks } from '@app/ranking';
import { blockTitle, flagLabel, vietnameseDate } from '@app/terminal';
import { QueryBus } from '@nestjs/cqrs';
import { Command } from 'commander';
import { wholeYear } from '../arguments';
import { withLedger } from '../ledger';
import { jsonOption, print } from '../output';

interface FlagOptions {
  readonly year?: number;
  readonly block?: string;
  readonly unit?: string;
  readonly superseded?: boolean;
  readonly json?: boolean;
}

/** `par flags`: what is proposed for whom, on what grounds, and what speaks against it. */
export function flagsCommand(): Command {
  return new Command('flags')
    .description('đề xuất khen thưởng và xem xét xử lý, mỗi đề xuất kèm căn cứ và điều cần cân nhắc')
    .option('--year <năm>', 'năm đánh giá', wholeYear)
    .option('--block <mã>', 'mã Khối')
    .option('--unit <mã>', 'mã đơn vị')
    .option('--superseded', 'kể cả đề xuất đã được thay thế')
    .addOption(jsonOption())
    .action(({ year, block, unit, superseded, json }: FlagOptions) =>
      withLedger(async (app) => {
        await catchUp(app);
        const queries = app.get(QueryBus);
        await refuseUnknown(queries, { year, block, unit });
        const query = new GetFlags({ year, blockId: block, unitId: unit, superseded });
        print(await queries.execute(query), json, flagsText);
      }),
    );
}

/** "No proposals" is said only of what is there: never of a mistyped unit, block or year. Throws UnitNotRanked, NotDone. */
async function refuseUnknown(queries: QueryBus, { year, block, unit }: FlagOptions): Promise<void> {
  if (unit !== undefined) await queries.execute(new GetRankingHistory({ unitId: unit }));
  blockYears(await queries.execute(new ListBlocks()), { year, blockId: block });
}

function flagsText({ flags, asOf }: Flags): string {
  if (flags.length === 0) return 'Không có đề xuất nào.\n';
  const summary = `${flags.length} đề xuất, số liệu đến vị trí ${asOf ?? '—'} của nhật ký. Người có thẩm quyền quyết định.`;
  return `${flags.map(flagText).join('\n')}\n${summary}\n`;
}

function flagText(flag: ConsequenceFlag): string {
  const ended = flag.superseded === null ? '' : ` [đã được thay thế lúc ${flag.superseded.at}]`;
  return [
    `${flag.unitName}, năm ${flag.year}, ${blockTitle(flag.blockName)}: ${flagLabel(flag)}${ended}`,
    ...flag.derivation.map((sentence) => `  ${sentence}`),
    ...flag.caveats.map((sentence) => `  Cân nhắc: ${sentence}`),
    ...flag.openCases.map((name) => `  Đang chờ giải quyết: ${name}`),
    ...flag.tenures.map(({ office, personName, from, until }) => {
      const role = office === 'head' ? 'Người đứng đầu' : 'Cấp phó phụ trách';
      const end = until === null ? '' : ` đến ${vietnameseDate(until)}`;
      return `  ${role}: ${personName}, từ ${vietnameseDate(from)}${end}`;
    }),
    `  Sự việc: ${flag.eventIds.join(', ')}`,
    '',
  ].join('\n');
}
