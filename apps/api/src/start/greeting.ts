import type { INestApplicationContext } from '@nestjs/common';
import { type Config, rankingReport, rankingReportText } from '@app/platform';
import { demoAccountsFile } from './accounts-of';

/** Prints the latest ranking of every block, where the API is and what to do next. */
export async function sayReady(app: INestApplicationContext, config: Config, url: string): Promise<void> {
  const lines = [
    rankingReportText(await rankingReport(app)),
    `Sẵn sàng tại ${url}`,
    `  Thử API:            ${url}/docs`,
    `  Xem trên dòng lệnh: npx par ranking, npx par flags`,
    ...(config.accountsFile === undefined && config.profile === 'demo'
      ? [`  Tài khoản mẫu:      ${demoAccountsFile(config)}`]
      : []),
    '  Dừng:               Ctrl-C',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}
