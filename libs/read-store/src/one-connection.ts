import type { DataSource } from 'typeorm';
import { forLastingWork } from './lasting-work';
import { type Session, sessionOf } from './session';

/** A connection of one's own for as long as `work` takes, and it may take long. */
export async function onOneConnection<Result>(
  dataSource: DataSource,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const connection = dataSource.createQueryRunner();
  await connection.connect();
  try {
    const session = sessionOf(connection);
    const done = await forLastingWork(session);
    return await work(session).finally(done);
  } finally {
    await connection.release();
  }
}
