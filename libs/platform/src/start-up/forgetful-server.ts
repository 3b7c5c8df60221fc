import { StartUpRefused } from '@app/postgres';

/** What a PostgreSQL server may be told to leave out for the sake of speed, as it says itself. */
export interface Safeguards {
  /** Off: what it acknowledged may be gone after a power cut, and what is left be torn. */
  readonly fsync: string;
  /** Off: a page that was half written at a power cut stays so. */
  readonly full_page_writes: string;
}

/** Asks a server for them. */
export const SAFEGUARDS = `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes`;

/** In production no server is used that forgets what it acknowledged. Throws StartUpRefused. */
export function refuseForgetful(variable: string, safeguards: Safeguards): void {
  const off = Object.entries(safeguards).find(([, value]) => value === 'off');
  if (!off) return;
  throw new StartUpRefused(
    `${variable}: máy chủ PostgreSQL đang chạy với ${off[0]}=off, mất điện là mất hoặc hỏng dữ liệu đã báo ghi xong; ` +
      `PAR_PROFILE=production chỉ nhận máy chủ có ${off[0]}=on.`,
  );
}
