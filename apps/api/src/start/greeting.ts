import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@app/platform';
import { demoAccountsFile } from './accounts-of';

/** Says on stdout where the API is and what to do next. */
export function sayReady(_app: INestApplicationContext, config: Config, url: string): Promise<void> {
  const lines = [
    '',
    `Sẵn sàng tại ${url}`,
    `  Thử API:            ${url}/docs`,
    `  Xem trên dòng lệnh: npx par ranking, npx par flags`,
    ...(config.accountsFile === undefined ? [`  Tài khoản mẫu:      ${demoAccountsFile(config)}`] : []),
    '  Dừng:               Ctrl-C',
    '',
  ];
  process.stdout.write(lines.join('\n'));
  return Promise.resolve();
}
