import { join } from 'node:path';
import { demoBlocks } from '@app/demo';
import { type Config, makeFolder } from '@app/platform';
import type { Account } from '../auth/account';
import { readAccounts } from '../auth/accounts-file';
import { ensureDemoAccounts } from '../auth/demo-accounts';

/** Where the demo's accounts lie, with their tokens. */
export function demoAccountsFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'demo-accounts.json');
}

/** The accounts of ACCOUNTS_FILE; without it those of the demo, made at the first start, or in production none.  Throws StartUpRefused. */
export function accountsOf(config: Config): readonly Account[] {
  const { accountsFile, profile } = config;
  if (accountsFile !== undefined) return readAccounts(accountsFile, profile === 'production');
  if (profile === 'production') return [];
  makeFolder(config.dataDir);
  const path = demoAccountsFile(config);
  ensureDemoAccounts(path, demoBlocks[0]?.units[0]?.unitId ?? 'so_tu_phap');
  return readAccounts(path, false);
}
