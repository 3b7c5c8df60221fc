import { enterDemo } from '@app/demo';
import { catchUp, rankingReport, rankingReportText, readConfig, StartUpRefused } from '@app/platform';
import { Command } from 'commander';
import { withLedger } from '../ledger';
import { jsonOption, print } from '../output';

/** `par demo`: enters the demo years and shows the latest ranking; loading again adds nothing. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('nạp các năm mẫu của hai Khối TP.HCM (chạy lại không thêm gì)')
    .addOption(jsonOption())
    .action(async ({ json }: { json?: boolean }) => {
      if (readConfig(process.env).profile === 'production') {
        throw new StartUpRefused('PAR_PROFILE=production không nạp dữ liệu mẫu; hãy dùng PAR_PROFILE=demo.');
      }
      await withLedger(
        async (app) => {
          await catchUp(app);
          print(await rankingReport(app), json, rankingReportText);
        },
        (ledger) => enterDemo(ledger, false),
      );
    });
}
