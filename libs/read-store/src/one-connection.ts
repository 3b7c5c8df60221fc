import type { DataSource } from 'typeorm';
import { type Session, sessionOf } from './session';

/** A connection of one's own for as long as `work` takes. */
export async function onOneConnection<Result>(
  dataSource: DataSource,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const connection = dataSource.createQueryRunner();
  await connection.connect();
  try {
    return await work(sessionOf(connection));
  } finally {
    await connection.release();
  }
}
