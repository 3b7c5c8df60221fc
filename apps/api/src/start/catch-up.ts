import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@app/platform';
import { StartUpRefused } from '@app/platform';
import { isRefusal, ProjectionHost } from '@app/read-store';
import { type Progress, startProgress } from '@app/terminal';

/** Runs the projections here and waits, with progress, until they show the whole log; or only makes their tables, when another process runs them. */
export async function catchUp(app: INestApplicationContext, { projector }: Pick<Config, 'projector'>): Promise<void> {
  const host = app.get(ProjectionHost);
  if (projector === 'off') {
    await host.prepare();
    return;
  }
  let bar: Progress | undefined;
  try {
    await host.start();
    await host.catchUp((progress) => {
      const slowest = progress.reduce(
        (least, { position = 0n }) => (position < least ? position : least),
        progress[0]?.target ?? 0n,
      );
      bar ??= startProgress('Cập nhật số liệu', Number(progress[0]?.target ?? 0n), 'sự việc', process.stderr);
      bar.to(Number(slowest));
    });
  } catch (error) {
    throw isRefusal(error) ? new StartUpRefused(error.message, { cause: error }) : error;
  } finally {
    bar?.end();
  }
}
