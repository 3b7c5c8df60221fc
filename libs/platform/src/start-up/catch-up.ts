import { isRefusal, ProjectionHost } from '@app/read-store';
import { type Progress, startProgress } from '@app/terminal';
import { StartUpRefused } from '@app/postgres';
import type { INestApplicationContext } from '@nestjs/common';

/** Runs the projections here, or waits for the process that runs them, until they show the whole log; with progress on stderr. */
export async function catchUp(app: INestApplicationContext): Promise<void> {
  const host = app.get(ProjectionHost);
  let bar: Progress | undefined;
  try {
    await host.start();
    await host.catchUp((progress) => {
      const target = progress[0]?.target ?? 0n;
      const slowest = progress.reduce((least, { position = 0n }) => (position < least ? position : least), target);
      if (bar === undefined && slowest >= target) return;
      bar ??= startProgress('Cập nhật số liệu', Number(target), 'sự việc', process.stderr);
      bar.to(Number(slowest));
    });
  } catch (error) {
    throw isRefusal(error) ? new StartUpRefused(error.message, { cause: error }) : error;
  } finally {
    bar?.end();
  }
}
