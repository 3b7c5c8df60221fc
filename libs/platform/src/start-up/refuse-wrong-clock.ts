import type { Clock } from '@app/kernel';
import { StartUpRefused } from '@app/postgres';
import type { DataSource } from 'typeorm';

/** By how much the clocks of the programs and of the database may differ, ms. */
const MOST_APART_MS = 5_000;

/**
 * Compares this machine's clock with the database's: what is recorded here must not be dated otherwise than what other machines record beside
 * it, and deadlines are judged by it. The one witness there is without a network; where the database runs on this machine it says nothing.
 * Throws StartUpRefused when they are surely more than five seconds apart, whichever of them is wrong.
 */
export async function refuseWrongClock(dataSource: DataSource, clock: Clock): Promise<void> {
  const asked = Date.parse(clock.now());
  const rows: readonly { readonly now: string }[] = await dataSource.query(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`,
  );
  const answered = Date.parse(clock.now());
  const theirs = Date.parse(rows[0]?.now ?? '');
  // The database looked at its clock some time between the two looks at ours.
  const behind = Math.max(theirs - answered, 0);
  const ahead = Math.max(asked - theirs, 0);
  if (Math.max(behind, ahead) <= MOST_APART_MS) return;
  const how = behind > 0 ? `chậm hơn ${seconds(behind)}` : `nhanh hơn ${seconds(ahead)}`;
  throw new StartUpRefused(
    `Đồng hồ máy này ${how} so với đồng hồ của cơ sở dữ liệu (tối đa ${seconds(MOST_APART_MS)}): hãy đồng bộ giờ cho cả hai máy rồi khởi động lại.`,
  );
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} giây`;
}
